/**
 * The paper as it lies there now, for one who writes it: looked at again when its files change, by the stages of a build,
 * and made into pages one by one when somebody asks for them. Nothing is published.
 */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { FilesError } from '../base/files.ts';
import { type Findings, findings } from '../base/findings.ts';
import type { Instant } from '../base/instant.ts';
import type { SiteConfig } from '../config.ts';
import { withPictures } from '../content/picture-columns.ts';
import { PLUGINS_FOLDER } from '../content/plugins-folder.ts';
import { eventsAfter } from '../events.ts';
import { StoreDamaged } from '../memo/heap.ts';
import type { Mark } from '../memo/mark.ts';
import type { Edition } from '../news/edition.ts';
import { columnsOf } from '../news/enter.ts';
import { pictureFaults, referenceFaults } from '../news/reference-faults.ts';
import type { Event } from '../news/schedule.ts';
import { GRANULE, rememberDates } from '../opening.ts';
import {
  type Opened,
  type Paper,
  type PaperOptions,
  readersOf,
  readPaper,
  seeAt,
} from '../paper.ts';
import { openPaper } from '../plugin.ts';
import type { Theme } from '../render/theme.ts';
import { themeOf } from '../stages/making.ts';
import type { Facts } from '../stages/seeing.ts';
import { survey } from '../survey.ts';
import type { Workforce } from '../work/workforce.ts';
import { drawnIcons } from './drawn-icons.ts';
import { heldMemo } from './held.ts';
import { type Shown, shown } from './shown.ts';
import { sizeMaker } from './sized-pictures.ts';
import { unread } from './unread.ts';

/** Which paper. */
export interface PreviewOptions extends Omit<PaperOptions, 'now' | 'verify' | 'trace'> {
  /** Where scratch files go, and where builds left what they know. */
  readonly store: string;
  /** The clock, in milliseconds since 1970: that by which files are written. */
  readonly clock: () => number;
}

/** What was found when the files were last looked at. */
export interface Look {
  /** Goes up with each. */
  readonly number: number;
  /** False if errors forbid to show the paper as it lies there; what could be shown last still is. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** What `gazeta check` remarks on in files. */
  readonly remarks: readonly Diagnostic[];
  /** What will happen by itself, the next first. */
  readonly upcoming: readonly Event[];
  readonly articles: number;
  /** Null if the settings cannot be read. */
  readonly config: SiteConfig | null;
  /** Milliseconds that it took. */
  readonly took: number;
}

/** A paper that can be looked at again and again. */
export interface Preview {
  /** Looks at the files. */
  look(now: Instant): Look;
  /** What readers see at an instant, of the last look that was complete; null before the first of these. */
  at(now: Instant): Shown | null;
  close(): void;
}

/** A look that was complete, and what it needs to show pages. */
interface Good {
  readonly opened: Opened;
  readonly paper: Paper;
  readonly hands: Workforce;
  /** As it was then: its files may be others by now, or gone, while an error forbids to take them. */
  readonly theme: Theme;
}

const STALE = diagnostic(
  'plugin/changed',
  PLUGINS_FOLDER,
  'the plugins were changed since the preview began',
  'Start gazeta dev again to see what they do now.',
);

/** How many instants are kept at hand: the clock's, and those to which somebody moved. */
const INSTANTS = 4;

/** What a look found of the paper. */
type Seen = Pick<Look, 'config' | 'articles' | 'upcoming'>;

const NOTHING: Seen = { config: null, articles: 0, upcoming: [] };

