/** Files of packages from npm that the browser gets: found as Node finds packages, by folders, and read by a build only. */
import type { FileEntry, Files } from '../base/files.ts';
import { folderOf } from '../base/paths.ts';

/** The folder of a package: in a `node_modules` of one of the folders, or above it; null if it is not installed. */
export function packageFolder(files: Files, name: string, from: readonly string[]): string | null {
  for (const start of from)
    for (let at = start; ; at = folderOf(at)) {
      const folder = `${at}/node_modules/${name}`;
      if (files.kind(`${folder}/package.json`) === 'file') return folder;
      if (at === '' || at === folderOf(at)) break;
    }
  return null;
}

/** A file of a package, and where it is published below /admin/. */
export interface PackageFile {
  /** Absolute. */
  readonly file: string;
  readonly entry: FileEntry;
  readonly out: string;
  /** What becomes of its bytes; null if it is copied. */
  readonly change: ((text: string) => string) | null;
}

/**
 * Where its script asks another service for fonts, and for its words in other languages (it does not come to rest
 * without these): ours lie beside it.
 */
const OWN: readonly (readonly [asked: RegExp, own: string])[] = [
  [
    /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z\d-]+?)(?::vf)?@[\d.]+\/[\w-]+\.woff2/g,
    'fonts/$1.woff2',
  ],
  [/\$\{\w+\}@\$\{\w+\}\/locales/g, 'locales'],
];

const withOwn = (script: string): string =>
  OWN.reduce((text, [asked, own]) => text.replace(asked, own), script);

/** What the browser gets of Sveltia CMS: its script, the parts that this loads later, its fonts with their licences, its words. */
export function sveltiaFiles(files: Files, folder: string): readonly PackageFile[] {
  const parts = ['dist', 'locales', 'npm/assets'].flatMap((part) =>
    files.list(`${folder}/${part}`, false, `${part}/`),
  );
  return parts.flatMap((entry): PackageFile[] => {
    const { path } = entry;
    const file = { file: `${folder}/${path}`, entry, change: null };
    if (path === 'dist/sveltia-cms.mjs')
      // Not every server knows that .mjs is a script.
      return [{ ...file, out: 'sveltia-cms.js', change: withOwn }];
    const chunk = /^dist\/(chunks\/[\w-]+\.js)$/.exec(path)?.[1];
    if (chunk !== undefined) return [{ ...file, out: chunk }];
    if (/^locales\/[\w-]+\.json$/.test(path)) return [{ ...file, out: path }];
    const [, font, ending] =
      /^npm\/assets\/([a-z\d-]+?)(?:-latin-[\w-]+)?\.(woff2|LICENSE\.txt)$/.exec(path) ?? [];
    return font === undefined ? [] : [{ ...file, out: `fonts/${font}.${ending}` }];
  });
}

/** The YAML library as the browser takes it: the one that the build reads front matter with. */
export function yamlFiles(files: Files, folder: string): readonly PackageFile[] {
  return files
    .list(`${folder}/browser`)
    .filter(({ path }) => path.endsWith('.js'))
    .map((entry) => ({
      file: `${folder}/browser/${entry.path}`,
      entry,
      out: `yaml/${entry.path}`,
      change: null,
    }));
}
