/** The text of a post as Markdown: what WordPress' editors make of a text, as somebody would have written it here. */
import { lazily } from '../base/lazy.ts';
import { escapeAttribute } from '../content/attributes.ts';
import { find, hasClass, isWithin, mediaOf, type Node, textWithBreaks } from './dom.ts';
import { keptHtml, keptInside, type PlaceOf } from './kept-html.ts';

export interface MarkdownFacts {
  readonly placeOf: PlaceOf;
  /** What is said of a picture of that number to those who do not see it; empty if nothing. */
  readonly altOf: (id: string) => string;
  /** True if an address leads to a picture, or to WordPress' page of one. */
  readonly isPicture: (address: string) => boolean;
}

/** The part of the library that is used. */
interface Turndown {
  turndown(html: string): string;
  escape(text: string): string;
  addRule(name: string, rule: Rule): void;
}
interface Rule {
  readonly filter: (node: Node) => boolean;
  readonly replacement: (content: string, node: Node) => string;
}
type Library = new (options: Readonly<Record<string, unknown>>) => Turndown;

const library = lazily<Library>('turndown');

/** Makes the converter of a whole import. */
export function markdownOf(facts: MarkdownFacts): (html: string) => string {
  const turndown = new (library())({
    headingStyle: 'atx',
    hr: '---',
    br: BREAK,
    bulletListMarker: '-',
    emDelimiter: '*',
  });
  turndown.escape = escaped;
  for (const [name, rule] of Object.entries(rulesWith(facts))) turndown.addRule(name, rule);
  return (html) => tidied(turndown.turndown(withoutSpacing(html)));
}

/** A text without what spaces it out; a listing is as it is. */
function withoutSpacing(html: string): string {
  return html
    .split(LISTING)
    .map((piece, at) =>
      at % 2 === 1
        ? piece
        : piece
            .replace(PARAGRAPH_BREAKS, '</p><p>')
            .replace(FIRST_BREAKS, '$1')
            .replace(LAST_BREAKS, '$1'),
    )
    .join('');
}

const LISTING = /(<pre\b[\s\S]*?<\/pre\s*>)/i;
/** Several line breaks are a paragraph to those who type them. */
const PARAGRAPH_BREAKS = /(?:<br\s*\/?>(?:\s|&nbsp;)*){2,}/gi;
/** Line breaks with which an element begins or ends show nothing. */
const FIRST_BREAKS =
  /(<(?:p|li|blockquote|div|h[1-6]|td|th|cite|figcaption)(?:\s[^>]*)?>)(?:\s*<br\s*\/?>)+/gi;
const LAST_BREAKS =
  /(?:<br\s*\/?>\s*)+(<\/(?:p|li|blockquote|div|h[1-6]|td|th|cite|figcaption)\s*>)/gi;

