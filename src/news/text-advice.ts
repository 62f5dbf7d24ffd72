/** What an editor would remark on in the text of an article, as readers see it. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { unescapeAttribute } from '../content/attributes.ts';
import type { Body } from '../content/body.ts';
import { OTHER_TAGS } from '../content/other-tags.ts';
import { isOnComputer, ON_ONE_COMPUTER } from './missing-files.ts';

/** Finds a text in an article's file. */
type Locate = (path: string, text: string) => Where;

/** What is said of Markdown that stayed as it was typed, and by what it is found in the file. */
interface Literal {
  readonly written: string;
  readonly help: string;
  /** The longest first: quotation marks, for one, are not as they were typed. */
  readonly searched: readonly string[];
}

/** What readers see as text, but not as Markdown: code, and what no reader sees. */
const NO_TEXT = /<(pre|code|script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi;
const BLOCK_TAG = /<\/?(?:p|h\d|li|td|th|dd|dt|figcaption|blockquote|div)\b[^>]*>/gi;
/** Stands where a link or picture within the site is. */
const SLOT = '\u0002';

/** True of a body in which there is nothing to be read or seen. */
export function isEmptyBody(body: Body): boolean {
  return body.every((part) => typeof part === 'string' && part.trim() === '');
}

/** Markdown that stayed literal, and links that lead to the reader's own computer. */
export function* adviseOnText(path: string, body: Body, locate: Locate): Generator<Diagnostic> {
  const html = body.map((part) => (typeof part === 'string' ? part : SLOT)).join('');
  const told = new Set<string>();
  for (const { written, help, searched } of literals(html)) {
    if (told.has(written)) continue;
    told.add(written);
    const where = placeOf(path, searched, locate);
    // With a backslash before it, it is meant to be seen.
    if (typeof where !== 'string' && where.text[where.column - 2] === '\\') continue;
    const line = written.replace(/\s+/g, ' ');
    yield diagnostic('check/markdown', where, `"${line}" is shown as it is typed`, help);
  }
  for (const [, address = ''] of html.matchAll(OWN_COMPUTER)) yield ownComputer(address);

  function ownComputer(address: string): Diagnostic {
    return onOwnComputer(path, unescapeAttribute(address), locate);
  }
}

const HOSTS = String.raw`(?:https?:\/\/(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])|localhost:\d)`;
const OWN_COMPUTER = new RegExp(String.raw`\s(?:href|src)="(${HOSTS}(?:[:/?#\d][^"]*)?)"`, 'gi');
const ON_OWN_COMPUTER = new RegExp(`^${HOSTS}`, 'i');

/** True of an address that means the computer of whoever follows it. */
export function isOnOwnComputer(address: string): boolean {
  return ON_OWN_COMPUTER.test(address);
}

export function onOwnComputer(path: string, address: string, locate: Locate): Diagnostic {
  return diagnostic(
    'check/link',
    locate(path, address),
    `"${address}" means the computer of whoever reads it`,
    'Write the address that readers have: of a page of this paper only its path, /2026/11/23/slug/.',
  );
}

function placeOf(path: string, searched: readonly string[], locate: Locate): Where {
  for (const text of searched) {
    const where = locate(path, text);
    if (typeof where !== 'string') return where;
  }
  return path;
}

const EMPTY_LINK = /<a href=""[^>]*>([^<]*)<\/a>/g;
// Of a file of which there were several the name may be "foto (1).jpg".
const LINK = /(!?)\[([^[\]]*)\](\s*)\(((?:[^()\n]|\n(?!\n)|\([^()\n]*\)){0,2000})\)/g;
const NOTE = /\[\^[^\]\s]+\]/g;
const HEADING = /(?:^|\n)(#{2,6})([^\s#][^\n]*)/g;
/** What stands in brackets in a text and is no link: an omission, a remark, a number. */
const REMARK = /^(?:…|\.{3}|sic!?|[!?]|\d+)$/i;
const ADDRESS =
  /^(?:(?:https?:\/\/|www\.|mailto:|\.{0,2}\/)\S+|\S+\.(?:gif|html?|jpe?g|markdown|md|pdf|png|svg|webp)(?:[?#]\S*)?)$/i;
const TITLE = /\s+["'“”„«»‘’‚].*$/s;

function* literals(html: string): Generator<Literal> {
  for (const [, words = ''] of html.matchAll(EMPTY_LINK)) {
    const written = `[${unescapeAttribute(words)}]()`;
    yield {
      written,
      help: 'The link has no address. Write it between the round brackets, or the words alone.',
      searched: [written, ']()', '](<>)'],
    };
  }
  if (!/[[{]|##/.test(html)) return;
  const text = unescapeAttribute(
    html
      .replace(NO_TEXT, SLOT)
      .replace(BLOCK_TAG, '\n\n')
      .replace(/<[^>]*>/g, ''),
  );
  for (const [written, mark = '', words = '', space = '', inside = ''] of text.matchAll(LINK)) {
    const help = linkHelp(mark, words, space, inside);
    const rest = written.slice(written.indexOf(']'));
    if (help !== null) yield { written, help, searched: [written, rest, rest.replace(TITLE, '')] };
  }
  for (const [system, tag] of OTHER_TAGS) {
    const [written] = text.match(tag) ?? [];
    // Of one text the first is enough: all are mended in the same way.
    if (written !== undefined)
      yield {
        written,
        help: `${system} puts something in its place, Gazeta does not. Write it as Markdown or HTML, or take it out.`,
        searched: [written, written.split(/["'“”„«»‘’‚]/)[0] ?? ''],
      };
  }
  for (const [written] of text.matchAll(NOTE))
    yield {
      written,
      help: `There is no note of this name. Write it in a line of its own: ${written}: The note.`,
      searched: [written],
    };
  for (const [, marks = '', title = ''] of text.matchAll(HEADING)) {
    const written = marks + title;
    yield {
      written,
      help: `A heading has a blank after its marks: ${marks} ${title}.`,
      searched: [written, marks + title.split(/["'“”„«»‘’‚]/)[0]],
    };
  }
}

/** What to write instead of a link or picture that is none; null if it may well be a text in brackets. */
function linkHelp(mark: string, words: string, space: string, inside: string): string | null {
  const address = inside.trim().replace(TITLE, '');
  if (words.includes('\n\n') || inside.includes(SLOT)) return null;
  const opening = `${mark}[${words.replace(/\s+/g, ' ')}]`;
  if (space !== '')
    return ADDRESS.test(address) && !REMARK.test(words) && !space.includes('\n\n')
      ? `Write it without a blank between: ${opening}(${address}).`
      : null;
  // Tags of other systems are told as what they are.
  if (/\{[{%]/.test(address)) return null;
  if (isOnComputer(address)) return ON_ONE_COMPUTER;
  if (/\s/.test(address))
    return /\/|\.\w{2,5}$/.test(address)
      ? `An address with blanks stands in angle brackets: ${opening}(<${address.replace(/\s+/g, ' ')}>).`
      : null;
  return /^[a-z][a-z0-9+.-]+:/i.test(address)
    ? 'Such an address is not published. Write one that begins with https:// or with /.'
    : null;
}
