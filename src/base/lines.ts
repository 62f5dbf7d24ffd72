/** Lines of a text, from 1, and where they begin. */

interface Lines {
  readonly text: string;
  /** Where each line begins, in order. */
  readonly starts: readonly number[];
}

/** Of the text that was asked about last: a file with one finding has others, and their places are looked up one by one. */
let known: Lines = { text: '', starts: [0] };

function startsOf(text: string): readonly number[] {
  if (known.text !== text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    known = { text, starts };
  }
  return known.starts;
}

/** The line on which a place lies; a line end lies on the line that it ends. */
export function lineAt(text: string, offset: number): number {
  const starts = startsOf(text);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Where a line begins; the first for one that is not there. */
export function startOfLine(text: string, line: number): number {
  return startsOf(text)[line - 1] ?? 0;
}