function tidied(markdown: string): string {
  return markdown
    .replace(/[ \t]+$/gm, '')
    .replace(CALLED, (_, isLink = '') => (isLink === '' ? '!' : '\\!['))
    .replace(BREAKS, BREAK)
    .replace(BREAK_AT_END, '')
    .replaceAll(BREAK, '\\')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text so that Markdown reads it as it is. It begins a line, or may. */
function escaped(text: string): string {
  return text
    .replace(/[\\*`[\]]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/[~^]/g, '\\$&')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '\\&')
    .replace(/!$/, '!\u0002')
    .replace(/^(?:[-+](?=\s|$|-+\s*$)|>|=(?==*\s*$)|#(?=#{0,5}(?:\s|$)))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Stands for a line break until it is known what is around it; no text has control characters here. */
const BREAK = '\u0003';
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const BREAK_AT_END = /\u0003(?=\n[>\s]*\n|\s*$)/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const BREAKS = /(?:\u0003\s*)+\u0003/g;

/** An exclamation mark at the end of a text: it would make a picture of a link after it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a sign that no text has
const CALLED = /!\u0002(\[)?/g;

function rulesWith({ placeOf, altOf, isPicture }: MarkdownFacts): Record<string, Rule> {
  const named =
    (...names: string[]) =>
    (node: Node) =>
      names.includes(node.nodeName);
  const picture = (node: Node, caption = ''): string => {
    const src = sourceOf(node);
    if (src === '' || isTracker(node)) return '';
    if (hasClass(node, 'emoji') || hasClass(node, 'wp-smiley'))
      return node.getAttribute('alt') ?? '';
    const alt = node.getAttribute('alt')?.trim() || altOf(numberOf(node));
    const title = caption === '' ? '' : ` "${titled(caption)}"`;
    return `![${escaped(oneLine(alt))}](${destination(placeOf(src))}${title})`;
  };

  return {
    gone: {
      filter: (node) =>
        /^(?:SCRIPT|STYLE|NOSCRIPT|FORM|INPUT|BUTTON|SELECT|TEXTAREA|SVG|LINK|META|TITLE)$/i.test(
          node.nodeName,
        ) ||
        hasClass(node, 'wp-block-social-links') ||
        hasClass(node, 'wp-block-file__button'),
      replacement: () => '',
    },
    inline: {
      filter: named('SUB', 'SUP', 'SMALL', 'MARK', 'U', 'INS', 'KBD', 'ABBR', 'Q'),
      replacement: (content, node) => {
        const name = node.nodeName.toLowerCase();
        return content.trim() === '' ? content : `<${name}>${content}</${name}>`;
      },
    },
    abbreviation: {
      filter: (node) => node.nodeName === 'ABBR' && node.getAttribute('title') !== null,
      replacement: (content, node) =>
        `<abbr title="${escapeAttribute(node.getAttribute('title') ?? '')}">${content}</abbr>`,
    },
    code: {
      filter: (node) => node.nodeName === 'CODE' && !isWithin(node.parentNode, /^PRE$/),
      replacement: (_, node) => {
        const text = textWithBreaks(node);
        if (text.trim().includes('\n')) return block(fenced(text));
        const isBeside = node.previousSibling?.nodeName === 'CODE';
        return isBeside ? `<code>${escaped(oneLine(text))}</code>` : codeSpan(text);
      },
    },
    strong: { filter: named('STRONG', 'B'), replacement: marked('**', 'strong', /^(?:STRONG|B)$/) },
    emphasis: { filter: named('EM', 'I'), replacement: marked('*', 'em', /^(?:EM|I)$/) },
    deleted: {
      filter: named('DEL', 'S', 'STRIKE'),
      replacement: marked('~~', 'del', /^(?:DEL|S|STRIKE)$/),
    },
    heading: {
      filter: (node) => /^H[1-6]$/.test(node.nodeName),
      replacement: (content, node) => {
        // The headline of the article is the only one of its level.
        const level = Math.max(2, Number(node.nodeName[1]));
        const text = oneLine(content.replaceAll(BREAK, ' ')).replace(/(?<=\s)#+$/, '\\$&');
        return block(`${'#'.repeat(level)} ${text}`);
      },
    },
    listItem: {
      filter: named('LI'),
      replacement: (content, node) => {
        const marker = markerOf(node);
        const text = content.trim().replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`);
        return `${marker}${text}\n`;
      },
    },
    galleryItem: {
      filter: (node) =>
        hasClass(node, 'blocks-gallery-item') ||
        hasClass(node, 'blocks-gallery-grid') ||
        hasClass(node, 'wp-block-gallery'),
      replacement: (content) => block(content.trim()),
    },
    listing: {
      filter: named('PRE'),
      replacement: (_, node) => {
        const text = textWithBreaks(node);
        const lines = text.trim().split(/\s*\n\s*/);
        const isVerse = hasClass(node, 'wp-block-verse');
        return block(isVerse ? lines.map(escaped).join(`${BREAK}\n`) : fenced(text));
      },
    },
    html: {
      filter: named('TABLE', 'DL', 'DETAILS'),
      replacement: (_, node) => block(keptHtml(node, placeOf)),
    },
    picture: { filter: named('IMG'), replacement: (_, node) => picture(node) },
    media: {
      filter: named('IFRAME', 'VIDEO', 'AUDIO', 'OBJECT', 'EMBED'),
      replacement: (_, node) => {
        const address = watched(mediaOf(node));
        return address === '' ? '' : block(link(placeOf(address)));
      },
    },
    paragraph: {
      filter: (node) =>
        (node.nodeName === 'P' || hasClass(node, 'wp-block-embed__wrapper')) &&
        isAddress(node.textContent.trim()) &&
        find(node, 'img') === null,
      replacement: (_, node) => block(link(placeOf(node.textContent.trim()))),
    },
    link: {
      filter: named('A'),
      replacement: (content, node) => {
        const href = (node.getAttribute('href') ?? '').trim();
        const text = oneLine(content);
        if (text === '' || !leads(href)) return text === '' ? '' : content;
        const image = find(node, 'img');
        if (image !== null && node.textContent.trim() === '' && isPicture(href)) return content;
        const place = placeOf(href);
        return node.textContent.trim() === href ? link(place) : `[${text}](${destination(place)})`;
      },
    },
    figure: {
      filter: (node) => node.nodeName === 'FIGURE' || hasClass(node, 'wp-caption'),
      replacement: (content, node) => {
        if (hasClass(node, 'wp-block-pullquote')) return pullQuote(node);
        const images = Array.from(node.querySelectorAll('img'));
        const [image] = images;
        if (image === undefined || images.length > 1) return block(content);
        const caption = find(node, 'figcaption, .wp-caption-text');
        const around = find(node, 'a');
        const isLinked =
          around !== null &&
          find(around, 'img') !== null &&
          !isPicture(around.getAttribute('href') ?? '');
        if (isLinked || (caption !== null && find(caption, 'a') !== null))
          return block(
            `<figure>${keptInside([around !== null && isLinked ? around : image], placeOf)}${
              caption === null
                ? ''
                : `<figcaption>${keptInside(caption.childNodes, placeOf)}</figcaption>`
            }</figure>`,
          );
        return block(picture(image, oneLine(caption?.textContent ?? '')));
      },
    },
  };
}

