/* A case in an open tab: its draft kept as it is typed, and the case taken away once it is no longer this reader's.
 *
 * Mark-up:
 *   <div data-module="open-case" data-standing="address">     answers 204 while the case holds, 409 once it does not
 *   <form id="judging">…</form>                               its draft; see drafts.js
 *   <div data-case-taken hidden>                              what takes the case's place; see templates/panel_cases/show.html
 * A page that comes back from the browser's own store asks before anything else.
 */
import { keepDrafts } from "./drafts.js";

const EVERY = 5000; // milliseconds between one look and the next, while the tab is in sight

function wordsOf(form) {
  const written = [...(form?.querySelectorAll("textarea, .question__remark") ?? [])];
  return written.filter((field) => field.value !== field.defaultValue).map((field) => field.value.trim()).filter(Boolean).join("\n\n");
}

function takeAway(place, form, still) {
  const taken = document.querySelector("[data-case-taken]");
  const words = still ? wordsOf(form) : "";
  place.remove();
  taken.querySelector(still ? "[data-taken-still]" : "[data-taken-gone]").hidden = false;
  if (words) {
    taken.querySelector("[data-taken-words]").hidden = false;
    taken.querySelector("[data-taken-text]").textContent = words;
  }
  document.querySelectorAll(".beside, .govuk-error-summary, .govuk-notification-banner").forEach((one) => one.remove());
  taken.hidden = false;
  taken.setAttribute("role", "alert");
  taken.focus();
}

export function watchCase(place) {
  if (!place?.dataset.standing) return;
  const form = document.getElementById("judging");
  const drafts = form ? keepDrafts(form) : null;
  let timer = 0;

  const look = async () => {
    clearTimeout(timer);
    if (document.hidden) return;
    const answer = await fetch(place.dataset.standing, { cache: "no-store", redirect: "manual" }).catch(() => null);
    if (answer?.status === 409) {
      const { still } = await answer.json().catch(() => ({ still: false }));
      drafts?.stop();
      takeAway(place, form, still);
      return;
    }
    if (answer?.type === "opaqueredirect") return; // signed out: the page says so by itself
    clearTimeout(timer);
    timer = setTimeout(look, EVERY);
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", (event) => event.persisted && look());
  timer = setTimeout(look, EVERY);
}

// A meaning that is in the way goes with Escape, and comes back when its word is left and come to again (WCAG 1.4.13).
export function hideMeanings(root) {
  const bring = (event) => event.currentTarget.classList.remove("term--hidden");
  const terms = [...root.querySelectorAll(".term")];
  terms.forEach((term) => ["mouseleave", "focusout"].forEach((kind) => term.addEventListener(kind, bring)));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") terms.forEach((term) => term.matches(":hover, :focus-within") && term.classList.add("term--hidden"));
  });
}
