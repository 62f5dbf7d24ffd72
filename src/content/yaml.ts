/**
 * YAML 1.2 (core schema) as a flat list of fields that know where they stand. Timestamps stay text:
 * base/instant is the one place that reads them. Used for front matter and for site.yaml.
 */
import type * as Yaml from 'yaml';
import { lazily } from '../base/lazy.ts';
import {
  type Fault,
  type Field,
  isTooDeep,
  type Reading,
  TOO_DEEP,
  wellFormed,
  wholeText,
} from './field.ts';
import { readFlatYaml } from './flat-yaml.ts';
import { keySlip, mayHaveKeySlip, spaceSlip } from './unseen.ts';
import { type CutText, cutAt, mayBeCut } from './yaml-cut.ts';
import { explainYaml } from './yaml-fault.ts';

/** Loaded for what content/flat-yaml cannot read: it is seventy files. */
const yaml = lazily<typeof Yaml>('yaml');

const OPTIONS = {
  schema: 'core',
  uniqueKeys: false,
  prettyErrors: false,
  stringKeys: true,
} as const;

/** The fields of a YAML mapping, in order, repeated keys included; or the first fault. */
export function readYaml(text: string): Reading {
  return readFlatYaml(text) ?? readAnyYaml(text);
}

/** The same by the engine for all of YAML, whatever the text. */
export function readAnyYaml(text: string): Reading {
  const { isMap, isNode, isScalar, parseDocument } = yaml();
  const document = parseDocument(text, OPTIONS);
  const error = document.errors[0];
  if (error !== undefined) return explainYaml(error, text);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return [];
  if (!isMap(root)) {
    const offset = root.range?.[0] ?? 0;
    const slip = spaceSlip(text.slice(offset), true);
    if (slip !== null) return { ...slip, offset: offset + slip.offset };
    return {
      offset,
      problem: 'expected lines of the form "key: value"',
      help: 'Write one key, a colon, a space and its value on each line.',
    };
  }

  const fields: Field[] = [];
  try {
    const unseen = mayHaveKeySlip(text) ? unseenInKeys(document, text) : null;
    if (unseen !== null) return unseen;
    const merge = text.includes('<<') ? mergeFault(document) : null;
    if (merge !== null) return merge;
    for (const { key, value } of root.items) {
      const keyNode = isNode(key) ? key : null;
      const node = isNode(value) ? value : null;
      const at = hasExtent(node) ? node : keyNode;
      const data = node === null ? null : plain(node, document);
      // A list that an alias makes hold itself has no end.
      if (isTooDeep(data)) return { ...TOO_DEEP, offset: keyNode?.range?.[0] ?? 0 };
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
  } catch (error) {
    // Of what the parser could read, too, there may be more levels than its data can be made of.
    if (error instanceof RangeError) return TOO_DEEP;
    return aliasFault(document);
  }
  return wellFormed(fields);
}

/** A sign that does not show, in a key of the file or before one of a record. */
function unseenInKeys(document: Yaml.Document, text: string): Fault | null {
  const { isScalar, visit } = yaml();
  let found: Fault | null = null;
  visit(document, {
    Pair(_, { key }, holders) {
      if (!isScalar(key) || !key.range) return undefined;
      const [start, end] = key.range;
      const slip = keySlip(text.slice(start, end), start);
      // Within a record a key may be a text for readers.
      if (slip === null || (holders.at(-1) !== document.contents && slip.offset !== start))
        return undefined;
      found = slip;
      return visit.BREAK;
    },
  });
  return found;
}

/**
 * The first merge key of YAML 1.1, `<<: *base`. Generators that read it take `draft: true` out of such a record, so that to pass
 * over the key would publish what its author holds back.
 */
function mergeFault(document: Yaml.Document): Fault | null {
  const { isScalar, visit } = yaml();
  let found: Fault | null = null;
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.type !== 'PLAIN' || key.value !== '<<' || isScalar(value))
        return undefined;
      found = {
        offset: key.range?.[0] ?? 0,
        problem: '"<<" takes over the keys of another record, and is not read',
        help: 'Write these keys and their values out here, and remove this line.',
      };
      return visit.BREAK;
    },
  });
  return found;
}

