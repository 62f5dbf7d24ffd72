/** The forms of front matter: which one a text has, by its delimiters, and where the block ends. */

/** A language in which front matter may be written. */
export type FormName = 'yaml' | 'toml' | 'json';

/** A block of front matter as its delimiters show it. */
export interface Block {
  /** Null if the opening line names a language that is not read. */
  readonly form: FormName | null;
  /** The delimiter that opens the block, and is also the one that closes it but for a brace. */
  readonly open: '---' | '+++' | '{';
  /** What stands after the opening delimiter on its line, blanks at its ends taken off. */
  readonly named: string;
  /** Where the block begins in the text. */
  readonly start: number;
  /** The opening line. */
  readonly opening: string;
  /** The closing line, blanks at its end included; null if there is none. */
  readonly closing: string | null;
  /** Where the body begins. */
  readonly bodyStart: number;
}

const OPENINGS = [
  { open: '---', form: 'yaml', named: /^ya?ml$/i, closing: /\n(---[ \t]*)(?:\n|$)/g },
  { open: '---', form: 'toml', named: /^toml$/i, closing: /\n(---[ \t]*)(?:\n|$)/g },
  { open: '---', form: 'json', named: /^json$/i, closing: /\n(---[ \t]*)(?:\n|$)/g },
  { open: '+++', form: 'toml', named: /^toml$/i, closing: /\n(\+\+\+[ \t]*)(?:\n|$)/g },
  // Nothing may follow a brace: `{ "a": 1 }` on one line would have no line that closes it.
  { open: '{', form: 'json', named: /^$/, closing: /\n(\}[ \t]*)(?:\n|$)/g },
] as const;

// A blank line before the block is invisible in an editor; it is no reason to lose an article.
const OPENING_LINE = /^(?:\s*\n)?((---|\+\+\+|\{(?=[ \t]*(?:\n|$)))([^\n]*))/;

/** The block with which an article's text begins; null if there is none. */
export function findBlock(text: string): Block | null {
  return plainBlock(text) ?? anyBlock(text);
}

/** The block of nearly all articles: between the first line and another, both of nothing but `---`. */
function plainBlock(text: string): Block | null {
  if (!text.startsWith('---\n')) return null;
  const opening = '---';
  const end = text.indexOf('\n---', opening.length);
  const after = end + '\n---'.length;
  if (end < 0 || (after < text.length && text[after] !== '\n')) return null;
  const bodyStart = Math.min(after + 1, text.length);
  return { form: 'yaml', open: '---', named: '', start: 0, opening, closing: '---', bodyStart };
}

function anyBlock(text: string): Block | null {
  const match = OPENING_LINE.exec(text);
  if (match === null) return null;
  const [whole, opening = '', open, rest = ''] = match;
  const named = rest.trim();
  const same = OPENINGS.filter((one) => one.open === open);
  // The first that the delimiter opens is the one that needs no name.
  const found = named === '' ? same[0] : same.find((one) => one.named.test(named));
  const { closing } = found ?? same[0] ?? OPENINGS[0];
  closing.lastIndex = whole.length;
  const end = closing.exec(text);
  return {
    form: found?.form ?? null,
    open: (found ?? same[0] ?? OPENINGS[0]).open,
    named,
    start: whole.length - opening.length,
    opening,
    closing: end?.[1] ?? null,
    bodyStart: end === null ? text.length : end.index + end[0].length,
  };
}
