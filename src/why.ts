/**
 * Why a page was made, and whether a build now would make it again: told from the records of the last build and the
 * keys of this moment. Nothing is locked, made or written.
 */
import type { Diagnostic } from './base/diagnostic.ts';
import { findings } from './base/findings.ts';
import type { BuildOptions } from './build.ts';
import { openSite } from './config.ts';
import type { Source } from './content/discover.ts';
import { pictureReader } from './content/picture.ts';
import { keptPictures } from './content/picture-columns.ts';
import { shelfOf } from './content/shelf.ts';
import { StoreDamaged } from './memo/heap.ts';
import { type Mark, markOfBytes } from './memo/mark.ts';
import { borrowedMemo, type Memo, passingMemo } from './memo/memo.ts';
import type { Article } from './news/article.ts';
import type { Edition } from './news/edition.ts';
import { enterAll } from './news/enter.ts';
import { byNames } from './news/person.ts';
import { placeMarkOf } from './news/places.ts';
import type { Register } from './news/register.ts';
import { recordFolder } from './output/journal.ts';
import { type Answer, answerTo } from './stages/answering.ts';
import { type Asked, readAsked } from './stages/asking.ts';
import { standingIn } from './stages/history.ts';
import { hostFiles, themeOf } from './stages/making.ts';
import { reachOf } from './stages/reach.ts';
import { readEntry, reading, readPeople } from './stages/reading.ts';
import { see } from './stages/seeing.ts';
import { survey } from './survey.ts';
import { workforce } from './work/workforce.ts';

/** What is asked, of which paper. */
export interface WhyOptions
  extends Pick<BuildOptions, 'files' | 'site' | 'out' | 'theme' | 'store' | 'now' | 'version'> {
  /** The page, as somebody named it; and its absolute path, if that is the name of a file. */
  readonly page: string;
  readonly path: string;
}

/** What there is to tell. */
export interface WhyResult {
  /** False if errors forbid a build. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Null if the settings could not be read. */
  readonly answer: Answer | null;
  readonly timezone: string;
}

/** Tells why. Throws a FilesError if a disk fails. */
export function why(options: WhyOptions): WhyResult {
  const { files, version } = options;
  const store = options.store ?? `${options.site}/.gazeta`;
  const scratch = () => files.scratch(`${store}/passing`);
  const ask = (memo: Memo): WhyResult => {
    try {
      return whyWith(memo, options, store);
    } finally {
      memo.close();
    }
  };
  try {
    return ask(borrowedMemo(files, store, version, scratch()));
  } catch (error) {
    if (!(error instanceof StoreDamaged)) throw error;
    return ask(passingMemo(scratch()));
  }
}

function whyWith(memo: Memo, options: WhyOptions, store: string): WhyResult {
  const { files, site } = options;
  const found = findings();
  const { note } = found;
  const there = survey(files, site, options.theme);
  const { config } = note(openSite(files, site, memo));
  found.onError = config.onError;
  const { timezone, locales } = config.news;
  const told = (answer: Answer | null) => ({
    complete: !found.fatal,
    diagnostics: found.sorted(),
    answer,
    timezone,
  });
  if (found.fatal) return told(null);

  // The edition of this moment, by the stages of a build.
  const drafts = false;
  const settled = 0;
  const reads = reading(files, site, config);
  const { data, options: given } = readPeople(there.sources.people, reads, config, drafts, memo);
  const people = byNames(note(data));
  const sources = there.sources.articles;
  const job = { ...options, drafts, store, people: data, rows: sources.length, memo };
  const hands = workforce({ jobs: 1, worker: null }, job, reads.bodyOf);
  try {
    const make = (row: number) => {
      const { path } = sources[row] as Source;
      const bytes = reads.read({ path });
      const { entry } = readEntry(path, bytes, reads, config, people, drafts);
      return { row, content: markOfBytes(bytes), entry };
    };
    const entries = { locales, timezone, options: given, verify: false, settled };
    const register = enterAll(sources, reads.read, (rows) => rows.map(make), memo, entries);
    note({ diagnostics: register.diagnostics(false) });
    const shelf = shelfOf(there.sources.attachments, there.publicFiles);
    const pictures = pictureReader(files, site, shelf, keptPictures(memo), settled);
    const facts = { config, register, people, shelf, pictures, now: options.now, drafts };
    const { edition, articles } = note(see(facts, reads));
    const { theme } = note(themeOf(files, options, config, there, memo, settled));
    const redirects = hostFiles(edition, config, files, site, shelf).asPages;
    const pages = {
      edition,
      config,
      bodies: hands.bodies,
      shelf,
      redirects,
      theme,
      memo,
      version: options.version,
    };

    const out = options.out ?? `${site}/${config.output}`;
    const { origin, base } = config.pages;
    const asked = readAsked(options.page, options.path, { site, out, origin, base });
    const article = articleOf(asked, edition, register);
    const reach = (keys: readonly Mark[]) =>
      article === null ? [] : reachOf(article, keys, facts, pages, memo, reads);
    return told(
      answerTo(asked, article, {
        pages,
        reach,
        articles,
        now: options.now,
        standing: standingIn(files, out, recordFolder(store, site, out)),
        files: sources.map(({ path }) => path),
      }),
    );
  } finally {
    hands.close();
  }
}

/** The article that is meant: of several at one address the one that readers see. */
function articleOf(asked: Asked, { articles }: Edition, register: Register): Article | null {
  if (asked.kind === 'file') return register.byPath(asked.path);
  if (asked.kind === 'elsewhere') return null;
  const place = placeMarkOf(asked.address);
  return articles.find(({ placeMark }) => placeMark === place) ?? register.byPlace(place);
}
