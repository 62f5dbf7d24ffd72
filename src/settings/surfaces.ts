/** What the paper shows beside its pages: `surfaces:`, `feeds:`, `host:` and `latest:` of site.yaml. */
import { HOSTS, type HostName } from '../host/table.ts';
import { type FeedSettings, RAIL_MODES, type Surfaces } from '../pages/settings.ts';
import { record, type Setting, TEXT } from './settings.ts';
import { countOf, fullAddress, type PartReader, readChoice, readParts } from './values.ts';

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
      readParts(field, fault, {
        size(value) {
          settings.railSize = countOf(value) ?? settings.railSize;
          return countOf(value) === null ? 'a whole number from 1 to 50' : null;
        },
        rail(value) {
          const mode = RAIL_MODES.find((one) => one === value);
          settings.rail = mode ?? settings.rail;
          return mode === undefined ? `one of ${RAIL_MODES.join(', ')}` : null;
        },
      });
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
      const surfaces: Record<keyof Surfaces, boolean> = { ...settings.surfaces };
      readParts(
        field,
        fault,
        Object.fromEntries(
          (Object.keys(SURFACES) as (keyof Surfaces)[]).map((name) => [
            name,
            flag((value) => {
              surfaces[name] = value;
            }),
          ]),
        ),
      );
      settings.surfaces = surfaces;
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
      const feeds: { -readonly [K in keyof FeedSettings]: FeedSettings[K] } = { ...settings.feeds };
      readParts(field, fault, {
        content(value) {
          if (value !== 'full' && value !== 'summary') return 'full or summary';
          feeds.content = value;
          return null;
        },
        size(value) {
          feeds.size = countOf(value, 100) ?? feeds.size;
          return countOf(value, 100) === null ? 'a whole number from 1 to 100' : null;
        },
        authors: flag((value) => {
          feeds.authors = value;
        }),
        tags: flag((value) => {
          feeds.tags = value;
        }),
        hub(value) {
          feeds.hub = fullAddress(value);
          return feeds.hub === null ? 'the full address of a WebSub hub' : null;
        },
      });
      settings.feeds = feeds;
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

function flag(store: (value: boolean) => void): PartReader {
  return (value) => {
    if (typeof value !== 'boolean') return 'true or false';
    store(value);
    return null;
  };
}
