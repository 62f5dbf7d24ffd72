/** What is written to which terminals. */
import { expect, test } from 'vitest';
import { looksOf } from '../src/cli/print.ts';

test.each([
  ['a terminal', true, { TERM: 'xterm-256color' }, { colour: true, passing: true }],
  ['where colours are unwanted', true, { NO_COLOR: '1' }, { colour: false, passing: true }],
  ['where that is said of nothing', true, { NO_COLOR: '' }, { colour: true, passing: true }],
  [
    'one without such signs, as of editors',
    true,
    { TERM: 'dumb' },
    { colour: false, passing: false },
  ],
  ['a file', false, { TERM: 'xterm' }, { colour: false, passing: false }],
])('%s', (_, isTerminal, environment, looks) => {
  expect(looksOf(isTerminal, environment)).toEqual(looks);
});
