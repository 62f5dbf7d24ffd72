/** What a command sees of the world. */
import type { Files } from '../base/files.ts';
import type { Instant } from '../base/instant.ts';
import type { Trace } from '../build.ts';
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
  /** Makes a path absolute, against `here`. */
  readonly resolve: (path: string) => string;
  /** The time zone of the computer; absent where the system does not tell. */
  readonly zone?: string;
}

/** A mistake on the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
