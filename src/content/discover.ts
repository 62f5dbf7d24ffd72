import type { FileEntry, Files } from '../base/files.ts';
import { entriesOf, type Tree } from '../base/tree.ts';

/** The file that holds the settings, relative to the site. */
export const CONFIG_FILE = 'site.yaml';

/** What tells a file from what it was before without reading it. */
export type Stat = Pick<FileEntry, 'size' | 'mtime' | 'inode'>;

/** One file of `articles/` or `authors/`; its path is relative to the site, `articles/rajoni/2023-09-26-kfor.md`. */
export type Source = FileEntry;

/** What lies in a site's `articles/` and `authors/` folders. */
export interface Sources {
  /** Markdown files, sorted by path. */
  readonly articles: readonly Source[];
  /** Files of `authors/` that describe a person, sorted by path. */
  readonly people: readonly Source[];
  /** All other files, which articles may refer to by relative path: pictures, documents. */
  readonly attachments: ReadonlyMap<string, FileEntry>;
}

const MARKDOWN = /\.(md|markdown)$/i;
const PERSON = /\.(md|markdown|ya?ml)$/i;

/** The two folders, before anybody asks what their files are. */
export interface SourceTrees {
  readonly articles: Tree;
  readonly authors: Tree;
}

/** Walks over both, on so many threads. */
export function sourceTrees(files: Files, site: string, threads: number): SourceTrees {
  const walked = (folder: string) =>
    files.kind(folder) === 'folder' ? files.tree(folder, threads) : [];
  return { articles: walked(`${site}/articles`), authors: walked(`${site}/authors`) };
}

/** Finds the articles, the people, and the files beside them. */
export function discover(trees: SourceTrees): Sources {
  const articles: Source[] = [];
  const attachments = new Map<string, FileEntry>();
  for (const file of entriesOf(trees.articles, 'articles/')) {
    if (MARKDOWN.test(file.path)) articles.push(file);
    else attachments.set(file.path, file);
  }
  const people: Source[] = [];
  for (const file of entriesOf(trees.authors, 'authors/')) {
    if (PERSON.test(file.path)) people.push(file);
    else attachments.set(file.path, file);
  }
  return { articles, people, attachments };
}

/** What systems and editors leave behind. Other names with a dot are meant: `.well-known/`, `.nojekyll`. */
const LITTER = /(^|\/)(\.DS_Store|\.git|\.gitkeep|\.gitignore|Thumbs\.db|[^/]*~|[^/]*\.swp)(\/|$)/;

/** The files of `public/`, relative to the site. */
export function publicFiles(files: Files, site: string): ReadonlyMap<string, FileEntry> {
  const folder = `${site}/public`;
  if (files.kind(folder) !== 'folder') return new Map();
  const found = files.list(folder, true, 'public/').filter(({ path }) => !LITTER.test(path));
  return new Map(found.map((file) => [file.path, file]));
}