/** Faults of aliases are found where their values are asked for, and do not say where they stand. */
function aliasFault(document: Yaml.Document): Fault {
  let found: Yaml.Alias | null = null;
  let isThere = true;
  yaml().visit(document, {
    Alias(_, alias) {
      found ??= alias;
      if (alias.resolve(document) !== undefined) return undefined;
      found = alias;
      isThere = false;
      return yaml().visit.BREAK;
    },
  });
  const { source = '', range } = (found ?? {}) as Partial<Yaml.Alias>;
  return {
    offset: range?.[0] ?? 0,
    problem: isThere
      ? `"*${source}" and others stand for more values than an article needs`
      : `"*${source}" stands for a value that is not there`,
    help: 'Put the value in quotes if it begins with a *. If a YAML anchor is meant, write the value out.',
  };
}

/** The keys that stand a second time in one record, below the top level, where `readYaml` gives both. */
export function repeatedInYaml(
  text: string,
): readonly Pick<Field, 'key' | 'keyOffset' | 'keyLength'>[] {
  // Of records, the flat form knows those only that repeat no key.
  if (readFlatYaml(text) !== null) return [];
  const { isScalar, parseDocument, visit } = yaml();
  const document = parseDocument(text, OPTIONS);
  const repeated: Pick<Field, 'key' | 'keyOffset' | 'keyLength'>[] = [];
  visit(document, {
    Map(_, map) {
      if (map === document.contents) return;
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = wholeText(String(key.value));
        if (seen.has(name))
          repeated.push({ key: name, keyOffset: key.range?.[0] ?? 0, keyLength: lengthOf(key) });
        seen.add(name);
      }
    },
  });
  return repeated;
}

/** All texts without quotes that end where a comment begins that looks like more of them. */
export function textsCutInYaml(text: string): readonly CutText[] {
  // In the flat form no comment stands behind a value.
  return mayBeCut(text) && readFlatYaml(text) === null ? textsCutInAnyYaml(text) : [];
}

/** The same by the engine for all of YAML, whatever the text. */
export function textsCutInAnyYaml(text: string): readonly CutText[] {
  const { isPair, isScalar, isSeq, parseDocument, visit } = yaml();
  const found: CutText[] = [];
  visit(parseDocument(text, OPTIONS), {
    Scalar(role, { type, range, source = '' }, holders) {
      if (role === 'key' || type !== 'PLAIN' || !range) return;
      const path = holders.flatMap((one) =>
        isPair(one) && isScalar(one.key) ? String(one.key.value) : [],
      );
      const holder = holders.at(-1);
      const before = isPair(holder)
        ? `${path.at(-1)}: `
        : isSeq(holder) && !holder.flow
          ? '- '
          : '';
      const cut = cutAt(text, range[1], before, source);
      if (cut !== null) found.push({ path, ...cut });
    },
  });
  return found;
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
  const { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } = yaml();
  const document = parseDocument(text, OPTIONS);
  let key: unknown = null;
  let value: unknown = document.contents;
  for (const step of path) {
    const holder = isAlias(value) ? value.resolve(document) : value;
    // Of repeated keys the last one counts.
    const pair = isMap(holder)
      ? holder.items.findLast(
          (one) => isScalar(one.key) && wholeText(String(one.key.value)) === step,
        )
      : null;
    key = pair?.key ?? null;
    value = isSeq(holder) ? holder.items[Number(step)] : pair?.value;
  }
  const nodes = ofKey ? [key] : [value, key];
  const node = nodes.find((one) => isNode(one) && hasExtent(one));
  return isNode(node) ? { offset: node.range?.[0] ?? 0, length: lengthOf(node) } : null;
}

/** A scalar as it was written; one given by an alias as its value. Null for lists and records. */
function writtenForm(node: Yaml.Node | null, data: unknown): string | null {
  if (data === null || typeof data === 'object') return null;
  return yaml().isScalar(node) ? (node.source ?? String(data)) : String(data);
}

/** A node as data. In lists numbers stay as they were written: a tag `11.10` is not `11.1`. */
function plain(node: Yaml.Node, document: Yaml.Document): unknown {
  const { isNode, isScalar, isSeq } = yaml();
  if (!isSeq(node)) return node.toJS(document) ?? null;
  return node.items.map((item) =>
    isScalar(item) && typeof item.value === 'number'
      ? (item.source ?? String(item.value))
      : isNode(item)
        ? item.toJS(document)
        : item,
  );
}

function lengthOf(node: Yaml.Node | null): number {
  return Math.max(1, (node?.range?.[1] ?? 1) - (node?.range?.[0] ?? 0));
}

function hasExtent(node: Yaml.Node | null): node is Yaml.Node {
  return node?.range !== undefined && node.range !== null && node.range[1] > node.range[0];
}
