/** The paper's own links in site.yaml: names with their addresses, or a list with names in other languages. */
import type { ThemeLink } from '../pages/theme-settings.ts';
import { record, type Schema, TEXT } from './settings.ts';
import {
  type Fault,
  fullAddress,
  type PartReader,
  readParts,
  textOf,
  titlesOf,
  within,
} from './values.ts';

/** The form of links: names with addresses, or a list with names in other languages. */
export function linksSchema(href: Schema): Schema {
  const titles = { type: 'object', additionalProperties: TEXT, minProperties: 1 };
  const items = { ...record({ name: TEXT, href, titles }), required: ['name', 'href'] };
  return {
    anyOf: [
      { type: 'object', additionalProperties: href },
      { type: 'array', items },
    ],
  };
}

/** Reads the links of a key; `addressOf` says which addresses it takes. */
export function readLinks(
  key: string,
  fault: Fault,
  addressOf: (value: unknown) => string | null,
  store: (links: readonly ThemeLink[]) => void,
): PartReader {
  const expected =
    addressOf === fullAddress
      ? 'a full address, such as https://mastodon.example/@gazeta'
      : 'an address, such as /about/ or https://example.org/';
  const how = `Write it as ${key}: {About us: /about/}, or each link as a record: {name: About us, href: /about/, titles: {sq: Rreth nesh}}.`;
  return (value) => {
    if (typeof value !== 'object' || value === null)
      return 'names with their addresses, such as {About us: /about/}';
    const links: ThemeLink[] = [];
    if (Array.isArray(value)) {
      for (const [place, item] of value.entries()) {
        const link = readLink(item, addressOf, expected, within(fault, place), how);
        if (link !== null) links.push(link);
      }
    } else {
      const readers = Object.keys(value).map((name) => [
        name,
        (text: unknown) => {
          const href = addressOf(text);
          if (href !== null) links.push({ name: name.trim(), href, titles: {} });
          return href === null ? expected : null;
        },
      ]);
      readParts({ key, value }, fault, Object.fromEntries(readers));
    }
    store(links);
    return null;
  };
}

function readLink(
  item: unknown,
  addressOf: (value: unknown) => string | null,
  expected: string,
  fault: Fault,
  how: string,
): ThemeLink | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    fault('config/value', `"${String(item)}" is not a link with a name`, how);
    return null;
  }
  const link = { name: '', href: '', titles: {} as ThemeLink['titles'] };
  const { name, href } = item as Record<string, unknown>;
  readParts({ key: textOf(name) ?? 'link', value: item }, fault, {
    name(value) {
      link.name = textOf(value) ?? '';
      return link.name === '' ? 'a name' : null;
    },
    href(value) {
      link.href = addressOf(value) ?? '';
      return link.href === '' ? expected : null;
    },
    titles(value) {
      const titles = titlesOf(value);
      link.titles = titles ?? {};
      return titles === null ? 'a name for each language, such as {sq: Abonohu}' : null;
    },
  });
  for (const [part, value] of Object.entries({ name, href }))
    if (value === undefined) fault('config/value', `a link has no ${part}`, how);
  return link.name !== '' && link.href !== '' ? link : null;
}
