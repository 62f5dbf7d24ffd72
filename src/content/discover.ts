import type { FileEntry, Files } from '../base/files.ts';
import { addressFault } from '../base/paths.ts';
import {
  type Branch,
  eachFile,
  entriesOf,
  entryOf,
  type Passed,
  STATS,
  type Tree,
} from '../base/tree.ts';
import { type Mark, marksAfter } from '../memo/mark.ts';
import { PAGES_FOLDER } from './pages-folder.ts';
import type { Unread } from './unread.ts';

/** The file that holds the settings, relative to the site. */
export const CONFIG_FILE = 'site.yaml';

/** Names under which they are not found. */
export const OTHER_CONFIG_FILES = ['site.yml', 'site.yaml.txt', 'site.yml.txt'] as const;

/** What tells a file from what it was before without reading it. */
export type Stat = Pick<FileEntry, 'size' | 'mtime' | 'inode'>;

/** One file of `articles/`, `authors/` or `pages/`; its path is relative to the site, `articles/rajoni/2023-09-26-kfor.md`. */
export type Source = FileEntry;

/** Files of articles, sorted by path, each a row of columns: of a hundred thousand a build asks for few by name. */
export interface ArticleFiles {
  /** How many. */
  readonly size: number;
  readonly columns: ArticleFileColumns;
  at(row: number): Source;
}

/** What is known of each: a `Source`, its path as a mark. */
export interface ArticleFileColumns {
  readonly path: Float64Array;
  readonly size: Float64Array;
  readonly mtime: Float64Array;
  readonly inode: Float64Array;
}

/** What lies in a site's `articles/`, `authors/` and `pages/` folders. */
export interface Sources {
  /** Markdown files. */
  readonly articles: ArticleFiles;
  /** Files of `authors/` that describe a person, sorted by path. */
  readonly people: readonly Source[];
  /** Markdown files of `pages/`, sorted by path. */
  readonly pages: readonly Source[];
  /** All other files, which articles may refer to by relative path: pictures, documents. */
  readonly attachments: ReadonlyMap<string, FileEntry>;
  /** What was not read, each with its path. */
  readonly passed: readonly Unread[];
}

/** The name of an article or a page. */
export const MARKDOWN_FILE = /\.(md|markdown)$/i;
/** Where Hugo keeps the title and the text of a section; a person's may have that name too. */
const SECTION_PAGE = /^_index(?:\.[\w-]+)?\.(?:md|markdown)$/i;
const PERSON = /\.(md|markdown|ya?ml)$/i;

/** The folders, before anybody asks what their files are. */
export interface SourceTrees {
  readonly articles: Tree;
  readonly authors: Tree;
  readonly pages: Tree;
}

/** Walks over all, on so many threads. */
export function sourceTrees(files: Files, site: string, threads: number): SourceTrees {
  const walked = (folder: string) =>
    files.kind(folder) === 'folder' ? files.tree(folder, threads) : [];
  return {
    articles: walked(`${site}/articles`),
    authors: walked(`${site}/authors`),
    pages: walked(`${site}/pages`),
  };
}

/** Finds the articles, the people, the pages, and the files beside them. */
export function discover(trees: SourceTrees): Sources {
  const attachments = new Map<string, FileEntry>();
  const others: Unread[] = [];
  const beside = (file: FileEntry) => {
    if (addressFault(`/${file.path}`) === null) attachments.set(file.path, file);
    else others.push(['no address', file.path]);
  };
  const articles = articleFiles(trees.articles, beside, (path) =>
    others.push(['section page', path]),
  );
  const among = (tree: Tree, folder: string, isSource: RegExp): Source[] => {
    const sources: Source[] = [];
    for (const file of entriesOf(tree, folder))
      if (isSource.test(file.path)) sources.push(file);
      else beside(file);
    return sources;
  };
  const people = among(trees.authors, 'authors/', PERSON);
  const pages = among(trees.pages, PAGES_FOLDER, MARKDOWN_FILE);
  const passed = [
    ...passedIn(trees.articles, FOLDER),
    ...passedIn(trees.authors, 'authors/'),
    ...passedIn(trees.pages, PAGES_FOLDER),
    ...others,
  ];
  return { articles, people, pages, attachments, passed };
}

