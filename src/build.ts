/** The build, to be read from top to bottom. Every stage's rules live in its own layer. */
import { adminFiles, adminPackages } from './admin/files.ts';
import { rememberTexts } from './base/date-text.ts';
import { FilesError } from './base/files.ts';
import { CHANGED } from './base/files-error.ts';
import { findings } from './base/findings.ts';
import { periodOf, rememberPeriods } from './base/instant.ts';
import { type OutPath, outPath } from './base/paths.ts';
import {
  type Begun,
  type BuildOptions,
  type BuildResult,
  begin,
  forget,
  look,
  remember,
  type ToldEvent,
} from './begin.ts';
import { CONFIG_FILE, openSite } from './config.ts';
import { endingFaults } from './content/endings.ts';
import { withPictures } from './content/picture-columns.ts';
import { preflight } from './host/preflight.ts';
import { StoreDamaged } from './memo/heap.ts';
import { markOf, NO_MARK } from './memo/mark.ts';
import { borrowedMemo, lastingMemo, type Memo, passingMemo, passingScratch } from './memo/memo.ts';
import { markOfOthers } from './memo/root.ts';
import { advise } from './news/advice.ts';
import type { Article } from './news/article.ts';
import { columnsOf } from './news/enter.ts';
import { heldBack } from './news/faults.ts';
import { pictureFaults, referenceFaults } from './news/reference-faults.ts';
import { type Event, upcoming } from './news/schedule.ts';
import { assets } from './output/assets.ts';
import { collector } from './output/collect.ts';
import {
  foreignFault,
  inTheWayFault,
  overlapFault,
  removalFault,
  storeFault,
} from './output/guard.ts';
import { drawIcons } from './output/icons.ts';
import { recordFolder } from './output/journal.ts';
import { linkInspector } from './output/links.ts';
import { nameCheck } from './output/names.ts';
import { publisher } from './output/publish.ts';
import { readersOf, readPaper, seeAt } from './paper.ts';
import { unsaidWords } from './render/unsaid.ts';
import { unusedFiles, unusedTemplates } from './render/unused.ts';
import { namedInTheme } from './settings/named.ts';
import { hostFiles, makePages, themeOf } from './stages/making.ts';
import { unsettledIn } from './survey.ts';

export type { BuildOptions, BuildResult, PaperFacts, ToldEvent } from './begin.ts';
export type { Progress, Trace } from './paper.ts';

/** Builds a site. Throws a FilesError if a disk fails, or SiteBusy; what was published before stays. */
export function build(options: BuildOptions): BuildResult {
  const { result, begun } = begin(options);
  return result === null ? goOn(begun, options) : result;
}

/**
 * If a file is not the one that its entry was made from, all are looked at again; the last time they are read whatever
 * their times, which tell nothing where somebody set them back.
 */
const TRIES = 3;

/** Goes on with a build that has begun, and has something to do. */
export function goOn(begun: Begun, options: BuildOptions): BuildResult {
  try {
    for (let tries = 1; ; tries++)
      try {
        return buildOnce(tries === 1 ? begun : { ...begun, ...look(options) }, {
          ...options,
          verify: options.verify || tries === TRIES,
        });
      } catch (error) {
        const hasChanged = error instanceof FilesError && error.code === CHANGED;
        if (!hasChanged || tries === TRIES) throw error;
      }
  } finally {
    begun.release();
  }
}

function buildOnce(begun: Begun, options: BuildOptions): BuildResult {
  const { files, version } = options;
  const { store } = begun;
  const memo = openMemo(options);
  try {
    return buildWith(memo, options, begun);
  } catch (error) {
    if (!(error instanceof StoreDamaged)) throw error;
    // What is damaged is nothing: the build begins anew, and leaves a store that is whole.
    const isOwn = options.purpose === 'publish';
    if (isOwn) files.remove(`${store}/memo`);
    const empty = openMemo({ ...options, cache: isOwn });
    try {
      return buildWith(empty, options, begun);
    } finally {
      empty.close();
    }
  } finally {
    memo.close();
  }

  function openMemo({ cache, purpose }: BuildOptions): Memo {
    if (cache && purpose === 'publish') return lastingMemo(files, store, version);
    const scratch = passingScratch(files, `${store}/passing`);
    return cache ? borrowedMemo(files, store, version, scratch) : passingMemo(scratch);
  }
}

