/**
 * YAML 1.2 (core schema) as a flat list of fields that know where they stand. Timestamps stay text:
 * base/instant is the one place that reads them. Used for front matter and for site.yaml.
 */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Fault, Field, Reading } from './field.ts';

const OPTIONS = {
  schema: 'core',
  uniqueKeys: false,
  prettyErrors: false,
  stringKeys: true,
} as const;

/** The fields of a YAML mapping, in order, repeated keys included; or the first fault. */
export function readYaml(text: string): Reading {
  const document = parseDocument(text, OPTIONS);
  const error = document.errors[0];
  if (error !== undefined) return explain(error, text);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return [];
  if (!isMap(root))
    return {
      offset: root.range?.[0] ?? 0,
      problem: 'expected lines of the form "key: value"',
      help: 'Write one key, a colon, a space and its value on each line.',
    };

  const fields: Field[] = [];
  try {
    for (const { key, value } of root.items) {
      const keyNode = isNode(key) ? key : null;
      const node = isNode(value) ? value : null;
      const at = hasExtent(node) ? node : keyNode;
      const data = node === null ? null : plain(node, document);
      fields.push({
        key: isScalar(key) ? String(key.value) : String(key),
        value: data,
        written: writtenForm(node, data),
        keyOffset: keyNode?.range?.[0] ?? 0,
        keyLength: lengthOf(keyNode),
        offset: at?.range?.[0] ?? 0,
        length: lengthOf(at),
      });
    }
  } catch (aliases) {
    // Faults of aliases are found where their values are asked for, and do not say where they stand.
    const alias = /[:,[{-]\s*(\*\S*)/.exec(text);
    return {
      offset: alias === null ? 0 : alias.index + alias[0].length - (alias[1]?.length ?? 0),
      problem:
        alias === null ? String(aliases) : `"${alias[1]}" stands for a value that is not there`,
      help: 'Put the value in quotes if it begins with a *. If a YAML anchor is meant, write the value out.',
    };
  }
  return fields;
}

/**
 * Where the value stands to which keys and places in lists (from 0) lead, or its key if that is asked for or there is
 * no value. Null if nothing is there.
 */
export function placeInYaml(
  text: string,
  path: readonly (string | number)[],
  ofKey: boolean,
): Pick<Field, 'offset' | 'length'> | null {
  const document = parseDocument(text, OPTIONS);
  let key: unknown = null;
  let value: unknown = document.contents;
  for (const step of path) {
    const holder = isAlias(value) ? value.resolve(document) : value;
    // Of repeated keys the last one counts.
    const pair = isMap(holder)
      ? holder.items.findLast((one) => isScalar(one.key) && String(one.key.value) === step)
      : null;
    key = pair?.key ?? null;
    value = isSeq(holder) ? holder.items[Number(step)] : pair?.value;
  }
  const nodes = ofKey ? [key] : [value, key];
  const node = nodes.find((one) => isNode(one) && hasExtent(one));
  return isNode(node) ? { offset: node.range?.[0] ?? 0, length: lengthOf(node) } : null;
}

/** A scalar as it was written; one given by an alias as its value. Null for lists and records. */
function writtenForm(node: Node | null, data: unknown): string | null {
  if (data === null || typeof data === 'object') return null;
  return isScalar(node) ? (node.source ?? String(data)) : String(data);
}

/** A node as data. In lists numbers stay as they were written: a tag `11.10` is not `11.1`. */
function plain(node: Node, document: Document): unknown {
  if (!isSeq(node)) return node.toJS(document) ?? null;
  return node.items.map((item) =>
    isScalar(item) && typeof item.value === 'number'
      ? (item.source ?? String(item.value))
      : isNode(item)
        ? item.toJS(document)
        : item,
  );
}

function lengthOf(node: Node | null): number {
  return Math.max(1, (node?.range?.[1] ?? 1) - (node?.range?.[0] ?? 0));
}

function hasExtent(node: Node | null): node is Node {
  return node?.range !== undefined && node.range !== null && node.range[1] > node.range[0];
}

const NOT_A_LINE_OF_ITS_OWN = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_INDENT',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'NON_STRING_KEY',
]);

/** A slip that shows in a line up to the one where the parser gave up; null if there is none. */
function lineSlip({ code }: YAMLError, text: string, offset: number): Fault | null {
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
    const glued = /^([\w-]+:)(?=[^\s:/])/.exec(line);
    if (glued !== null)
      return {
        offset: from + line.indexOf(':'),
        problem: 'a space is missing after the colon',
        help: `Write ${glued[1]} and a space, then the value.`,
      };
    from += line.length + 1;
  }
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

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** The faults that reporters make, in their words; any other in the parser's. */
function explain(error: YAMLError, text: string): Fault {
  const offset = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const slip = lineSlip(error, text, offset);
  if (slip !== null) return slip;
  const quote = 'Put the value in quotes: title: "The vote: what comes next".';
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { offset, problem: 'a value with ": " in it must be in quotes', help: quote };
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
    default:
      return {
        offset,
        problem: error.message.split('\n')[0]?.replace(/[.:]?\s*$/, '') ?? error.code,
        help: 'If the value holds : # @ * & or quotation marks, put it in quotes.',
      };
  }
}
