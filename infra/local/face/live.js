// Keeps a page of the local cloud current: fetches it again and exchanges the parts that have changed.

const everyMs = 1500;
const said = document.getElementById('said');
/** What the server last sent for each part; the page itself may differ by what its reader has opened. */
const shown = new Map([...document.querySelectorAll('[data-live]')].map(part => [part.id, part.innerHTML]));

function exchange(part, fresh) {
  const focused = document.activeElement;
  if (part.contains(focused) && /^(INPUT|SELECT|TEXTAREA)$/.test(focused.tagName)) return;
  if (part.contains(document.getSelection()?.anchorNode) && document.getSelection()?.toString()) return;
  const open = new Set([...part.querySelectorAll('details[open]')].map(fold => fold.id));
  const scrolled = [...part.querySelectorAll('.scroll')].map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  const focus = part.contains(focused) ? (focused.id ? `#${CSS.escape(focused.id)}` : focusable(focused)) : undefined;
  part.innerHTML = fresh;
  for (const fold of part.querySelectorAll('details')) if (fold.id && open.has(fold.id)) fold.open = true;
  for (const [at, box] of part.querySelectorAll('.scroll').entries()) box.scrollTo(...(scrolled[at] ?? [0, 0]));
  if (focus) part.querySelector(focus)?.focus({ preventScroll: true });
}

const focusable = element => {
  const link = element.getAttribute('href');
  return link ? `[href="${CSS.escape(link)}"]` : undefined;
};

async function refresh(force = false) {
  if (document.hidden && !force) return;
  let text;
  try {
    const answer = await fetch(location.href);
    text = await answer.text();
    said.textContent = '';
  } catch {
    said.textContent = 'The local cloud does not answer. Is it still running?';
    return;
  }
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const content = fresh.getElementById(part.id)?.innerHTML;
    if (content === undefined || content === shown.get(part.id)) continue;
    shown.set(part.id, content);
    exchange(part, content);
  }
}

/** Buttons of the clock work without leaving the page. */
document.addEventListener('submit', async event => {
  const form = event.target;
  if (form.method !== 'post' || form.getAttribute('action') !== '/clock') return;
  event.preventDefault();
  const answer = await fetch('/api/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new FormData(form))),
  });
  said.textContent = answer.ok ? '' : (await answer.json()).error;
  await refresh(true);
});

async function keep() {
  await refresh();
  setTimeout(keep, everyMs);
}
setTimeout(keep, everyMs);

/** A picture larger than its frame begins where the execution stands. */
for (const box of document.querySelectorAll('#picture .scroll')) {
  const place = box.querySelector('.standing:not(.outer)')?.getBoundingClientRect();
  if (!place) continue;
  const frame = box.getBoundingClientRect();
  box.scrollTo(
    place.left + place.width / 2 - frame.left - frame.width / 2,
    place.top + place.height / 2 - frame.top - frame.height / 2,
  );
}
