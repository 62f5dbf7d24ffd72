/** One paper at somebody's desk: what was found when it was last looked at, and what its pages are made from. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Instant, isInstantFault, isoLocal, readInstant } from '../base/instant.ts';
import { type Address, href, type OutPath } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import type { Part } from '../memo/parts.ts';
import type { OpenIn } from './editors.ts';
import type { Look, Preview } from './preview.ts';
import type { Found, Shown, ShownPage } from './shown.ts';
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
  /** Where the article is now that was here. */
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
  /** Files that are published as they are, and are others since the look before; as links to them are written. */
  readonly changedFiles: readonly string[];
  /** The path of the paper's url, or empty. */
  readonly base: string;
  /** What is at a path; null if the paper could never be shown so far. */
  find(path: string, instant: Instant): Found | null;
  notFound(instant: Instant): ShownPage | null;
  /** The instant that a text names, in the zone of the paper; null if it names none. */
  instantOf(text: string): Instant | null;
  /** The instant that is shown to somebody who asked for none. */
  now(): Instant;
  facts(path: string, instant: Instant, isClock: boolean, file: string | null): DeskFacts;
}

/** How many events are told. */
const TOLD = 40;

/** How many pages are kept as they were shown last, to be shown while an error forbids to make them. */
const KEPT = 200;

interface Kept {
  readonly page: ShownPage;
  readonly moved: readonly string[] | null;
  readonly madeAt: Instant;
}

export function desk({ preview, site, fixed, clock, tell, openIn }: DeskOptions): Desk {
  let instant = fixed ?? clock();
  let look = preview.look(instant);
  const kept = new Map<string, Kept>();
  const filesAt = (at: Instant) => preview.at(at)?.files() ?? new Map<OutPath, Mark>();
  let files = filesAt(instant);
  let changedFiles: readonly string[] = [];

  const shownAt = (at: Instant): Shown | null => preview.at(at);

  const told = (found: Diagnostic): ToldFinding => {
    const { file, place, severity } = found;
    const isFile = file !== '' && !file.startsWith('gazeta/');
    const path = isFile ? openIn(`${site}/${file}`, place?.line ?? 1, place?.column ?? 1) : null;
    return { severity, text: tell(found), open: path };
  };

  /** Remembers a page, and why it is another than before. */
  const remember = (page: ShownPage): void => {
    const before = kept.get(page.out);
    const moved = before === undefined ? null : movedParts(before.page.parts, page.parts);
    if (before !== undefined && moved !== null && moved.length === 0) {
      if (page.bytes !== null) kept.set(page.out, { ...before, page });
      return;
    }
    if (kept.size >= KEPT) kept.delete([...kept.keys()][0] as string);
    kept.set(page.out, { page, moved, madeAt: clock() });
  };

  const zone = () => look.config?.news.timezone ?? 'UTC';
  const self: Desk = {
    get look() {
      return look;
    },
    get changedFiles() {
      return changedFiles;
    },
    get base() {
      return look.config?.pages.base ?? '';
    },
    refresh() {
      instant = fixed ?? clock();
      look = preview.look(instant);
      const now = filesAt(instant);
      changedFiles = [...files]
        .filter(([out, mark]) => now.has(out) && now.get(out) !== mark)
        .map(([out]) => href(self.base, `/${out}` as Address));
      files = now;
      return look;
    },
    now: () => instant,
    find(path, at) {
      const shown = shownAt(at);
      if (shown === null) return null;
      const found = shown.find(path);
      if (found.is !== 'page') return found;
      const before = kept.get(found.page.out);
      // While there are errors the last page that was good stays, also where its file is the one that is wrong.
      const isStale = !look.complete || found.page.bytes === null;
      if (isStale && before?.page.bytes != null)
        return { is: 'page', page: { ...before.page, faults: found.page.faults } };
      remember(found.page);
      return found;
    },
    notFound: (at) => shownAt(at)?.notFound() ?? null,
    instantOf(text) {
      const reading = readInstant(text, zone());
      return isInstantFault(reading) ? null : reading;
    },
    facts(path, at, isClock, file) {
      const found = self.find(path, at);
      const page = found?.is === 'page' ? found.page : null;
      const faults = page?.faults ?? [];
      const all = [...look.diagnostics, ...faults.filter((one) => !look.diagnostics.includes(one))];
      const order = { error: 0, warning: 1, notice: 2 } as const;
      const problems = all.sort((a, b) => order[a.severity] - order[b.severity]).map(told);
      const time = {
        shown: isoLocal(at, zone()),
        isClock,
        isFixed: fixed !== null,
        upcoming: look.upcoming.slice(0, TOLD).map(({ at: when, kind, article }) => ({
          at: isoLocal(when, zone()),
          kind,
          title: article.title,
          href: href(self.base, article.address),
        })),
      };
      const { number, complete } = look;
      const facts = { look: number, complete, problems, time };
      if (page === null) return { ...facts, page: null, movedTo: movedTo(file, at) };
      const isArticle = page.kind === 'article';
      const text = isArticle ? (shownAt(at)?.article(page.maker) ?? null) : null;
      const length = text === null ? null : lengthOf(text.text, text.article.language);
      const was = kept.get(page.out);
      return {
        ...facts,
        movedTo: null,
        page: {
          kind: page.kind,
          maker: page.maker,
          open: isArticle ? openIn(`${site}/${page.maker}`, 1, 1) : null,
          moved: was?.moved ?? null,
          madeAt: isoLocal(was?.madeAt ?? instant, zone()),
          words: length?.words ?? null,
          minutes: length?.minutes ?? null,
          remarks: look.remarks.filter((one) => one.file === page.maker).map(told),
        },
      };
    },
  };
  return self;

  /** The address of the article of a file, whose page was elsewhere when somebody opened it. */
  function movedTo(file: string | null, at: Instant): string | null {
    const article = file === null ? null : (shownAt(at)?.article(file)?.article ?? null);
    const isSeen = article !== null && shownAt(at)?.find(article.address).is === 'page';
    return isSeen ? href(self.base, article.address) : null;
  }
}

/** The names of the parts that differ. */
function movedParts(before: readonly Part[], after: readonly Part[]): readonly string[] {
  const marks = new Map(before);
  return after.filter(([name, mark]) => marks.get(name) !== mark).map(([name]) => name);
}
