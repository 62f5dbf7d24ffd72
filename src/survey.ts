/** All files that a build reads, as they lie there: names, sizes, times and inodes. Nothing is read but site.yaml. */
import type { FileEntry, Files } from './base/files.ts';
import { once } from './base/once.ts';
import {
  CONFIG_FILE,
  discover,
  OTHER_CONFIG_FILES,
  publicFolder,
  type Sources,
  sourceTrees,
} from './content/discover.ts';
import { installedIn, PLUGINS_FOLDER } from './content/plugins-folder.ts';
import { folderless, type Unread } from './content/unread.ts';
import { type Mark, markOf, markOfBytes, mix } from './memo/mark.ts';
import { markOfFiles, markOfOthers, markOfTree } from './memo/root.ts';

/** What there is. */
export interface Survey {
  /** Told apart when somebody first asks: where nothing changed, nobody does. */
  readonly sources: Sources;
  readonly publicFiles: ReadonlyMap<string, FileEntry>;
  /** What else lies in `public/`, and folders that are none. */
  readonly passed: readonly Unread[];
  /** Those of the default theme and of the site's own, by their folders. */
  readonly theme: readonly FileEntry[];
  readonly templates: readonly FileEntry[];
  /** Of all that lies in `plugins/`. */
  readonly plugins: readonly FileEntry[];
  /** The bytes of site.yaml; null if there is none. */
  readonly settings: Uint8Array | null;
  /** Stands for all of that. */
  readonly mark: Mark;
}

/** Threads that walk over a large paper, if nobody says how many. */
const THREADS = 2;

/** Looks at all of them; `theme` is the folder of the default theme, `jobs` the number of threads. */
export function survey(
  files: Files,
  site: string,
  theme: string,
  jobs: number | null = null,
): Survey {
  const listed = (folder: string) => (files.kind(folder) === 'folder' ? files.list(folder) : []);
  const trees = sourceTrees(files, site, jobs ?? THREADS);
  const ofPublic = publicFolder(files, site);
  const found = {
    publicFiles: ofPublic.files,
    passed: [...folderless(files, site), ...ofPublic.passed],
    settings: files.readIfThere(`${site}/${CONFIG_FILE}`),
    theme: listed(theme),
    templates: listed(`${site}/templates`),
    plugins: listed(`${site}/${PLUGINS_FOLDER}`),
  };
  const sources = once(() => discover(trees));
  return {
    ...found,
    get sources() {
      return sources();
    },
    mark: mix(
      markOfTree(trees.articles),
      markOfTree(trees.authors),
      markOfTree(trees.pages),
      markOfFiles(found.publicFiles.values()),
      mix(...found.passed.map(([why, path]) => markOf(`${why} ${path}`))),
      markOfFiles(found.theme),
      markOfFiles(found.templates),
      markOfFiles(found.plugins),
      found.plugins.length === 0 ? 0 : markOfOthers(files, [installedIn(site)]),
      found.settings === null ? otherSettings(files, site) : markOfBytes(found.settings),
    ),
  };
}

/** Stands for settings that are not read, which is told: those under another name, and a link that leads nowhere. */
function otherSettings(files: Files, site: string): Mark {
  const names = [CONFIG_FILE, ...OTHER_CONFIG_FILES].map((name) => `${site}/${name}`);
  return mix(markOfOthers(files, names), markOf(files.linkOf(`${site}/${CONFIG_FILE}`) ?? ''));
}

/** A file and what stands for its content. */
export type Content = readonly [path: string, content: Mark];

/** Reading more than these takes longer than a build that finds nothing to do. */
const FEW = 200;

/**
 * The files that were written so late that they may be written again at what is the same time to the file system, with
 * their contents; null if they are many.
 */
export function unsettledIn(
  files: Files,
  site: string,
  theme: string,
  { sources, publicFiles, templates, plugins, theme: ofTheme }: Survey,
  settled: number,
): readonly Content[] | null {
  const found: string[] = [];
  const look = (listed: Iterable<FileEntry>, folder: string): void => {
    for (const { path, mtime } of listed)
      if (mtime >= settled && found.length <= FEW) found.push(`${folder}/${path}`);
  };
  const { articles } = sources;
  for (let row = 0; row < articles.size && found.length <= FEW; row++)
    if ((articles.columns.mtime[row] as number) >= settled)
      found.push(`${site}/${articles.at(row).path}`);
  look(sources.people, site);
  look(sources.pages, site);
  look(sources.attachments.values(), site);
  look(publicFiles.values(), site);
  look(templates, `${site}/templates`);
  look(plugins, `${site}/${PLUGINS_FOLDER}`);
  look(ofTheme, theme);
  return found.length > FEW ? null : found.map((path) => [path, contentOf(files, path)]);
}

/** True if files have the contents that they had. */
export function areSame(files: Files, contents: readonly Content[]): boolean {
  return contents.every(([path, content]) => contentOf(files, path) === content);
}

function contentOf(files: Files, path: string): Mark {
  return markOfBytes(files.readIfThere(path) ?? new Uint8Array());
}
