/**
 * The desk on a page of the preview: keeps the page current, shows what is wrong, and says what the page is made of. It
 * stands outside of the page's own elements, in a shadow tree, so that neither disturbs the other.
 */
(() => {
  const own = document.currentScript;
  const DESK = '/_gazeta/';
  const parser = new DOMParser();
  let mark = own?.dataset.mark ?? '';
  /** The page as the server gave it last, before scripts of the page changed it. */
  let given = null;
  let facts = null;
  let dismissed = -1;

  const store = {
    get: (name) => {
      try {
        return localStorage.getItem(`gazeta-${name}`);
      } catch {
        return null;
      }
    },
    set: (name, value) => {
      try {
        localStorage.setItem(`gazeta-${name}`, value);
      } catch {
        // A browser that keeps nothing forgets it.
      }
    },
  };

  // The page kept current.

  async function fetched() {
    const response = await fetch(location.href, { cache: 'no-store' });
    const html = await response.text();
    const found = parser.parseFromString(html, 'text/html');
    for (const one of found.querySelectorAll(`script[src^="${DESK}"]`)) one.remove();
    return { mark: response.headers.get('x-gazeta-mark') ?? '', page: found };
  }

  /** Scripts run when a page is loaded, and only then. */
  function scriptsOf(page) {
    return [...page.querySelectorAll('script:not([type="application/ld+json"])')]
      .map((one) => one.outerHTML)
      .join('\n');
  }

  async function update() {
    const next = await fetched();
    if (next.mark === mark) return false;
    if (given === null || scriptsOf(given) !== scriptsOf(next.page)) {
      location.reload();
      return true;
    }
    updateHead(given.head, next.page.head);
    copyAttributes(document.documentElement, next.page.documentElement);
    change(document.body, given.body, next.page.body);
    mark = next.mark;
    given = next.page;
    document.dispatchEvent(new CustomEvent('gazeta:update'));
    return true;
  }

  function updateHead(before, after) {
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
    // The old one goes when the new one is there: the page is never seen without.
    const loaded = added.map(
      (one) =>
        new Promise((resolve) => {
          const copy = document.importNode(one, true);
          copy.onload = resolve;
          copy.onerror = resolve;
          const last = gone.at(-1);
          if (last === undefined) document.head.append(copy);
          else last.after(copy);
          if (copy.tagName === 'STYLE') resolve();
        }),
    );
    void Promise.all(loaded).then(() => {
      for (const one of gone) one.remove();
    });
  }

  function copyAttributes(live, after) {
    for (const { name } of [...live.attributes])
      if (!after.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of after.attributes)
      if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  }

  /** Changes what differs between two pages as the server gave them, and leaves all else as it is. */
  function change(live, before, after) {
    if (before.isEqualNode(after)) return;
    const isSame = live.nodeName === after.nodeName && before.nodeName === after.nodeName;
    if (!isSame) {
      live.replaceWith(document.importNode(after, true));
      return;
    }
    if (live.nodeType !== Node.ELEMENT_NODE) {
      live.nodeValue = after.nodeValue;
      return;
    }
    copyAttributes(live, after);
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

  /** Pictures that have another content under the same name. */
  function showFiles(files, number) {
    if (files.length === 0) return;
    const changed = new Set(files.map((one) => new URL(one, location.href).pathname));
    for (const one of document.querySelectorAll('img, source, video, audio')) {
      const { src } = one;
      if (!src || !changed.has(new URL(src, location.href).pathname)) continue;
      const address = new URL(src, location.href);
      address.searchParams.set('look', number);
      one.src = address.href;
    }
  }

  // What is told of the page.

  async function tell() {
    const path = new URL(location.href).pathname;
    const query = new URLSearchParams({ path });
    if (facts?.page?.kind === 'article') query.set('file', facts.page.maker);
    const response = await fetch(`${DESK}page?${query}`, { cache: 'no-store' });
    const told = await response.json();
    if (told.movedTo !== null) {
      location.replace(told.movedTo);
      return false;
    }
    // A page that cannot be made now says of what it was made.
    facts = { ...told, page: told.page ?? (told.complete ? null : (facts?.page ?? null)) };
    draw();
    return true;
  }

  const host = document.createElement('gazeta-desk');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<link rel="stylesheet" href="${DESK}desk.css"><div id="overlay"></div><div id="bar"></div>`;
  const overlay = root.getElementById('overlay');
  const bar = root.getElementById('bar');

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((one) => one !== null));
    return made;
  }

  function draw() {
    drawOverlay();
    drawBar();
  }

  function drawOverlay() {
    const errors = facts.problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0 || dismissed === facts.look) {
      overlay.replaceChildren();
      return;
    }
    const close = () => {
      dismissed = facts.look;
      overlay.replaceChildren();
    };
    const one = errors.length === 1;
    const title = one ? 'Something has to be mended' : `${errors.length} things have to be mended`;
    const box = element(
      'section',
      { className: 'box', role: 'alertdialog', tabIndex: -1 },
      element('h1', { textContent: title }),
      ...errors.map(finding),
      element('p', {
        className: 'hint',
        textContent:
          'Below is the page as it was last. This goes when the file is mended and saved.',
      }),
      element('button', { type: 'button', textContent: 'Hide (Esc)', onclick: close }),
    );
    box.setAttribute('aria-label', title);
    box.onkeydown = ({ key }) => {
      if (key === 'Escape') close();
    };
    const isNew = overlay.childElementCount === 0;
    overlay.replaceChildren(box);
    if (isNew) box.focus({ preventScroll: true });
  }

  function finding({ severity, text, open }) {
    const [head, ...rest] = text.split('\n');
    const line =
      open === null
        ? element('b', { textContent: head })
        : element('a', { href: open, textContent: head });
    return element(
      'pre',
      { className: severity },
      line,
      rest.length > 0 ? `\n${rest.join('\n')}` : '',
    );
  }

  const KINDS = {
    publish: 'is published',
    expire: 'expires',
    withdraw: 'is withdrawn',
    'flash-end': 'is flash news no longer',
    'news-end': 'leaves the news sitemap',
  };

  function drawBar() {
    const { page, problems, time } = facts;
    const isOpen = store.get('bar') === 'open';
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const others = problems.length - errors + (page?.remarks.length ?? 0);
    const button = element('button', {
      type: 'button',
      className: errors > 0 ? 'toggle error' : 'toggle',
      textContent: [
        'Gazeta',
        errors > 0 ? `${errors} to mend` : '',
        others > 0 ? `${others} ${others === 1 ? 'remark' : 'remarks'}` : '',
        time.isClock ? '' : `at ${time.shown.slice(0, 16).replace('T', ' ')}`,
      ]
        .filter((one) => one !== '')
        .join(' · '),
      onclick() {
        store.set('bar', isOpen ? 'closed' : 'open');
        drawBar();
        bar.querySelector('button')?.focus();
      },
    });
    button.setAttribute('aria-expanded', String(isOpen));
    const parts = isOpen ? [pagePart(page), timePart(time), remarksPart(page, problems)] : [];
    const all = element('aside', { className: isOpen ? 'open' : 'closed' }, button, ...parts);
    all.setAttribute('aria-label', 'Gazeta, preview');
    // The slider stays while somebody moves it.
    const focused = root.activeElement?.id ?? '';
    bar.replaceChildren(all);
    if (focused !== '') root.getElementById(focused)?.focus();
  }

  function pagePart(page) {
    if (page === null) return element('p', { textContent: 'There is no page at this address.' });
    const when = page.madeAt.slice(11, 19);
    const made =
      page.moved === null
        ? `first looked at ${when}`
        : `another since ${when}: ${page.moved.join(', ')}`;
    const length = page.words === null ? '' : `${page.words} words, ${page.minutes} min to read`;
    return element(
      'p',
      { className: 'page' },
      page.open === null
        ? element('b', { textContent: page.maker })
        : element('a', { href: page.open, textContent: page.maker, title: 'Open in the editor' }),
      element('span', { textContent: length }),
      element('span', { id: 'made', textContent: made }),
    );
  }

  function timePart(time) {
    const { upcoming } = time;
    const text = time.shown.slice(0, 16);
    const stop = upcoming.findIndex(({ at }) => at === time.shown);
    const at = time.isClock ? 0 : stop + 1;
    const output = element('output', {
      textContent: time.isClock ? clockOf(time) : said(upcoming[stop], time),
    });
    const slider = element('input', {
      type: 'range',
      id: 'time',
      min: '0',
      max: String(upcoming.length),
      value: String(at),
      disabled: upcoming.length === 0,
      oninput() {
        const event = upcoming[Number(slider.value) - 1];
        output.textContent = event === undefined ? clockOf(time) : said(event, time);
      },
      onchange: () => look(upcoming[Number(slider.value) - 1]?.at ?? null),
    });
    const exact = element('input', {
      type: 'datetime-local',
      id: 'instant',
      value: text,
      onchange: () => look(exact.value === '' ? null : exact.value),
    });
    const now = element('button', {
      type: 'button',
      id: 'now',
      textContent: 'Now',
      onclick: () => look(null),
    });
    slider.setAttribute('aria-label', 'The paper as readers will see it then');
    exact.setAttribute('aria-label', 'At this moment');
    return element('p', { className: 'time' }, slider, exact, now, output);
  }

  function clockOf({ isFixed, isClock, shown }) {
    const name = isFixed ? 'as started with --now' : 'the clock';
    return isClock ? `${name}, ${shown.slice(0, 16).replace('T', ' ')}` : name;
  }

  function said(event, { shown }) {
    if (event === undefined) return shown.slice(0, 16).replace('T', ' ');
    return `${event.at.slice(0, 16).replace('T', ' ')}: “${event.title}” ${KINDS[event.kind] ?? event.kind}`;
  }

  function remarksPart(page, problems) {
    const all = [...problems, ...(page?.remarks ?? [])];
    if (all.length === 0) return null;
    return element('div', { className: 'remarks' }, ...all.map(finding));
  }

  /** Looks at the paper at another moment; null for the clock. */
  async function look(at) {
    const value = at === null ? '; max-age=0' : encodeURIComponent(at);
    // biome-ignore lint/suspicious/noDocumentCookie: Firefox and Safari have no other way
    document.cookie = `gazeta-instant-${location.port}=${value}; path=/; samesite=strict`;
    await current();
  }

  let running = Promise.resolve();
  /** One after the other: of two changes the later one is shown. */
  function current() {
    running = running
      // First where the article is now: at its old address there is another page.
      .then(() => tell())
      .then((isHere) => (isHere ? update() : false))
      // The server is gone for a moment; it tells when it is back.
      .catch(() => undefined);
    return running;
  }

  async function begin() {
    document.documentElement.append(host);
    const first = await fetched();
    if (first.mark !== mark) {
      location.reload();
      return;
    }
    given = first.page;
    await tell();
    let seen = facts.look;
    const heard = ({ data }) => {
      const { look: number, files } = JSON.parse(data);
      showFiles(files, number);
      if (number !== seen) void current();
      seen = number;
    };
    let events = null;
    // A browser has six connections to a server: those of pages that nobody sees are for those that somebody does.
    const listen = () => {
      const isSeen = document.visibilityState === 'visible';
      if (isSeen && events === null) {
        events = new EventSource(`${DESK}events`);
        events.addEventListener('look', heard);
      } else if (!isSeen) {
        events?.close();
        events = null;
      }
    };
    document.addEventListener('visibilitychange', listen);
    addEventListener('pageshow', listen);
    listen();
  }

  void begin().catch(() => undefined);
})();
