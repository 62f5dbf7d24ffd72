/** The paper's own links in site.yaml: names with their addresses, or a list with names in other languages. */
import type { ThemeLink } from '../pages/theme-settings.ts';
import { record, type Schema, TEXT, TITLES } from './settings.ts';
import {
  type Fault,
  fullAddress,
  linkAddress,
  onePair,
  type PartReader,
  readParts,
  textOf,
  titlesOf,
  within,
} from './values.ts';

/** Where the links of a key may lead. */
export interface LinkKind {
  /** The address; null if a value is none of this kind. */
  readonly addressOf: (value: unknown) => string | null;
  /** What it is, as the end of a sentence. */
  readonly expected: string;
  readonly schema: Schema;
}

/** To the paper's own pages and files, elsewhere, to mail and telephone. */
export const ANYWHERE: LinkKind = {
  addressOf: linkAddress,
  expected: 'an address, such as /about/, https://example.org/ or mailto:desk@example.org',
  schema: { ...TEXT, pattern: '^(/(?!/)\\S*|https?://\\S+|(mailto|tel):\\S+)$' },
};

/** To other sites. */
export const ELSEWHERE: LinkKind = {
  addressOf: fullAddress,
  expected: 'a full address, such as https://mastodon.example/@gazeta',
  schema: { ...TEXT, format: 'uri', pattern: '^https?://' },
};

/** The form of links: names with addresses, or a list with names in other languages. */
export function linksSchema({ schema: href }: LinkKind): Schema {
  const items = { ...record({ name: TEXT, href, titles: TITLES }), required: ['name', 'href'] };
  return {
    anyOf: [
      { type: 'object', propertyNames: { pattern: '\\S' }, additionalProperties: href },
      { type: 'array', items },
    ],
  };
}

/** Reads the links of a key. */
export function readLinks(
  key: string,
  fault: Fault,
  kind: LinkKind,
  store: (links: readonly ThemeLink[]) => void,
): PartReader {
  const how = `Write it as ${key}: {About us: /about/}, or each link as a record: {name: About us, href: /about/, titles: {sq: Rreth nesh}}.`;
  return (value) => {
    if (typeof value !== 'object' || value === null)
      return 'names with their addresses, such as {About us: /about/}';
    const links: ThemeLink[] = [];
    if (Array.isArray(value)) {
      for (const [place, item] of value.entries()) {
        const link = readLink(item, kind, within(fault, place), how);
        if (link !== null) links.push(link);
      }
    } else {
      const named = Object.entries(value).filter(([name]) => name.trim() !== '');
      for (const name of Object.keys(value))
        if (name.trim() === '')
          fault('config/value', 'a link has no name', how, { path: [name], ofKey: true });
      const readers = named.map(([name]) => [
        name,
        (text: unknown) => {
          const href = kind.addressOf(text);
          if (href !== null) links.push({ name: name.trim(), href, titles: {} });
          return href === null ? kind.expected : null;
        },
      ]);
      readParts({ key, value: Object.fromEntries(named) }, fault, Object.fromEntries(readers));
    }
    store(links);
    return null;
  };
}

function readLink(
  item: unknown,
  { addressOf, expected }: LinkKind,
  fault: Fault,
  how: string,
): ThemeLink | null {
  const pair = onePair(item, ['name', 'href', 'titles']);
  if (pair !== null || typeof item !== 'object' || item === null || Array.isArray(item)) {
    fault('config/value', `"${pair ?? String(item)}" is not a link with a name`, how);
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
