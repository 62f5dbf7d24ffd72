/**
 * Faults that show only when the articles are seen together. They are found over all articles that
 * are not drafts, whatever the instant: none may first appear because time passed.
 */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Reference } from '../content/document.ts';
import type { Mark } from '../memo/mark.ts';
import { markIndex } from '../memo/mark-index.ts';
import type { Article, DraftsOption } from './article.ts';
import type { Edition, EditSettings } from './edition.ts';
import { placeMarkOf } from './places.ts';
import { fileOf, isElsewhere, publicFile, type Referrer, readReference } from './reference.ts';
import { mayFail } from './reference-marks.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import { areDisjoint, isSetAside, outlives } from './schedule.ts';

/** Addresses that are not for articles. */
export interface Reserved {
  /** What stands at the place of an address (news/places), in words. */
  at(place: Mark): string | undefined;
  /** What an address may belong to one day, in words; asked of those of which `mayBeLater` is true. */
  later(address: Address): string | undefined;
}

/** What is wrong with the addresses of articles, and what holds in spite of it. */
export interface Addressed {
  /** Those that keep their address. */
  readonly alone: readonly Article[];
  readonly clashing: readonly Article[];
  /** The former addresses that are an article's own. */
  readonly aliasesOf: (article: Article) => readonly Address[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Articles that would be published at an address that is another's at that time, or reserved, and
 * those that keep theirs: of two the one that is published first. A former address that is taken is
 * reported and left out.
 */
export function addressFaults(
  articles: readonly Article[],
  columns: RegisterColumns,
  reserved: Reserved,
  options: DraftsOption,
): Addressed {
  const found: Diagnostic[] = [];
  const clashing = new Set<Article>();
  // The page that says that an article was withdrawn makes room for any article, but for nothing else.
  const isLiving = ({ status }: Article) => status !== 'withdrawn';
  if (haveOwnPlaces(articles, columns, reserved, options))
    return { alone: articles, clashing: [], aliasesOf: () => [], diagnostics: [] };
  const counted = articles.filter((one) => !isSetAside(one, options));
  const owners = ownersOf(counted.length);
  const former = articles.filter(({ hasAliases }) => hasAliases);
  for (const article of counted.toSorted((a, b) => a.published - b.published)) {
    const { placeMark } = article;
    const taken =
      reserved.at(placeMark) ?? (article.mayBeLater ? reserved.later(article.address) : undefined);
    const earlier = isLiving(article) ? owners.rivalOf(article, placeMark) : null;
    if (taken === undefined && earlier === null) {
      if (isLiving(article)) owners.add(article, placeMark);
      continue;
    }
    clashing.add(article);
    found.push(
      diagnostic(
        'article/address',
        article.path,
        `its address ${article.address} is also that of ${taken ?? earlier?.path}`,
        taken === undefined
          ? SHARED
          : 'Give the article another address with a line slug: or permalink:.',
      ),
    );
  }
  const alone = clashing.size === 0 ? articles : articles.filter((one) => !clashing.has(one));
  const taken = new Map<Article, readonly Address[]>();
  for (const article of former.toSorted((a, b) => Number(isLiving(b)) - Number(isLiving(a)))) {
    if (clashing.has(article) || isSetAside(article, options)) continue;
    const others = article.aliases.filter((alias) => {
      const place = placeMarkOf(alias);
      const other =
        reserved.at(place) ?? reserved.later(alias) ?? owners.rivalOf(article, place)?.path;
      if (other === undefined) owners.add(article, place);
      else if (isLiving(article)) found.push(aliasFault(article, alias, other));
      return other !== undefined;
    });
    if (others.length > 0) taken.set(article, others);
  }
  const aliasesOf = (article: Article) => {
    const others = taken.get(article);
    return others === undefined
      ? article.aliases
      : article.aliases.filter((alias) => !others.includes(alias));
  };
  return { alone, clashing: [...clashing], aliasesOf, diagnostics: found };
}

const SHARED =
  'Give one of the two another slug: a line slug: in its front matter, or another file name. If one is to follow the other, let the first expire when the second is published.';

/**
 * True if each article has one place, which nobody else wants at any time, as nearly always; then none has to be
 * read.
 */
function haveOwnPlaces(
  articles: readonly Article[],
  { flags, place }: RegisterColumns,
  reserved: Reserved,
  options: DraftsOption,
): boolean {
  const taken = markIndex(articles.length);
  const isUnusual = FLAGS.later | FLAGS.aliases;
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const own = flags[article.row] as number;
    if ((own & isUnusual) !== 0) return false;
    if ((own & FLAGS.draft) !== 0 && isSetAside(article, options)) continue;
    const wanted = place[article.row] as Mark;
    if (taken.get(wanted) >= 0 || reserved.at(wanted) !== undefined) return false;
    taken.set(wanted, 0);
  }
  return true;
}

/** Who has which place. Nearly every place has one owner, so that no list is made for it. */
function ownersOf(size: number) {
  const first = markIndex(size);
  const owners: Article[] = [];
  const more = new Map<Mark, Article[]>();
  return {
    add(article: Article, place: Mark): void {
      if (first.get(place) < 0) first.set(place, owners.push(article) - 1);
      else more.set(place, [...(more.get(place) ?? []), article]);
    },
    /** Another article that has the place at a time at which this one wants it. */
    rivalOf(article: Article, place: Mark): Article | null {
      const owner = owners[first.get(place)];
      const all = owner === undefined ? [] : [owner, ...(more.get(place) ?? [])];
      return all.find((one) => one !== article && !areDisjoint(one, article)) ?? null;
    },
  };
}

function aliasFault({ path }: Article, alias: Address, other: string): Diagnostic {
  return diagnostic(
    'article/address',
    path,
    `its former address ${alias} is that of ${other}`,
    'Remove it from its aliases, or give the other another address.',
  );
}

/** Links to articles that are not there or not yet visible, and pictures and files that are not there. */
export function referenceFaults(
  articles: readonly Article[],
  files: {
    has(path: string): boolean;
    byPath(path: string): Article | null;
    byPathMark(path: Mark): Article | null;
  },
  edition: Edition,
  { shelf, register: { columns } }: Pick<EditSettings, 'shelf' | 'register'>,
  now: Instant,
  /** Finds a text in an article's file. */
  locate: (path: string, text: string) => Where,
): { diagnostics: readonly Diagnostic[] } {
  const kept = rowsOf(articles, columns);
  const isKept = ({ row }: Article) => kept[row] === 1;
  const found: Diagnostic[] = [];
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    if (!isCounted(article, columns, edition)) continue;
    const isThere = (path: Mark) => {
      const other = files.byPathMark(path);
      return other !== null && isKept(other) && !outlives(article, other, now);
    };
    if (!mayFail(article, columns, { shelf, pictures: null, isThere })) continue;
    const seen = new Set<string>();
    for (const { kind, target: text } of referencesOf(article)) {
      if (seen.has(text)) continue;
      seen.add(text);
      const target = readReference(article.path, text, shelf);
      if (target.kind === 'article') {
        const other = files.byPath(target.path);
        if (!files.has(target.path))
          found.push(
            diagnostic(
              'body/link',
              locate(article.path, text),
              `the link "${text}" leads to no article`,
              `There is no ${target.path}. Until there is, readers see the words without a link.`,
            ),
          );
        else if (outlives(article, other !== null && isKept(other) ? other : null, now))
          found.push(
            diagnostic(
              'body/link-hidden',
              locate(article.path, text),
              `the link "${text}" leads to an article that readers cannot see now`,
              'They see the words without a link; it appears by itself when the article does.',
            ),
          );
      } else if (isMissingFile(kind, target, shelf))
        found.push(
          diagnostic(
            'body/file',
            locate(article.path, text),
            `${kind === 'image' ? 'the picture' : 'the file'} "${text}" is not there`,
            'Put it into public/ and write its address from there (/images/bridge.jpg), or beside the article and write its name.',
          ),
        );
    }
  }
  return { diagnostics: found };
}

