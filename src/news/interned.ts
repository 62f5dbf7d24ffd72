/** Values that many articles have in common, as numbers: a section, a tag, a byline. */
import { type Mark, markOfData } from '../memo/mark.ts';

/** Values with numbers. */
export interface Interned<T> {
  readonly values: T[];
  readonly number: (value: T) => number;
  /** The mark of the value that has a number. */
  readonly mark: (number: number) => Mark;
}

/** Gives each different value a number, the next one. */
export function interned<T>(known: readonly T[]): Interned<T> {
  const marks: Mark[] = [];
  const values = [...known];
  let numbers: Map<string, number> | null = null;
  /** Those that were given before: the articles of a section share one object. */
  const given = new WeakMap<object, number>();
  const keyOf = (value: T) => (typeof value === 'string' ? value : JSON.stringify(value));
  const find = (value: T): number => {
    numbers ??= new Map(values.map((one, at) => [keyOf(one), at]));
    const key = keyOf(value);
    let number = numbers.get(key);
    if (number === undefined) {
      number = values.push(value) - 1;
      numbers.set(key, number);
    }
    return number;
  };
  return {
    values,
    mark(number) {
      let mark = marks[number];
      if (mark === undefined) {
        mark = markOfData(values[number]);
        marks[number] = mark;
      }
      return mark;
    },
    number(value) {
      if (typeof value !== 'object' || value === null) return find(value);
      let number = given.get(value);
      if (number === undefined) {
        number = find(value);
        given.set(value, number);
      }
      return number;
    },
  };
}