const block = (text: string): string => `\n\n${text}\n\n`;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What stands between marks; as an element where Markdown would not see the marks for the signs beside them. */
function marked(mark: string, name: string, same: RegExp) {
  return (content: string, node: Node): string => {
    const text = content.trim();
    if (text === '' || text.includes('\n\n') || isWithin(node.parentNode, same)) return content;
    const isSeen =
      opens(before(node), text[0] ?? '') &&
      opens(after(node), text.replace('\u0002', '').at(-1) ?? '') &&
      !text.endsWith(BREAK) &&
      !isMarked(node.previousSibling);
    return isSeen ? `${mark}${text}${mark}` : `<${name}>${text}</${name}>`;
  };
}

/** True if marks end right before: two of them would be one. */
function isMarked(node: Node | null): boolean {
  return (
    node !== null &&
    /^(?:B|DEL|EM|I|S|STRIKE|STRONG)$/.test(node.nodeName) &&
    node.textContent.trim() !== ''
  );
}

/** CommonMark 6.2: beside a sign inside there must be a blank, a sign or nothing outside. */
function opens(outside: string, inside: string): boolean {
  const isSign = (sign: string) => /[\p{P}\p{S}]/u.test(sign);
  return !isSign(inside) || outside === '' || /\s/.test(outside) || isSign(outside);
}

/** The sign before an element; empty where it begins a line. */
const before = (node: Node): string => beside(node, 'previousSibling', -1);
/** The sign after it. */
const after = (node: Node): string => beside(node, 'nextSibling', 0);

