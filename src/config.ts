/** site.yaml to settings: every key read, checked and filled in, once. */
import { type Diagnostic, diagnostic, hasErrors, type Place, placeAt } from './base/diagnostic.ts';
import type { Files } from './base/files.ts';
import type { OnError } from './base/findings.ts';
import { nameOf } from './base/paths.ts';
import { didYouMean, suggest } from './base/suggest.ts';
import { CONFIG_FILE, OTHER_CONFIG_FILES } from './content/discover.ts';
import { type Field, isFault } from './content/field.ts';
import type { HtmlMode } from './content/html.ts';
import { locateInFrontMatter } from './content/locate.ts';
import type { MarkdownExtension } from './content/markdown.ts';
import type { OwnSite } from './content/own-site.ts';
import { readText } from './content/text.ts';
import { readYaml, repeatedInYaml } from './content/yaml.ts';
import type { HostName } from './host/table.ts';
import { type Mark, markOfData, NO_MARK } from './memo/mark.ts';
import type { Memo } from './memo/memo.ts';
import type { NewsSettings } from './news/article.ts';
import { type Locales, prefixOf } from './news/locale.ts';
import type { Redirect } from './news/redirect.ts';
import { inLocale, type PageSettings } from './pages/settings.ts';
import type { Helpers } from './render/helpers.ts';
import type { AdminSettings } from './settings/backends.ts';
import { logoFaults, shownLogo } from './settings/logos.ts';
import { placeWithin, WHOLE } from './settings/place.ts';
import { defaultSettings, type Settings } from './settings/settings.ts';
import { SETTINGS } from './settings/table.ts';

/** All that a site decides. Each layer takes its own part. */
export interface SiteConfig {
  readonly news: NewsSettings;
  readonly pages: PageSettings;
  readonly markdown: {
    readonly html: HtmlMode;
    readonly own: OwnSite;
    readonly extensions: readonly MarkdownExtension[];
    /** Stands for the paper's plugins. */
    readonly plugins: Mark;
  };
  /** Helpers of templates that the paper brings. */
  readonly helpers: Helpers;
  /** Files of its plugins (plugins.ts). */
  readonly plugins: readonly string[];
  /** Former addresses that are those of no article; no page says anything of them. */
  readonly redirects: readonly Redirect[];
  readonly host: HostName;
  readonly onError: OnError;
  /** The editor in the browser; null if the paper has none. */
  readonly admin: AdminSettings | null;
  /** The output folder, relative to the site. */
  readonly output: string;
}

/** What settings are read from. A build has it from its survey: what is edited meanwhile is for the next one. */
export interface SettingsSource {
  /** Those of site.yaml; null if there is none. */
  readonly settings: Uint8Array | null;
  /** The files of `public/`, by their paths from the site. */
  readonly publicFiles: { has(path: string): boolean };
}

function asItLies(files: Files, site: string): SettingsSource {
  return {
    settings: files.readIfThere(`${site}/${CONFIG_FILE}`),
    publicFiles: { has: (path) => files.kind(`${site}/${path}`) === 'file' },
  };
}

/** Reads a site's settings and sees that there is something to build. What they come to is kept in the memo. */
export function openSite(
  files: Files,
  site: string,
  memo: Pick<Memo, 'value'> | null = null,
  { settings: source, publicFiles }: SettingsSource = asItLies(files, site),
): { config: SiteConfig; diagnostics: readonly Diagnostic[] } {
  const text = source === null ? null : new TextDecoder().decode(source);
  const { config: written, diagnostics: wrong } = readConfig(text, nameOf(site), memo);
  const misread =
    source === null ? (noFile(files, site) ?? misnamed(files, site)) : encodingFault(source);
  const faults = misread === null ? wrong : [misread];
  const hasFile = (file: string) => publicFiles.has(file);
  const theme = { ...written.pages.theme, logo: shownLogo(written.pages, hasFile) };
  const config = { ...written, pages: { ...written.pages, theme } };
  const missing = logoFaults(written.pages, hasFile, (address) =>
    locateInFrontMatter(CONFIG_FILE, source ?? new Uint8Array(), address),
  );
  const diagnostics = [...faults, ...missing];
  if (files.kind(`${site}/articles`) !== 'folder')
    return {
      config,
      diagnostics: [
        ...diagnostics,
        diagnostic(
          'site/articles',
          '',
          `there is no folder ${site}/articles`,
          'Articles are Markdown files below articles/. Is this the right folder? Another is named with --site.',
        ),
      ],
    };
  if (config.pages.origin !== null || hasErrors(faults)) return { config, diagnostics };
  const notice = diagnostic(
    'site/url',
    '',
    'the paper has no url yet, so its pages do not say their full address',
    'Add a line to site.yaml: url: https://example.org.',
  );
  return { config, diagnostics: [...diagnostics, notice] };
}

/** Without its settings a paper has another address, other sections, and embargoes that lift in another zone. */
function noFile(files: Files, site: string): Diagnostic | null {
  const place = `${site}/${CONFIG_FILE}`;
  const isFolder = files.kind(place) === 'folder';
  if (!isFolder && files.linkOf(place) === null) return null;
  return diagnostic(
    'config/yaml',
    CONFIG_FILE,
    isFolder ? 'this is a folder, and no file of settings' : 'this is a link that leads to no file',
    'Put the file there, or remove this: a paper can do without settings, but is another then.',
  );
}

