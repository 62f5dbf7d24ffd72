/**
 * The theme: templates, labels and assets of the default theme, with the files of the site's own
 * `templates/` folder in front of them; the same relative path wins.
 */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { FileEntry, Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import { languageTag } from '../base/language.ts';
import { type Address, address, addressFault, href } from '../base/paths.ts';
import { CONFIG_FILE } from '../content/discover.ts';
import { type Mark, markOf, markOfData, mix } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import { markOfFiles } from '../memo/root.ts';
import type { ThemeSettings } from '../pages/settings.ts';
import { customProperties, FONT_STYLES, usesFonts } from './custom-properties.ts';
import { type Label, type Labels, readLabels } from './labels.ts';
import type { ShippedPrograms } from './programs.ts';
import { type StyleSource, stylesheet } from './stylesheets.ts';

/** A template file. */
export interface TemplateSource {
  /** As a reader of messages knows it. */
  readonly file: string;
  readonly source: string;
}

/** A file that pages refer to, published under a name that changes with its content. */
export interface Asset {
  readonly address: Address;
  /** What made it, for messages. */
  readonly maker: string;
  bytes(): Uint8Array;
}

/** All that turns views into pages. */
export interface Theme {
  /** By name: the path below `templates/` without `.hbs`. */
  readonly templates: ReadonlyMap<string, TemplateSource>;
  readonly labels: Labels;
  /** By path below `templates/assets/`. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** True if pages are set in the theme's own typeface. */
  readonly hasFonts: boolean;
  /** Programs of templates of the default theme; read when they are asked for. */
  readonly shipped: () => ShippedPrograms;
}

/** A style sheet, by its path in a folder of the theme. */
export const STYLE_SHEET = /^(?:assets|styles)\/.*\.css$/;

const FONTS = 'assets/fonts/';
const LABELS = /^labels\/([^/]+)\.yaml$/;

/** A folder of the theme, and the files in it. */
export interface ThemeFolder {
  readonly path: string;
  /** As readers of messages know it. */
  readonly shown: string;
  readonly entries: readonly FileEntry[];
  /** The file of the programs that come with its templates; null if there is none. */
  readonly programs: string | null;
}

/** What a theme comes to, as plain data. */
interface ThemeData {
  readonly templates: readonly (readonly [name: string, TemplateSource])[];
  readonly labels: readonly (readonly [
    language: string,
    words: readonly (readonly [key: string, Label])[],
  ])[];
  readonly assets: readonly (readonly [name: string, AssetData])[];
  readonly hasFonts: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

interface AssetData {
  readonly address: Address;
  readonly maker: string;
  /** Its text, if it is a style sheet, else the file as it lies there. */
  readonly css: string | null;
  readonly full: string;
}

/**
 * The theme of some folders; a later folder wins over an earlier one. Labels are merged key by key. What the paper
 * decides about the look of its pages goes into its style sheets. If all files were written before `settled`, the
 * theme is known by their sizes and times.
 */
export function loadTheme(
  files: Files,
  folders: readonly ThemeFolder[],
  settings: ThemeSettings,
  base: string,
  memo: Pick<Memo, 'value'>,
  settled: number,
): { theme: Theme; diagnostics: readonly Diagnostic[] } {
  const read = () => readTheme(files, folders, settings, base);
  const isSettled = folders.every(({ entries }) => entries.every(({ mtime }) => mtime < settled));
  const data = isSettled ? memo.value('theme', markOfTheme(folders, settings, base), read) : read();
  const encoder = new TextEncoder();
  const asset = ({ address, maker, css, full }: AssetData): Asset => ({
    address,
    maker,
    bytes: () => (css === null ? files.read(full) : encoder.encode(css)),
  });
  return {
    theme: {
      templates: new Map(data.templates),
      labels: new Map(data.labels.map(([language, words]) => [language, new Map(words)])),
      assets: new Map(data.assets.map(([name, one]) => [name, asset(one)])),
      hasFonts: data.hasFonts,
      shipped: () =>
        Object.assign({}, ...folders.map(({ programs }) => readShipped(files, programs))),
    },
    diagnostics: data.diagnostics,
  };
}

function readShipped(files: Files, path: string | null): ShippedPrograms {
  const bytes = path === null ? null : files.readIfThere(path);
  return bytes === null ? {} : JSON.parse(new TextDecoder().decode(bytes));
}

function markOfTheme(folders: readonly ThemeFolder[], settings: ThemeSettings, base: string): Mark {
  const marks = folders.flatMap(({ path, entries }) => [markOf(path), markOfFiles(entries)]);
  return mix(markOfData([settings, base]), ...marks);
}

function readTheme(
  files: Files,
  folders: readonly ThemeFolder[],
  settings: ThemeSettings,
  base: string,
): ThemeData {
  const templates = new Map<string, TemplateSource>();
  const labels = new Map<string, ReadonlyMap<string, Label>>();
  const sources = new Map<string, StyleSource>();
  const plain = new Map<string, PlainFile>();
  const diagnostics: Diagnostic[] = [];
  const decoder = new TextDecoder();

  for (const folder of folders) {
    for (const { path } of folder.entries) {
      const full = `${folder.path}/${path}`;
      const file = `${folder.shown}/${path}`;
      const text = () => decoder.decode(files.read(full)).replace(/\r\n?/g, '\n');
      const named = LABELS.exec(path)?.[1];
      const fault = path.startsWith('assets/') ? addressFault(`/${path}`) : null;
      if (fault !== null) {
        const help = 'Give the file another name, of letters, digits, - and _.';
        diagnostics.push(diagnostic('template/asset', file, `"${path}" ${fault}`, help));
      } else if (STYLE_SHEET.test(path))
        sources.set(path, { file, source: text().replace(/^\ufeff/, '') });
      else if (path.startsWith('assets/')) plain.set(path, { file, full });
      else if (path.endsWith('.hbs'))
        templates.set(path.slice(0, -'.hbs'.length), { file, source: text() });
      else if (named !== undefined) {
        const language = languageTag(named);
        if (language === null) {
          diagnostics.push(notALanguage(file, named));
          continue;
        }
        const read = readLabels(file, text());
        labels.set(language, new Map([...(labels.get(language) ?? []), ...read.labels]));
        diagnostics.push(...read.diagnostics);
      }
    }
  }
  const hasFonts = usesFonts(settings);
  sources.set('styles/settings.css', { file: CONFIG_FILE, source: customProperties(settings) });
  // A typeface of the paper's own stays.
  const isOurs = sources.get(FONT_STYLES)?.file.startsWith(`${folders[0]?.shown}/`) ?? false;
  if (!hasFonts && isOurs) sources.set(FONT_STYLES, { file: FONT_STYLES, source: '' });
  const made = makeAssets(files, plain, sources, base);
  return {
    templates: [...templates],
    labels: [...labels].map(([language, words]) => [language, [...words]]),
    assets: [...made.assets],
    hasFonts,
    diagnostics: [...diagnostics, ...made.diagnostics],
  };
}

/** A file of `assets/` that is published as it is. */
interface PlainFile {
  /** As a reader of messages knows it. */
  readonly file: string;
  /** Absolute. */
  readonly full: string;
}

/** The files as they are, and the style sheets. A font is published only where one of these asks for it. */
function makeAssets(
  files: Files,
  plain: ReadonlyMap<string, PlainFile>,
  sources: ReadonlyMap<string, StyleSource>,
  base: string,
) {
  const assets = new Map<string, AssetData>();
  const diagnostics: Diagnostic[] = [];
  const add = (path: string, maker: string, full: string, css: string | null) => {
    const name = path.slice('assets/'.length);
    const bytes = css === null ? files.read(full) : new TextEncoder().encode(css);
    const asset = { address: fingerprinted(name, bytes), maker, css, full };
    assets.set(name, asset);
    return asset;
  };
  const addFile = (path: string, { file, full }: PlainFile) => add(path, file, full, null);
  for (const [path, one] of plain) if (!path.startsWith(FONTS)) addFile(path, one);
  for (const [path, { file }] of sources) {
    if (!path.startsWith('assets/')) continue;
    const up = '../'.repeat(path.split('/').length - 2);
    const { css, diagnostics: found } = stylesheet(path, {
      sources,
      addressOf(wanted) {
        const one = plain.get(wanted);
        if (one === undefined) return null;
        const asset = assets.get(wanted.slice('assets/'.length)) ?? addFile(wanted, one);
        return up + href('', asset.address).slice('/_assets/'.length);
      },
      fromRoot: (path) => base + path,
    });
    diagnostics.push(...found);
    add(path, file, '', css);
  }
  // The licence goes with the fonts.
  if ([...assets.keys()].some((name) => name.startsWith('fonts/')))
    for (const [path, one] of plain)
      if (path.startsWith(FONTS) && path.endsWith('.txt')) addFile(path, one);
  return { assets, diagnostics };
}

/**
 * `site.css` with its content's fingerprint, `/_assets/site.1a2b3c4d.css`: hosts may keep it for ever. No
 * file of the paper's own is there: no section has such a name, and `public/assets/` stands beside it.
 */
function fingerprinted(name: string, bytes: Uint8Array): Address {
  const file = name.lastIndexOf('/') + 1;
  const dot = name.includes('.', file + 1) ? name.lastIndexOf('.') : name.length;
  const mark = hash(bytes).slice(0, 8);
  return address(`/_assets/${name.slice(0, dot)}.${mark}${name.slice(dot)}`);
}

function notALanguage(file: string, named: string): Diagnostic {
  return diagnostic(
    'template/labels',
    file,
    `"${named}" is not a language tag`,
    'Name the file by the language of its words as in BCP 47: sq.yaml, en-GB.yaml, sr-Latn.yaml.',
  );
}