function passedIn(tree: Tree, before: string): Passed[] {
  return tree.flatMap(({ folder, passed }) =>
    passed.map(([why, name]): Passed => [why, before + folder + name]),
  );
}

/** Those of a tree; `other` is told of each file that is none, `sectionPage` of each that describes a section. */
function articleFiles(
  tree: Tree,
  other: (file: FileEntry) => void,
  sectionPage: (path: string) => void,
): ArticleFiles {
  const most = tree.reduce((sum, { names }) => sum + names.length, 0);
  const branches: Branch[] = [];
  const numbers = new Uint32Array(most);
  const columns = {
    path: new Float64Array(most),
    size: new Float64Array(most),
    mtime: new Float64Array(most),
    inode: new Float64Array(most),
  };
  let size = 0;
  let last: Branch | null = null;
  let pathMark: (name: string) => Mark = marksAfter('');
  eachFile(tree, (branch, file) => {
    const { folder, names, stats } = branch;
    const name = names[file] as string;
    if (!name.endsWith('.md') && !MARKDOWN_FILE.test(name)) {
      other(entryOf(branch, file, FOLDER));
      return;
    }
    if (name.startsWith('_') && SECTION_PAGE.test(name)) {
      sectionPage(FOLDER + folder + name);
      return;
    }
    if (branch !== last) pathMark = marksAfter(FOLDER + folder);
    last = branch;
    branches.push(branch);
    numbers[size] = file;
    columns.path[size] = pathMark(name);
    columns.size[size] = stats[file * STATS] as number;
    columns.mtime[size] = stats[file * STATS + 1] as number;
    columns.inode[size] = stats[file * STATS + 2] as number;
    size++;
  });
  const only = (column: Float64Array) => column.subarray(0, size);
  return {
    size,
    columns: {
      path: only(columns.path),
      size: only(columns.size),
      mtime: only(columns.mtime),
      inode: only(columns.inode),
    },
    at: (row) => entryOf(branches[row] as Branch, numbers[row] as number, FOLDER),
  };
}

const FOLDER = 'articles/';

/** What systems and editors leave behind. Other names with a dot are meant: `.well-known/`, `.nojekyll`. */
const LITTER = /(^|\/)(\.DS_Store|\.git|\.gitkeep|\.gitignore|Thumbs\.db|[^/]*~|[^/]*\.swp)(\/|$)/;

/** What lies in `public/`. */
export interface PublicFolder {
  /** Its files by their paths, relative to the site. */
  readonly files: ReadonlyMap<string, FileEntry>;
  /**
   * Folders behind links, files that cannot be opened by their names, and files of whose names no address can be made: nothing can
   * refer to one of these, so that it would be published before the article that means to. A link that leads nowhere may be an
   * editor's lock.
   */
  readonly passed: readonly Unread[];
}

/** Looks into `public/`. Names that no disk can hold are told of all files that are published (output/names). */
export function publicFolder(files: Files, site: string): PublicFolder {
  const folder = `${site}/public`;
  if (files.kind(folder) !== 'folder') return { files: new Map(), passed: [] };
  const tree = files.tree(folder, 1, true);
  const named = new Map<string, FileEntry>();
  const passed = passedIn(tree, 'public/').flatMap(([why, path]): Unread[] => {
    if (why === 'no file' || LITTER.test(path)) return [];
    return [why === 'not UTF-8' ? ['no name', path] : [why, path]];
  });
  for (const file of entriesOf(tree, 'public/')) {
    if (LITTER.test(file.path)) continue;
    if (/[?#]/.test(file.path)) passed.push(['no address', file.path]);
    else named.set(file.path, file);
  }
  return { files: named, passed };
}
