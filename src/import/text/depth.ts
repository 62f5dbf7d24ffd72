/** Elements within elements within elements: what is deeper than anybody writes loses its tags, and keeps its text. */

/** Browsers stop at 512; no text of a newspaper has as many as this, unless a plugin forgot to end its own. */
const DEEPEST = 120;

const TAG = /<(\/?)([a-z][a-z0-9:-]*)(?=[\s/>])[^<>]*>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements that end where another of theirs begins. */
const ENDS_ITSELF = /^(?:p|li|dt|dd|tr|td|th|option|a)$/;

/** A text whose elements are not deeper than can be read. */
export function shallow(html: string): string {
  const open: string[] = [];
  const left = new Map<string, number>();
  return html.replace(TAG, (tag, slash: string, written: string) => {
    const name = written.toLowerCase();
    if (VOID.test(name)) return tag;
    if (slash === '') {
      if (ENDS_ITSELF.test(name) && open.at(-1) === name) return tag;
      if (open.length < DEEPEST) {
        open.push(name);
        return tag;
      }
      left.set(name, (left.get(name) ?? 0) + 1);
      return ' ';
    }
    const without = left.get(name) ?? 0;
    if (without > 0) {
      left.set(name, without - 1);
      return ' ';
    }
    const at = open.lastIndexOf(name);
    if (at !== -1) open.length = at;
    return tag;
  });
}
