/**
 * An article or a page as the form has it, and as its file. The text of the file goes along, so that saving writes the keys that
 * were changed, and no other letter.
 */
import { showAuthors, showTags, storeAuthors, storeTags } from './bylines.js';
import { FORMS, isEmpty } from './forms.js';
import { findPair, readFile, writeFile } from './front-matter.js';

/** What holds the text of the file among the values of a form. */
const FILE = '_file';
const NEW = '---\n---\n\n';

/** Reads and writes articles for the editor: `paper` is what it must know of the paper, from config.json. */
export function articleFormat(paper, yaml) {
  return entryFormat(paper, yaml, dated);
}

/** The same of the paper's own pages, which need no date. */
export function pageFormat(paper, yaml) {
  return entryFormat({ ...paper, fields: paper.pageFields }, yaml, (values) => values);
}

/** `completed` adds to the values of a new file what it cannot be without. */
function entryFormat(paper, yaml, completed) {
  return {
    fromFile(text) {
      const file = readFile(text, yaml);
      return { ...shown(file, paper), body: file.body.trim(), [FILE]: text };
    },
    toFile(given) {
      const values = given[FILE] === undefined ? completed(given) : given;
      const file = readFile(values[FILE] ?? NEW, yaml);
      const before = shown(file, paper);
      const changes = new Map();
      for (const field of paper.fields) {
        const places = placesOf(field);
        if (places.every((name) => isSame(values[name], before[name]))) continue;
        const place = placeOf(file.pairs, field);
        const value = stored(field, values, place, paper);
        // A flag that does not stand there says no already.
        if (field.kind === 'flag' && place.raw === undefined && value === place.negated) continue;
        const outer = findPair(file.pairs, place.key)?.value;
        changes.set(place.key, within(outer, place.path, value));
      }
      const body = String(values.body ?? '').trim();
      const [blank] = /^\s*/.exec(file.body);
      const space = file.body.trim() === '' ? '\n' : blank;
      return writeFile(
        file,
        changes,
        body === file.body.trim() ? file.body : `${space}${body}\n`,
        yaml,
      );
    },
  };
}

/** A new article from which the date was taken out: without one it could not be published. */
function dated(values) {
  const hasDate = !isEmpty(values.date) || !isEmpty(values.publish);
  return hasDate ? values : { ...values, date: new Date().toISOString() };
}

/** The fields of the form that show one of the file. */
function placesOf({ name, kind }) {
  if (kind === 'tags') return ['tags', 'isFlash'];
  return kind === 'authors' ? ['authors', 'otherAuthors'] : [name];
}

function shown(file, paper) {
  const values = {};
  for (const field of paper.fields) {
    const { raw, negated } = placeOf(file.pairs, field);
    if (field.kind === 'tags') Object.assign(values, showTags(raw, paper));
    else if (field.kind === 'authors') Object.assign(values, showAuthors(raw, paper));
    else if (field.kind === 'flag')
      values[field.name] = raw !== undefined && FORMS.flag.show(raw) !== negated;
    else values[field.name] = FORMS[field.kind].show(raw, { ...paper, ...field });
  }
  return values;
}

function stored(field, values, { raw, negated }, paper) {
  const value = values[field.name];
  if (field.kind === 'tags') return storeTags(values, paper);
  if (field.kind === 'authors') return storeAuthors(values, raw, paper);
  if (field.kind === 'flag') return (value === true) !== negated;
  return FORMS[field.kind].store(value, raw, paper);
}

/** Where a file has a field: under the first of its names that has a value, else where a new one is written. */
function placeOf(pairs, { keys }) {
  for (const { key, negated } of keys) {
    const whole = findPair(pairs, key);
    if (whole !== null && whole.value !== null)
      return { key: whole.key, path: [], negated, raw: whole.value };
    const [first, ...path] = key.split('.');
    const outer = path.length === 0 ? null : findPair(pairs, first);
    const raw = path.reduce((value, part) => value?.[part], outer?.value);
    if (raw !== undefined && raw !== null) return { key: outer.key, path, negated, raw };
  }
  const { key, negated } = keys.find((one) => !one.key.includes('.')) ?? keys[0];
  const [first, ...path] = key.split('.');
  return { key: findPair(pairs, first)?.key ?? first, path, negated, raw: undefined };
}

/** A record with another value at the end of a path; the value itself if there is no path. */
function within(record, [part, ...rest], value) {
  if (part === undefined) return value;
  const copy = { ...(typeof record === 'object' ? record : {}) };
  const inner = within(copy[part], rest, value);
  if (inner === undefined) delete copy[part];
  else copy[part] = inner;
  return isEmpty(copy) ? undefined : copy;
}

/** Nothing is nothing, however it is said, and a list of choices has no order. */
function isSame(now, before) {
  if (isEmpty(now) || now === false) return isEmpty(before) || before === false;
  if (typeof now !== 'object' || typeof before !== 'object')
    return String(now).trim() === String(before);
  const keys = new Set([...Object.keys(now), ...Object.keys(before ?? {})]);
  return [...keys].every((key) => isSame(now[key], before?.[key]));
}
