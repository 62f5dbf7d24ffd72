/**
 * The theme: templates, labels and assets of the default theme, with the files of the site's own
 * `templates/` folder in front of them; the same relative path wins.
 */
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import { type Address, address } from '../base/paths.ts';
import { isFault } from '../content/field.ts';
import { readYaml } from '../content/yaml.ts';

/** A template file. */
export interface TemplateSource {
  /** As a reader of messages knows it. */
  readonly file: string;
  readonly source: string;
}

/** A file that pages refer to, published under a name that changes with its content. */
export interface Asset {
  readonly address: Address;
  /** Where it is read from, absolute. */
  readonly path: string;
}

/** All that turns views into pages. */
export interface Theme {
  /** By name: the path below `templates/` without `.hbs`. */
  readonly templates: ReadonlyMap<string, TemplateSource>;
  /** Words of the theme by language, then by key. English has every key. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By path below `templates/assets/`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

const LABELS = /^labels\/([A-Za-z0-9-]+)\.yaml$/;

/** Reads the theme from folders; a later folder wins over an earlier one. Labels are merged key by key. */
export function loadTheme(
  files: Files,
  folders: readonly { readonly path: string; readonly shown: string }[],
): { theme: Theme; diagnostics: readonly Diagnostic[] } {
  const templates = new Map<string, TemplateSource>();
  const labels = new Map<string, Map<string, string>>();
  const assets = new Map<string, Asset>();
  const diagnostics: Diagnostic[] = [];
  const decoder = new TextDecoder();

  for (const folder of folders) {
    if (files.kind(folder.path) !== 'folder') continue;
    for (const { path } of files.list(folder.path)) {
      const full = `${folder.path}/${path}`;
      const file = `${folder.shown}/${path}`;
      const language = LABELS.exec(path)?.[1];
      if (path.startsWith('assets/')) {
        const name = path.slice('assets/'.length);
        assets.set(name, { address: fingerprinted(name, files.read(full)), path: full });
      } else if (path.endsWith('.hbs')) {
        const source = decoder.decode(files.read(full)).replace(/\r\n?/g, '\n');
        templates.set(path.slice(0, -'.hbs'.length), { file, source });
      } else if (language !== undefined) {
        const words = labels.get(language) ?? new Map<string, string>();
        labels.set(language, words);
        diagnostics.push(...readLabels(file, decoder.decode(files.read(full)), words));
      }
    }
  }
  return { theme: { templates, labels, assets }, diagnostics };
}

/** `site.css` with its content's fingerprint, `/assets/site.1a2b3c4d.css`: hosts may keep it for ever. */
function fingerprinted(name: string, bytes: Uint8Array): Address {
  const dot = name.lastIndexOf('.');
  const mark = hash(bytes).slice(0, 8);
  return address(`/assets/${name.slice(0, dot)}.${mark}${name.slice(dot)}`);
}

function readLabels(file: string, text: string, words: Map<string, string>): Diagnostic[] {
  const fields = readYaml(text);
  if (isFault(fields))
    return [
      diagnostic(
        'template/labels',
        placeAt(file, text, fields.offset),
        fields.problem,
        fields.help,
      ),
    ];
  const diagnostics: Diagnostic[] = [];
  for (const { key, written, offset, length } of fields) {
    if (written !== null) words.set(key, written);
    else
      diagnostics.push(
        diagnostic(
          'template/labels',
          placeAt(file, text, offset, length),
          `the label "${key}" is not a text`,
          `Write it as one line: ${key}: "…".`,
        ),
      );
  }
  return diagnostics;
}

/** The words for pages in a language: its own, those of its primary language, and English ones. */
export function labelsFor(theme: Theme, language: string): ReadonlyMap<string, string> {
  const primary = language.split('-')[0] ?? language;
  return new Map(
    ['en', primary, language].flatMap((tag) => [...(theme.labels.get(tag) ?? new Map())]),
  );
}
