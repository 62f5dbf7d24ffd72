/** JSON as a flat list of fields that know where they stand. This is the only file that knows jsonc-parser. */
import type * as Jsonc from 'jsonc-parser';
import { lazily } from '../base/lazy.ts';
import { type Fault, type Field, isTooDeep, type Reading, TOO_DEEP, wellFormed } from './field.ts';
import { unseenAt, unseenInKeys } from './unseen.ts';

/** Loaded at the first front matter in JSON. */
const jsonc = lazily<typeof Jsonc>('jsonc-parser');

/** JSON as RFC 8259 has it, without what editors allow in their settings. */
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

const EXAMPLE = '"title": "The headline"';

/** The fields of a JSON object, in order, repeated keys included; or its first fault. */
export function readJson(text: string): Reading {
  const { getNodeValue, parseTree } = jsonc();
  const errors: Jsonc.ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  const [error] = errors;
  if (error !== undefined) return explain(error, text);
  if (root?.type !== 'object')
    return {
      offset: Math.max(0, text.search(/\S/)),
      problem: 'the front matter is no object',
      help: `Write keys and values between { and }: { ${EXAMPLE} }.`,
    };
  if (isTooDeep(getNodeValue(root))) return TOO_DEEP;
  const fields = wellFormed((root.children ?? []).map((property) => fieldOf(property, text)));
  return unseenInKeys(fields) ?? fields;
}

function fieldOf({ children }: Jsonc.Node, text: string): Field {
  const [key, value] = children ?? [];
  if (key === undefined || value === undefined) throw new Error('a property without key or value');
  const data: unknown = plain(value, text);
  return {
    key: String(key.value),
    value: data,
    written: data === null || typeof data === 'object' ? null : written(value, text),
    keyOffset: key.offset,
    keyLength: key.length,
    offset: value.offset,
    length: value.length,
  };
}

/** A value as data. In lists numbers stay as they were written: a tag `11.10` is not `11.1`. */
function plain(node: Jsonc.Node, text: string): unknown {
  const { getNodeValue } = jsonc();
  if (node.type !== 'array') return getNodeValue(node);
  return (node.children ?? []).map((item) =>
    item.type === 'number' ? written(item, text) : getNodeValue(item),
  );
}

function written(node: Jsonc.Node, text: string): string {
  return node.type === 'string'
    ? String(node.value)
    : text.slice(node.offset, node.offset + node.length);
}

/** A fault in the words of those who write articles. */
function explain({ error, offset: found }: Jsonc.ParseError, text: string): Fault {
  const offset = Math.min(found, Math.max(0, text.length - 1));
  const unseen = unseenAt(text, offset);
  if (unseen !== null) return unseen;
  switch (jsonc().printParseErrorCode(error)) {
    case 'PropertyNameExpected':
      return /,\s*$/.test(text.slice(0, offset))
        ? {
            offset: text.slice(0, offset).lastIndexOf(','),
            problem: 'a comma after the last value',
            help: 'Remove the comma.',
          }
        : { offset, problem: 'a key must be in double quotes', help: `Write it as ${EXAMPLE}.` };
    case 'ValueExpected':
      return { offset, problem: 'a value is missing', help: `Write it as ${EXAMPLE}.` };
    case 'ColonExpected':
      return {
        offset,
        problem: 'a key without a colon',
        help: `Write the key, a colon and the value: ${EXAMPLE}.`,
      };
    case 'CommaExpected':
      return {
        offset,
        problem: 'a comma is missing before this',
        help: 'Put a comma after each value but the last.',
      };
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return {
        offset,
        problem: 'a bracket is not closed',
        help: 'Each { ends with } and each [ with ].',
      };
    case 'UnexpectedEndOfString':
      return {
        offset,
        problem: 'a quotation mark is not closed',
        help: 'Close it on the same line. Inside a text write \\" for a quotation mark.',
      };
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return {
        offset,
        problem: 'a \\ that begins nothing known',
        help: 'Write \\\\ for a backslash.',
      };
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return { offset, problem: 'a comment, which JSON does not have', help: 'Remove it.' };
    case 'EndOfFileExpected':
      return {
        offset,
        problem: 'text after the end of the object',
        help: 'Remove it, or what closes the object too early.',
      };
    case 'InvalidCharacter':
      return {
        offset,
        problem: 'a character that text in JSON cannot have',
        help: 'Delete it. Write \\n for a new line and \\t for a tab.',
      };
    case 'InvalidNumberFormat':
      return { offset, problem: 'a number that is none', help: 'Put it in double quotes.' };
    default:
      return {
        offset,
        problem: 'a text must be in double quotes',
        help: `Write it as ${EXAMPLE}.`,
      };
  }
}