function beside(node: Node, side: 'previousSibling' | 'nextSibling', at: number): string {
  const INLINE =
    /^(?:A|ABBR|B|BIG|CITE|CODE|DEL|EM|FONT|I|INS|MARK|Q|S|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|U)$/;
  for (let one: Node | null = node; one !== null; one = one.parentNode) {
    for (let other = one[side]; other !== null; other = other[side]) {
      if (other.nodeName === 'BR') return '';
      if (other.textContent !== '') return other.textContent.at(at) ?? '';
    }
    if (one.parentNode === null || !INLINE.test(one.parentNode.nodeName)) return '';
  }
  return '';
}

function markerOf(node: Node): string {
  const list = node.parentNode;
  if (list?.nodeName !== 'OL') return '- ';
  const items = Array.from(list.childNodes).filter(({ nodeName }) => nodeName === 'LI');
  const first = Number(list.getAttribute('start') ?? 1);
  return `${(Number.isInteger(first) && first >= 0 ? first : 1) + items.indexOf(node)}. `;
}

/** A short piece of code in its line. */
function codeSpan(text: string): string {
  const bare = text.replace(/\s+/g, ' ').trim();
  if (bare === '') return '';
  const runs = new Set((bare.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const mark = '`'.repeat(length);
  const space = bare.startsWith('`') || bare.endsWith('`') ? ' ' : '';
  return `${mark}${space}${bare}${space}${mark}`;
}

function fenced(text: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), 3));
  return `${fence}\n${text.replace(/^\n+|\s+$/g, '')}\n${fence}`;
}

/** A sentence of the article that is seen before it is read. */
function pullQuote(node: Node): string {
  const said = Array.from(node.querySelectorAll('p'), ({ textContent }) => oneLine(textContent));
  const by = oneLine(find(node, 'cite')?.textContent ?? '');
  const text = said.length > 0 ? said.join(' ') : oneLine(node.textContent).replace(by, '').trim();
  return block(
    `<p class="pull-quote">${escapeAttribute(by === '' ? text : `${text} – ${by}`)}</p>`,
  );
}

/** The address of a picture, also of one that a script was to load later. */
function sourceOf(node: Node): string {
  const src = (node.getAttribute('src') ?? '').trim();
  const later = (node.getAttribute('data-src') ?? node.getAttribute('data-lazy-src') ?? '').trim();
  const found = src === '' || src.startsWith('data:') ? later : src;
  return found.startsWith('data:') ? '' : found;
}

/** A picture of one point, which counts readers. */
const isTracker = (node: Node): boolean =>
  ['width', 'height'].some((name) => /^[01](?:px)?$/.test(node.getAttribute(name) ?? ''));

/** The number that WordPress gave a picture, from its class. */
const numberOf = (node: Node): string => /\bwp-image-(\d+)/.exec(node.className ?? '')?.[1] ?? '';

const isAddress = (text: string): boolean =>
  /^https?:\/\/[^\s<>]+$/.test(text) && URL.canParse(text);

const leads = (href: string): boolean =>
  href !== '' && !/^(?:javascript|vbscript|data|file):/i.test(href);

/** The page of a video, where what was shown in the text was its player. */
function watched(address: string): string {
  const full = address.startsWith('//') ? `https:${address}` : address;
  const video = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/.exec(full)?.[1];
  if (video !== undefined && video !== 'videoseries')
    return `https://www.youtube.com/watch?v=${video}`;
  return full.replace(/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*$/, 'https://vimeo.com/$1');
}

/** An address by itself. */
function link(address: string): string {
  if (/^(?:https?|mailto):[^\s<>]+$/i.test(address)) return `<${address}>`;
  const name = address.replace(/[?#].*$/, '').replace(/^.*\/(?=.)/, '');
  return `[${escaped(name)}](${destination(address)})`;
}

/** An address in the brackets of a link. */
function destination(address: string): string {
  const clean = address.replace(/[\s<>]/g, (sign) => encodeURIComponent(sign));
  return /[()\\]/.test(clean) ? `<${clean.replaceAll('\\', '%5C')}>` : clean;
}

const titled = (text: string): string => escaped(text).replace(/"/g, '\\"');
