/** All files of the editor at /admin/, for papers with `admin:` in site.yaml. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import type { OutPath } from '../base/paths.ts';
import type { SiteConfig } from '../config.ts';
import { CONFIG_FILE } from '../content/discover.ts';
import { headersWithAdmin } from '../host/headers.ts';
import { HOSTS } from '../host/table.ts';
import { markOf, mix, NO_MARK } from '../memo/mark.ts';
import type { People } from '../news/person.ts';
import type { OutputFile } from '../output/collect.ts';
import { phrasebook } from '../render/labels.ts';
import type { Theme } from '../render/theme.ts';
import { placeIn } from '../settings/place.ts';
import { editorConfig } from './config.ts';
import { type PackageFile, packageFolder, sveltiaFiles, yamlFiles } from './packages.ts';
import { editorPage } from './page.ts';
import { adminPolicy } from './policy.ts';

/** Where things lie, and what stands for the code that makes files of them. */
export interface AdminPlaces {
  readonly files: Files;
  readonly site: string;
  /** The folder of the default theme; the editor's own files are below it. */
  readonly theme: string;
  readonly version: string;
}

const MAKER = 'the editor';

/** The package of the editor; papers that have none need not install it. Others than this version may want other changes. */
const SVELTIA = '@sveltia/cms';
const VERSION = '0.221';

/**
 * The files of the editor and those that the host is told, which are as they were without `admin:`. A file that was
 * written before `settled` is known by its size and time.
 */
export function adminFiles(
  { files, site, theme, version }: AdminPlaces,
  config: SiteConfig,
  people: People,
  { labels }: Pick<Theme, 'labels'>,
  hosted: readonly OutputFile[],
  settled: number,
): { files: readonly OutputFile[]; diagnostics: readonly Diagnostic[] } {
  const { admin, pages, host } = config;
  if (admin === null) return { files: hosted, diagnostics: [] };
  const packages = packagesOf({ files, site, theme });
  const fault = packageFault(packages, files, site);
  if (packages === null || fault !== null)
    return { files: hosted, diagnostics: fault === null ? [] : [fault] };
  const sources = sourcesOf(packages, files, theme);
  const policy = adminPolicy(admin);
  const text = (out: string, content: string) => made(out as OutPath, content, MAKER);
  const copied = ({ file, entry, out, change }: PackageFile): OutputFile => ({
    out: `admin/${out}` as OutPath,
    maker: MAKER,
    key:
      entry.mtime >= settled
        ? NO_MARK
        : mix(markOf(`${version}\n${file}`), entry.size, entry.mtime * 1000, entry.inode),
    bytes() {
      const bytes = files.read(file);
      return change === null
        ? bytes
        : new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
    },
  });
  const withRule = (file: OutputFile): OutputFile => {
    const { headers } = HOSTS[host];
    if (file.out !== '_headers' || headers === null) return file;
    const { bytes, maker, out } = file;
    const before = new TextDecoder().decode(bytes());
    return made(out, headersWithAdmin(before, { base: pages.base, policy, headers }), maker);
  };
  return {
    files: [
      text('admin/index.html', editorPage(pages.title, admin)),
      text('admin/config.json', editorConfig(config, admin, people, phrasebook(labels))),
      ...sources.map(copied),
      ...hosted.map(withRule),
    ],
    diagnostics: [],
  };
}

/** What tells that a package is another one: a file of each, absolute. None for papers without an editor. */
export function adminPackages(
  places: Omit<AdminPlaces, 'version'>,
  { admin }: SiteConfig,
): readonly string[] {
  const found = admin === null ? null : packagesOf(places);
  return found === null ? [] : [`${found.sveltia}/package.json`, `${found.yaml}/package.json`];
}

/** The folders of both packages. */
interface Packages {
  readonly sveltia: string;
  readonly yaml: string;
}

/** Null if one of them is not installed. */
function packagesOf({ files, site, theme }: Omit<AdminPlaces, 'version'>): Packages | null {
  const from = [theme, site];
  const sveltia = packageFolder(files, SVELTIA, from);
  const yaml = packageFolder(files, 'yaml', from);
  return sveltia === null || yaml === null ? null : { sveltia, yaml };
}

/** The files that the browser gets, as they lie there. */
function sourcesOf(packages: Packages, files: Files, theme: string): readonly PackageFile[] {
  const own = files.list(`${theme}/admin`).map((entry) => ({
    file: `${theme}/admin/${entry.path}`,
    entry,
    out: entry.path,
    change: null,
  }));
  return [...own, ...sveltiaFiles(files, packages.sveltia), ...yamlFiles(files, packages.yaml)];
}

function made(out: OutPath, content: string, maker: string): OutputFile {
  return { out, maker, key: markOf(content), bytes: () => new TextEncoder().encode(content) };
}

/** Why there can be no editor; null if there can. */
function packageFault(packages: Packages | null, files: Files, site: string): Diagnostic | null {
  const installed =
    packages === null
      ? null
      : JSON.parse(new TextDecoder().decode(files.read(`${packages.sveltia}/package.json`)))
          .version;
  if (installed?.startsWith(`${VERSION}.`)) return null;
  const source = files.readIfThere(`${site}/${CONFIG_FILE}`) ?? new Uint8Array();
  return diagnostic(
    'config/value',
    placeIn(source, ['admin']),
    packages === null
      ? `the editor needs the package ${SVELTIA}, which is not installed`
      : `the editor needs ${SVELTIA} ${VERSION}, and ${installed} is installed`,
    `Install it in the folder of the paper: npm install ${SVELTIA}@${VERSION}.`,
  );
}
