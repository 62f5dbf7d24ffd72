/** What an editor would remark on: nothing is wrong with it, but it may not be meant. For `gazeta check`. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { type Instant, isoLocal } from '../base/instant.ts';
import { slugify } from '../base/slug.ts';
import type { Article } from './article.ts';
import type { People } from './person.ts';
import { isInStrip } from './schedule.ts';
import { distinctSections, findSection, type Section, slugsUpwards } from './section.ts';

const HOUR = 3_600_000;

/** What advice needs beside the articles. */
export interface AdviceFacts {
  readonly now: Instant;
  readonly timezone: string;
  /** Declared sections; null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  readonly people: People;
  /** Sections that the home page shows, as site.yaml names them. */
  readonly onHomePage: readonly { readonly text: string; where(): Where }[];
  /** Finds a text in an article's file. */
  readonly locate: (path: string, text: string) => Where;
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
    ],
  };
}

function* adviseOn(
  article: Article,
  { now, timezone, locate }: AdviceFacts,
): Generator<Diagnostic> {
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
        'site.yaml',
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
