/* A region that scrolls must take the keyboard's focus; one that fits need not, and would only be a stop on the way.
 *
 * Mark-up: <div class="scroll" role="region" aria-label="..." tabindex="0">
 */
export function freeScrollRegions(root) {
  const watch = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  }));
  root.querySelectorAll(".scroll").forEach((region) => watch.observe(region));
}
