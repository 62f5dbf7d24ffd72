/** Signs that do not show, or look like spaces, where they change what front matter means. */
import { nameOfSign, UNSEEN, UNSEEN_SIGN, WIDE } from '../base/signs.ts';
import type { Fault, Field } from './field.ts';

const AFTER_COLON = new RegExp(`^(?:- | )*[\\w-]+:(?=[${UNSEEN}])`);
const BEFORE = new RegExp(`^ *(?=[${UNSEEN}])`);

/** One before what a line says, if its line is the one that is blamed, or directly after the colon of its key. */
export function spaceSlip(line: string, isBlamed: boolean): Fault | null {
  const after = isBlamed || !/^[ -]/.test(line) ? AFTER_COLON.exec(line) : null;
  if (after !== null) return forSpace(line[after[0].length] ?? '', after[0].length);
  const before = isBlamed ? BEFORE.exec(line) : null;
  return before === null ? null : unseenAt(line, before[0].length);
}

/** Between letters of other scripts than the Latin one joiners are a part of the word. */
const IN_KEY = new RegExp(
  `[${UNSEEN}]|(?<![^\\0-\\x7f])[\\u200c\\u200d]|[\\u200c\\u200d](?![^\\0-\\x7f])`,
);

/** One in a key, as the key stands in its text: with it the key is another, however it looks. */
export function keySlip(key: string, keyOffset: number): Fault | null {
  const found = IN_KEY.exec(key);
  if (found === null) return null;
  const { 0: sign, index } = found;
  // `title:` and a no-break space begin a key that ends at the next colon.
  if (key[index - 1] === ':') return forSpace(sign, keyOffset + index);
  const isWithin = index > 0 && index < key.length - 1;
  // Between words of a key of the paper's own it is a space like others.
  if (isWithin && IS_WIDE.test(sign)) return null;
  const name = key.replace(new RegExp(IN_KEY, 'g'), '');
  const side = isWithin ? 'in' : index === 0 ? 'before' : 'after';
  return {
    offset: keyOffset + index,
    problem: `${nameOfSign(sign)} stands ${side} "${name}"`,
    help: `${looksOf(sign)} Delete it: with it the key is another one.`,
  };
}

/** Quick for texts without any. */
export function mayHaveKeySlip(text: string): boolean {
  return IN_KEY.test(text);
}

/** One in any of the keys, where a language keeps keys in quotes and says no more of where it stands. */
export function unseenInKeys(fields: readonly Field[]): Fault | null {
  for (const { key, keyOffset } of fields) {
    const slip = keySlip(key, keyOffset);
    if (slip !== null) return { ...slip, offset: keyOffset };
  }
  return null;
}

/** One at the place where a parser gave up. */
export function unseenAt(text: string, offset: number): Fault | null {
  const sign = text[offset] ?? '';
  if (!UNSEEN_SIGN.test(sign)) return null;
  if (IS_WIDE.test(sign)) return forSpace(sign, offset);
  const problem = `${nameOfSign(sign)} stands where it means nothing`;
  return { offset, problem, help: `${looksOf(sign)} Delete it.` };
}

const IS_WIDE = new RegExp(`[${WIDE}]`);

function forSpace(sign: string, offset: number): Fault {
  return {
    offset,
    problem: `${nameOfSign(sign)} stands where a space is needed`,
    help: `${looksOf(sign)} Delete it, and type a space.`,
  };
}

function looksOf(sign: string): string {
  return IS_WIDE.test(sign) ? 'It looks like a space and is another sign.' : 'It does not show.';
}
