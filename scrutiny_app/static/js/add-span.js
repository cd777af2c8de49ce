/* Selecting words in an original text fills the form that adds a redaction.
 *
 * Mark-up:
 *   <pre class="original" data-text-name="circumstances">
 *   text with <mark data-span="0">marks</mark></pre>     a line feed follows the opening tag: browsers drop that one
 *   <form id="add-span" method="post" action="…">
 *     <input name="text_name">  which text
 *     <input name="start">      first character, counted from 0
 *     <input name="end">        one past the last
 *     <input name="quoted">     the words themselves, shown to the person, who may type them instead
 *     <input name="doubt">  optional: the number of the doubt whose words were selected, to come back to the next
 *     <p data-span-quoted></p>  optional: where the choice is announced
 *   </form>
 * text_name may be a select or radios. Without JavaScript start and end stay empty and the server looks for `quoted`;
 * typing in it empties them again. Offsets count characters as Python does, not UTF-16 halves.
 */
const length = (text) => Array.from(text).length;

function offsets(pre, range) {
  const before = document.createRange();
  before.selectNodeContents(pre);
  before.setEnd(range.startContainer, range.startOffset);
  const start = length(before.toString());
  return { start, end: start + length(range.toString()) };
}

function chooseText(form, name) {
  const field = form.elements.namedItem("text_name");
  if (field) field.value = name;
}

function doubtAt(range) {
  const at = range.startContainer;
  const mark = (at.nodeType === Node.ELEMENT_NODE ? at : at.parentElement).closest('mark[id^="doubt-"]');
  return mark ? mark.id.slice("doubt-".length) : "";
}

function fill(form, pre, range) {
  const { start, end } = offsets(pre, range);
  chooseText(form, pre.dataset.textName);
  form.elements.namedItem("start").value = start;
  form.elements.namedItem("end").value = end;
  form.elements.namedItem("quoted").value = range.toString();
  const doubt = form.elements.namedItem("doubt");
  if (doubt) doubt.value = doubtAt(range);
  const said = form.querySelector("[data-span-quoted]");
  if (said) said.textContent = `Selected: “${range.toString()}”`;
}

export function offerSelections(root) {
  const form = root.getElementById("add-span");
  if (!form) return;
  root.addEventListener("selectionchange", () => {
    const selection = root.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const ancestor = range.commonAncestorContainer;
    const pre = (ancestor.nodeType === Node.ELEMENT_NODE ? ancestor : ancestor.parentElement).closest(".original");
    if (pre) fill(form, pre, range);
  });
  form.elements.namedItem("quoted").addEventListener("input", () => {
    form.elements.namedItem("start").value = "";
    form.elements.namedItem("end").value = "";
  });
}
