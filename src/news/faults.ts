/**
 * Faults that show only when the articles are seen together. They are found over all articles that
 * are not drafts, whatever the instant: none may first appear because time passed.
 */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import type { Sources } from '../content/discover.ts';
import type { Article, DraftsOption } from './article.ts';
import type { Edition } from './edition.ts';
import { publicFile, readReference, type Shelf } from './reference.ts';
import { areDisjoint } from './schedule.ts';

/** Articles that would be published at one address at one time, and those that have theirs alone. */
export function addressFaults(
  articles: readonly Article[],
  { drafts }: DraftsOption,
): {
  alone: readonly Article[];
  clashing: readonly Article[];
  diagnostics: readonly Diagnostic[];
} {
  const clashing = new Set<Article>();
  const byAddress = new Map<string, Article[]>();
  for (const article of articles) {
    if (article.status === 'withdrawn' || (article.status === 'draft' && !drafts)) continue;
    // Folded, since some file systems and hosts do not tell letter case apart.
    const key = article.address.toLowerCase();
    const others = byAddress.get(key);
    if (others === undefined) byAddress.set(key, [article]);
    else others.push(article);
  }
  const found: Diagnostic[] = [];
  for (const group of byAddress.values()) {
    if (group.length < 2) continue;
    const [first, ...rest] = group.sort((a, b) => a.published - b.published);
    let earlier = first;
    for (const article of rest) {
      if (earlier !== undefined && !areDisjoint(earlier, article)) {
        clashing.add(earlier).add(article);
        found.push(
          diagnostic(
            'article/address',
            article.path,
            `its address ${article.address} is also that of ${earlier.path}`,
            'Give one of the two another slug: a line slug: in its front matter, or another file name. If one is to follow the other, let the first expire when the second is published.',
          ),
        );
      }
      if (earlier === undefined || endOf(article) > endOf(earlier)) earlier = article;
    }
  }
  const alone = articles.filter((article) => !clashing.has(article));
  return { alone, clashing: [...clashing], diagnostics: found };
}

function endOf(article: Article): number {
  return article.expires ?? Number.POSITIVE_INFINITY;
}

/** Links to articles that are not there or not yet visible, and pictures and files that are not there. */
export function referenceFaults(
  articles: readonly Article[],
  sources: Sources,
  edition: Edition,
  shelf: Shelf,
  /** Finds a text in an article's file. */
  locate: (path: string, text: string) => Where,
): { diagnostics: readonly Diagnostic[] } {
  const paths = new Set(sources.articles.map(({ path }) => path));
  const visible = new Set(edition.articles.map(({ path }) => path));
  const found: Diagnostic[] = [];
  for (const article of articles) {
    if (article.status !== 'published' && !visible.has(article.path)) continue;
    const images = article.image === null ? [] : [article.image.src];
    const references = [
      ...article.references,
      ...images.map((target) => ({ kind: 'image' as const, target })),
    ];
    const seen = new Set<string>();
    for (const { kind, target: text } of references) {
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
        else if (visible.has(article.path) && !visible.has(target.path))
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
