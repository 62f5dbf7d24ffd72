/** Keeping what was made last. */

/** How many values are kept before all are forgotten. */
const KEPT = 1024;

/**
 * The function, but that asked again soon it gives the value that it gave. For pure functions whose values
 * nobody changes, and for keys that come in bunches: neighbours in a list.
 */
export function recent<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      if (made.size >= KEPT) made.clear();
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
