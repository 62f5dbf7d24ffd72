/** What tests ask of a page, from within it: tests/looks.ts puts `looks` into every page that it opens. */

const INTERACTIVE = 'a[href], button, summary, input, select, textarea, [tabindex]';

/** An element as a reader of a test's output would look for it. */
const nameOf = (element) => {
  const names = [...element.classList].map((name) => `.${name}`).join('');
  const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
  return `<${element.localName}${names}> ${text}`;
};

const isVisible = (element) =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
  element.getClientRects().length > 0;

/** Elements that are there for ears only are as small as they can be. */
const isUnseen = (element) => element.getBoundingClientRect().width <= 1;

const scrolls = (element) =>
  /auto|scroll/.test(getComputedStyle(element).overflowX) &&
  element.scrollWidth > element.clientWidth;

const within = (element, is) => {
  for (let one = element; one !== null; one = one.parentElement) if (is(one)) return true;
  return false;
};

/** The width of an element's longest word, which is often what makes a page too wide. */
const longestWord = (element) => {
  const range = document.createRange();
  let longest = 0;
  for (const node of element.childNodes)
    if (node.nodeType === Node.TEXT_NODE)
      for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        longest = Math.max(longest, range.getBoundingClientRect().width);
      }
  return Math.round(longest);
};

/** By how much the page is wider than what its scroll bar leaves of the window, and the innermost elements that make it so. */
const overflow = () => {
  const { scrollWidth, clientWidth: room } = document.documentElement;
  const by = scrollWidth - room;
  // What lies before the beginning of the page (the link to the content) makes no page wider.
  const isRtl = document.documentElement.dir === 'rtl';
  const isOutside = (element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && isVisible(element) && (isRtl ? left < -0.5 : right > room + 0.5);
  };
  const names = [...document.body.querySelectorAll('*')]
    .filter((element) => isOutside(element) && !within(element.parentElement, scrolls))
    .filter((element) => ![...element.children].some(isOutside))
    .map((element) => [nameOf(element), longestWord(element)])
    .sort(([, a], [, b]) => b - a)
    .map(([name, word]) => `${name} (longest word ${word})`);
  return by > 0 ? { by, names: names.slice(0, 3) } : { by: 0, names: [] };
};

/** What an attribute `sizes` says, in pixels (HTML Standard, 4.8.4.2.2). */
const saidWidth = (sizes) => {
  const [, length] = sizes
    .split(', ')
    .map((one) => /^(?:(\(.*\)) )?(\S+)$/.exec(one).slice(1))
    .find(([condition]) => condition === undefined || matchMedia(condition).matches);
  const pixels = { px: 1, rem: 16, vw: innerWidth / 100 };
  return Number.parseFloat(length) * pixels[/[a-z]+$/.exec(length)[0]];
};

/** Pictures of which the page says that they are much narrower than they are shown, or much wider, where that costs. */
const wrongSizes = () =>
  [...document.images].filter(isVisible).flatMap((image) => {
    const { width } = image.getBoundingClientRect();
    if (image.srcset === '' || width === 0) return [];
    const said = saidWidth(image.sizes);
    const isRight = said > 0.85 * width && (said < 1.5 * width || said <= 200);
    return isRight ? [] : [`${nameOf(image)}: ${Math.round(width)}, said ${Math.round(said)}`];
  });

/** Elements that hide a part of their text. */
const cutTexts = () =>
  [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (!isVisible(element) || within(element, isUnseen) || element.textContent.trim() === '')
        return false;
      const hides = (value) => value === 'hidden' || value === 'clip';
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    })
    .map(nameOf);

