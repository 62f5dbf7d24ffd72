/** What a command is, as data: parsing, help and completion are made from it. */

/** What a shell offers for a word: files, folders, one of some words, or nothing that it could know. */
export type Offer = 'files' | 'folders' | 'nothing' | readonly string[];

/** An option of a command. */
export interface Option {
  /** What stands for its value in the help; an option without one is a flag. */
  readonly value?: string;
  /** Its one letter. */
  readonly short?: string;
  readonly about: string;
  /** What a shell offers for its value: nothing, unless it is said here. */
  readonly offer?: Offer;
}

/** A command of the terminal. */
export interface Command {
  /** What it does, in a line of `gazeta --help`. */
  readonly about: string;
  /** What is written after its name, without the options: `PAGE`; empty where there is nothing. */
  readonly words: string;
  /** What a shell offers for these words. */
  readonly offer: Offer;
  /** What it does, in paragraphs. */
  readonly text: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Command lines without `gazeta`, each with what it is for. */
  readonly examples: readonly (readonly [line: string, about: string])[];
  readonly exitCodes: string;
}
