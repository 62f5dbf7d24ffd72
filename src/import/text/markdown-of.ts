/** The text of a post as Markdown: what WordPress' editors make of a text, as somebody would have written it here. */
import { lazily } from '../../base/lazy.ts';
import { escapeAttribute } from '../../content/attributes.ts';
import { placeAt, toPlace, withPlaces } from './anchors.ts';
import { shallow } from './depth.ts';
import { find, hasClass, isAfter, type Node, textWithBreaks } from './dom.ts';
import { figureWith, pullQuote } from './figures.ts';
import { noteOf, numbersOf } from './footnotes.ts';
import { isLeft, keptHtml, keptListing, type PlaceOf } from './kept-html.ts';
import { indented, itemOf, listOf } from './lists.ts';
import { enclosed, MARKS, marked } from './marks.ts';
import { backgroundOf, isFace, isMedia, isTracker, mediaOf, numberOf, sourceOf } from './media.ts';
import { BREAK, codeSpan, destination, escaped, fenced, link, oneLine, titled } from './signs.ts';
import { tidied, withoutSpacing } from './spacing.ts';

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
  const rules = rulesWith(facts);
  const turndown = new (library())({
    headingStyle: 'atx',
    hr: '---',
    br: BREAK,
    emDelimiter: '*',
    blankReplacement: (content: string, node: Node) => blank(content, node, facts.placeOf),
  });
  turndown.escape = escaped;
  for (const [name, rule] of Object.entries(rules)) turndown.addRule(name, rule);
  return (html) => tidied(turndown.turndown(withPlaces(withoutSpacing(shallow(html)))));
}

/** What has no text: a place that something leads to, the picture behind a box, something from elsewhere. */
function blank(content: string, node: Node, placeOf: PlaceOf): string {
  const place = placeAt(node);
  if (place !== '') return place;
  const behind = backgroundOf(node);
  if (behind !== '') return block(`![](${destination(placeOf(behind))})`);
  const address = isMedia(node) ? mediaOf(node) : '';
  if (address !== '') return block(link(placeOf(address)));
  const isInline = /^(?:SPAN|B|STRONG|EM|I|U|S|A|FONT|SUP|SUB|SMALL|MARK|CODE)$/.test(
    node.nodeName,
  );
  if (content.trim() === '') return isInline ? '' : block('');
  return isInline ? content : block(content);
}

