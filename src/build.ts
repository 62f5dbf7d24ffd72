/** The build, to be read from top to bottom. Every stage's rules live in its own layer. */
import { adminFiles, adminPackages } from './admin/files.ts';
import { rememberTexts } from './base/date-text.ts';
import type { Diagnostic } from './base/diagnostic.ts';
import { findings } from './base/findings.ts';
import { type Instant, type Period, periodOf, rememberPeriods } from './base/instant.ts';
import { type OutPath, outPath } from './base/paths.ts';
import { CONFIG_FILE, openSite } from './config.ts';
import { withPictures } from './content/picture-columns.ts';
import { preflight } from './host/preflight.ts';
import { StoreDamaged } from './memo/heap.ts';
import { markOf, mix, NO_MARK } from './memo/mark.ts';
import { borrowedMemo, lastingMemo, type Memo, passingMemo, passingScratch } from './memo/memo.ts';
import { holds, markOfOthers, readRoot, writeRoot } from './memo/root.ts';
import { advise } from './news/advice.ts';
import type { Article } from './news/article.ts';
import { columnsOf } from './news/enter.ts';
import { heldBack, pictureFaults, referenceFaults } from './news/faults.ts';
import { type Event, upcoming } from './news/schedule.ts';
import { assets } from './output/assets.ts';
import { collector } from './output/collect.ts';
import { foreignFault, overlapFault, removalFault, storeFault } from './output/guard.ts';
import { drawIcons } from './output/icons.ts';
import { recordFolder } from './output/journal.ts';
import { linkInspector } from './output/links.ts';
import { lockSite } from './output/lock.ts';
import { nameCheck } from './output/names.ts';
import { type Changes, publisher, type Takeover } from './output/publish.ts';
import { type PaperOptions, readersOf, readPaper, seeAt } from './paper.ts';
import { namedInTheme } from './settings/named.ts';
import { hostFiles, makePages, themeOf } from './stages/making.ts';
import { areSame, type Content, survey, unsettledIn } from './survey.ts';

/** The file that holds the code of builds. */
export const CODE = import.meta.url;

export type { Progress, Trace } from './paper.ts';

/**
 * What a build is asked to do. All paths are absolute and use `/`. `now` is the instant whose edition is published;
 * with `drafts` these are published too, but never what is under embargo.
 */
export interface BuildOptions extends PaperOptions {
  /** The output folder; null for the one that site.yaml names. */
  readonly out: string | null;
  /** Where builds keep what they know of the paper; null for `.gazeta` in its folder. */
  readonly store: string | null;
  readonly takeover: Takeover;
  /**
   * `publish` writes the site; `check` makes every page and writes nothing; `schedule` only finds what
   * will happen by itself.
   */
  readonly purpose: 'publish' | 'check' | 'schedule';
  /** True if many published articles may go. */
  readonly allowRemovals: boolean;
  /** True if what earlier builds found and made is believed while its sources are the same. */
  readonly cache: boolean;
}

/** What a build did. */
export interface BuildResult {
  /** False if errors forbade to go on; articles that were left out do not. */
  readonly complete: boolean;
  /** Null if nothing was published; then the output folder is as it was. */
  readonly changes: Changes | null;
  /** All that was found, sorted by file and line. */
  readonly diagnostics: readonly Diagnostic[];
  /** When the output will differ by itself; null if never. */
  readonly nextChange: Instant | null;
  /** All that will happen by itself, the next first; asked for by the purpose `schedule`. */
  readonly upcoming: readonly ToldEvent[];
  readonly articles: number;
  /** Pages of articles that were published before and are not now, under the output folder. */
  readonly takenOff: readonly OutPath[];
  /** Files of articles, relative to the site, that were left out for a fault (`onError: hold-back`). */
  readonly heldBack: readonly string[];
  /** What the paper decides, as far as a summary needs it. */
  readonly paper: PaperFacts;
  /** The output folder. */
  readonly out: string;
}

/** An event, and what is told of its article. */
export interface ToldEvent extends Omit<Event, 'article'> {
  readonly article: Pick<Article, 'path' | 'address' | 'title' | 'published'>;
}

/** Its zone, and where it stands: `origin` is null while it has no url. */
export interface PaperFacts {
  readonly timezone: string;
  readonly origin: string | null;
  readonly base: string;
}

