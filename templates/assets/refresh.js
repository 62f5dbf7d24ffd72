// Puts current headlines in the place of those the page was made with. Nothing else moves.
{
  const times = {};
  const loads = {};
  const rule = { createHTML: (text) => text };
  let policy;

  // Nothing else of what was fetched gets into the page.
  const copy = (from) => {
    const to = document.createElement(from.localName);
    for (const name of ['lang', 'dir', 'href', 'datetime'])
      if (from.hasAttribute(name)) to.setAttribute(name, from.getAttribute(name));
    to.textContent = from.textContent;
    return to;
  };

  const read = (list) =>
    [...list.querySelectorAll(':scope > li > a[href]')].flatMap((link) => {
      const item = copy(link.parentNode);
      const a = copy(link);
      const time = link.parentNode.querySelector(':scope > time[datetime]');
      item.replaceChildren(a, ' ', time ? copy(time) : '');
      return a.href.startsWith(`${location.origin}/`) && a.pathname !== location.pathname
        ? item
        : [];
    });

  const load = async (address) => {
    times[address] = Infinity;
    try {
      const response = await fetch(address, { mode: 'same-origin', cache: 'no-cache' });
      if (response.ok && /^text\/html\b/i.test(response.headers.get('content-type'))) {
        policy ??= window.trustedTypes?.createPolicy('gazeta', rule) ?? rule;
        const html = policy.createHTML(await response.text());
        const page = new DOMParser().parseFromString(html, 'text/html');
        const items = read(page.querySelector('ol.headlines'));
        if (items.length) {
          times[address] = Date.now();
          return items;
        }
      }
    } catch {}
    times[address] = 0;
  };

  for (const list of document.querySelectorAll('[data-fragment] > ol.headlines')) {
    const address = list.parentNode.dataset.fragment;
    const count = list.children.length;
    const keyOf = (items) => items.map((item) => item.outerHTML).join();
    let shown = keyOf(read(list));
    let last;
    let width;

    const settle = async () => {
      const items = (await loads[address])?.slice(0, count).map((item) => item.cloneNode(true));
      if (
        !items ||
        keyOf(items) === shown ||
        // Not under the hands of a reader.
        list.matches(':hover') ||
        list.contains(document.activeElement) ||
        getSelection().containsNode(list, true)
      )
        return;
      shown = keyOf(items);
      const old = [...list.childNodes];
      const { height } = list.getBoundingClientRect();
      const room = () => height - list.getBoundingClientRect().height;
      list.replaceChildren(...items);
      while (room() < 0 && list.lastChild) list.lastChild.remove();
      // Not a height of the list: margins would no longer collapse.
      last = list.lastChild;
      width = innerWidth;
      if (last)
        last.style.paddingBottom = `calc(${getComputedStyle(last).paddingBottom} + ${room()}px)`;
      if (Math.abs(room()) > 0.5) list.replaceChildren(...old);
    };

    const look = () => {
      if (document.hidden) return;
      if (!(Date.now() - times[address] <= 120_000)) loads[address] = load(address);
      settle();
    };

    list.addEventListener('pointerleave', settle);
    // The focus may be on its way to the next link.
    list.addEventListener('focusout', () => setTimeout(settle));
    addEventListener('resize', () => innerWidth !== width && last?.removeAttribute('style'));
    document.addEventListener('visibilitychange', look);
    addEventListener('pageshow', (event) => event.persisted && look());
    look();
  }
}
