/** The bar: what the page is made of, what is remarked on it, and the moment that it shows. */
import { element, finding } from './elements.js';
import { timeIn } from './time.js';

const isKeptOpen = {
  get() {
    try {
      return localStorage.getItem('gazeta-bar') === 'open';
    } catch {
      return false;
    }
  },
  set(isOpen) {
    try {
      localStorage.setItem('gazeta-bar', isOpen ? 'open' : 'closed');
    } catch {
      // A browser that keeps nothing forgets it.
    }
  },
};

/** Draws the bar again and again; `look` moves to an instant, null for the clock. */
export function barIn(root, look) {
  const toggle = element('button', { type: 'button', className: 'toggle' });
  const page = element('p', { className: 'page' });
  const remarks = element('div', { className: 'remarks' });
  const time = timeIn(look);
  const inside = element('div', {}, page, time.element, remarks);
  const bar = element('aside', {}, toggle, inside);
  bar.setAttribute('aria-label', 'Gazeta, preview');
  const show = (isOpen) => {
    bar.className = isOpen ? 'open' : 'closed';
    inside.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  toggle.onclick = () => {
    isKeptOpen.set(inside.hidden);
    show(inside.hidden);
  };
  show(isKeptOpen.get());
  root.append(bar);
  return (facts) => {
    const errors = facts.problems.filter(({ severity }) => severity === 'error').length;
    const all = [...facts.problems, ...(facts.page?.remarks ?? [])];
    const others = all.length - errors;
    toggle.classList.toggle('error', errors > 0);
    toggle.textContent = [
      'Gazeta',
      errors > 0 ? `${errors} to mend` : '',
      others > 0 ? `${others} ${others === 1 ? 'remark' : 'remarks'}` : '',
      facts.time.isClock ? '' : `at ${facts.time.shown.slice(0, 16).replace('T', ' ')}`,
    ]
      .filter((one) => one !== '')
      .join(' · ');
    page.replaceChildren(...pageParts(facts));
    remarks.replaceChildren(...all.map(finding));
    time.draw(facts.time);
  };
}

function pageParts({ page, complete }) {
  if (page === null)
    return [complete ? 'There is no page at this address.' : 'The paper cannot be shown yet.'];
  const when = page.madeAt.slice(11, 19);
  const made =
    page.moved === null
      ? `first looked at ${when}`
      : `another since ${when}: ${page.moved.join(', ')}`;
  const length = page.words === null ? '' : `${page.words} words, ${page.minutes} min to read`;
  return [
    page.open === null
      ? element('b', { textContent: page.maker })
      : element('a', { href: page.open, textContent: page.maker, title: 'Open in the editor' }),
    element('span', { textContent: length }),
    element('span', { textContent: made }),
  ];
}