/** Builds a site. Throws a FilesError if a disk fails, or SiteBusy; what was published before stays. */
export function build(options: BuildOptions): BuildResult {
  const { files, site, version } = options;
  const store = options.store ?? `${site}/.gazeta`;
  const release = options.purpose === 'publish' ? lockSite(files, store) : () => undefined;
  try {
    const memo = openMemo(options, store);
    try {
      return buildWith(memo, options, store);
    } catch (error) {
      if (!(error instanceof StoreDamaged)) throw error;
      // What is damaged is nothing: the build begins anew, and leaves a store that is whole.
      const isOwn = options.purpose === 'publish';
      if (isOwn) files.remove(`${store}/memo`);
      const empty = openMemo({ ...options, cache: isOwn }, store);
      try {
        return buildWith(empty, options, store);
      } finally {
        empty.close();
      }
    } finally {
      memo.close();
    }
  } finally {
    release();
  }

  function openMemo({ cache, purpose }: BuildOptions, folder: string): Memo {
    if (cache && purpose === 'publish') return lastingMemo(files, folder, version);
    const scratch = passingScratch(files, `${folder}/passing`);
    return cache ? borrowedMemo(files, folder, version, scratch) : passingMemo(scratch);
  }
}

/** What a build that finds nothing changed tells again. */
type Told = Pick<
  BuildResult,
  'diagnostics' | 'nextChange' | 'articles' | 'heldBack' | 'paper' | 'out'
> & {
  readonly unchanged: number;
  /** Files that the settings name, and that lie elsewhere than all others; absolute. */
  readonly others: readonly string[];
  /** That of the next change, with which it can be told. */
  readonly period: Period | null;
  /** Files whose times tell too little, with their contents; null if these are many. */
  readonly unsettled: readonly Content[] | null;
};

