/** Reading a record of known parts: for each a parser, which gives its value or tells what it should have been. */
import { didYouMean, suggest } from '../base/suggest.ts';
import { type Field, isRecord } from '../content/field.ts';
import { type Fault, within } from './values.ts';

/** What a value should have been, as the end of a sentence; and what to do, where that is not plain. */
export class Expected {
  readonly what: string;
  readonly help: string;

  constructor(what: string, help: string) {
    this.what = what;
    this.help = help;
  }
}

/** In place of a value: it is not what it should have been. */
export function expected(what: string, help = ''): Expected {
  return new Expected(what, help);
}

/** What the value of the part so named says. What is wrong within it is told to `fault`. */
export type Parser<T> = (value: unknown, fault: Fault, part: string) => T | Expected;

/** Those of the parts that there are; of parts by any names there are no others. */
type Read<T> = string extends keyof T ? T : Partial<T>;

/** The parts of a record that are there and are what they should be; the others are told, or left out. */
export function readParts<T extends object>(
  { key, value }: Pick<Field, 'key' | 'value'>,
  fault: Fault,
  parsers: { readonly [Part in keyof T]: Parser<T[Part]> },
): Read<T> {
  const known = new Map<string, Parser<unknown>>(Object.entries(parsers));
  const names = [...known.keys()];
  const list = `Its parts are ${names.join(', ')}`;
  if (!isRecord(value)) {
    fault('config/value', `"${key}" has no parts`, `${list}, each on a line of its own, indented.`);
    return {} as Read<T>;
  }
  const read = Object.entries(value).flatMap(([part, written]) => {
    const parser = known.get(part);
    if (parser === undefined) {
      fault(
        'config/unknown-key',
        `"${key}" has no part "${part}"`,
        `${didYouMean(suggest(part, names))}${list}.`,
        { path: [part], ofKey: true },
      );
      return [];
    }
    const told = within(fault, part);
    const parsed = parser(written, told, part);
    if (!(parsed instanceof Expected)) return [[part, parsed]];
    told('config/value', `"${part}" of "${key}" is not ${parsed.what}`, parsed.help);
    return [];
  });
  return Object.fromEntries(read) as Read<T>;
}

/** One parser for every key of a record. */
export function each<Part extends string, T>(
  parts: Readonly<Record<Part, unknown>>,
  parser: Parser<T>,
): Readonly<Record<Part, Parser<T>>> {
  const pairs = Object.keys(parts).map((part) => [part, parser]);
  return Object.fromEntries(pairs) as Record<Part, Parser<T>>;
}

/** One of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): Parser<Word> {
  return (value) => words.find((one) => one === value) ?? expected(`one of ${words.join(', ')}`);
}

/** A whole number from 1 to `max`. */
export function countTo(max: number): Parser<number> {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max
      ? value
      : expected(`a whole number from 1 to ${max}`);
}

/** True or false. */
export const flag: Parser<boolean> = (value) =>
  typeof value === 'boolean' ? value : expected('true or false');