/** Opens a paper. Throws a FilesError if a disk fails. `elapsed` gives milliseconds that only grow. */
export function preview(options: PreviewOptions, elapsed: () => number): Preview {
  const { files, site, theme, store, version } = options;
  let memo = heldMemo(files, store, version);
  let number = 0;
  let good: Good | null = null;
  let shownAt = new Map<Instant, Shown>();
  /** Those that this process has loaded, and cannot load again. */
  let plugins: Mark | null = null;
  /** False while one of them could not be loaded: then it can be, once it is mended. */
  let hadPlugins = false;
  const icons = drawnIcons(files, site, version);
  const sizeOf = sizeMaker(files, site, options.resize);
  const given = (now: Instant): PaperOptions => ({ ...options, now, verify: false, trace: null });

  const show = ({ opened, hands, theme: drawn }: Good, edition: Edition, facts: Facts): Shown =>
    shown(
      { edition, facts, hands, theme: drawn, icons: () => icons.of(opened.config), sizeOf },
      given(facts.now),
      memo,
    );

  /** Goes through the first stages of a build; what is wrong is in `found`. */
  const lookWith = (found: Findings, now: Instant): Seen => {
    const there = survey(files, site, theme);
    const { config, loaded, allLoaded } = found.note(openPaper(files, site, memo, there));
    if (!hadPlugins && (allLoaded || plugins === null)) plugins = loaded;
    hadPlugins = plugins !== null && (hadPlugins || allLoaded);
    if (loaded !== null && loaded !== plugins) found.note({ diagnostics: [STALE] });
    if (found.fatal) return NOTHING;
    found.onError = config.onError;
    rememberDates(memo, config.news.timezone);
    // Every file is known by its time: one that is written twice within it is read again by its content.
    const settled = options.clock() - GRANULE;
    const opened = { config, there, memo, store, settled, remarks: true, publishes: false };
    const readers = readersOf(given(now), opened, found);
    const { hands, reads } = readers;
    let isKept = false;
    try {
      const paper = readPaper(given(now), opened, readers, found);
      const { register, pictures } = paper;
      const { facts, seen } = seeAt(now, paper, opened, options, found);
      const { edition, articles } = seen;
      found.note(referenceFaults(articles, edition, facts, now, reads.locate));
      found.note(pictureFaults(articles, edition, facts, reads.locate));
      memo.save(withPictures(columnsOf(register, paper.entries), pictures));
      found.note(icons.faults(config));
      const drawn = found.note(themeOf(files, options, config, there, memo, settled));
      if (!found.fatal) {
        good?.hands.close();
        good = { opened, paper, hands, theme: drawn.theme };
        isKept = true;
        const first = show(good, edition, facts);
        found.note(first.faults);
        shownAt = new Map([[now, first]]);
      }
      return {
        config,
        articles: edition.articles.length,
        upcoming: eventsAfter(seen, now),
      };
    } finally {
      if (!isKept) hands.close();
    }
  };

  /** Looks, and once more without what was kept if that is damaged; a file that cannot be read is a finding. */
  const tryToLook = (now: Instant, isSecond = false): { found: Findings; seen: Seen } => {
    const found = findings();
    try {
      return { found, seen: lookWith(found, now) };
    } catch (error) {
      if (error instanceof FilesError) {
        const alone = findings();
        alone.note({ diagnostics: [unread(error, site)] });
        return { found: alone, seen: NOTHING };
      }
      if (!(error instanceof StoreDamaged) || isSecond) throw error;
      memo = heldMemo(files, `${store}/none`, version);
      return tryToLook(now, true);
    }
  };

  return {
    look(now) {
      const begun = elapsed();
      number++;
      const { found, seen } = tryToLook(now);
      const all = found.sorted();
      const isRemark = ({ code }: Diagnostic) => code.startsWith('check/');
      return {
        number,
        complete: !found.fatal,
        ...seen,
        diagnostics: all.filter((one) => !isRemark(one)),
        remarks: all.filter(isRemark),
        took: elapsed() - begun,
      };
    },
    at(now) {
      if (good === null) return null;
      const known = shownAt.get(now);
      if (known !== undefined) return known;
      const { facts, seen } = seeAt(now, good.paper, good.opened, options, findings());
      const one = show(good, seen.edition, facts);
      if (shownAt.size >= INSTANTS) shownAt.delete([...shownAt.keys()][0] as Instant);
      shownAt.set(now, one);
      return one;
    },
    close() {
      good?.hands.close();
      memo.close();
    },
  };
}