function buildWith(memo: Memo, options: BuildOptions, store: string): BuildResult {
  const { files, site, now, drafts, version, cache, verify } = options;
  const found = findings();
  const { note } = found;

  // What is there. If that is what the last build found, and nothing was to change by itself, all is done.
  const there = survey(files, site, options.theme, options.jobs);
  const given = mix(there.mark, markOf(`${site}\n${options.out ?? ''}`), Number(drafts));
  const rootPath = `${store}/root`;
  const isWhole = (out: string) =>
    publisher(files, out, recordFolder(store, site, out), 'refuse', verify).trusted;
  const root = cache && !verify ? readRoot<Told>(files, rootPath, version) : null;
  if (
    options.purpose === 'publish' &&
    options.takeover === 'refuse' &&
    root !== null &&
    holds(root, mix(given, markOfOthers(files, root.told.others)), now)
  ) {
    const { unchanged, others: _, unsettled, period, ...told } = root.told;
    if (unsettled !== null && areSame(files, unsettled) && isWhole(told.out)) {
      if (period !== null) rememberPeriods(told.paper.timezone, [period]);
      return {
        ...told,
        complete: true,
        changes: { written: [], removed: [], unchanged },
        upcoming: [],
        takenOff: [],
      };
    }
  }

  const { config } = note(openSite(files, site, memo));
  found.onError = config.onError;
  const out = options.out ?? `${site}/${config.output}`;
  const { timezone, sections } = config.news;
  const { origin, base } = config.pages;
  // These grow while the build runs, and are kept as they are then.
  rememberPeriods(
    timezone,
    memo.value('zone', markOf(timezone), () => []),
  );
  rememberTexts(memo.value('dates', NO_MARK, () => ({})));
  const nothing = {
    complete: false,
    changes: null,
    nextChange: null,
    upcoming: [],
    articles: 0,
    takenOff: [],
    heldBack: [],
    paper: { timezone, origin, base },
    out,
  };
  const publishing = () => options.purpose === 'publish' && !found.fatal;
  note(overlapFault(site, out));
  note(storeFault(site, out, store));
  const records = recordFolder(store, site, out);
  const target = publishing() ? publisher(files, out, records, options.takeover, verify) : null;
  if (target !== null) note(foreignFault(target, out, options.takeover));
  if (found.fatal) return { ...nothing, diagnostics: found.sorted() };

  // The store holds what readers may not see yet, and nothing that is written by hand.
  if (target !== null) files.create(`${store}/.gitignore`, IGNORED);
  const settled = target === null ? 0 : files.clock(`${store}/clock`) - GRANULE;
  const unsettled =
    target === null ? null : unsettledIn(files, site, options.theme, there, settled);
  const rows = there.sources.articles.length;
  const remarks = options.purpose === 'check';
  const opened = { config, there, memo, store, settled, remarks };
  const readers = readersOf(options, opened, found);
  const { reads, people, hands, entries } = readers;
  const { bodies } = hands;
  try {
    // What it says, and what readers may see of it.
    const paper = readPaper(options, opened, readers, found);
    const { register, shelf, pictures } = paper;
    const { facts, seen: sight } = seeAt(now, paper, opened, options, found);
    const { edition, articles, timing } = sight;
    const { byPath, byPathMark } = register;
    const named = { has: (path: string) => register.rowOf(path) >= 0, byPath, byPathMark };
    note(referenceFaults(articles, named, edition, facts, now, reads.locate));
    const held = () => heldBack(found.sorted(), register.articles, articles);
    const { nextChange } = edition;
    const seen = () => ({
      complete: !found.fatal,
      diagnostics: found.sorted(),
      nextChange,
      articles: edition.articles.length,
      heldBack: held(),
    });
    if (options.purpose === 'schedule')
      return { ...nothing, ...seen(), upcoming: upcoming(articles, now, timing).map(told) };
    note(pictureFaults(articles, edition, facts, reads.locate));

    // The pages and files. What stands as it would be made is kept, others are staged while there is no error.
    const { theme } = note(themeOf(files, options, config, there, memo, verify ? 0 : settled));
    const inTheme = namedInTheme(config.pages.theme, CONFIG_FILE, () =>
      reads.read({ path: CONFIG_FILE }),
    );
    const links = options.purpose === 'check' ? linkInspector(config.pages, inTheme.links) : null;
    const output = collector(
      target,
      note,
      () => found.fatal,
      (place) => makerOf(register.byPlace(place)),
      cache,
      nameCheck(out, files.longestPath),
    );
    const hosted = hostFiles(edition, config, files, site, shelf);
    const redirects = hosted.asPages;
    const share = hands.pages(target, () => ({
      ...facts,
      survey: there,
      settled,
      redirects,
      out,
      cache,
    }));
    note(
      makePages(
        { edition, config, bodies, shelf, theme, version, redirects, memo },
        {
          stands: output.stands,
          isOwn(number) {
            options.progress?.('pages', number, null);
            return share.isOwn(number);
          },
          add(page, bytes, kind, key, parts) {
            options.trace?.(`page ${page.out}`, () => ('view' in page ? page.view() : page.text()));
            if ('view' in page) links?.look(page, bytes);
            output.add(page, bytes, kind, key, parts);
          },
        },
      ),
    );
    const others = note(share.finish(found.sorted()));
    for (const page of others.pages) output.take(page);
    const { icons } = note(drawIcons(files, site, config.pages.icon, version, output.wouldStand));
    const copies = assets(edition, files, site, shelf, theme, hosted.taken, settled);
    const own = note(adminFiles(options, config, people, theme, hosted.files, settled));
    for (const file of [...copies, ...icons, ...own.files]) output.addFile(file);
    const published = output.published();
    note({
      diagnostics: preflight(config.host, { ...hosted, published, asPages: redirects.length }),
    });
    if (links !== null) {
      note(links.dead(output.names, reads.locate));
      const onHomePage = inTheme.sections;
      const locate = reads.locateValue;
      note(advise(articles, { now, timezone, sections, people, onHomePage, locate }));
    }

    // All or nothing.
    if (target !== null && !options.allowRemovals && !found.fatal) note(removalFault(target, rows));
    if (found.fatal) {
      target?.discard();
      return { ...nothing, diagnostics: found.sorted() };
    }
    // If somebody took files out of the output folder, what is kept is looked at, too, below.
    if (target?.intact() !== false) {
      const takenOff = target?.removedArticles() ?? [];
      // From here on it says what is no longer so.
      if (target !== null) files.remove(rootPath);
      const changes = target?.commit() ?? null;
      const result = { ...nothing, ...seen(), takenOff, changes };
      if (changes === null || !cache) return result;
      memo.save(withPictures(columnsOf(register, entries), pictures));
      const { diagnostics, articles: count, heldBack: left, paper } = result;
      const unchanged = changes.unchanged + changes.written.length;
      const icon = config.pages.icon === null ? [] : [`${site}/${config.pages.icon}`];
      const others = [...icon, ...adminPackages(options, config)];
      const period = nextChange === null ? null : periodOf(nextChange, timezone);
      const again = { diagnostics, nextChange, articles: count, heldBack: left, paper, out };
      writeRoot<Told>(files, rootPath, version, {
        given: mix(given, markOfOthers(files, others)),
        from: now,
        until: nextChange,
        told: { ...again, unchanged, others, unsettled, period },
      });
      return result;
    }
    target.discard();
  } catch (error) {
    // What they still stage would be left behind.
    hands.stop();
    target?.discard();
    throw error;
  } finally {
    hands.close();
  }
  return buildWith(memo, { ...options, verify: true }, store);
}

const IGNORED = new TextEncoder().encode('*\n');

/** The coarsest clock of a file system in use, that of FAT, in milliseconds: of two times within it none is known to be later. */
const GRANULE = 2000;

/** What is told outlives the store. */
function told({ at, kind, article: { path, address, title, published } }: Event): ToldEvent {
  return { at, kind, article: { path, address, title, published } };
}

function makerOf(article: Article | null) {
  return {
    out: article === null ? ('' as OutPath) : outPath(article.address),
    maker: article?.path ?? '',
  };
}
