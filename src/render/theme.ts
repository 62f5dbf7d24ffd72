/**
 * The theme: templates, labels and assets of the default theme, with the files of the site's own
 * `templates/` folder in front of them; the same relative path wins.
 */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import { languageTag } from '../base/language.ts';
import { type Address, address } from '../base/paths.ts';
import { type Label, type Labels, readLabels } from './labels.ts';

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
  readonly labels: Labels;
  /** By path below `templates/assets/`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

const LABELS = /^labels\/([^/]+)\.yaml$/;

/** Reads the theme from folders; a later folder wins over an earlier one. Labels are merged key by key. */
export function loadTheme(
  files: Files,
  folders: readonly { readonly path: string; readonly shown: string }[],
): { theme: Theme; diagnostics: readonly Diagnostic[] } {
  const templates = new Map<string, TemplateSource>();
  const labels = new Map<string, ReadonlyMap<string, Label>>();
  const assets = new Map<string, Asset>();
  const diagnostics: Diagnostic[] = [];
  const decoder = new TextDecoder();

  for (const folder of folders) {
    if (files.kind(folder.path) !== 'folder') continue;
    for (const { path } of files.list(folder.path)) {
      const full = `${folder.path}/${path}`;
      const file = `${folder.shown}/${path}`;
      const named = LABELS.exec(path)?.[1];
      if (path.startsWith('assets/')) {
        const name = path.slice('assets/'.length);
        assets.set(name, { address: fingerprinted(name, files.read(full)), path: full });
      } else if (path.endsWith('.hbs')) {
        const source = decoder.decode(files.read(full)).replace(/\r\n?/g, '\n');
        templates.set(path.slice(0, -'.hbs'.length), { file, source });
      } else if (named !== undefined) {
        const language = languageTag(named);
        if (language === null) {
          diagnostics.push(notALanguage(file, named));
          continue;
        }
        const read = readLabels(file, decoder.decode(files.read(full)));
        labels.set(language, new Map([...(labels.get(language) ?? []), ...read.labels]));
        diagnostics.push(...read.diagnostics);
      }
    }
  }
  return { theme: { templates, labels, assets }, diagnostics };
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
