/** One paper at somebody's desk: what was found when it was last looked at, and what its pages are made from. */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Instant, isInstantFault, isoLocal, readInstant } from '../base/instant.ts';
import { type Address, href, type OutPath, outPath } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import type { OpenIn } from './editors.ts';
import { keptPages } from './kept-pages.ts';
import type { Look, Preview } from './preview.ts';
import type { Found, ShownPage } from './shown.ts';
import { tried } from './unread.ts';
import { lengthOf } from './words.ts';

/** What the desk is told. */
export interface DeskOptions {
  readonly preview: Preview;
  /** The folder of the paper. */
  readonly site: string;
  /** The instant that is shown unless a reader asks for another; null for the clock. */
  readonly fixed: Instant | null;
  readonly clock: () => Instant;
  /** A finding as the terminal has it, without colour. */
  readonly tell: (found: Diagnostic) => string;
  readonly openIn: OpenIn;
}

/** A finding, and the address that opens its file. */
export interface ToldFinding {
  readonly severity: Diagnostic['severity'];
  readonly text: string;
  readonly open: string | null;
}

/** All that the bar and the overlay of a page show. Plain data. */
export interface DeskFacts {
  readonly look: number;
  readonly complete: boolean;
  readonly problems: readonly ToldFinding[];
  readonly page: {
    readonly kind: string;
    /** What it is made of, in words or as a file. */
    readonly maker: string;
    readonly open: string | null;
    /** The parts that moved when it was made last; null if it was not made before. */
    readonly moved: readonly string[] | null;
    /** RFC 3339. */
    readonly madeAt: string;
    readonly words: number | null;
    readonly minutes: number | null;
    readonly remarks: readonly ToldFinding[];
  } | null;
  /** Where the article or page is now that was here. */
  readonly movedTo: string | null;
  readonly time: {
    /** The instant that is shown, RFC 3339. */
    readonly shown: string;
    readonly isClock: boolean;
    /** True if the instant that is shown without a choice is not that of the clock. */
    readonly isFixed: boolean;
    /** What will happen by itself, the next first. */
    readonly upcoming: readonly {
      readonly at: string;
      readonly kind: string;
      readonly title: string;
      readonly href: string;
    }[];
  };
}

/** The desk of a paper. */
export interface Desk {
  /** Looks at the files again. */
  refresh(): Look;
  readonly look: Look;
  /** Files that are published as they are, and are others than at a look; as links to them are written. */
  changedFiles(since: number): readonly string[];
  /** The path of the paper's url, or empty. */
  readonly base: string;
  /** What is at a path; null if the paper could never be shown so far. */
  find(path: string, instant: Instant): Found | null;
  notFound(instant: Instant): ShownPage | null;
  /** The instant that a text names, in the zone of the paper; null if it names none. */
  instantOf(text: string): Instant | null;
  /** The instant that is shown to somebody who asked for none. */
  now(): Instant;
  /** Null for a path that is not below that of the paper. */
  facts(path: string | null, instant: Instant, isClock: boolean, file: string | null): DeskFacts;
}

/** How many events are told. */
const TOLD = 40;