function misnamed(files: Files, site: string): Diagnostic | null {
  const name = OTHER_CONFIG_FILES.find((one) => files.kind(`${site}/${one}`) === 'file');
  if (name === undefined) return null;
  return diagnostic(
    'config/name',
    name,
    'the settings of a paper are read from site.yaml',
    `Rename ${name} to site.yaml.`,
  );
}

function encodingFault(source: Uint8Array): Diagnostic | null {
  const read = readText(CONFIG_FILE, source);
  if (typeof read === 'string' || read.code === 'source/empty') return null;
  return { ...read, code: 'config/yaml' };
}

/** Reads the text of site.yaml (null if there is none). With errors the settings are not to be used. */
export function readConfig(
  source: string | null,
  folderName: string,
  memo: Pick<Memo, 'value'> | null = null,
): { config: SiteConfig; diagnostics: readonly Diagnostic[] } {
  const read = () => readSettings(source, folderName);
  const { settings, diagnostics } =
    memo === null ? read() : memo.value('settings', markOfData([source, folderName]), read);
  return { config: compose(settings), diagnostics };
}

/** The settings, as plain data, and what is wrong with them. */
function readSettings(
  source: string | null,
  folderName: string,
): { settings: PlainSettings; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const settings = defaultSettings(folderName);
  const content = (source ?? '').replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const fields = readYaml(content);
  if (isFault(fields)) {
    const place = placeAt(CONFIG_FILE, content, fields.offset);
    diagnostics.push(diagnostic('config/yaml', place, fields.problem, fields.help));
  } else {
    const seen = new Set<string>();
    for (const field of inTableOrder(fields)) {
      const keyPlace = placeAt(CONFIG_FILE, content, field.keyOffset, field.key.length);
      const setting = Object.hasOwn(SETTINGS, field.key) ? SETTINGS[field.key] : undefined;
      if (setting === undefined) diagnostics.push(unknownKey(keyPlace, field.key));
      else if (seen.has(field.key)) diagnostics.push(standsTwice(keyPlace, field.key));
      else if (field.value !== null)
        setting.read(field, settings, (code, message, help, way = WHOLE) => {
          const place = placeWithin(content, field, way);
          diagnostics.push(diagnostic(code, place, message, help));
        });
      seen.add(field.key);
    }
    for (const { key, keyOffset, keyLength } of repeatedInYaml(content))
      diagnostics.push(standsTwice(placeAt(CONFIG_FILE, content, keyOffset, keyLength), key));
  }
  return { settings: { ...settings, url: settings.url?.href ?? null }, diagnostics };
}

type PlainSettings = Omit<Settings, 'url'> & { readonly url: string | null };

/** In this order the settings are read, since one may build on another: the theme names sections. */
function inTableOrder(fields: readonly Field[]): readonly Field[] {
  const names = Object.keys(SETTINGS);
  return fields.toSorted((a, b) => names.indexOf(a.key) - names.indexOf(b.key));
}

function compose(settings: PlainSettings): SiteConfig {
  const { title, description, language, timezone } = settings;
  const url = settings.url === null ? null : new URL(settings.url);
  const base = decodeURI(url?.pathname ?? '').replace(/\/+$/, '');
  const ownSite = { scheme: url?.protocol ?? 'https:', host: url?.host ?? '', base };
  const main = { language, title, description, prefix: '' };
  const own = settings.languages.find((one) => one.language === language);
  const locales: Locales = [
    { ...main, title: own?.title ?? title, description: own?.description || description },
    ...settings.languages
      .filter((one) => one !== own)
      .map((one) => ({
        ...one,
        title: one.title ?? title,
        prefix: prefixOf(one.language),
      })),
  ];
  const { flash, rail, railSize, surfaces, feeds, redirects, publisher } = settings;
  const { host, icon, theme, admin } = settings;
  return {
    news: {
      locales,
      timezone,
      sections: settings.sections,
      flash,
      permalink: settings.permalink,
      fieldNames: settings.fieldNames,
      own: ownSite,
    },
    pages: inLocale(
      {
        locales,
        origin: url?.origin ?? null,
        base,
        timezone,
        flashTag: flash.tag,
        railSize,
        rail,
        surfaces,
        feeds,
        publisher,
        icon,
        theme,
        hasAdmin: admin !== null,
      },
      locales[0],
    ),
    markdown: { html: settings.html, own: ownSite, extensions: [], plugins: NO_MARK },
    helpers: {},
    plugins: settings.plugins,
    redirects,
    host,
    onError: settings.onError,
    admin,
    output: settings.output,
  };
}

function standsTwice(place: Place, key: string): Diagnostic {
  return diagnostic('config/value', place, `"${key}" appears twice`, 'Keep one of the two.');
}

function unknownKey(place: Place, key: string): Diagnostic {
  const known = Object.keys(SETTINGS);
  return diagnostic(
    'config/unknown-key',
    place,
    `"${key}" is not a setting`,
    `${didYouMean(suggest(key, known))}The settings are ${known.join(', ')}.`,
  );
}
