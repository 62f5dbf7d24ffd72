/** The build, to be read from top to bottom. Every stage's rules live in its own layer. */
import { attempts, keeping } from './attempts.ts';
import { findings } from './base/findings.ts';
import { periodOf } from './base/instant.ts';
import {
  type Begun,
  type BuildOptions,
  type BuildResult,
  begin,
  forget,
  remember,
} from './begin.ts';
import { endingFaults } from './content/endings.ts';
import { withPictures } from './content/picture-columns.ts';
import { eventsOf } from './events.ts';
import type { Memo } from './memo/memo.ts';
import { columnsOf } from './news/enter.ts';
import { heldBack } from './news/faults.ts';
import { pictureFaults, referenceFaults } from './news/reference-faults.ts';
import { openBuild } from './opening.ts';
import { inTheWayFault, removalFault } from './output/guard.ts';
import { readersOf, readPaper, seeAt } from './paper.ts';
import { remarksOn } from './remarks.ts';
import { makeSite } from './site-files.ts';

export type { BuildOptions, BuildResult, PaperFacts, ToldEvent } from './begin.ts';
export type { Progress, Trace } from './paper.ts';

/** Builds a site. Throws a FilesError if a disk fails, or SiteBusy; what was published before stays. */
export function build(options: BuildOptions): BuildResult {
  const { result, begun } = begin(options);
  return result === null ? goOn(begun, options) : result;
}

/** Goes on with a build that has begun, and has something to do. */
export function goOn(begun: Begun, options: BuildOptions): BuildResult {
  return attempts(begun, options, pipeline);
}

function pipeline(memo: Memo, options: BuildOptions, begun: Begun): BuildResult | null {
  const { files, now, purpose } = options;
  const found = findings();
  const { note } = found;

  // The settings, and the output folder.
  const opened = openBuild(memo, options, begun, found);
  const { target, nothing, out } = opened;
  const { sources } = opened.there;
  if (found.fatal) return { ...nothing, diagnostics: found.sorted() };

  // Text becomes documents, documents become articles; what readers may see of these at this instant is the edition.
  const readers = readersOf(options, opened, found);
  const { reads, hands, entries } = readers;
  try {
    const paper = readPaper(options, opened, readers, found);
    const { register, pictures } = paper;
    const sight = seeAt(now, paper, opened, options, found);
    const { edition, articles, flatPages } = sight.seen;
    const { nextChange } = edition;
    note(referenceFaults(articles, edition, sight.facts, now, reads.locate));
    const seen = () => ({
      complete: !found.fatal,
      diagnostics: found.sorted(),
      nextChange,
      articles: edition.articles.length,
      heldBack: heldBack(found.sorted(), register.articles, articles, flatPages),
    });
    if (purpose === 'schedule')
      return { ...nothing, ...seen(), upcoming: eventsOf(sight.seen, now) };
    note(pictureFaults(articles, edition, sight.facts, reads.locate));
    const used = [...edition.attachments, ...edition.withheld];
    note({ diagnostics: endingFaults(sources.attachments.keys(), used) });

    // Its pages and files are kept as they stand, or staged beside their place.
    const remarks = remarksOn(options, opened, readers, paper, found);
    const site = makeSite(options, opened, readers, paper, sight, found, remarks?.look ?? null);
    remarks?.finish(site, sight.seen);

    // All or nothing.
    if (target !== null && !options.allowRemovals && !found.fatal)
      note(removalFault(target, sources.articles.size));
    if (target !== null && !found.fatal) note(inTheWayFault(target, out));
    if (found.fatal) {
      target?.discard();
      return { ...nothing, diagnostics: found.sorted() };
    }
    if (target === null) return { ...nothing, ...seen() };
    if (!target.intact()) {
      target.discard();
      return null;
    }
    const takenOff = target.removedArticles();
    // The root tells of the old site: with it, a build that is killed in its commit would be taken for one that ended.
    forget(files, begun.store);
    const changes = target.commit();
    const result = { ...nothing, ...seen(), takenOff, changes };
    return keeping(begun, result, () => {
      site.spare.clear();
      if (!options.cache) return;
      memo.save(withPictures(columnsOf(register, entries), pictures));
      const period = nextChange === null ? null : periodOf(nextChange, nothing.paper.timezone);
      const { others, othersMark } = site;
      remember(begun, options, result, { others, othersMark, unsettled: opened.unsettled, period });
    });
  } catch (error) {
    // Threads may still be staging files, which nobody would remove: `stop` waits for them.
    hands.stop();
    target?.discard();
    throw error;
  } finally {
    hands.close();
  }
}
