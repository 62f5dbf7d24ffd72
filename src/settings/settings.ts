/** The settings while they are read, and what they are without site.yaml. */
import type { OnError } from '../base/findings.ts';
import type { Field } from '../content/field.ts';
import type { HtmlMode } from '../content/html.ts';
import type { HostName } from '../host/table.ts';
import { FIELD_NAMES, type FieldNames } from '../news/fields.ts';
import type { Redirect } from '../news/redirect.ts';
import type { Section } from '../news/section.ts';
import type { FeedSettings, Publisher, RailMode, Surfaces } from '../pages/settings.ts';
import { DEFAULT_THEME, type ThemeSettings } from '../pages/theme-settings.ts';
import type { AdminSettings } from './backends.ts';
import type { Fault } from './values.ts';

/** Every setting; each has its default. */
export interface Settings {
  title: string;
  description: string;
  url: URL | null;
  language: string;
  /** The other languages of the paper. */
  languages: readonly { language: string; title: string | null; description: string }[];
  timezone: string;
  sections: readonly Section[] | null;
  flash: { tag: string; lifetime: number; max: number };
  railSize: number;
  rail: RailMode;
  permalink: string;
  fieldNames: FieldNames;
  html: HtmlMode;
  onError: OnError;
  surfaces: Surfaces;
  feeds: FeedSettings;
  redirects: readonly Redirect[];
  /** Files of the paper, in the order in which they were named. */
  plugins: readonly string[];
  publisher: Publisher;
  /** The file of the paper's icon, relative to the site; null if it has none. */
  icon: string | null;
  theme: ThemeSettings;
  host: HostName;
  /** The editor in the browser; null if the paper has none. */
  admin: AdminSettings | null;
  output: string;
}

/** A site without site.yaml, but for its title. */
export function defaultSettings(title: string): Settings {
  return {
    title,
    description: '',
    url: null,
    language: 'en',
    languages: [],
    timezone: 'UTC',
    sections: null,
    flash: { tag: 'flash-news', lifetime: 24 * 3_600_000, max: 5 },
    railSize: 10,
    rail: 'snapshot',
    permalink: '/{yyyy}/{mm}/{dd}/{slug}/',
    fieldNames: FIELD_NAMES,
    html: 'safe',
    onError: 'stop',
    surfaces: {
      archives: true,
      feeds: true,
      pictures: true,
      redirects: true,
      related: true,
      search: false,
      sitemaps: true,
      structuredData: true,
      tags: true,
    },
    feeds: { content: 'full', size: 30, authors: false, tags: false, hub: null },
    redirects: [],
    plugins: [],
    publisher: { name: null, logo: null, links: [], policies: {} },
    icon: null,
    theme: DEFAULT_THEME,
    host: 'any',
    admin: null,
    output: 'dist',
  };
}

/** A piece of JSON Schema (draft 2020-12). */
export type Schema = Readonly<Record<string, unknown>>;

/** One setting. */
export interface Setting {
  /** What it says, in one line. */
  readonly about: string;
  readonly schema: Schema;
  /** Checks the value and stores it, or reports. */
  read(field: Field, settings: Settings, fault: Fault): void;
}

/** The form of a line of text. */
export const TEXT: Schema = { type: 'string', minLength: 1 };

/** The form of a text or a list of texts. */
export const TEXTS: Schema = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

/** The form of a name by language tag, `{en: Region}`. */
export const TITLES: Schema = { type: 'object', additionalProperties: TEXT, minProperties: 1 };

/** The form of a record with these parts and no others. */
export function record(properties: Schema): Schema {
  return { type: 'object', additionalProperties: false, properties };
}
