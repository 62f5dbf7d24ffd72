/** Groups in the order of the list; an item may be in several groups, or in none. */
export function groupBy<Item>(
  items: Iterable<Item>,
  keysOf: (item: Item) => readonly string[] | string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const keys = keysOf(item);
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
