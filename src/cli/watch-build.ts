/** What came of a build that ran as a process of its own. */
import type { Instant } from '../base/instant.ts';
import type { BuildResult } from '../begin.ts';
import type { Built } from '../watch/keeper.ts';
import type { Ended } from '../watch/started.ts';

/** What `gazeta build --json` tells (cli/report). */
interface BuildReport extends Omit<BuildResult, 'complete' | 'nextChange' | 'upcoming' | 'paper'> {
  readonly exitCode: number;
  /** RFC 3339. */
  readonly nextChange: string | null;
}

export interface Outcome {
  /** The exit code. */
  readonly code: number;
  /** Null if it ended before it could tell. */
  readonly report: BuildReport | null;
  /** What it said instead. */
  readonly message: string;
}

export function readOutcome({ code, signal, stdout, stderr }: Ended): Outcome {
  let report: BuildReport | null = null;
  try {
    report = JSON.parse(stdout);
  } catch {
    // It was ended in the middle, or something failed that is not the paper's.
  }
  const ended =
    signal === null
      ? `The build ended with exit code ${code}.`
      : `The build was ended by ${signal}. If nobody did that, the memory may not be enough; with --jobs 1 it takes less.`;
  return { code, report, message: report === null ? stderr.trim() || ended : '' };
}

/** True if the site is what the paper is now. */
export function isGood({ report }: Outcome): boolean {
  return report?.changes != null;
}

/** What the keeper goes by. */
export function builtOf(outcome: Outcome): Built {
  const { code, report } = outcome;
  const next = report?.nextChange ?? null;
  return {
    nextChange: next !== null && isGood(outcome) ? (Date.parse(next) as Instant) : null,
    // The disk failed, another build ran, it could not begin, or a signal ended it; all else waits for somebody's change.
    retry: code === 74 || code === 75 || code > 126,
  };
}
