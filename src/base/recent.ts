/** Keeping what was made last. */
import { ownText } from './own-text.ts';

/**
 * How many values are kept, where nobody says how many, before those that were not asked for since as many others were
 * are forgotten. Not more: what lives long is copied by V8's collections again and again.
 */
const KEPT = 256;

/**
 * The function, but that asked again soon it gives the value that it gave. For pure functions whose values
 * nobody changes, and for keys that come in bunches: neighbours in a list.
 */
export function recent<Key, Value>(
  make: (key: Key) => Value,
  kept: number = KEPT,
): (key: Key) => Value {
  let made = new Map<Key, Value>();
  let before = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      if (made.size >= kept) {
        before = made;
        made = new Map();
      }
      const own = typeof key === 'string' ? (ownText(key) as Key) : key;
      value = before.get(own) ?? make(own);
      made.set(own, value);
    }
    return value;
  };
}
