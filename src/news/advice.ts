/** What an editor would remark on: nothing is wrong with it, but it may not be meant. For `gazeta check`. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { type Instant, isoLocal } from '../base/instant.ts';
import { slugify } from '../base/slug.ts';
import { didYouMean, suggest } from '../base/suggest.ts';
import type { Body } from '../content/body.ts';
import { CONFIG_FILE } from '../content/discover.ts';
import type { Article } from './article.ts';
import { adviseOnAuthors } from './author-advice.ts';
import type { People } from './person.ts';
import { isInStrip } from './schedule.ts';
import { distinctSections, findSection, type Section, slugsUpwards } from './section.ts';
import { adviseOnText, isEmptyBody, isOnOwnComputer, onOwnComputer } from './text-advice.ts';

const HOUR = 3_600_000;
/** Keys that are not compared with one another any more. */
const MANY = 1000;
const YEAR = 366 * 24 * HOUR;

/** What advice needs beside the articles. */
export interface AdviceFacts {
  readonly now: Instant;
  readonly timezone: string;
  /** Declared sections; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly people: People;
  /** Sections that the home page shows, as site.yaml names them. */
  readonly onHomePage: readonly { readonly text: string; where(): Where }[];
  /** Finds a text in an article's front matter. */
  readonly locate: (path: string, text: string) => Where;
  /** Finds it in all of the file, in the text first. */
  readonly locateInText: (path: string, text: string) => Where;
  readonly bodyOf: (article: Article) => Body;
}

/** Gives advice over all articles that are not drafts. */
export function advise(
  all: readonly Article[],
  facts: AdviceFacts,
): { diagnostics: readonly Diagnostic[] } {
  const articles = all.filter(({ status }) => status === 'published');
  return {
    diagnostics: [
      ...articles.flatMap((article) => [...adviseOn(article, facts)]),
      ...unused(articles, facts),
      ...tagsAlike(articles, facts),
      ...adviseOnAuthors(articles, facts.people, facts.locate),
      ...aloneInLanguages(all, facts),
    ],
  };
}

function* adviseOn(article: Article, facts: AdviceFacts): Generator<Diagnostic> {
  const { now, timezone, locate } = facts;
  const { path, published, flash, image } = article;
  const local = (instant: Instant) => isoLocal(instant, timezone).slice(0, 16);
  if (published > now && published - now <= HOUR)
    yield diagnostic(
      'check/embargo',
      path,
      `readers see it soon, from ${local(published)} on`,
      'Is it finished? A build at that moment publishes it.',
    );
  if (flash.given !== null && (flash.given <= published || !isInStrip(article, now)))
    yield diagnostic(
      'check/flash',
      locate(path, 'flash'),
      flash.given <= published
        ? 'it leaves the flash news before it is published'
        : `its time among the flash news ended at ${local(flash.given)}`,
      flash.given <= published
        ? 'Write a later instant, or flash: false.'
        : 'The line has done its work and may go.',
    );
  if (article.dayOnly)
    yield diagnostic(
      'check/time',
      path,
      'its date has no time, so it counts as 00:00',
      'Articles of one day are then in no order. Write the time too: date: 2026-11-23T09:00.',
    );
  if (image !== null && image.alt === '')
    yield diagnostic(
      'check/alt',
      locate(path, image.src),
      `the picture "${image.src}" has no text for those who do not see it`,
      'Say in a few words what it shows: image: {src: …, alt: What it shows}.',
    );
  if (image !== null && isOnOwnComputer(image.src)) yield onOwnComputer(path, image.src, locate);
  yield* farAhead(article, local, facts);
  const body = facts.bodyOf(article);
  if (article.standfirst === null && isEmptyBody(body))
    yield diagnostic(
      'check/text',
      path,
      'there is no text below the front matter',
      'Readers see the headline alone. A draft is not published: draft: true.',
    );
  yield* adviseOnText(path, body, facts.locateInText);
}

