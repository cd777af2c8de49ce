/* What is typed into a form is kept by the server as its writer's own, as they go and when they leave.
 *
 * Mark-up: <form>…<span data-draft-saved data-draft-to="address" data-draft-words="Draft, not submitted, saved"
 *   data-draft-ended="what is said once it is kept no more"></span></form>    the address answers 204 once kept,
 *   or 200 with what its writer has to be told besides
 */
const IDLE = 1500; // milliseconds without a key before a draft is sent

export function keepDrafts(form) {
  const told = form.querySelector("[data-draft-saved]");
  let timer = 0;
  let changed = false;
  let stopped = false;
  let sending = Promise.resolve();

  const keep = async () => {
    const answer = await fetch(told.dataset.draftTo, { method: "POST", body: new FormData(form), keepalive: true, redirect: "manual" }).catch(() => null);
    if (answer?.status === 204) {
      const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      told.textContent = `${told.dataset.draftWords} ${at}`;
    } else if (answer?.status === 200) {
      told.textContent = await answer.text(); // kept, and something that its writer has to know
    } else if (answer?.status === 409 || answer?.status === 404 || answer?.type === "opaqueredirect") {
      stopped = true;
      told.textContent = told.dataset.draftEnded;
    } else {
      changed = true; // off line for a moment: the next key or the next look tries again
      told.textContent = "The draft could not be saved just now. It is tried again as you go on.";
    }
  };
  const send = () => {
    clearTimeout(timer);
    if (changed && !stopped) {
      changed = false;
      sending = keep();
    }
    return sending;
  };
  const note = () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(send, IDLE);
  };
  form.addEventListener("input", note);
  form.addEventListener("submit", () => {
    stopped = true;
    clearTimeout(timer);
  });
  // Another form of the page goes once the draft is in: its answer may be this same case.
  document.addEventListener("submit", async (event) => {
    if (event.target === form || !changed || stopped || event.defaultPrevented) return;
    event.preventDefault();
    await send();
    event.target.requestSubmit(event.submitter);
  });
  addEventListener("pagehide", send);
  document.addEventListener("visibilitychange", () => document.hidden && send());
  return { stop: () => { stopped = true; } };
}