function rulesWith({ placeOf, altOf, isPicture }: MarkdownFacts): Record<string, Rule> {
  const named =
    (...names: string[]) =>
    (node: Node) =>
      names.includes(node.nodeName);
  const picture = (node: Node, caption = ''): string => {
    const src = sourceOf(node);
    if (src === '' || isTracker(node)) return '';
    if (isFace(node)) return node.getAttribute('alt') ?? '';
    const alt = node.getAttribute('alt')?.trim() || altOf(numberOf(node));
    const title = caption === '' ? '' : ` "${titled(caption)}"`;
    return `![${escaped(oneLine(alt))}](${destination(placeOf(src))}${title})`;
  };

  return {
    unmarked: {
      filter: named('B', 'STRONG', 'EM', 'I'),
      replacement: (content) => content,
    },
    ...Object.fromEntries(
      MARKS.map((mark) => [
        mark.name,
        {
          filter: mark.is,
          replacement: (content: string, node: Node) => marked(mark, content, node),
        },
      ]),
    ),
    inline: {
      filter: named('SUB', 'SUP', 'SMALL', 'MARK', 'U', 'INS', 'KBD', 'ABBR', 'Q'),
      replacement: (content, node) => enclosed(node.nodeName.toLowerCase(), '', content),
    },
    abbreviation: {
      filter: (node) => node.nodeName === 'ABBR' && node.getAttribute('title') !== null,
      replacement: (content, node) =>
        enclosed('abbr', ` title="${escapeAttribute(node.getAttribute('title') ?? '')}"`, content),
    },
    code: {
      filter: named('CODE'),
      replacement: (_, node) => {
        const text = textWithBreaks(node);
        if (text.trim().includes('\n')) return block(fenced(text));
        return isAfter(node, ({ nodeName }) => nodeName === 'CODE')
          ? `<code>${escaped(oneLine(text))}</code>`
          : codeSpan(text);
      },
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
    list: {
      filter: named('UL', 'OL'),
      replacement: (content, node) => listOf(content, node),
    },
    listItem: { filter: named('LI'), replacement: (content, node) => itemOf(content, node) },
    galleryItem: {
      filter: (node) =>
        hasClass(node, 'blocks-gallery-item') ||
        hasClass(node, 'blocks-gallery-grid') ||
        hasClass(node, 'wp-block-gallery'),
      replacement: (content) => block(content.trim()),
    },
    verse: {
      filter: (node) => hasClass(node, 'wp-block-verse'),
      replacement: (content) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: a sign that no text has
        const stanzas = content.replace(/^[\s\u0003]+|[\s\u0003]+$/g, '').split(/\n[ \t]*\n\s*/);
        return block(
          stanzas.map((lines) => lines.split(/\s*\n\s*/).join(`${BREAK}\n`)).join('\n\n'),
        );
      },
    },
    listing: {
      filter: (node) => node.nodeName === 'PRE' && !hasClass(node, 'wp-block-verse'),
      replacement: (_, node) =>
        find(node, 'a[href], img') === null
          ? block(fenced(textWithBreaks(node)))
          : block(keptListing(node, placeOf)),
    },
    html: {
      filter: (node) =>
        named('TABLE', 'DL', 'DETAILS')(node) ||
        (node.nodeName === 'OL' && node.getAttribute('reversed') !== null),
      replacement: (_, node) => block(keptHtml(node, placeOf)),
    },
    picture: { filter: named('IMG', 'AMP-IMG'), replacement: (_, node) => picture(node) },
    media: {
      filter: isMedia,
      replacement: (_, node) => {
        const address = mediaOf(node);
        return address === '' ? '' : block(link(placeOf(address)));
      },
    },
    paragraph: {
      filter: (node) =>
        (node.nodeName === 'P' || hasClass(node, 'wp-block-embed__wrapper')) &&
        isAddress(node.textContent.trim()) &&
        find(node, 'img, a') === null,
      replacement: (_, node) => block(link(placeOf(node.textContent.trim()))),
    },
    link: {
      filter: named('A'),
      replacement: (content, node) => {
        const href = toPlace((node.getAttribute('href') ?? '').trim());
        const text = inLines(content);
        if (text === '' || !leads(href)) return text === '' ? '' : content;
        const image = find(node, 'img');
        const isPictureAlone = image !== null && node.textContent.trim() === '';
        if (isPictureAlone && isPicture(href)) return content;
        const place = placeOf(href);
        if (node.textContent.trim() === href) return link(place);
        return content.trim().includes('\n\n')
          ? linkedBlocks(content, destination(place))
          : `[${withoutHash(text)}](${destination(place)})`;
      },
    },
    figure: {
      filter: (node) =>
        node.nodeName === 'FIGURE' ||
        hasClass(node, 'wp-caption') ||
        hasClass(node, 'wp-block-pullquote'),
      replacement: (content, node) =>
        hasClass(node, 'wp-block-pullquote')
          ? block(pullQuote(node, placeOf))
          : block(figureWith({ placeOf, isPicture, picture }, content, node)),
    },
    note: {
      filter: (node) => noteOf(node) !== '',
      replacement: (_, node) => {
        const number = numbersOf(listOfNotes(node)).get(noteOf(node));
        return number === undefined ? `<sup>${oneLine(node.textContent)}</sup>` : `[^${number}]`;
      },
    },
    notes: {
      filter: (node) => hasClass(node, 'wp-block-footnotes'),
      replacement: (content) => block(content),
    },
    noteText: {
      filter: (node) =>
        node.nodeName === 'LI' &&
        node.parentNode !== null &&
        hasClass(node.parentNode, 'wp-block-footnotes'),
      replacement: (content, node) => {
        const number = numbersOf(node.parentNode).get(node.getAttribute('data-note') ?? '');
        return block(`[^${number}]: ${indented(content.trim(), 4)}`);
      },
    },
    cover: {
      filter: (node) => backgroundOf(node) !== '',
      replacement: (content, node) =>
        block(`![](${destination(placeOf(backgroundOf(node)))})${block(content.trim())}`),
    },
    place: { filter: (node) => placeAt(node) !== '', replacement: (_, node) => placeAt(node) },
    gone: { filter: isLeft, replacement: () => '' },
  };
}

const block = (text: string): string => `\n\n${text}\n\n`;

/** A link around several paragraphs, which cannot be one: each of them is. */
function linkedBlocks(content: string, place: string): string {
  return block(
    content
      .trim()
      .split(/\n{2,}/)
      .map((one) => {
        const [, hash = '', text = ''] = /^(#{2,6} )?([\s\S]*)$/.exec(one) ?? [];
        const isText = !/^(?:[<>|`]|- |\d+[.)] |---$)/.test(text);
        return isText ? `${hash}[${oneLine(text.replaceAll(BREAK, ' '))}](${place})` : one;
      })
      .join('\n\n'),
  );
}

/** The text of a link, in which only line breaks end lines. */
function inLines(content: string): string {
  const parts = content.split(BREAK).map(oneLine);
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  while (parts.length > 1 && parts[0] === '') parts.shift();
  return parts.join(`${BREAK}\n`);
}

/** A heading alone in a link: the paragraph around it is none. */
const withoutHash = (text: string): string => text.replace(/^#{2,6} /, '');

/** The list of the text's footnotes. */
function listOfNotes(node: Node): Node | null {
  let root = node;
  while (root.parentNode !== null) root = root.parentNode;
  return find(root, '.wp-block-footnotes');
}

const isAddress = (text: string): boolean =>
  /^https?:\/\/[^\s<>]+$/.test(text) && URL.canParse(text);

const leads = (href: string): boolean =>
  href !== '' && !/^(?:javascript|vbscript|data|file):/i.test(href);
