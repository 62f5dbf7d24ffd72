/** What the parser of YAML says of a text that it cannot read, in the words of those who write articles. */
import { findConflict } from './conflict.ts';
import { type Fault, TOO_DEEP } from './field.ts';

/** What the parser says: its own code for it, its words, and the stretch that it blames. */
interface ParserFault {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

const NOT_A_LINE_OF_ITS_OWN = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_INDENT',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'NON_STRING_KEY',
]);

/** A slip that shows in a line up to the one where the parser gave up; null if there is none. */
function lineSlip({ code }: ParserFault, text: string, offset: number): Fault | null {
  if (!NOT_A_LINE_OF_ITS_OWN.has(code)) return null;
  const end = text.indexOf('\n', offset) + 1 || text.length;
  let from = 0;
  for (const line of text.slice(0, end).split('\n')) {
    const [head = '', mark = ''] = /^[\w-]+:\s+(["'[{])/.exec(line) ?? [];
    const value = line.slice(head.length - 1);
    if (mark !== '' && value.startsWith('{{'))
      return {
        offset: from + head.length - 1,
        problem: 'a value cannot begin with "{{"',
        help: 'Put the value in quotes. Nothing in an article is a template.',
      };
    if (mark !== '' && !value.includes(CLOSING[mark] ?? '', 1))
      return {
        offset: from + head.length - 1,
        problem: 'a quotation mark or bracket is not closed',
        help: 'Close it on the same line. Inside double quotes write \\" for a quotation mark.',
      };
    // `{accent: #0b5c4a}`: the bracket that closes it is a part of the comment.
    const comment = /[{,][^"'#]*:\s+#(?=.*\})/.exec(line);
    if (comment !== null)
      return {
        offset: from + comment.index + comment[0].length - 1,
        problem: '# begins a comment',
        help: 'What follows it on the line is not read. Put the value in quotes: accent: "#0b5c4a".',
      };
    const glued = /^([\w-]+:)(?=[^\s:/])/.exec(line);
    if (glued !== null)
      return {
        offset: from + line.indexOf(':'),
        problem: 'a space is missing after the colon',
        help: `Write ${glued[1]} and a space, then the value.`,
      };
    from += line.length + 1;
  }
  if (hasColonWithin(text, offset)) return null;
  // The line below the one that is blamed is indented, so that YAML takes it for more of its value.
  const below = text.slice(end).split('\n')[0] ?? '';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^\s+[\w-]+:\s/.test(below))
    return {
      offset: end + (/\S/.exec(below)?.index ?? 0),
      problem: 'a key that is indented',
      help: 'Begin each key at the start of its line. Only the parts of a record are indented, below a key without a value.',
    };
  return null;
}

/** True if the line has `key: text: more`, and the text is what is blamed: its colon makes a key of it. */
function hasColonWithin(text: string, offset: number): boolean {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = text.slice(from).split('\n', 1);
  return /[\w-]:\s+$/.test(line.slice(0, offset - from)) && /:\s/.test(line.slice(offset - from));
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

const COLON = 'a value with ": " in it must be in quotes';

/** The faults that reporters make, in their words; any other in the parser's. */
export function explainYaml(error: ParserFault, text: string): Fault {
  // How far the parser came depends on the room that was left to it, so that it is no place.
  if (error.message.startsWith('Maximum call stack')) return TOO_DEEP;
  const offset = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const slip = findConflict(text) ?? lineSlip(error, text, offset);
  if (slip !== null) return slip;
  const quote = 'Put the value in quotes: title: "The vote: what comes next".';
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { offset, problem: COLON, help: quote };
    case 'BLOCK_IN_FLOW':
      if (hasColonWithin(text, offset)) return { offset, problem: COLON, help: quote };
      break;
    case 'MISSING_CHAR':
      if (/closing/i.test(error.message))
        return {
          offset,
          problem: 'a quotation mark or bracket is not closed',
          help: 'Close it on the same line. Inside double quotes write \\" for a quotation mark.',
        };
      return {
        offset,
        problem: 'a key without a colon',
        help: 'Write the key, a colon, a space and its value, or put the text in quotes.',
      };
    case 'TAB_AS_INDENT':
      return { offset, problem: 'a tab at the start of a line', help: 'Use spaces.' };
    case 'BAD_SCALAR_START':
      return {
        offset,
        problem: `a value cannot begin with ${JSON.stringify(text[offset] ?? '')}`,
        help: quote,
      };
    case 'UNEXPECTED_TOKEN': {
      // `title: *bold* news` reads as the use of a name that was never given.
      const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n')[0] ?? '';
      const mark = /^[^:]*:\s+([*&!])/.exec(line);
      if (mark !== null)
        return {
          offset: text.lastIndexOf('\n', offset - 1) + mark[0].length,
          problem: `a value cannot begin with ${JSON.stringify(mark[1])}`,
          help: quote,
        };
      return {
        offset,
        problem: 'text after the end of a value',
        help: `If the value holds quotation marks, put all of it in the other kind: title: '"Yes," she said'.`,
      };
    }
    case 'NON_STRING_KEY':
      return { offset, problem: 'a key that is not a word', help: quote };
    case 'BAD_INDENT':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        offset,
        problem: 'a line that belongs to no key',
        help: 'Begin each key at the start of its line, and put a long value in quotes.',
      };
  }
  return {
    offset,
    problem: error.message.split('\n')[0]?.replace(/[.:]?\s*$/, '') ?? error.code,
    help: 'If the value holds : # @ * & or quotation marks, put it in quotes.',
  };
}
