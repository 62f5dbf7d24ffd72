/**
 * The desk on a page of the preview: keeps the page current, shows what is wrong, and says what the page is made of. It
 * stands outside of the page's own elements, in a shadow tree, so that neither disturbs the other.
 */
import { barIn } from './bar.js';
import { overlayIn } from './overlay.js';
import { beginPage, showFiles, updatePage } from './page.js';
import { DESK } from './place.js';

const host = document.createElement('gazeta-desk');
host.dir = 'ltr';
host.lang = 'en';
const root = host.attachShadow({ mode: 'open' });
root.innerHTML = `<link rel="stylesheet" href="${DESK}desk.css">`;

let facts = null;
const drawBar = barIn(root, look);
const drawOverlay = overlayIn(root);

/** Asks what there is to tell of the page; false if the page is elsewhere now. */
async function tell() {
  const query = new URLSearchParams({ path: location.pathname });
  if (/^(?:article|page)$/.test(facts?.page?.kind ?? '')) query.set('file', facts.page.maker);
  const response = await fetch(`${DESK}page?${query}`, { cache: 'no-store' });
  const told = await response.json();
  if (told.movedTo !== null) {
    location.replace(told.movedTo);
    return false;
  }
  // A page that cannot be made now says of what it was made.
  facts = { ...told, page: told.page ?? (told.complete ? null : (facts?.page ?? null)) };
  drawOverlay(facts);
  drawBar(facts);
  return true;
}

let running = Promise.resolve();
/** One after the other: of two changes the later one is shown. */
function current() {
  running = running
    // First where the article is now: at its old address there is another page.
    .then(() => tell())
    .then((isHere) => (isHere ? updatePage() : undefined))
    // The server is gone for a moment; it tells when it is back.
    .catch(() => undefined);
  return running;
}

/** Looks at the paper at another moment; null for the clock. */
function look(at) {
  const value = at === null ? '; max-age=0' : encodeURIComponent(at);
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox and Safari have no other way
  document.cookie = `gazeta-instant-${location.port}=${value}; path=/; samesite=strict`;
  return current();
}

/** When it is tried again to hear of changes, in milliseconds. */
const AGAIN = 2000;

/** Hears of changes, as long as somebody sees the page: a browser has six connections to a server, for all its tabs. */
function hear() {
  let events = null;
  // Where nothing was told yet, the first event says that there is more.
  let seen = { run: '', look: facts?.look ?? 0 };
  const heard = ({ data }) => {
    const { run, look: number, files } = JSON.parse(data);
    showFiles(files, `${run}-${number}`);
    if (number !== seen.look || (seen.run !== '' && seen.run !== run)) void current();
    seen = { run, look: number };
  };
  const listen = () => {
    const isSeen = document.visibilityState === 'visible';
    if (isSeen && events === null) {
      events = new EventSource(
        `${DESK}events?${new URLSearchParams({ run: seen.run, since: seen.look })}`,
      );
      events.addEventListener('look', heard);
      // A browser may take a server that is gone for a moment to be gone for good (HTML, 9.2.3: "fail the connection").
      events.onerror = () => {
        if (events?.readyState !== EventSource.CLOSED) return;
        events = null;
        setTimeout(listen, AGAIN);
      };
    } else if (!isSeen) {
      events?.close();
      events = null;
    }
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pageshow', listen);
  listen();
}

async function begin() {
  document.documentElement.append(host);
  try {
    await beginPage();
    await tell();
  } finally {
    // Also where the server went in the middle: it may be back.
    hear();
  }
}

// A page within another is that one's affair.
if (window.top === window.self) void begin().catch(() => undefined);
