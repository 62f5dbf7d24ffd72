/**
 * Why a page was made, and whether a build now would make it again: told from the records of the last build and the
 * keys of this moment. Nothing is locked, made or written.
 */
import type { Diagnostic } from './base/diagnostic.ts';
import { findings } from './base/findings.ts';
import { type BuildOptions, storeOf } from './begin.ts';
import type { ArticleFiles } from './content/discover.ts';
import { StoreDamaged } from './memo/heap.ts';
import type { Mark } from './memo/mark.ts';
import { borrowedMemo, type Memo, passingMemo, passingScratch } from './memo/memo.ts';
import type { Article } from './news/article.ts';
import type { FlatPage } from './news/flat-page.ts';
import { placeMarkOf } from './news/places.ts';
import type { Register } from './news/register.ts';
import { recordFolder } from './output/journal.ts';
import { ALONE, readersOf, readPaper, seeAt } from './paper.ts';
import { openPaper } from './plugin.ts';
import { type Answer, answerTo } from './stages/answering.ts';
import { type Asked, readAsked } from './stages/asking.ts';
import { standingIn } from './stages/history.ts';
import { hostFiles, themeOf } from './stages/making.ts';
import { reachOf } from './stages/reach.ts';
import type { Seen } from './stages/seeing.ts';
import { survey } from './survey.ts';

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
  const store = storeOf(options.site, options.store);
  const scratch = () => passingScratch(files, `${store}/passing`);
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
  const { config } = note(openPaper(files, site, memo, there));
  found.onError = config.onError;
  const { timezone } = config.news;
  const told = (answer: Answer | null) => ({
    complete: !found.fatal,
    diagnostics: found.sorted(),
    answer,
    timezone,
  });
  if (found.fatal) return told(null);

  // The edition of this moment, by the stages of a build.
  const settled = 0;
  const opened = { config, there, memo, store, settled, remarks: false, publishes: false };
  const given = { ...options, ...ALONE, drafts: false };
  const readers = readersOf(given, opened, found);
  const { reads, hands } = readers;
  try {
    const paper = readPaper(given, opened, readers, found);
    const { register, shelf } = paper;
    const { facts, seen } = seeAt(options.now, paper, opened, given, found);
    const { edition, articles } = seen;
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
    const subject = subjectOf(asked, seen, register);
    const reach = (keys: readonly Mark[]) =>
      subject === null || !('row' in subject)
        ? []
        : reachOf(subject, keys, facts, pages, memo, reads);
    return told(
      answerTo(asked, subject, {
        pages,
        reach,
        known: [...articles, ...seen.flatPages],
        now: options.now,
        standing: standingIn(files, out, recordFolder(store, site, out)),
        files: [...pathsOf(there.sources.articles), ...there.sources.pages.map(({ path }) => path)],
      }),
    );
  } finally {
    hands.close();
  }
}

function pathsOf({ size, at }: ArticleFiles): readonly string[] {
  return Array.from({ length: size }, (_, row) => at(row).path);
}

/** The article or page that is meant: of several at one address the one that readers see. */
function subjectOf(
  asked: Asked,
  { edition: { articles }, flatPages }: Seen,
  register: Register,
): Article | FlatPage | null {
  if (asked.kind === 'elsewhere') return null;
  if (asked.kind === 'file')
    return register.byPath(asked.path) ?? flatPages.find(({ path }) => path === asked.path) ?? null;
  const place = placeMarkOf(asked.address);
  return (
    articles.find(({ placeMark }) => placeMark === place) ??
    register.byPlace(place) ??
    flatPages.find(({ address }) => placeMarkOf(address) === place) ??
    null
  );
}
