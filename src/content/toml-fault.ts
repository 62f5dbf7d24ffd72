/** What is wrong with a TOML text, in the words of those who write articles. */
import { type Fault, TOO_DEEP } from './field.ts';
import { unseenAt } from './unseen.ts';

const EXAMPLE = 'title = "The headline"';
const DATES = 'Write a date as 2026-11-23 or 2026-11-23T09:00';

/** The parser's message about a place as a fault; one that reporters do not cause stays in its words. */
export function explainToml(message: string, text: string, position: number): Fault {
  if (/excessively nested/.test(message)) return TOO_DEEP;
  const offset = Math.min(position, Math.max(0, text.length - 1));
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const unseen = unseenAt(text, offset) ?? unseenAt(text, lineStart);
  if (unseen !== null) return unseen;
  const line = text.slice(lineStart).split('\n')[0] ?? '';
  if (/redefine/.test(message)) {
    const name = /^[^=\]\n]*/.exec(text.slice(offset))?.[0].trim() ?? '';
    return {
      offset,
      problem: `${JSON.stringify(name)} appears twice`,
      help: 'In TOML a key or a table stands once. Keep one of the two, with all that belongs to it. Each item of a list of tables begins with [[double brackets]].',
    };
  }
  if (/string|escape/.test(message)) return stringFault(message, text, offset);
  if (/value$|numeric|leading zero|underscore|invalid date/.test(message))
    return valueFault(line, lineStart, offset);
  if (/key/.test(message) && !/must be followed/.test(message)) return keyFault(line, lineStart);
  switch (message) {
    case 'each key-value declaration must be followed by an end-of-line':
      return {
        offset,
        problem: 'text after the end of a value',
        help: 'Write each key on a line of its own. Inside double quotes write \\" for a quotation mark.',
      };
    case 'expected comma or end of structure':
    case 'unfinished array':
    case 'unfinished table':
      return {
        offset,
        problem: 'a comma or a closing bracket is missing',
        help: 'Put a comma between two values, and close the list with ] or the record with }.',
      };
    case 'expected end of table array declaration':
      return keyFault(line, lineStart);
    case 'integer value cannot be represented losslessly':
      return {
        offset,
        problem: 'a number that is too long to keep all its digits',
        help: 'Put it in quotes.',
      };
    default:
      return { offset, problem: message.replace(/\.?\s.*aborting\.$/, ''), help: '' };
  }
}

function stringFault(message: string, text: string, offset: number): Fault {
  if (/escape/.test(message))
    return {
      offset,
      problem: 'a \\ that begins nothing known',
      help: "Write \\\\ for a backslash, or put the text in single quotes: 'C:\\papers'.",
    };
  if (message === 'unfinished string' || text[offset] === '\n')
    return {
      offset: text[offset] === '\n' ? Math.max(0, offset - 1) : offset,
      problem: 'a quotation mark is not closed',
      help: 'Close it on the same line, or put a text of several lines between """ and """.',
    };
  return {
    offset,
    problem: 'a control character in a text',
    help: 'Delete it; your editor may show it as a blank or not at all.',
  };
}

/** A value that is none, shown from its beginning, wherever in it the parser gave up. */
function valueFault(line: string, lineStart: number, offset: number): Fault {
  const before = /[^\s=,[{]*$/.exec(line.slice(0, offset - lineStart))?.[0].length ?? 0;
  const from = offset - before;
  const rest = line.slice(from - lineStart).replace(/\s+#.*$/, '');
  const word = /^[^\s,\]}#]*/.exec(rest)?.[0] ?? '';
  if (word === '')
    return {
      offset: Math.max(lineStart, from - 1),
      problem: 'a key without a value',
      help: 'Write the value after the =, or remove the line.',
    };
  if (/^[“”„«‘’‚]/.test(word))
    return {
      offset: from,
      problem: `a value cannot begin with ${word[0]}`,
      help: `Use straight quotation marks: ${EXAMPLE}.`,
    };
  if (/^(?:true|false|yes|no|on|off)$/i.test(word))
    return {
      offset: from,
      problem: `${JSON.stringify(word)} is neither true nor false`,
      help: 'Write true or false, in small letters and without quotes.',
    };
  if (/^[+-]?\d/.test(word)) {
    const shown = /^\d{4}-\d{2}-\d{2} \d\S*/.exec(rest)?.[0] ?? word;
    return {
      offset: from,
      problem: `${JSON.stringify(shown)} is neither a number nor a date`,
      help: `${DATES}, and put a text in quotes.`,
    };
  }
  return { offset: from, problem: 'a text must be in quotes', help: `Write it as ${EXAMPLE}.` };
}

function keyFault(line: string, lineStart: number): Fault {
  const offset = lineStart + (/^\s*/.exec(line)?.[0].length ?? 0);
  if (/^\s*\[/.test(line))
    return {
      offset,
      problem: 'the name of a table is not closed',
      help: 'Write it on a line of its own, in brackets: [image], or [[corrections]] for each item of a list.',
    };
  if (/^\s*["']?[\w-]+["']?\s*:/.test(line) || !line.includes('='))
    return {
      offset,
      problem: 'a line without "="',
      help: `This front matter is TOML. Write the key, = and the value: ${EXAMPLE}.`,
    };
  return {
    offset,
    problem: 'a key with a character that keys cannot have',
    help: 'Use letters from a to z, digits, - and _ in a key, or put it in quotes.',
  };
}
