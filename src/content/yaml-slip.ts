/** Slips that show in a line of YAML, whatever the parser makes of them further on. */
import { UNSEEN_SIGN } from '../base/signs.ts';
import type { Fault } from './field.ts';
import { spaceSlip } from './unseen.ts';
import { indentSlip } from './yaml-indent.ts';

/** What the parser says of lines that it cannot tell from one another. */
const NOT_A_LINE_OF_ITS_OWN = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_INDENT',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'NON_STRING_KEY',
]);

/** A slip that shows in a line up to the one where the parser gave up; null if there is none. */
export function lineSlip(code: string, text: string, offset: number): Fault | null {
  if (!NOT_A_LINE_OF_ITS_OWN.has(code)) return null;
  const end = text.indexOf('\n', offset) + 1 || text.length;
  let from = 0;
  for (const line of text.slice(0, end).split('\n')) {
    const slip = slipIn(line, from + line.length >= offset);
    if (slip !== null) return { ...slip, offset: from + slip.offset };
    from += line.length + 1;
  }
  if (hasColonWithin(text, offset)) return null;
  return cutAbove(text, offset) ?? indentSlip(text, offset);
}

/** A slip in one line. In the last one, which is blamed, a key may be indented. */
function slipIn(line: string, isLast: boolean): Fault | null {
  const [head = '', mark = ''] = /^[\w-]+:\s+(["'[{])/.exec(line) ?? [];
  const value = line.slice(head.length - 1);
  if (mark !== '' && value.startsWith('{{'))
    return {
      offset: head.length - 1,
      problem: 'a value cannot begin with "{{"',
      help: 'Put the value in quotes. Nothing in an article is a template.',
    };
  if (mark !== '' && !value.includes(CLOSING[mark] ?? '', 1))
    return { ...NOT_CLOSED, offset: head.length - 1 };
  const comment = commentSlip(line);
  if (comment !== null) return comment;
  const glued = /^([\w-]+:)(?=[^\s:/])/.exec(line);
  if (glued !== null && !UNSEEN_SIGN.test(line[glued[0].length] ?? ''))
    return {
      offset: line.indexOf(':'),
      problem: 'a space is missing after the colon',
      help: `Write ${glued[1]} and a space, then the value.`,
    };
  return spaceSlip(line, isLast);
}

/** A bracket on one line whose end is a part of a comment: `{accent: #0b5c4a}`, `[komuna, #sport]`. */
function commentSlip(line: string): Fault | null {
  const record = /[{,][^"'#]*:\s+#(?=.*\})/.exec(line);
  const list = /^(?:[\w-]+:| *-) +\[(?:[^"'#\]]*[\s,])?#(?=.*\])/.exec(line);
  const found = record ?? list;
  if (found === null) return null;
  const offset = found.index + found[0].length - 1;
  const before = /[^[,]*$/.exec(line.slice(0, offset))?.[0] ?? '';
  const after = /^[^,\]]*/.exec(line.slice(offset))?.[0] ?? '';
  const quoted = record !== null ? 'accent: "#0b5c4a"' : inQuotes(`${before}${after}`.trim());
  return {
    offset,
    problem: '# begins a comment',
    help: `What follows it on the line is not read. Put the value in quotes: ${quoted}.`,
  };
}

/** A text that was to go on below a line of which the end is a comment, behind which it cannot. */
function cutAbove(text: string, offset: number): Fault | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const from = text.lastIndexOf('\n', start - 2) + 1;
  const cut = /^(?:- | )*[\w-]+: +[^"'[{|>#\s].*?\s(?=#)/.exec(text.slice(from, start));
  if (cut === null || !/^ +[^\s#:-][^:]*$/m.test(text.slice(start).split('\n')[0] ?? ''))
    return null;
  return {
    offset: from + cut[0].length,
    problem: '# begins a comment',
    help: 'What follows it on the line is not read, and a text cannot go on below it. Put all of the text in quotes.',
  };
}

/** True if the line has `key: text: more`, and the text is what is blamed: its colon makes a key of it. */
export function hasColonWithin(text: string, offset: number): boolean {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = text.slice(from).split('\n', 1);
  return /[\w-]:\s+$/.test(line.slice(0, offset - from)) && /:\s/.test(line.slice(offset - from));
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** What is said of a quotation mark or bracket that opens and does not close. */
export const NOT_CLOSED = {
  problem: 'a quotation mark or bracket is not closed',
  help: 'Close it on the same line. Inside double quotes write \\" for a quotation mark.',
};

/** A text in double quotes; in single ones if it holds what means something between double ones. */
export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
