/** What the parser of YAML says of a text that it cannot read, in the words of those who write articles. */
import { typographicMark, withoutMarks } from '../base/signs.ts';
import { findConflict } from './conflict.ts';
import { type Fault, TOO_DEEP } from './field.ts';
import { hasColonWithin, inQuotes, lineSlip, NOT_CLOSED } from './yaml-slip.ts';

/** What the parser says: its own code for it, its words, and the stretch that it blames. */
interface ParserFault {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** The faults that reporters make, in their words; any other in the parser's. */
export function explainYaml(error: ParserFault, text: string): Fault {
  // How far the parser came depends on the room that was left to it, so that it is no place.
  if (error.message.startsWith('Maximum call stack')) return TOO_DEEP;
  const offset = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const slip = findConflict(text) ?? lineSlip(error.code, text, offset);
  if (slip !== null) return slip;
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return colonWithin(text, offset);
    case 'BLOCK_IN_FLOW':
      if (hasColonWithin(text, offset)) return colonWithin(text, offset);
      break;
    case 'BAD_DQ_ESCAPE':
      return noEscape(text, offset);
    case 'MISSING_CHAR':
      if (/closing/i.test(error.message)) return { ...NOT_CLOSED, offset };
      if (error.message.startsWith('Missing , '))
        return {
          offset,
          problem: 'a comma is missing before this',
          help: 'Put a comma between two items. If they are one text, put all of it in one pair of quotes.',
        };
      return (
        bracketFirst(text, offset) ?? {
          offset,
          problem: 'a key without a colon',
          help: 'Write the key, a colon, a space and its value, or put the text in quotes.',
        }
      );
    case 'TAB_AS_INDENT':
      return { offset, problem: 'a tab at the start of a line', help: 'Use spaces.' };
    case 'BAD_SCALAR_START':
      return {
        offset,
        problem: `a value cannot begin with ${JSON.stringify(text[offset] ?? '')}`,
        help: QUOTE,
      };
    case 'UNEXPECTED_TOKEN': {
      // `title: *bold* news` reads as the use of a name that was never given.
      const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n')[0] ?? '';
      const mark = /^[^:]*:\s+([*&!])/.exec(line);
      if (mark !== null)
        return {
          offset: text.lastIndexOf('\n', offset - 1) + mark[0].length,
          problem: `a value cannot begin with ${JSON.stringify(mark[1])}`,
          help: QUOTE,
        };
      return (
        bracketFirst(text, offset) ?? {
          offset,
          problem: 'text after the end of a value',
          help: otherQuotes(line),
        }
      );
    }
    case 'NON_STRING_KEY':
      return { offset, problem: 'a key that is not a word', help: QUOTE };
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

const QUOTE = 'Put the value in quotes: title: "The vote: what comes next".';

/** A key on its line, and its value, without blanks at the end. */
const VALUE = /^((?: |- )*([\w-]+): +)(.*\S)/;

/** The value of the line on which a place lies; null if it has none. */
function valueAt(text: string, offset: number): { key: string; value: string; at: number } | null {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = text.slice(from).split('\n', 1);
  const [, head = '', key = '', value = ''] = VALUE.exec(line) ?? [];
  return head === '' ? null : { key, value, at: from + head.length };
}

function colonWithin(text: string, offset: number): Fault {
  const line = valueAt(text, offset);
  const mark = line === null || line.at !== offset ? null : typographicMark(line.value);
  if (line === null || mark === null)
    return { offset, problem: 'a value with ": " in it must be in quotes', help: QUOTE };
  return {
    offset,
    problem: `${mark} is no quotation mark of YAML, and a value with ": " in it must be in quotes`,
    help: `The quotation marks of YAML are " and ': ${line.key}: ${inQuotes(withoutMarks(line.value))}.`,
  };
}

function noEscape(text: string, offset: number): Fault {
  const [, sign = ''] = /^\\(.?)/su.exec(text.slice(text.lastIndexOf('\\', offset))) ?? [];
  const line = valueAt(text, offset);
  const inside = /^"([^"]*)"$/.exec(line?.value ?? '')?.[1] ?? null;
  const example = inside === null ? "title: 'C:\\news'" : `${line?.key}: ${inQuotes(inside)}`;
  return {
    offset,
    problem: `"\\${sign}" stands for nothing: between double quotes a backslash begins an escape`,
    help:
      sign === "'"
        ? "Delete the backslash: between double quotes a ' is written as it is."
        : `Put the value in single quotes, ${example}, or write two backslashes.`,
  };
}

/** A text that looks like a list or a record, and is neither: `[VIDEO] The bridge opens`, `- No, he says`. */
function bracketFirst(text: string, offset: number): Fault | null {
  const line = valueAt(text, offset);
  const mark = /^(?:\[(?=.*[^\]]$)|\{(?=.*[^}]$)|-(?=\s|$))/.exec(line?.value ?? '')?.[0];
  if (line === null || mark === undefined) return null;
  const other = {
    '[': 'If a list is meant, nothing may stand after its "]".',
    '{': 'If a record is meant, nothing may stand after its "}".',
    '-': 'If a list is meant, begin each of its items on a line of its own, below the key.',
  }[mark];
  return {
    offset: line.at,
    problem: `a value that begins with "${mark === '-' ? '- ' : mark}" must be in quotes`,
    help: `Write ${line.key}: ${inQuotes(line.value)}. ${other}`,
  };
}

/** What to do where a mark within a value ends it: of both kinds the one that the line does not begin with. */
function otherQuotes(line: string): string {
  const example = /^[^:]*:\s+'/.test(line) ? `"It's here"` : `'"Yes," she said'`;
  return `If the value holds quotation marks, put all of it in the other kind: title: ${example}.`;
}
