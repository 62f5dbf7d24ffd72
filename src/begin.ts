/**
 * The beginning of a build: the site is looked at. Most builds find that nothing changed, and end here; so
 * nothing is loaded for it that only those need that go on.
 */
import type { Diagnostic } from './base/diagnostic.ts';
import type { Files } from './base/files.ts';
import { type Instant, type Period, rememberPeriods } from './base/instant.ts';
import type { OutPath } from './base/paths.ts';
import { type Mark, markOf, mix } from './memo/mark.ts';
import { holds, markOfOthers, readRoot, writeRoot } from './memo/root.ts';
import type { Article } from './news/article.ts';
import type { Event } from './news/schedule.ts';
import type { Takeover } from './output/found.ts';
import { recordFiles, recordFolder } from './output/journal.ts';
import { lockSite } from './output/lock.ts';
import type { Changes } from './output/publish.ts';
import type { PaperOptions } from './paper.ts';
import { areSame, type Content, type Survey, survey } from './survey.ts';

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
  /** The first moment at which the output may differ by itself; null if it never will. Early perhaps, late never. */
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

/** What a build sees first. */
interface Looked {
  /** Where it keeps what it knows. */
  readonly store: string;
  readonly there: Survey;
  /** Stands for all that it was given, but for files that the settings name. */
  readonly given: Mark;
}

/** A build that has something to do; nobody else builds the site until it is let go. */
export interface Begun extends Looked {
  /** Lets go of the site. */
  readonly release: () => void;
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
  /** By what the output and its record are known again; null if they cannot be. */
  readonly standing: string | null;
};

/** Where builds keep what they know of a paper, if nobody names another folder. */
export function storeOf(site: string, named: string | null): string {
  return named ?? `${site}/.gazeta`;
}

/** Looks at what there is. */
export function look({ files, site, theme, drafts, jobs, ...given }: BuildOptions): Looked {
  const there = survey(files, site, theme, jobs);
  return {
    store: storeOf(site, given.store),
    there,
    given: mix(there.mark, markOf(`${site}\n${given.out ?? ''}`), Number(drafts)),
  };
}

/** Begins a build: what came of it if nothing changed, and nothing was to change by itself; else what it goes on from. */
export function begin(
  options: BuildOptions,
):
  | { readonly result: BuildResult; readonly begun: null }
  | { readonly result: null; readonly begun: Begun } {
  const looked = look(options);
  // A build that runs has taken the root away before it changes what is published: nobody has to be waited for.
  const result = unchanged(looked, options);
  if (result !== null) return { result, begun: null };
  const release =
    options.purpose === 'publish' ? lockSite(options.files, looked.store) : () => undefined;
  return { result: null, begun: { ...looked, release } };
}

/** What the last build told, if this one would find and make the same; else null. */
function unchanged({ store, given }: Looked, options: BuildOptions): BuildResult | null {
  const { files, site, now, version } = options;
  if (options.purpose !== 'publish' || options.takeover !== 'refuse') return null;
  if (!options.cache || options.verify) return null;
  const root = readRoot<Told>(files, rootIn(store), version);
  if (root === null || !holds(root, mix(given, markOfOthers(files, root.told.others)), now))
    return null;
  const { unchanged, others: _, unsettled, period, standing, ...told } = root.told;
  if (unsettled === null || !areSame(files, unsettled)) return null;
  if (
    standing === null ||
    standing !== standingIn(files, told.out, recordFolder(store, site, told.out))
  )
    return null;
  if (period !== null) rememberPeriods(told.paper.timezone, [period]);
  return {
    ...told,
    complete: true,
    changes: { written: [], removed: [], unchanged },
    upcoming: [],
    takenOff: [],
  };
}

/** Keeps what a build told, for those after it. */
export function remember(
  { store, given }: Begun,
  { files, site, now, version }: BuildOptions,
  result: BuildResult & { readonly changes: Changes },
  {
    othersMark,
    ...more
  }: Pick<Told, 'others' | 'unsettled' | 'period'> & {
    /** That of the others, from before they were read: who edits one meanwhile edits it for the next build. */
    readonly othersMark: Mark;
  },
): void {
  const { nextChange, articles, heldBack, paper, out, changes } = result;
  // What templates log is told of pages as they are made; the next build makes none if it finds nothing changed.
  const diagnostics = result.diagnostics.filter(({ code }) => code !== 'template/log');
  const unchanged = changes.unchanged + changes.written.length;
  const standing = standingIn(files, out, recordFolder(store, site, out));
  writeRoot<Told>(files, rootIn(store), version, {
    given: mix(given, othersMark),
    from: now,
    until: nextChange,
    told: { diagnostics, nextChange, articles, heldBack, paper, out, ...more, unchanged, standing },
  });
}

/** Keeps nothing. */
export function forget(files: Files, store: string): void {
  files.remove(rootIn(store));
}

function rootIn(store: string): string {
  return `${store}/root`;
}

/**
 * By what is known that the output folder is the one that was written (output/identity), and its record too, without
 * reading that. After the machine was started again, one build looks at more.
 */
function standingIn(files: Files, out: string, records: string): string | null {
  const { manifest, journal } = recordFiles(records);
  if (files.kind(journal) !== 'none') return null;
  const known = [manifest, out, `${out}/index.html`].map(files.identity);
  return known.includes(null) ? null : [...known, files.session()].join(' ');
}
