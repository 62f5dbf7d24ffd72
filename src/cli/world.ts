/** What a command sees of the world. */
import type { Files } from '../base/files.ts';
import type { Instant } from '../base/instant.ts';
import type { Trace } from '../build.ts';
import type { Resize } from '../output/resize.ts';
import type { Started } from '../watch/started.ts';
import type { Timers } from '../watch/timers.ts';
import type { watchFolder } from '../watch/watcher.ts';
import type { Printer } from './print.ts';

/** The world as an argument; cli/main makes the real one. Paths are absolute and use `/`. */
export interface World {
  readonly files: Files;
  readonly printer: Printer;
  /** The moment at which the command was given. */
  readonly now: Instant;
  /** The folder in which it was given. */
  readonly here: string;
  /** The folder of the default theme. */
  readonly theme: string;
  /** Stands for the code: of another version nothing that was kept is believed. */
  readonly version: string;
  /** `BuildOptions.trace`. */
  readonly trace: Trace | null;
  /** The file of a worker thread's code; null where there is none. */
  readonly worker: string | null;
  /** Makes pictures smaller. */
  readonly resize: Resize;
  /** Makes a path absolute, against `here`. */
  readonly resolve: (path: string) => string;
  /** The time zone of the computer; absent where the system does not tell. */
  readonly zone?: string;
  /** For commands that wait; absent where none can. */
  readonly live?: LiveWorld;
}

/** What a command sees besides that waits for something to happen. */
export interface LiveWorld {
  /** The folder of what `gazeta dev` puts into pages. */
  readonly desk: string;
  /** Milliseconds that only grow, for telling how long something took. */
  readonly elapsed: () => number;
  /** The time now, which is another each time. */
  readonly clock: () => Instant;
  readonly timers: Timers;
  readonly watchFolder: typeof watchFolder;
  /** Starts a command line of this very command. What it writes is gathered. */
  readonly gazeta: (args: readonly string[]) => Started;
  /**
   * Starts a command line of the system's shell, with variables of the environment besides, and a text as its input. What it
   * writes goes to stderr as it comes.
   */
  readonly shell: (
    line: string,
    variables: Readonly<Record<string, string>>,
    input: string,
  ) => Started;
  /** Starts a program with its arguments, which no shell reads. What it writes goes to stderr as it comes. */
  readonly program: (line: readonly string[]) => Started;
  /** Calls back at each signal from then on, which does nothing else any more. What it returns ends that. */
  readonly signals: (heard: (signal: Signal) => void) => () => void;
}

export type Signal = 'SIGTERM' | 'SIGINT' | 'SIGHUP';

/** The absolute path that an option names; null without one. */
export function pathOf(option: string | undefined, { resolve }: World): string | null {
  return option === undefined ? null : resolve(option);
}

/** A mistake on the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
