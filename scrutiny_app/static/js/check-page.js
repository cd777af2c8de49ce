/* What makes the check page quicker to work on; all of it can be done without.
 *
 * Mark-up (see templates/redactions):
 *   <mark data-certainty="sure">words</mark><a class="mark-link" href="…"></a>   a click on the words follows the link
 *   <mark data-certainty="doubt" id="doubt-3">words</mark>
 *   <a href="#doubt-1" data-next-doubt>   goes on from doubt to doubt, and selects its words for the form that redacts
 *   <div class="panes"> with two <div class="pane">   scroll together where they are taller than the window
 */
// What a doubt most likely is, as the form that redacts calls it.
const KINDS = { person: "name", place: "place", contact: "number", number: "number", date: "number", other: "other" };

function followMarks(root) {
  root.addEventListener("click", (event) => {
    const mark = event.target.closest('mark[data-certainty="sure"]');
    const link = mark?.nextElementSibling;
    if (link?.matches("a.mark-link") && root.getSelection().isCollapsed) link.click();
  });
}

function stepThroughDoubts(root) {
  const link = root.querySelector("[data-next-doubt]");
  if (!link) return;
  const doubts = [...root.querySelectorAll('mark[data-certainty="doubt"]')];
  const words = link.textContent;
  let current = doubts.findIndex((doubt) => `#${doubt.id}` === root.location.hash);
  const go = (to) => {
    doubts[current]?.removeAttribute("data-current");
    current = to;
    const doubt = doubts[current];
    doubt.setAttribute("data-current", "");
    doubt.scrollIntoView({ block: "center" });
    root.getSelection().selectAllChildren(doubt);
    const kind = root.getElementById("kind");
    if (kind) kind.value = KINDS[doubt.dataset.group];
    link.textContent = `${words} (at ${current + 1} of ${doubts.length})`;
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go((current + 1) % doubts.length);
  });
  if (current >= 0) go(current);
}

// Each tag stands for one mark, so the two sides are brought level at the marks, and evenly in between.
function levels(original, redacted) {
  const top = (pane, element) => element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  const marks = [...original.querySelectorAll('mark[data-certainty="sure"]')];
  const tags = [...redacted.querySelectorAll(".redaction")];
  const ends = [original.scrollHeight, redacted.scrollHeight];
  const inner = marks.length === tags.length ? marks.map((mark, at) => [top(original, mark), top(redacted, tags[at])]) : [];
  return [[0, 0], ...inner, ends];
}

function level(pairs, from, to, height) {
  let at = pairs.findIndex((pair) => pair[from] > height);
  if (at < 1) at = pairs.length - 1;
  const [before, after] = [pairs[at - 1], pairs[at]];
  const share = (height - before[from]) / Math.max(after[from] - before[from], 1);
  return before[to] + Math.min(share, 1) * (after[to] - before[to]);
}

function scrollTogether(panes) {
  const sides = [...panes.querySelectorAll(":scope > .pane")];
  let follower = null;
  sides.forEach((side, from) => side.addEventListener("scroll", () => {
    if (follower === side) {
      follower = null;
      return;
    }
    const to = 1 - from;
    const middle = side.scrollTop + side.clientHeight / 2;
    const goal = Math.round(level(levels(...sides), from, to, middle) - sides[to].clientHeight / 2);
    if (Math.abs(sides[to].scrollTop - goal) < 2) return;
    const before = sides[to].scrollTop;
    sides[to].scrollTop = goal;
    if (sides[to].scrollTop !== before) follower = sides[to];
  }));
}

function joinTallPanes(root) {
  root.querySelectorAll(".panes").forEach((panes) => {
    const sides = [...panes.querySelectorAll(":scope > .pane")];
    if (sides.length !== 2 || Math.max(...sides.map((side) => side.scrollHeight)) < window.innerHeight * 0.8) return;
    panes.classList.add("panes--together");
    sides.forEach((side) => {
      side.tabIndex = 0;
      side.setAttribute("role", "group");
      side.setAttribute("aria-label", side.querySelector(".pane__title").textContent);
    });
    scrollTogether(panes);
  });
}

export function easeTheCheck(root) {
  if (!root.querySelector(".original")) return;
  joinTallPanes(root);
  followMarks(root);
  stepThroughDoubts(root);
}
