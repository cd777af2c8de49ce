/* The room's screen follows the chair, and times run on; every page works without it, by being loaded again.
 *
 * Mark-up: <div data-module="room" data-state="address" data-revision="…">…</div>; the address answers {"revision"}, and
 * when it differs, the page that is open is asked for anew and what it holds is put in place.
 *          <strong data-module="elapsed" data-elapsed="75">1 min</strong>; the seconds that the server counted.
 */
const EVERY = 1500; // milliseconds: the room follows within two seconds
const started = new WeakMap();

function follow(room) {
  const look = async () => {
    const answer = await fetch(room.dataset.state, { redirect: "manual" }).catch(() => null);
    if (!answer) return wait();
    if (!answer.ok) return location.reload(); // signed out, or no longer seated: the page itself says so
    const { revision } = await answer.json();
    if (revision !== room.dataset.revision) await renew();
    wait();
  };
  const renew = async () => {
    const page = await fetch(location.href).catch(() => null);
    if (!page?.ok) return;
    const next = new DOMParser().parseFromString(await page.text(), "text/html").querySelector('[data-module="room"]');
    if (!next) return location.reload();
    room.firstElementChild.innerHTML = next.firstElementChild.innerHTML;
    room.dataset.revision = next.dataset.revision;
  };
  const wait = () => setTimeout(look, EVERY);
  wait();
}

function tell() {
  for (const place of document.querySelectorAll('[data-module="elapsed"]')) {
    if (!started.has(place)) started.set(place, Date.now() - Number(place.dataset.elapsed) * 1000);
    const seconds = Math.floor((Date.now() - started.get(place)) / 1000);
    place.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    place.setAttribute("aria-live", "off");
  }
}

document.querySelectorAll('[data-module="room"]').forEach(follow);
setInterval(tell, 1000);
tell();
