/** What the paper shows beside its pages: `surfaces:`, `feeds:`, `host:` and `latest:` of site.yaml. */
import { HOSTS, type HostName } from '../host/table.ts';
import { RAIL_MODES, type Surfaces } from '../pages/settings.ts';
import { countTo, each, expected, flag, oneOf, readParts } from './parts.ts';
import { record, type Setting, TEXT } from './settings.ts';
import { fullAddress, readChoice } from './values.ts';

const HOST_NAMES = Object.keys(HOSTS) as HostName[];

/** What `surfaces:` turns on and off. */
const SURFACES: Readonly<Record<keyof Surfaces, string>> = {
  archives: 'lists of older articles by year, month and day',
  feeds: 'RSS, Atom and JSON Feed',
  pictures: 'pictures in the sizes that screens need',
  redirects: 'former addresses that lead on',
  related: 'below an article others on the same matter',
  search: 'a page on which readers search, and its index',
  sitemaps: 'sitemaps and the news sitemap',
  structuredData: 'JSON-LD',
  tags: 'a page for each tag',
};

const COUNT = { type: 'integer', minimum: 1, maximum: 50 };

export const SURFACE_SETTINGS: Readonly<Record<string, Setting>> = {
  latest: {
    about: 'how many items "Latest news" has, and how it stays current on the pages of articles',
    schema: record({ size: COUNT, rail: { enum: RAIL_MODES } }),
    read(field, settings, fault) {
      const read = readParts(field, fault, { size: countTo(50), rail: oneOf(RAIL_MODES) });
      settings.railSize = read.size ?? settings.railSize;
      settings.rail = read.rail ?? settings.rail;
    },
  },
  surfaces: {
    about: 'what is made beside the pages of articles and their fronts',
    schema: record(
      Object.fromEntries(
        Object.entries(SURFACES).map(([name, about]) => [
          name,
          { type: 'boolean', description: about },
        ]),
      ),
    ),
    read(field, settings, fault) {
      const read = readParts(field, fault, each(SURFACES, flag));
      settings.surfaces = { ...settings.surfaces, ...read };
    },
  },
  feeds: {
    about: 'what feeds hold, and which there are beside those of the paper and its sections',
    schema: record({
      content: { enum: ['full', 'summary'] },
      size: { type: 'integer', minimum: 1, maximum: 100 },
      authors: { type: 'boolean' },
      tags: { type: 'boolean' },
      hub: { type: 'string', format: 'uri', pattern: '^https?://' },
    }),
    read(field, settings, fault) {
      const read = readParts(field, fault, {
        content: (value) =>
          value === 'full' || value === 'summary' ? value : expected('full or summary'),
        size: countTo(100),
        authors: flag,
        tags: flag,
        hub: (value) => fullAddress(value) ?? expected('the full address of a WebSub hub'),
      });
      settings.feeds = { ...settings.feeds, ...read };
    },
  },
  host: {
    about:
      'where the site is published, for redirects, headers and limits in the form of that host',
    schema: { ...TEXT, enum: HOST_NAMES },
    read(field, settings, fault) {
      settings.host =
        readChoice(
          field,
          fault,
          HOST_NAMES,
          'is not a host that Gazeta knows',
          `The hosts are ${HOST_NAMES.join(', ')}; any means any other.`,
        ) ?? settings.host;
    },
  },
};
