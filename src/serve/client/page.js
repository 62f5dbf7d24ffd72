/** The page kept current: what differs between two answers of the server is changed on it, and all else stays as it is. */
import { DESK } from './place.js';

const parser = new DOMParser();

/** The page as the server gave it last, before scripts and readers changed it. */
let given = null;
let mark = document.querySelector(`script[src^="${DESK}"]`)?.dataset.mark ?? '';

async function fetched() {
  const response = await fetch(location.href, { cache: 'no-store' });
  const page = parser.parseFromString(await response.text(), 'text/html');
  for (const one of page.querySelectorAll(`script[src^="${DESK}"]`)) one.remove();
  const moved = response.redirected ? response.url : null;
  return { mark: response.headers.get('x-gazeta-mark') ?? '', page, moved };
}

/** Begins with the page as it was loaded; one that is another by now is loaded again. */
export async function beginPage() {
  for (const one of document.querySelectorAll(`script[src^="${DESK}"]`)) one.remove();
  const first = await fetched();
  if (first.mark !== mark) location.reload();
  given = first.page;
}

/** Scripts run when a page is loaded, and only then. */
function scriptsOf(page) {
  return [...page.querySelectorAll('script:not([type="application/ld+json"])')]
    .map((one) => one.outerHTML)
    .join('\n');
}

/** Asks for the page again, and shows what is another. */
export async function updatePage() {
  const next = await fetched();
  if (next.moved !== null) {
    location.replace(next.moved);
    return;
  }
  // What bears no mark is no page, but says that something failed.
  if (next.mark !== '' && next.mark !== mark) {
    if (given === null || scriptsOf(given) !== scriptsOf(next.page)) {
      location.reload();
      return;
    }
    changeHead(given.head, next.page.head);
    changeAttributes(document.documentElement, given.documentElement, next.page.documentElement);
    change(document.body, given.body, next.page.body);
    mark = next.mark;
    given = next.page;
  }
  await updateFragments();
}

function changeHead(before, after) {
  if (before.isEqualNode(after)) return;
  document.title = after.querySelector('title')?.textContent ?? '';
  const isStyle = 'link[rel="stylesheet"], style';
  const old = new Set([...before.querySelectorAll(isStyle)].map((one) => one.outerHTML));
  const now = [...after.querySelectorAll(isStyle)];
  const kept = new Set(now.map((one) => one.outerHTML));
  const gone = [...document.head.querySelectorAll(isStyle)].filter(
    (one) => old.has(one.outerHTML) && !kept.has(one.outerHTML),
  );
  const added = now.filter((one) => !old.has(one.outerHTML));
  replaceStyles(
    gone,
    added.map((one) => document.importNode(one, true)),
  );
}

/** The old ones go when the new ones are there: the page is never seen without. */
function replaceStyles(gone, added) {
  const loaded = added.map(
    (one) =>
      new Promise((resolve) => {
        one.onload = resolve;
        one.onerror = resolve;
        const last = gone.at(-1);
        if (last === undefined) document.head.append(one);
        else last.after(one);
        if (one.tagName === 'STYLE') resolve();
      }),
  );
  void Promise.all(loaded).then(() => {
    for (const one of gone) one.remove();
  });
}

function changeAttributes(live, before, after) {
  for (const { name } of before.attributes)
    if (!after.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of after.attributes)
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
}

function change(live, before, after) {
  if (before.isEqualNode(after)) return;
  if (live.nodeName !== after.nodeName || before.nodeName !== after.nodeName) {
    live.replaceWith(document.importNode(after, true));
    return;
  }
  if (live.nodeType !== Node.ELEMENT_NODE) {
    live.nodeValue = after.nodeValue;
    return;
  }
  changeAttributes(live, before, after);
  const [shown, old, now] = [live, before, after].map((one) => [...one.childNodes]);
  // Something else has changed it, too.
  if (shown.length !== old.length) {
    live.replaceChildren(...now.map((one) => document.importNode(one, true)));
    return;
  }
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start].isEqualNode(now[start])) start++;
  let end = 0;
  while (end < most - start && old.at(-1 - end).isEqualNode(now.at(-1 - end))) end++;
  const removed = shown.slice(start, shown.length - end);
  const added = now.slice(start, now.length - end);
  if (removed.length === added.length) {
    removed.forEach((one, at) => {
      change(one, old[start + at], added[at]);
    });
    return;
  }
  const next = shown[shown.length - end] ?? null;
  for (const one of removed) one.remove();
  for (const one of added) live.insertBefore(document.importNode(one, true), next);
}

/** "Latest news" beside older articles is no part of their pages: the theme's script asks for it now and then, and this at once. */
async function updateFragments() {
  for (const list of document.querySelectorAll('[data-fragment] > ol.headlines')) {
    const response = await fetch(list.parentNode.dataset.fragment, { cache: 'no-store' });
    const page = parser.parseFromString(await response.text(), 'text/html');
    const items = [...page.querySelectorAll('ol.headlines > li')].filter((one) => {
      const link = one.querySelector('a[href]');
      return (
        link !== null &&
        new URL(link.getAttribute('href'), location.href).pathname !== location.pathname
      );
    });
    const now = items.slice(0, list.children.length);
    const textOf = (all) =>
      [...all]
        .map((one) => `${one.querySelector('a')?.getAttribute('href')} ${one.textContent.trim()}`)
        .join('\n');
    if (now.length > 0 && textOf(now) !== textOf(list.children))
      list.replaceChildren(...now.map((one) => document.importNode(one, true)));
  }
}

/** Shows files that have another content under the same name. */
export function showFiles(files, number) {
  if (files.length === 0) return;
  const changed = new Set(files.map((one) => new URL(one, location.href).pathname));
  const isChanged = (address) => changed.has(new URL(address, location.href).pathname);
  const anew = (address) => {
    const url = new URL(address, location.href);
    url.searchParams.set('look', number);
    return url.href;
  };
  if ([...document.scripts].some(({ src }) => src !== '' && isChanged(src))) {
    location.reload();
    return;
  }
  const styles = [...document.querySelectorAll('link[rel="stylesheet"][href]')].filter(({ href }) =>
    isChanged(href),
  );
  for (const old of styles) {
    const copy = old.cloneNode();
    copy.href = anew(old.href);
    replaceStyles([old], [copy]);
  }
  for (const one of document.querySelectorAll('img, source, video, audio, object, iframe'))
    for (const name of ['src', 'poster', 'data'])
      if (one.getAttribute(name) && isChanged(one.getAttribute(name)))
        one.setAttribute(name, anew(one.getAttribute(name)));
  // A comma ends an address only where a blank follows (HTML Standard, 4.8.4.2.1): names of files have some.
  for (const one of document.querySelectorAll('[srcset]'))
    one.srcset = one.srcset.replace(/[^\s,](?:\S*[^\s,])?/g, (part) =>
      /^[\d.]+[wx]$/.test(part) || !isChanged(part) ? part : anew(part),
    );
}
