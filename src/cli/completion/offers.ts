/** What shells can complete, from the table of commands. */
import type { Command, Offer, Option } from '../command.ts';
import { COMMAND_NAMES, COMMANDS } from '../commands.ts';

/** A command as its completion sees it. */
export interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  readonly options: readonly (Option & { readonly name: string })[];
  /** What is offered for its words. */
  readonly offer: Offer;
  /** Stands for these words; empty where it takes none. */
  readonly words: string;
}

/** All commands, in the order of the help. */
export function completed(): CompletedCommand[] {
  return COMMAND_NAMES.map((name) => {
    const { about, options, offer, words }: Command = COMMANDS[name];
    return {
      name,
      about,
      options: Object.entries(options).map(([option, one]) => ({ name: option, ...one })),
      // The table cannot name itself: what help is for are its commands.
      offer: name === 'help' ? COMMAND_NAMES : offer,
      words,
    };
  });
}

/** A text in single quotes, which all three shells read; only a quote itself differs. */
export function quoted(text: string, quote = "'\\''"): string {
  return `'${text.replaceAll("'", quote)}'`;
}
