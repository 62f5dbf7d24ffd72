/** What a file that cannot be read seems to refer to. */
import { isUtf8 } from 'node:buffer';
import { asLatin } from '../base/latin.ts';
import { decodeEntities } from './entities.ts';
import { type OwnSite, withinSite } from './own-site.ts';

/** Where an address within the site may begin: not within a word, nor with a tag that closes an element. */
const BEGIN =
  /(?<![\p{L}\p{N}._~%/-]|<(?=\/[a-z][\w:-]*\s*>))(?:(?:https?:\/*|\/{2,})[^\s/"'`<>()[\]{}|,;]{1,300})?\/(?!\/)/giu;
/** Where it may end: names of files have most of these signs, too. */
const ENDS = /(?=[\s"'`<>()[\]{}|,;:])|$/g;
const LONGEST = 400;
/** How many ends are tried of one address, until they are so many in all; then one of each. */
const FEW = 16;
const MANY = 30_000;

/**
 * The addresses within the site that stand in a text, whatever its language, with what may be an end of each. They are
 * too many rather than too few: what they name is withheld, and most of them name nothing.
 */
export function mentionsIn(bytes: Uint8Array, own: OwnSite): readonly string[] {
  const text = plainText(bytes);
  const found = new Set<string>();
  let tried = 0;
  for (const { index, 0: begin } of text.matchAll(BEGIN)) {
    const rest = text.slice(index, index + begin.length + LONGEST);
    const [line = ''] = rest.split('\n', 1);
    let left = tried < MANY ? FEW : 1;
    ENDS.lastIndex = begin.length;
    for (let end = ENDS.exec(line); end !== null && left > 0; end = ENDS.exec(line)) {
      left--;
      tried++;
      ENDS.lastIndex = end.index + 1;
      const target = withinSite(line.slice(0, end.index), own);
      if (target === null) break;
      for (const one of [target, target.replace(/[.!…]+$/, '')]) if (one.length > 1) found.add(one);
    }
  }
  return [...found];
}

const DAY = /(?<!\d)\d{4}-\d\d?-\d\d?(?!\d)(?:[T ]\d\d?:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?/g;

/** As people write it: 29.11.2026, and 11/29/2026 where the month comes first. */
const DAY_FIRST = /(?<!\d)(\d\d?)([./-])(\d\d?)\2(\d{4})(?!\d)/g;

/** The first days and instants that stand in the bytes of a file: one may be that of its publication. */
export function daysIn(bytes: Uint8Array): readonly string[] {
  return daysInText(decoded(bytes));
}

/** Those of a text, in forms that can be read. */
export function daysInText(text: string): readonly string[] {
  const found = new Set<string>();
  const add = (day: string) => void (found.size < FEW && found.add(day));
  for (const [day] of text.matchAll(DAY)) add(day);
  for (const [, first = '', , second = '', year] of text.matchAll(DAY_FIRST)) {
    const [one, other] = [first.padStart(2, '0'), second.padStart(2, '0')];
    add(`${year}-${other}-${one}`);
    add(`${year}-${one}-${other}`);
  }
  return [...found];
}

/**
 * The text without what Markdown, JSON, YAML and HTML put before signs, or in place of them. A backslash may also be
 * one that browsers take for a slash; then the text is read twice.
 */
function plainText(bytes: Uint8Array): string {
  const code = (_: string, digits: string) => String.fromCharCode(Number.parseInt(digits, 16));
  const text = decoded(bytes).replace(/\\u([0-9a-f]{4})/gi, code);
  if (!text.includes('\\')) return decodeEntities(text);
  const plain = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return decodeEntities(`${plain}\n${text.replaceAll('\\', '/')}`);
}

/** A text in any encoding; where that is not known in several, one after the other. */
function decoded(bytes: Uint8Array): string {
  const as = (encoding: string) => new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
  return isUtf8(bytes) ? as('utf-8') : `${as('utf-8')}\n${asLatin(bytes).replaceAll('\0', '')}`;
}
