/** Tags with the one that means flash news as a switch, and authors with those of the paper as choices. */
import { FORMS, folded, isEmpty } from './forms.js';

const COMMAS = { separator: /\s*,\s*/ };

/** Which fields of the form are filled from `tags`. */
export function showTags(raw, { flashTag }) {
  const tags = FORMS.texts.show(raw, COMMAS);
  return { tags: tags.filter((tag) => tag !== flashTag), isFlash: tags.includes(flashTag) };
}

/** A list of tags, that of flash news first. */
export function storeTags({ tags, isFlash }, { flashTag }) {
  const others = (FORMS.texts.store(tags) ?? []).filter((tag) => tag !== flashTag);
  return FORMS.texts.store(isFlash === true ? [flashTag, ...others] : others);
}

/** Which fields are filled from `authors`: those of the paper by their files, and all other names. */
export function showAuthors(raw, { people }) {
  const found = itemsOf(raw).map((item) => ({ name: nameOf(item), id: idOf(item, people) }));
  return {
    authors: found.flatMap(({ id }) => id ?? []),
    otherAuthors: found.flatMap(({ name, id }) => (id === null && name !== '' ? [name] : [])),
  };
}

/** The authors as they were written, without those who are taken out, and those who are new. */
export function storeAuthors({ authors, otherAuthors }, raw, { people }) {
  const wanted = [...(authors ?? []), ...(FORMS.texts.store(otherAuthors) ?? [])];
  const kept = itemsOf(raw).filter((item) => wanted.includes(idOf(item, people) ?? nameOf(item)));
  const keyOf = (item) => idOf(item, people) ?? nameOf(item);
  const old = new Map(kept.map((item) => [keyOf(item), item]));
  const isPerson = (key) => people.some(({ value }) => value === key);
  // The form has two lists: in each its own order holds, and between the two that of the file.
  const lists = {
    true: wanted.filter((one) => isPerson(one) && old.has(one)),
    false: wanted.filter((one) => !isPerson(one) && old.has(one)),
  };
  const inOrder = [...old.keys()].map((key) => lists[isPerson(key)].shift());
  const isMixed = wanted.some(isPerson) && !wanted.every(isPerson);
  const order = isMixed ? [...inOrder, ...wanted.filter((one) => !old.has(one))] : wanted;
  const items = order.map((key) => old.get(key) ?? key);
  return isEmpty(items) ? undefined : items;
}

function itemsOf(raw) {
  return Array.isArray(raw) ? raw : isEmpty(raw) ? [] : [raw];
}

function nameOf(item) {
  const name = typeof item === 'object' ? (item?.id ?? item?.name ?? item?.display_name) : item;
  return typeof name === 'string' ? name.trim() : '';
}

function idOf(item, people) {
  const name = folded(nameOf(item));
  return people.find(({ also }) => also.includes(name))?.value ?? null;
}
