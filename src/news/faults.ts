/**
 * Faults that show only when the articles are seen together. They are found over all articles that
 * are not drafts, whatever the instant: none may first appear because time passed.
 */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { Address } from '../base/paths.ts';
import type { Sources } from '../content/discover.ts';
import type { Reference } from '../content/document.ts';
import type { Article, DraftsOption } from './article.ts';
import type { Edition, EditSettings } from './edition.ts';
import {
  fileOf,
  isElsewhere,
  publicFile,
  type Referrer,
  readReference,
  type Shelf,
} from './reference.ts';
import { areDisjoint, isSetAside, outlives } from './schedule.ts';

/** Addresses that are not for articles. */
export interface Reserved {
  /** What stands at an address, in words; the address is in lower case. */
  get(address: string): string | undefined;
}

/**
 * Articles that would be published at an address that is another's at that time, or reserved, and
 * those that keep theirs: of two the one that is published first. A former address that is taken is
 * reported and left out.
 */
export function addressFaults(
  articles: readonly Article[],
  reserved: Reserved,
  options: DraftsOption,
): {
  alone: readonly Article[];
  clashing: readonly Article[];
  diagnostics: readonly Diagnostic[];
} {
  const found: Diagnostic[] = [];
  const clashing = new Set<Article>();
  // The page that says that an article was withdrawn makes room for any article, but for nothing else.
  const isLiving = ({ status }: Article) => status !== 'withdrawn';
  const counted = articles.filter((one) => !isSetAside(one, options));
  const owners = new Map<string, Article[]>();
  for (const article of counted.toSorted((a, b) => a.published - b.published)) {
    const taken = reserved.get(fold(article.address));
    const earlier = isLiving(article) ? rivalOf(article, article.address, owners) : null;
    const other = taken ?? earlier?.path;
    if (other === undefined) {
      if (isLiving(article)) own(article, article.address, owners);
      continue;
    }
    clashing.add(article);
    found.push(
      diagnostic(
        'article/address',
        article.path,
        `its address ${article.address} is also that of ${other}`,
        taken === undefined
          ? SHARED
          : 'Give the article another address with a line slug: or permalink:.',
      ),
    );
  }
  const alone: Article[] = [];
  for (const article of articles.toSorted((a, b) => Number(isLiving(b)) - Number(isLiving(a)))) {
    if (clashing.has(article)) continue;
    const aliases = isSetAside(article, options)
      ? article.aliases
      : article.aliases.filter((alias) => {
          const other = reserved.get(fold(alias)) ?? rivalOf(article, alias, owners)?.path;
          if (other === undefined) own(article, alias, owners);
          else if (isLiving(article)) found.push(aliasFault(article, alias, other));
          return other === undefined;
        });
    alone.push(aliases.length === article.aliases.length ? article : { ...article, aliases });
  }
  return { alone, clashing: [...clashing], diagnostics: found };
}

const SHARED =
  'Give one of the two another slug: a line slug: in its front matter, or another file name. If one is to follow the other, let the first expire when the second is published.';

/** Folded, since some file systems and hosts do not tell letter case apart. */
function fold(address: Address): string {
  return address.toLowerCase();
}

function own(article: Article, address: Address, owners: Map<string, Article[]>): void {
  const others = owners.get(fold(address));
  if (others === undefined) owners.set(fold(address), [article]);
  else others.push(article);
}

/** Another article that has the address at a time at which this one wants it. */
function rivalOf(
  article: Article,
  address: Address,
  owners: ReadonlyMap<string, readonly Article[]>,
): Article | null {
  const others = owners.get(fold(address)) ?? [];
  return others.find((one) => one !== article && !areDisjoint(one, article)) ?? null;
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
  sources: Sources,
  edition: Edition,
  shelf: Shelf,
  now: Instant,
  /** Finds a text in an article's file. */
  locate: (path: string, text: string) => Where,
): { diagnostics: readonly Diagnostic[] } {
  const paths = new Set(sources.articles.map(({ path }) => path));
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const visible = new Set(edition.articles.map(({ path }) => path));
  const found: Diagnostic[] = [];
  for (const article of articles) {
    if (article.status !== 'published' && !visible.has(article.path)) continue;
    const seen = new Set<string>();
    for (const { kind, target: text } of referencesOf(article)) {
      if (seen.has(text)) continue;
      seen.add(text);
      const target = readReference(article.path, text, shelf);
      if (target.kind === 'article') {
        if (!paths.has(target.path))
          found.push(
            diagnostic(
              'body/link',
              locate(article.path, text),
              `the link "${text}" leads to no article`,
              `There is no ${target.path}. Until there is, readers see the words without a link.`,
            ),
          );
        else if (outlives(article, byPath.get(target.path) ?? null, now))
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
  { people, shelf, pictures }: Pick<EditSettings, 'people' | 'shelf' | 'pictures'>,
  /** Finds a text in a file. */
  locate: (path: string, text: string) => Where,
): { diagnostics: readonly Diagnostic[] } {
  const visible = new Set(edition.articles);
  const counted = articles.filter((one) => one.status === 'published' || visible.has(one));
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

/** All that one refers to within the site, the picture that stands for it last. */
function referencesOf({ references, image }: Referrer): readonly Reference[] {
  if (image === null || isElsewhere(image.src)) return references;
  return [...references, { kind: 'image', target: image.src }];
}

function isMissingFile(
  kind: 'link' | 'image',
  target: ReturnType<typeof readReference>,
  shelf: Shelf,
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
  const paths = new Set(kept.map(({ path }) => path));
  const faulty = diagnostics.filter(({ severity }) => severity === 'error');
  const files = new Set([...faulty.map(({ file }) => file), ...read.map(({ path }) => path)]);
  return [...files].filter((file) => !paths.has(file)).sort();
}