/** The characters of each full line, which is one that the paragraph does not end on. */
const fullLines = (selector) =>
  [...document.querySelectorAll(selector)].flatMap((paragraph) => {
    const lines = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      for (let at = 0; at < node.data.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (box === undefined) continue;
        // Letters of another size on the same line begin at another height, but less than half a line away.
        const line = lines.at(-1);
        if (line !== undefined && Math.abs(line.top - box.top) < box.height / 2)
          line.text += node.data[at];
        else lines.push({ top: box.top, text: node.data[at] });
      }
    return lines.slice(0, -1).map(({ text }) => text.trim().length);
  });

/** What the keyboard must reach, in the order of the document. */
const reachable = () =>
  [...document.querySelectorAll(INTERACTIVE)].filter(
    (element) =>
      element.tabIndex >= 0 && !element.disabled && isVisible(element) && element !== document.body,
  );

/** The place of the focused element among those; -1 if it is none of them. */
const focusedPlace = () => reachable().indexOf(document.activeElement);

/** What is wrong with how the focused element shows that it is. */
const focusFaults = () => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const faults = [];
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
    faults.push(`outline ${outlineStyle} ${outlineWidth}`);
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const fits = bottom - top <= innerHeight;
  if (fits && (top < -0.5 || bottom > innerHeight + 0.5 || left < -0.5 || right > innerWidth + 0.5))
    faults.push(`at ${[left, top, right, bottom].map(Math.round)} outside the window`);
  const [first] = element.getClientRects();
  const hit = document.elementFromPoint(
    (Math.max(first.left, 0) + Math.min(first.right, innerWidth)) / 2,
    (Math.max(first.top, 0) + Math.min(first.bottom, innerHeight)) / 2,
  );
  if (hit === null || !(element.contains(hit) || hit.contains(element)))
    faults.push(`covered by ${hit === null ? 'nothing' : nameOf(hit)}`);
  return faults.map((fault) => `${nameOf(element)}: ${fault}`);
};

const luminance = (color) => {
  const [r, g, b] = color
    .match(/[\d.]+/g)
    .slice(0, 3)
    .map((value) => Number(value) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The contrast of an element's text with the nearest ground that can be seen. */
const contrast = (selector) => {
  const element = document.querySelector(selector);
  let ground = 'rgb(255, 255, 255)';
  within(element, (one) => {
    const { backgroundColor } = getComputedStyle(one);
    if (/, 0\)$/.test(backgroundColor)) return false;
    ground = backgroundColor;
    return true;
  });
  const [light, dark] = [luminance(getComputedStyle(element).color), luminance(ground)].sort(
    (a, b) => b - a,
  );
  return (light + 0.05) / (dark + 0.05);
};

/** The text of the page's own part, without what a script keeps current beside it. */
const mainText = () => {
  const main = document.querySelector('main').cloneNode(true);
  for (const rail of main.querySelectorAll('aside.rail')) rail.remove();
  return main.textContent.trim().replace(/\s+/g, ' ');
};

const outline = () =>
  [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => isVisible(heading))
    .map((heading) => Number(heading.localName[1]));

/** How many of each there are, as screen readers count them. */
const landmarks = () => {
  const own = 'article, aside, main, nav, section';
  const outer = (name) =>
    [...document.querySelectorAll(name)].filter((element) => element.closest(own) === null);
  return {
    main: document.querySelectorAll('main, [role=main]').length,
    banner: outer('header').length + document.querySelectorAll('[role=banner]').length,
    contentinfo: outer('footer').length + document.querySelectorAll('[role=contentinfo]').length,
  };
};

// From the beginning: a shift is counted even if it comes before anything asks.
let shift = 0;
const shifted = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    shift += entry.value;
    for (const { node } of entry.sources)
      if (node) shifted.push(nameOf(node.parentElement ?? node));
  }
}).observe({ type: 'layout-shift', buffered: true });

globalThis.looks = {
  ...{ overflow, cutTexts, fullLines, reachable, focusedPlace, focusFaults, contrast },
  ...{ mainText, outline, landmarks, nameOf, isVisible, scrolls, wrongSizes },
  shifts: () => ({ sum: shift, shifted }),
};