function buildWith(memo: Memo, options: BuildOptions, begun: Begun): BuildResult {
  const { files, site, now, version, cache, verify } = options;
  const found = findings();
  const { note } = found;

  const { there, store } = begun;
  const { config } = note(openSite(files, site, memo, there));
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
  const rows = there.sources.articles.size;
  const remarks = options.purpose === 'check';
  const publishes = target !== null;
  const opened = { config, there, memo, store, settled, remarks, publishes };
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
    if (options.purpose === 'schedule') {
      const events = upcoming(articles, now, timing).filter(
        ({ kind, article }) => kind !== 'flash-end' || edition.replacedBy(article) === null,
      );
      return { ...nothing, ...seen(), upcoming: events.map(told) };
    }
    note(pictureFaults(articles, edition, facts, reads.locate));
    const needed = new Set([...edition.attachments, ...edition.withheld]);
    const isUsed = (file: string) => needed.has(file);
    note({ diagnostics: endingFaults(there.sources.attachments.keys(), isUsed) });

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
    const share = hands.pages(
      // Where one file takes another's place, they cannot both be staged.
      found.fatal ? null : target,
      () => ({ ...facts, survey: there, settled, redirects, out, cache }),
      output.take,
    );
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
    note(share.finish(found.sorted()));
    const icon = config.pages.icon === null ? [] : [`${site}/${config.pages.icon}`];
    const others = [...icon, ...adminPackages(options, config)];
    const othersMark = markOfOthers(files, others);
    const { icons } = note(drawIcons(files, site, config.pages.icon, version, output.wouldStand));
    const copies = assets(edition, files, site, shelf, theme, hosted.taken, settled);
    const own = note(adminFiles(options, config, people, theme, hosted.files, settled));
    for (const file of [...copies, ...icons, ...own.files]) output.addFile(file);
    const published = output.published();
    note({
      diagnostics: preflight(config.host, { ...hosted, published, asPages: redirects.length }),
    });
    if (links !== null) {
      // Without a page that failed, links to it would seem to lead nowhere.
      if (!found.sorted().some(({ code }) => code.startsWith('template/')))
        note(links.dead(output.names, reads.locate));
      note({ diagnostics: unusedTemplates(theme) });
      const { locales } = config.pages;
      const spoken = locales.map(({ language }) => language);
      note({ diagnostics: unsaidWords(files, options.theme, theme, spoken) });
      const ownTheme = `${site}/templates`;
      note({ diagnostics: unusedFiles(files, ownTheme, there.templates, there.theme, theme) });
      const onHomePage = inTheme.sections;
      const locate = reads.locateValue;
      const locateInText = reads.locate;
      const given = { now, timezone, sections, people, onHomePage, locate, locateInText };
      note(advise(articles, { ...given, bodyOf: bodies.of }));
    }

    // All or nothing.
    if (target !== null && !options.allowRemovals && !found.fatal) note(removalFault(target, rows));
    if (target !== null && !found.fatal) note(inTheWayFault(target, out));
    if (found.fatal) {
      target?.discard();
      return { ...nothing, diagnostics: found.sorted() };
    }
    // If somebody took files out of the output folder, what is kept is looked at, too, below.
    if (target?.intact() !== false) {
      const takenOff = target?.removedArticles() ?? [];
      // From here on it says what is no longer so.
      if (target !== null) forget(files, store);
      const changes = target?.commit() ?? null;
      const result = { ...nothing, ...seen(), takenOff, changes };
      if (changes === null || !cache) return result;
      memo.save(withPictures(columnsOf(register, entries), pictures));
      const period = nextChange === null ? null : periodOf(nextChange, timezone);
      remember(begun, options, { ...result, changes }, { others, othersMark, unsettled, period });
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
  return buildWith(memo, { ...options, verify: true }, begun);
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