/**
 * Pictures that browsers cannot show, by every article and author that shows them: hidden ones too, whose
 * pictures are few beside those that pages need, so that no finding appears because time passed.
 */
export function pictureFaults(
  articles: readonly Article[],
  edition: Edition,
  {
    people,
    shelf,
    pictures,
    register: { columns },
  }: Pick<EditSettings, 'people' | 'shelf' | 'pictures' | 'register'>,
  /** Finds a text in a file. */
  locate: (path: string, text: string) => Where,
): { diagnostics: readonly Diagnostic[] } {
  const sources = { shelf, pictures, isThere: () => true };
  const counted = articles.filter(
    (one) => isCounted(one, columns, edition) && mayFail(one, columns, sources),
  );
  const found: Diagnostic[] = [];
  for (const one of [...counted, ...new Set(people.values())]) {
    const images = referencesOf(one).filter(({ kind }) => kind === 'image');
    for (const text of new Set(images.map(({ target }) => target))) {
      const file = fileOf(readReference(one.path, text, shelf), shelf);
      if (file !== null && pictures.isBroken(file))
        found.push(
          diagnostic(
            'body/picture',
            locate(one.path, text),
            `the picture ${file} cannot be read as one`,
            'Browsers show JPEG, PNG, GIF, WebP, AVIF and SVG. The file is damaged, or of another kind than its name says: save it anew from the original.',
          ),
        );
    }
  }
  return { diagnostics: found };
}

/** True for an article that refers to something within the site, and that readers see, or will see one day. */
function isCounted(article: Article, { flags }: RegisterColumns, edition: Edition): boolean {
  const own = flags[article.row] as number;
  if ((own & FLAGS.refers) === 0) return false;
  return (own & (FLAGS.draft | FLAGS.withdrawn)) === 0 || edition.sees(article);
}

/** 1 for each row that has one of the articles. */
function rowsOf(articles: readonly Article[], { flags }: RegisterColumns): Uint8Array {
  const rows = new Uint8Array(flags.length);
  for (let at = 0; at < articles.length; at++) rows[(articles[at] as Article).row] = 1;
  return rows;
}

/** All that one refers to within the site, the picture that stands for it last. */
function referencesOf({ references, image }: Referrer): readonly Reference[] {
  if (image === null || isElsewhere(image.src)) return references;
  return [...references, { kind: 'image', target: image.src }];
}

function isMissingFile(
  kind: 'link' | 'image',
  target: ReturnType<typeof readReference>,
  shelf: EditSettings['shelf'],
): boolean {
  if (target.kind === 'missing') return true;
  // Of links by address only the pages know whether they lead somewhere; a picture is always a file.
  return (
    target.kind === 'address' && kind === 'image' && publicFile(target.address, shelf) === null
  );
}

/** The files that are left out of the edition for a fault: of those read or faulty, all but `kept`; sorted. */
export function heldBack(
  diagnostics: readonly Diagnostic[],
  read: readonly Article[],
  kept: readonly Article[],
): readonly string[] {
  const faulty = diagnostics.filter(({ severity }) => severity === 'error');
  // Of a hundred thousand without a fault none has to be named.
  if (faulty.length === 0 && read.length === kept.length) return [];
  const paths = new Set(kept.map(({ path }) => path));
  const files = new Set([...faulty.map(({ file }) => file), ...read.map(({ path }) => path)]);
  return [...files].filter((file) => !paths.has(file)).sort();
}
