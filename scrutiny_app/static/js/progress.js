/* Renews what a page says of work under way, without loading the page anew, and loads it at each new stage.
 *
 * Mark-up: <div data-module="progress" data-stage="received" data-again="address" data-seconds="3">…</div>; the page at that address holds
 * the next such element. What has come is read out at every tenth, not at every look (WCAG 4.1.3).
 */
export function renewProgress(place) {
  if (!place?.dataset.again) return;
  const told = document.createElement("p");
  told.className = "govuk-visually-hidden";
  told.setAttribute("role", "status");
  place.after(told);
  let tenth = -1;

  const look = async () => {
    const answer = await fetch(place.dataset.again).catch(() => null);
    if (!answer?.ok) return wait();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector('[data-module="progress"]');
    if (!next || next.dataset.stage !== place.dataset.stage) return location.replace(answer.redirected ? answer.url : location.pathname);
    if (!place.contains(document.activeElement)) place.innerHTML = next.innerHTML;
    say();
    if (!next.dataset.again) return; // after a while the page stands still, and says so
    place.dataset.again = next.dataset.again;
    wait();
  };
  const say = () => {
    const bar = place.querySelector("progress");
    if (Math.floor(bar.value / 10) === tenth) return;
    tenth = Math.floor(bar.value / 10);
    told.textContent = document.getElementById("so-far").textContent;
  };
  const wait = () => setTimeout(look, place.dataset.seconds * 1000);
  wait();
}
