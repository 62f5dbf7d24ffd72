/**
 * The theme: templates, labels and assets of the default theme, with the files of the site's own
 * `templates/` folder in front of them; the same relative path wins.
 */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import { languageTag } from '../base/language.ts';
import { type Address, address, addressFault, href } from '../base/paths.ts';
import type { ThemeSettings } from '../pages/settings.ts';
import { customProperties, FONT_STYLES, usesFonts } from './custom-properties.ts';
import { type Label, type Labels, readLabels } from './labels.ts';
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
}

const FONTS = 'assets/fonts/';
const LABELS = /^labels\/([^/]+)\.yaml$/;

/**
 * Reads the theme from folders; a later folder wins over an earlier one. Labels are merged key by key.
 * What the paper decides about the look of its pages goes into its style sheets.
 */
export function loadTheme(
  files: Files,
  folders: readonly { readonly path: string; readonly shown: string }[],
  settings: ThemeSettings,
  base: string,
): { theme: Theme; diagnostics: readonly Diagnostic[] } {
  const templates = new Map<string, TemplateSource>();
  const labels = new Map<string, ReadonlyMap<string, Label>>();
  const sources = new Map<string, StyleSource>();
  const plain = new Map<string, PlainFile>();
  const diagnostics: Diagnostic[] = [];
  const decoder = new TextDecoder();

  for (const folder of folders) {
    if (files.kind(folder.path) !== 'folder') continue;
    for (const { path } of files.list(folder.path)) {
      const full = `${folder.path}/${path}`;
      const file = `${folder.shown}/${path}`;
      const text = () => decoder.decode(files.read(full)).replace(/\r\n?/g, '\n');
      const named = LABELS.exec(path)?.[1];
      const fault = path.startsWith('assets/') ? addressFault(`/${path}`) : null;
      if (fault !== null) {
        const help = 'Give the file another name, of letters, digits, - and _.';
        diagnostics.push(diagnostic('template/asset', file, `"${path}" ${fault}`, help));
      } else if (/^(?:assets|styles)\/.*\.css$/.test(path))
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
  sources.set('styles/settings.css', { file: 'site.yaml', source: customProperties(settings) });
  // A typeface of the paper's own stays.
  const isOurs = sources.get(FONT_STYLES)?.file.startsWith(`${folders[0]?.shown}/`) ?? false;
  if (!hasFonts && isOurs) sources.set(FONT_STYLES, { file: FONT_STYLES, source: '' });
  const made = makeAssets(files, plain, sources, base);
  return {
    theme: { templates, labels, assets: made.assets, hasFonts },
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
  const assets = new Map<string, Asset>();
  const diagnostics: Diagnostic[] = [];
  const add = (path: string, maker: string, bytes: () => Uint8Array) => {
    const name = path.slice('assets/'.length);
    const asset = { address: fingerprinted(name, bytes()), maker, bytes };
    assets.set(name, asset);
    return asset;
  };
  const addFile = (path: string, { file, full }: PlainFile) =>
    add(path, file, () => files.read(full));
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
    const bytes = new TextEncoder().encode(css);
    add(path, file, () => bytes);
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
