/* Warns before the session ends for want of use, and lets it be extended (WCAG 2.2.1).
 *
 * Mark-up, as in base.html:
 *   <dialog data-module="session-timeout" data-idle-seconds="1800">
 *     <span data-session-left></span>                        says how long is left
 *     <form method="post" action="where to extend">…</form>  answered with 2xx while the session lives
 *     <p data-session-ended hidden>…</p>                     shown instead of the form once it has ended
 *   </dialog>
 * Pages of one browser share a session, so each tells the others when it was used.
 */
const WARN_SECONDS = 300;

export function warnBeforeTimeout(dialog) {
  if (!dialog) return;
  const form = dialog.querySelector("form");
  const left = dialog.querySelector("[data-session-left]");
  const idle = Number(dialog.dataset.idleSeconds);
  const tabs = new BroadcastChannel("session");
  let ends = 0;

  const extend = () => {
    ends = Date.now() + idle * 1000;
    if (dialog.open) dialog.close();
  };
  const end = () => {
    form.hidden = true;
    left.closest("p").hidden = true;
    dialog.querySelector("[data-session-ended]").hidden = false;
    dialog.querySelector("h2").textContent = "You have been signed out";
  };
  const tick = () => {
    const seconds = Math.round((ends - Date.now()) / 1000);
    if (seconds > Math.min(WARN_SECONDS, idle / 2)) return;
    if (seconds <= 0) return end();
    const minutes = Math.ceil(seconds / 60);
    left.textContent = minutes === 1 ? "less than 1 minute" : `${minutes} minutes`;
    if (!dialog.open) dialog.showModal();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    // Off line for a moment, the warning stays, so that the button can be pressed again.
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (!answer) return;
    if (!answer.ok) return end();
    extend();
    tabs.postMessage("extended");
  });
  // Escape would hide the warning without extending anything.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  tabs.addEventListener("message", extend);
  tabs.postMessage("extended");
  extend();
  setInterval(tick, 5000);
}
