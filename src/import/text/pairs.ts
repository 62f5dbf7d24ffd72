/**
 * Texts that stand between a beginning and its end, such as comments. A pattern for the whole would look for the end again
 * from each beginning that has none, and a damaged text may have thousands of these.
 */

export interface Piece {
  readonly text: string;
  /** What it begins with; null if it stands between two that were looked for. */
  readonly begin: RegExpExecArray | null;
  /** Between its beginning and its end. */
  readonly inside: string;
}

/** A text as its pieces, in order. `begin` is a global pattern, and `endOf` gives the pattern of an end. */
export function pieces(
  text: string,
  begin: RegExp,
  endOf: (found: RegExpExecArray) => string,
): Piece[] {
  const made: Piece[] = [];
  const missing = new Set<string>();
  const next = new RegExp(begin);
  let done = 0;
  const between = (to: number): void => {
    if (to > done) made.push({ text: text.slice(done, to), begin: null, inside: '' });
  };
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const source = endOf(found);
    if (missing.has(source)) continue;
    const end = new RegExp(source, 'gi');
    end.lastIndex = next.lastIndex;
    const last = end.exec(text);
    if (last === null) {
      missing.add(source);
      continue;
    }
    between(found.index);
    made.push({
      text: text.slice(found.index, end.lastIndex),
      begin: found,
      inside: text.slice(next.lastIndex, last.index),
    });
    done = end.lastIndex;
    next.lastIndex = done;
  }
  between(text.length);
  return made;
}

/** A text in which each of them is something else. */
export function withPairs(
  text: string,
  begin: RegExp,
  endOf: (found: RegExpExecArray) => string,
  written: (piece: Piece & { readonly begin: RegExpExecArray }) => string,
): string {
  return pieces(text, begin, endOf)
    .map((piece) => (piece.begin === null ? piece.text : written({ ...piece, begin: piece.begin })))
    .join('');
}