/** Instants of which the year may be wrong, or the month. */
function* farAhead(
  { path, published, modified, expires, corrections }: Article,
  local: (instant: Instant) => string,
  { now, locate }: AdviceFacts,
): Generator<Diagnostic> {
  const placeOf = (...keys: readonly string[]): Where => {
    for (const key of keys) {
      const where = locate(path, key);
      if (typeof where !== 'string') return where;
    }
    return path;
  };
  if (published - now > YEAR)
    yield diagnostic(
      'check/date',
      placeOf('publish:', 'publishDate:', 'date:', 'publish', 'date'),
      `readers see it in more than a year, from ${local(published)} on`,
      'Is the year right?',
    );
  const isSeen = published <= now && (expires === null || expires > now);
  if (!isSeen || modified === null || modified <= now) return;
  const isCorrection = corrections.some(({ date }) => date === modified);
  yield diagnostic(
    'check/date',
    isCorrection ? placeOf('corrections') : placeOf('updated', 'lastmod'),
    `${isCorrection ? 'its correction' : 'its update'} is of ${local(modified)}, which is still to come`,
    'Readers see this moment beside the date already.',
  );
}

/** Keys of translations that one article alone has: drafts are versions too. */
function* aloneInLanguages(
  all: readonly Article[],
  { locate }: AdviceFacts,
): Generator<Diagnostic> {
  const versions = new Map<string, Article[]>();
  for (const article of all) {
    const { translations } = article;
    if (translations === null) continue;
    const others = versions.get(translations);
    if (others === undefined) versions.set(translations, [article]);
    else others.push(article);
  }
  const keys = [...versions.keys()];
  for (const [key, [first, ...others]] of versions) {
    if (first === undefined || others.length > 0 || first.status !== 'published') continue;
    // Of so many the paper means something else by it.
    const meant =
      keys.length > MANY
        ? null
        : suggest(
            key,
            keys.filter((one) => one !== key),
          );
    yield diagnostic(
      'check/translations',
      locate(first.path, key),
      `no other version of the article has the key "${key}"`,
      `${didYouMean(meant)}Each version has the same line translations:, and its own lang:.`,
    );
  }
}

/** Authors and sections that no article names. */
function* unused(
  articles: readonly Article[],
  { people, sections, onHomePage }: AdviceFacts,
): Generator<Diagnostic> {
  const authors = new Set(articles.flatMap((one) => one.authors.map(({ slug }) => slug)));
  for (const person of new Set(people.values()))
    if (!authors.has(person.slug))
      yield diagnostic(
        'check/author',
        person.path,
        `${person.name} has no article`,
        'Without one there is no page of this author.',
      );
  const named = new Set(
    articles.flatMap(({ section }) => (section === null ? [] : slugsUpwards(section.slug))),
  );
  for (const section of sections ?? [])
    if (!named.has(section.slug))
      yield diagnostic(
        'check/section',
        CONFIG_FILE,
        `the section "${section.name}" has no article`,
        'Its front is empty.',
      );
  if (sections !== null) return;
  const brought = distinctSections(new Set(articles.flatMap(({ section }) => section ?? [])));
  for (const { text, where } of onHomePage)
    if (findSection(text, brought) === null)
      yield diagnostic(
        'check/section',
        where(),
        `no article is in the section "${text}" of the home page`,
        'Its block is left out. Is it spelled as articles spell it?',
      );
}

/** Tags of one language of the paper that differ by letter case or accents only: they have one page. */
function* tagsAlike(articles: readonly Article[], { locate }: AdviceFacts): Generator<Diagnostic> {
  const spellings = new Map<string, Map<string, Article[]>>();
  for (const article of articles)
    for (const tag of article.tags) {
      const key = `${article.locale.prefix} ${slugify(tag) || tag}`;
      const group = spellings.get(key) ?? new Map<string, Article[]>();
      const others = group.get(tag);
      if (others === undefined) group.set(tag, [article]);
      else others.push(article);
      spellings.set(key, group);
    }
  for (const group of spellings.values()) {
    const [most, ...others] = [...group].sort(([, a], [, b]) => b.length - a.length);
    for (const [tag, [first]] of others)
      if (most !== undefined && first !== undefined)
        yield diagnostic(
          'check/tags',
          locate(first.path, tag),
          `the tag "${tag}" is elsewhere written "${most[0]}"`,
          'Write it in one way, so that its articles stand together.',
        );
  }
}
