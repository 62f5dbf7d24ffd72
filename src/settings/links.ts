/** The paper's own links in site.yaml: names with their addresses, or a list with names in other languages. */
import { isRecord, shown } from '../content/field.ts';
import type { ThemeLink } from '../pages/theme-settings.ts';
import { each, expected, type Parser, readParts } from './parts.ts';
import { record, type Schema, TEXT, TITLES } from './settings.ts';
import {
  type Fault,
  fullAddress,
  linkAddress,
  onePair,
  textOf,
  titlesOf,
  within,
} from './values.ts';

/** Where the links of a key may lead. */
export interface LinkKind {
  readonly href: Parser<string>;
  readonly schema: Schema;
}

/** To the paper's own pages and files, elsewhere, to mail and telephone. */
export const ANYWHERE: LinkKind = {
  href: (value) =>
    linkAddress(value) ??
    expected('an address, such as /about/, https://example.org/ or mailto:desk@example.org'),
  schema: { ...TEXT, pattern: '^(/(?!/)\\S*|https?://\\S+|(mailto|tel):\\S+)$' },
};

/** To other sites. */
export const ELSEWHERE: LinkKind = {
  href: (value) =>
    fullAddress(value) ?? expected('a full address, such as https://mastodon.example/@gazeta'),
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

/** The links of a key. */
export function linksOf({ href }: LinkKind): Parser<readonly ThemeLink[]> {
  return (value, fault, key) => {
    if (typeof value !== 'object' || value === null)
      return expected('names with their addresses, such as {About us: /about/}');
    const how = `Write it as ${key}: {About us: /about/}, or each link as a record: {name: About us, href: /about/, titles: {sq: Rreth nesh}}.`;
    if (Array.isArray(value))
      return value.flatMap((item, place) => readLink(item, href, within(fault, place), how) ?? []);
    const isNamed = (name: string) => name.trim() !== '';
    for (const name of Object.keys(value))
      if (!isNamed(name))
        fault('config/value', 'a link has no name', how, { path: [name], ofKey: true });
    const named = Object.fromEntries(Object.entries(value).filter(([name]) => isNamed(name)));
    const read = readParts({ key, value: named }, fault, each(named, href));
    return Object.entries(read).map(([name, href]) => ({ name: name.trim(), href, titles: {} }));
  };
}

function readLink(
  item: unknown,
  address: Parser<string>,
  fault: Fault,
  how: string,
): ThemeLink | null {
  const pair = onePair(item, ['name', 'href', 'titles']);
  if (pair !== null || !isRecord(item)) {
    fault('config/value', `"${pair ?? shown(item)}" is not a link with a name`, how);
    return null;
  }
  const read = readParts({ key: textOf(item.name) ?? 'link', value: item }, fault, {
    name: (value) => textOf(value) ?? expected('a name'),
    href: address,
    titles: (value) =>
      titlesOf(value) ?? expected('a name for each language, such as {sq: Abonohu}'),
  });
  const { name, href, titles = {} } = read;
  for (const part of ['name', 'href'])
    if (item[part] === undefined) fault('config/value', `a link has no ${part}`, how);
  return name === undefined || href === undefined ? null : { name, href, titles };
}
