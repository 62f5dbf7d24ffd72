/**
 * When V8 compiles for speed.
 *
 * Its last compiler, TurboFan, makes the fastest code, on threads of its own; a large build has given the processors to
 * threads that make pages, each with a copy of all code. Of a cold build of 10,000 articles a tenth to a fifth of the processor's time was spent on
 * compiling what then had little left to do (docs/performance.md). So a function is called more often before it is compiled so.
 *
 * The flag has another name in V8 11, and is unknown to versions that nobody has tried: these are left as they are.
 */
import { setFlagsFromString } from 'node:v8';

interface Patience {
  readonly flag: string;
  /** V8's own. */
  readonly usual: number;
  readonly late: number;
  /** From so many articles on all code is called often enough. */
  readonly enough: number;
}

const CALLS = { flag: 'invocation-count-for-turbofan', usual: 3000 };

/** By the first number of V8's version. 11 (Node 20) and 12 (Node 22) have nothing between TurboFan and plain code, and wait less. */
const PATIENCE: Readonly<Record<string, Patience>> = {
  11: { flag: 'interrupt-budget', usual: 67_584, late: 270_000, enough: 50_000 },
  12: { ...CALLS, late: 20_000, enough: 50_000 },
  13: { ...CALLS, late: 60_000, enough: Number.POSITIVE_INFINITY },
  14: { ...CALLS, late: 60_000, enough: Number.POSITIVE_INFINITY },
};

/** From here on, in the whole process, until `compileAsUsual`. */
export function compileLate(articles: number): void {
  const patience = patienceOf(process.versions.v8);
  if (patience !== null && articles < patience.enough)
    setFlagsFromString(`--${patience.flag}=${patience.late}`);
}

export function compileAsUsual(): void {
  const patience = patienceOf(process.versions.v8);
  if (patience !== null) setFlagsFromString(`--${patience.flag}=${patience.usual}`);
}

function patienceOf(version: string): Patience | null {
  return PATIENCE[version.split('.')[0] ?? ''] ?? null;
}
