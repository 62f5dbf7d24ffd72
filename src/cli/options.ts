/** Options that several commands take, each in one form. */
import type { Option } from './command.ts';

export const SITE = {
  value: 'DIR',
  about: 'the folder of the paper (default: this one)',
  offer: 'folders',
} as const satisfies Option;

export const OUT = {
  value: 'DIR',
  about: 'the output folder (default: dist in the folder of the paper)',
  offer: 'folders',
} as const satisfies Option;

export const STORE = {
  value: 'DIR',
  about: 'what builds know of the paper (default: .gazeta in its folder)',
  offer: 'folders',
} as const satisfies Option;

export const JSON_RESULT = { about: 'the result as JSON' } as const satisfies Option;

export const HELP = { about: 'this text', short: 'h' } as const satisfies Option;

/** `--now`, of which each command says what it decides. */
export const now = <About extends string>(about: About) =>
  ({ value: 'INSTANT', about }) as const satisfies Option;
