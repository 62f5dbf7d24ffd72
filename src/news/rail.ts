/** The "Latest news" list of an article's page. */

/**
 * The `size` items that come after position `at` in a list that is newest first, that is, the older
 * ones; while fewer exist, filled with those just newer. Later news does not touch it. Newest first.
 */
export function railAt<T>(newestFirst: readonly T[], at: number, size: number): readonly T[] {
  const older = newestFirst.slice(at + 1, at + 1 + size);
  const newer = newestFirst.slice(Math.max(0, at - (size - older.length)), at);
  return [...newer, ...older];
}
