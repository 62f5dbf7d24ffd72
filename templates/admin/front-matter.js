/**
 * The front matter of a file, cut into its keys with the places where they stand, so that one of them
 * can be written anew while every letter of all others stays. The YAML library is an argument.
 */

/** The line above, the lines of the front matter, the line below. */
const BLOCK = /^(---[ \t]*\n)((?:[\s\S]*?\n)?)(---[ \t]*(?:\n|$))/;

/** As content/yaml reads it: YAML 1.2, timestamps as text. */
const OPTIONS = { schema: 'core', uniqueKeys: false, stringKeys: true, prettyErrors: false };

/** Reads a file; throws what to tell if it cannot be edited here. */
export function readFile(text, yaml) {
  const found = BLOCK.exec(text);
  if (found === null) throw new Error('Its front matter is not YAML between two lines of ---.');
  const [whole, above, head, below] = found;
  return { above, head, below, pairs: pairsOf(head, yaml), body: text.slice(whole.length) };
}

/** The keys of a front matter: each with its value, where all scalars are texts, and its place. */
function pairsOf(head, yaml) {
  const document = yaml.parseDocument(head, OPTIONS);
  if (document.errors.length > 0) throw new Error(document.errors[0].message);
  const { contents } = document;
  if (contents === null || (yaml.isScalar(contents) && contents.value === null)) return [];
  if (!yaml.isMap(contents) || contents.flow)
    throw new Error('Its front matter is not written as lines of the form "key: value".');
  return contents.items.map(({ key, value }) => ({
    key: String(key.value),
    value: plain(value, document, yaml),
    from: key.range[0],
    to: endOf(head, key, value),
  }));
}

/** Where a value ends, without the line break after it. */
function endOf(head, key, value) {
  const end = value?.range?.[1] ?? key.range[1];
  const colon = head.indexOf(':', key.range[1]) + 1;
  const whole = Math.max(end, colon);
  return whole - (/\n*$/.exec(head.slice(0, whole))?.[0].length ?? 0);
}

/**
 * A value as data. Numbers and words such as true are texts, as they are written (`0012` is no number here), but within
 * records, which are copied.
 */
function plain(node, document, yaml, inRecord = false) {
  if (yaml.isAlias(node)) return plain(node.resolve(document), document, yaml, inRecord);
  if (yaml.isSeq(node)) return node.items.map((item) => plain(item, document, yaml, inRecord));
  if (yaml.isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [String(key.value), plain(value, document, yaml, true)]),
    );
  if (!yaml.isScalar(node) || node.value === null) return null;
  const { value, source } = node;
  if (typeof value === 'string') return value;
  // A number that is not what it says, such as 0012, is copied as a text.
  return inRecord && String(value) === source ? value : (source ?? String(value));
}

/** The value of a key, and the key as it is written: the same, else in any letter case. Of two the last counts. */
export function findPair(pairs, key) {
  const folded = key.toLowerCase();
  return (
    pairs.findLast((one) => one.key === key) ??
    pairs.find((one) => one.key.toLowerCase() === folded) ??
    null
  );
}

/**
 * The text of a file with other values for some keys (a Map; undefined takes a key out) and another body. All else
 * stays letter by letter; new keys stand last.
 */
export function writeFile({ above, head, below, pairs }, changes, body, yaml) {
  let text = head;
  const left = new Map(changes);
  for (const { key, from, to } of pairs.toReversed()) {
    if (!left.has(key)) continue;
    const value = left.get(key);
    left.delete(key);
    const lineEnd = text.indexOf('\n', to) + 1;
    const after = text.slice(to);
    // A comment behind a key without a value stands right behind its colon.
    const gap = /^[^\s]/.test(after) ? ' ' : '';
    text =
      value === undefined
        ? text.slice(0, from) + text.slice(lineEnd)
        : text.slice(0, from) + lineOf(key, value, yaml) + gap + after;
  }
  for (const [key, value] of left) if (value !== undefined) text += `${lineOf(key, value, yaml)}\n`;
  // A file may end with the line below.
  const end = below.endsWith('\n') || body === '' ? '' : '\n';
  const written = above + text + below + end + body;
  check(pairs, changes, readFile(written, yaml).pairs, yaml);
  return written;
}

/** `key: value`: lists of texts on one line, as `gazeta new` writes them, all else in lines of its own. */
function lineOf(key, value, yaml) {
  const document = new yaml.Document({ [key]: value }, OPTIONS);
  const node = document.get(key, true);
  if (yaml.isSeq(node)) node.flow = node.items.every((item) => yaml.isScalar(item));
  const style = { lineWidth: 0, flowCollectionPadding: false };
  return document.toString(style).trimEnd();
}

/** Nothing is saved that would lose a key, such as one that another refers to by a YAML anchor, or say something else. */
function check(before, changes, after, yaml) {
  const kept = (pairs) =>
    JSON.stringify(
      pairs.filter(({ key }) => !changes.has(key)).map(({ key, value }) => [key, value]),
    );
  const meant = ([key, value]) =>
    value === undefined
      ? undefined
      : JSON.stringify(pairsOf(`${lineOf(key, value, yaml)}\n`, yaml)[0]?.value);
  const isSaid = (change) => {
    const found = after.findLast(({ key }) => key === change[0]);
    return meant(change) === (found === undefined ? undefined : JSON.stringify(found.value));
  };
  if (kept(before) !== kept(after) || ![...changes].every(isSaid))
    throw new Error(
      'This change would lose other keys of the front matter. Make it in the file itself.',
    );
}
