/** What a build knows before it reads an article: the settings, where it writes, and whether it may. */
import { rememberTexts } from './base/date-text.ts';
import type { Files } from './base/files.ts';
import type { Findings } from './base/findings.ts';
import { rememberPeriods } from './base/instant.ts';
import type { Begun, BuildOptions, BuildResult } from './begin.ts';
import { markOf, NO_MARK } from './memo/mark.ts';
import type { Memo } from './memo/memo.ts';
import { draftsFault, foreignFault, overlapFault, storeFault } from './output/guard.ts';
import { recordFolder } from './output/journal.ts';
import { type Publisher, publisher } from './output/publish.ts';
import type { Opened } from './paper.ts';
import { openPaper } from './plugin.ts';
import { type Content, unsettledIn } from './survey.ts';

/** A build that knows its settings. */
export interface Opening extends Opened {
  /** The output folder. */
  readonly out: string;
  /** Null if nothing is to be published. */
  readonly target: Publisher | null;
  /** Files whose times tell too little, with their contents; null if these are many. */
  readonly unsettled: readonly Content[] | null;
  /** What is told of a build that ends here. */
  readonly nothing: BuildResult;
}

/** Opens the site; what forbids to go on is in `found`. */
export function openBuild(
  memo: Memo,
  options: BuildOptions,
  { there, store }: Begun,
  found: Findings,
): Opening {
  const { files, site, purpose, takeover, verify } = options;
  const { note } = found;
  const { config } = note(openPaper(files, site, memo, there));
  found.onError = config.onError;
  const { timezone } = config.news;
  const { origin, base } = config.pages;
  rememberDates(memo, timezone);
  const out = options.out ?? `${site}/${config.output}`;
  note(overlapFault(files, site, out));
  note(storeFault(files, site, out, store));
  if (options.drafts && purpose === 'publish')
    note(draftsFault(files, `${site}/${config.output}`, out));
  const opens = purpose === 'publish' && !found.fatal;
  const records = recordFolder(store, site, out);
  const target = opens ? publisher(files, out, records, takeover, verify) : null;
  if (target !== null) note(foreignFault(target, out, takeover));
  const publishes = target !== null && !found.fatal;
  // The store holds what readers may not see yet, and nothing that is written by hand.
  if (publishes) hideStore(files, store);
  const settled = publishes ? files.clock(`${store}/clock`) - GRANULE : 0;
  return {
    config,
    there,
    memo,
    store,
    settled,
    remarks: purpose === 'check',
    publishes,
    out,
    target,
    unsettled: publishes ? unsettledIn(files, site, options.theme, there, settled) : null,
    nothing: {
      complete: false,
      changes: null,
      diagnostics: [],
      nextChange: null,
      upcoming: [],
      articles: 0,
      takenOff: [],
      heldBack: [],
      paper: { timezone, origin, base },
      out,
    },
  };
}

/** What was found of a zone, and how dates are written. These grow while pages are made, and are kept as they are then. */
export function rememberDates(memo: Memo, timezone: string): void {
  rememberPeriods(
    timezone,
    memo.value('zone', markOf(timezone), () => []),
  );
  rememberTexts(memo.value('dates', NO_MARK, () => ({})));
}

/** Nothing of it is to be committed with the paper. */
export function hideStore(files: Files, store: string): void {
  files.create(`${store}/.gitignore`, new TextEncoder().encode('*\n'));
}

/** The coarsest clock of a file system in use, that of FAT, in milliseconds: of two times within it none is known to be later. */
export const GRANULE = 2000;
