/**
 * Files in the place of folders: where `press` is a file, there can be no page `press/index.html`. Found over all articles
 * that are not drafts, whatever the instant, as all faults of addresses are (news/faults).
 */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Address, folderOf, nameOf, type OutPath, outPath } from '../base/paths.ts';
import { type Mark, markOf, NO_MARK } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import type { Article, DraftsOption } from './article.ts';
import { placeMarkOf } from './places.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import { areDisjoint, isSetAside } from './schedule.ts';

/** The files of the paper that are not articles' pages, as far as they can be in the way of these. */
export interface ReservedFiles {
  /** What makes the file at a place (news/places), in words. */
  at(place: Mark): string | undefined;
  /** Files whose names have no ending, by their paths in lower case: as folders of addresses mostly are. */
  readonly bare: ReadonlyMap<string, string>;
  /** What makes something within a folder whose name looks like that of a file, by the mark of the folder's path. */
  readonly dotted: ReadonlyMap<Mark, string>;
}

/** The folders of a path, the innermost first: `a/b` and `a` of `a/b/index.html`. */
function foldersAround(out: string): string[] {
  const folders: string[] = [];
  for (let at = folderOf(out); at !== ''; at = folderOf(at)) folders.push(at);
  return folders;
}

/**
 * The mark of the first folder, in lower case, of an address that lies in folders which neither its day nor its language names:
 * one of them may be a file, too. `prefix` is that of its language.
 */
export function folderMarkOf(address: Address, prefix: string): Mark {
  const start = address.startsWith(`${prefix}/`) ? prefix.length : 0;
  if (IN_DAY_AT_MOST.test(start === 0 ? address : address.slice(start))) return NO_MARK;
  const out = outPath(address).toLowerCase();
  return markOf(out.slice(0, out.indexOf('/', start)));
}

const IN_DAY_AT_MOST = /^\/(?:\d{4}\/\d\d\/\d\d\/)?[^/]+\/?$/;

/** What `folderMarkOf` may give of an address within one of the paths: of `en/news/a` the marks of `en` and `en/news`. */
function firstFolders(paths: Iterable<string>): ReadonlySet<Mark> {
  const marks = new Set<Mark>();
  for (const path of paths) {
    const first = path.indexOf('/');
    const second = first < 0 ? -1 : path.indexOf('/', first + 1);
    marks.add(markOf(first < 0 ? path : path.slice(0, first)));
    marks.add(markOf(second < 0 ? path : path.slice(0, second)));
  }
  return marks;
}

/** True if a folder of an address is named as files are. */
export function isInDotted(address: Address): boolean {
  return /\.[^/]*\//.test(address);
}

/** A folder that is a day, or is around days. */
const OF_DAYS = /(?:^|\/)\d{4}(?:\/\d\d){0,2}$/;

/** In the way of so many articles a file is told: it may be in that of all of a year. */
const MOST = 10;

/** Articles whose page, or one of whose former addresses, needs a folder where a file is, or the other way round. */
export function filesInTheWay(
  articles: readonly Article[],
  { flags, folder, place }: RegisterColumns,
  reserved: ReservedFiles,
  options: DraftsOption,
): { readonly diagnostics: readonly Diagnostic[] } {
  const { bare, dotted } = reserved;
  const direct = markIndex(bare.size);
  const makers = [...bare.values()];
  for (const [at, path] of [...bare.keys()].entries()) direct.set(markOf(`${path}/index.html`), at);
  const hasDays = [...bare.keys()].some((path) => OF_DAYS.test(path));
  const telling = FLAGS.aliases | FLAGS.inDotted | (hasDays ? FLAGS.article : 0);
  const first = firstFolders(bare.keys());
  let byPlace: ReturnType<typeof articlesByPlace> | null = null;
  const diagnostics: Diagnostic[] = [];
  const told = new Map<string, number>();
  const isBlocked = (out: OutPath, { path }: Article, file: string): void => {
    const times = (told.get(file) ?? 0) + 1;
    told.set(file, times);
    if (times <= MOST) diagnostics.push(fileFault(out, path, file));
  };

  const look = (article: Article, address: Address): void => {
    const out = outPath(address);
    const inner = dotted.get(placeMarkOf(address));
    if (inner !== undefined) diagnostics.push(folderFault(out, article.path, inner));
    for (const folder of foldersAround(out.toLowerCase())) {
      const mark = markOf(folder);
      let taken = reserved.at(mark);
      if (taken === undefined && nameOf(folder).includes('.')) {
        byPlace ??= articlesByPlace(articles, options);
        const other = byPlace(mark);
        if (other !== null && !areDisjoint(article, other)) taken = other.path;
      }
      if (taken !== undefined) isBlocked(out, article, taken);
    }
  };

  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const own = flags[article.row] as number;
    const where = place[article.row] as Mark;
    const isPlain =
      (own & telling) === 0 &&
      (first.size === 0 || !first.has(folder[article.row] as Mark)) &&
      (dotted.size === 0 || !dotted.has(where));
    const isFolder = isPlain && bare.size > 0 ? direct.get(where) : -1;
    if (isPlain && isFolder < 0) continue;
    if (isSetAside(article, options)) continue;
    if (isPlain) isBlocked(outPath(article.address), article, makers[isFolder] as string);
    else for (const one of [article.address, ...article.aliases]) look(article, one);
  }
  return { diagnostics };
}

/** Who has a place, or had it. */
function articlesByPlace(
  articles: readonly Article[],
  options: DraftsOption,
): (place: Mark) => Article | null {
  const index = markIndex(articles.length);
  for (const [at, article] of articles.entries()) {
    if (isSetAside(article, options)) continue;
    index.set(article.placeMark, at);
    if (article.hasAliases) for (const alias of article.aliases) index.set(placeMarkOf(alias), at);
  }
  return (place) => articles[index.get(place)] ?? null;
}

const HELP =
  'Rename one of the two: an article or a page by a line slug: or permalink: in its front matter, a section in site.yaml, a file by its name.';

/** The fault of a page whose folder cannot be. Makers are files of the site, or pages in words. */
function fileFault(out: OutPath, maker: string, file: string): Diagnostic {
  return diagnostic(
    'output/clash',
    maker,
    `${out} cannot be made: ${file} is where its folder has to be`,
    HELP,
  );
}

/** The fault of a file whose name is that of a folder. */
export function folderFault(out: OutPath, maker: string, inner: string): Diagnostic {
  return diagnostic(
    'output/clash',
    maker,
    `${out} cannot be made: ${inner} needs a folder of that name`,
    HELP,
  );
}