export function desk({ preview, site, fixed, clock, tell, openIn }: DeskOptions): Desk {
  let instant = fixed ?? clock();
  let look = preview.look(instant);
  // While the settings cannot be read, those before them hold.
  let { base, zone } = settingsOf(look, { base: '', zone: 'UTC' });
  const kept = keptPages();
  /** What stands for the files of articles and pages that somebody looked at. */
  const contents = new Map<string, Mark>();
  const filesNow = () => tried(site, () => preview.at(instant)?.files() ?? null).value;
  let files: ReadonlyMap<OutPath, Mark> = filesNow() ?? new Map();
  /** The numbers of the looks at which files had become others. */
  const changedAt = new Map<OutPath, number>();

  const momentOf = (at: Instant) => (at === instant ? '' : String(at));
  const hasError = ({ maker }: ShownPage) =>
    look.diagnostics.some(({ file, severity }) => file === maker && severity === 'error');

  const told = (found: Diagnostic): ToldFinding => {
    const { file, place, severity } = found;
    const isFile = file !== '' && !file.startsWith('gazeta/');
    const path = isFile ? openIn(`${site}/${file}`, place?.line ?? 1, place?.column ?? 1) : null;
    return { severity, text: tell(found), open: path };
  };

  /** The address of the article or page of a file, which was elsewhere when somebody opened it. */
  const movedTo = (file: string | null, at: Instant): string | null => {
    if (file === null) return null;
    return tried(site, () => foundElsewhere(file, at)).value;
  };
  const foundElsewhere = (file: string, at: Instant): string | null => {
    const shown = preview.at(at);
    if (shown === null) return null;
    // A file that is not there may have another name now.
    const content = contents.get(file);
    const now = shown.article(file) ?? (content === undefined ? null : shown.articleWith(content));
    const { address } = now?.article ?? shown.flatPage(file, content) ?? {};
    const isSeen = address !== undefined && shown.find(address).is === 'page';
    return isSeen ? href(base, address) : null;
  };

  const self: Desk = {
    get look() {
      return look;
    },
    get base() {
      return base;
    },
    changedFiles: (since) =>
      [...changedAt]
        .filter(([, number]) => number > since)
        .map(([out]) => href(base, `/${out}` as Address)),
    refresh() {
      instant = fixed ?? clock();
      look = preview.look(instant);
      ({ base, zone } = settingsOf(look, { base, zone }));
      const now = filesNow() ?? files;
      for (const [out, mark] of files)
        if (now.has(out) && now.get(out) !== mark) changedAt.set(out, look.number);
      files = now;
      return look;
    },
    now: () => instant,
    find(path, at) {
      const { value, fault } = tried(site, () => preview.at(at)?.find(path) ?? null);
      const found: Found | null = fault === null ? value : { is: 'unread', fault };
      if (found === null) return null;
      const moment = momentOf(at);
      const out = found.is === 'page' ? found.page.out : outPath(path as Address);
      const before = kept.last(moment, out);
      const isThere = found.is === 'page' || found.is === 'nothing';
      // The last page that was good stays while its own file is wrong, or its template, or one cannot be read.
      if (fault !== null && before?.page.bytes != null)
        return { is: 'page', page: { ...before.page, faults: [fault] } };
      if (isThere && before?.page.bytes != null) {
        if (hasError(before.page)) return { is: 'page', page: { ...before.page, faults: [] } };
        if (found.is === 'page' && found.page.bytes === null)
          return { is: 'page', page: { ...before.page, faults: found.page.faults } };
      }
      if (found.is === 'page') kept.put(moment, found.page, clock());
      return found;
    },
    notFound: (at) => tried(site, () => preview.at(at)?.notFound() ?? null).value,
    instantOf(text) {
      const reading = readInstant(text, zone);
      return isInstantFault(reading) ? null : reading;
    },
    facts(path, at, isClock, file) {
      const found = path === null ? null : self.find(path, at);
      const page = found?.is === 'page' ? found.page : null;
      const faults = found?.is === 'unread' ? [found.fault] : (page?.faults ?? []);
      const time = timeFacts(look, at, isClock, fixed !== null, zone, base);
      const { number } = look;
      const complete = look.complete && found?.is !== 'unread';
      const problems = problemsOf(look, faults).map(told);
      const facts = { look: number, complete, problems, time };
      if (page === null) return { ...facts, page: null, movedTo: movedTo(file, at) };
      const isArticle = page.kind === 'article';
      const articleOf = () => preview.at(at)?.article(page.maker) ?? null;
      const shown = isArticle ? tried(site, articleOf).value : null;
      const ownPage = () => preview.at(at)?.flatPage(page.maker, undefined) ?? null;
      const content = shown?.content ?? (page.kind === 'page' ? ownPage()?.fileMark : undefined);
      if (content !== undefined) contents.set(page.maker, content);
      const length = shown === null ? null : lengthOf(shown.text, shown.article.language);
      const was = kept.last(momentOf(at), page.out);
      return {
        ...facts,
        movedTo: null,
        page: {
          kind: page.kind,
          maker: page.maker,
          open: isArticle || page.kind === 'page' ? openIn(`${site}/${page.maker}`, 1, 1) : null,
          moved: was?.moved ?? null,
          madeAt: isoLocal(was?.since ?? instant, zone),
          words: length?.words ?? null,
          minutes: length?.minutes ?? null,
          remarks: look.remarks.filter((one) => one.file === page.maker).map(told),
        },
      };
    },
  };
  return self;
}

/** The path and the zone of the paper. */
interface Place {
  readonly base: string;
  readonly zone: string;
}

function settingsOf({ config }: Look, before: Place): Place {
  if (config === null) return before;
  return { base: config.pages.base, zone: config.news.timezone };
}

/** What is wrong with the paper and with a page, errors first. */
function problemsOf({ diagnostics }: Look, faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const order = { error: 0, warning: 1, notice: 2 } as const;
  // A file that cannot be read may have been told by the look, too.
  const isTold = (one: Diagnostic) =>
    diagnostics.some((other) => other === one || isDeepStrictEqual(other, one));
  const own = faults.filter((one) => !isTold(one));
  return [...diagnostics, ...own].sort((a, b) => order[a.severity] - order[b.severity]);
}

function timeFacts(
  { upcoming }: Look,
  shown: Instant,
  isClock: boolean,
  isFixed: boolean,
  zone: string,
  base: string,
): DeskFacts['time'] {
  // That news leaves the news sitemap shows on no page, and where much is published would leave no room for an embargo.
  const seen = upcoming.filter(({ kind }) => kind !== 'news-end');
  return {
    shown: isoLocal(shown, zone),
    isClock,
    isFixed,
    upcoming: seen.slice(0, TOLD).map(({ at, kind, article }) => ({
      at: isoLocal(at, zone),
      kind,
      title: article.title,
      href: href(base, article.address),
    })),
  };
}
