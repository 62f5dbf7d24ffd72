/** The command line of the bench. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BENCH } from './tools/install.mjs';
import { TOOLS } from './tools/tools.mjs';

/** What happens to a paper, in this order; each builds. */
const STEPS = ['cold', 'nothing', 'body', 'headline', 'publish', 'template'];

export const HELP = `Usage: npm run bench [-- options]

  --sizes LIST   numbers of articles, with commas, to 1000000 (default: 1000,10000)
  --runs N       how often everything is measured (default: 3)
  --only LIST    some tools: ${TOOLS.map(({ id }) => id).join(', ')}
  --steps LIST   some of what is done: ${STEPS.join(', ')}
  --disk DIR     where papers are built (default: a RAM disk, else the folder for temporary files)
  --results FILE where the results go (default: bench/RESULTS.md)
  --help         this text`;

const RAM_DISK = '/dev/shm';

/** The options, checked. */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string' },
      steps: { type: 'string', default: STEPS.join(',') },
      disk: { type: 'string', default: existsSync(RAM_DISK) ? RAM_DISK : tmpdir() },
      results: { type: 'string', default: path.join(BENCH, 'RESULTS.md') },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((one) => Number.isInteger(one) && one >= 100 && one <= 1_000_000))
    throw new Error('a size is a number from 100 to 1000000');
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('runs is a number from 1');
  const only = values.only?.split(',') ?? null;
  const unknown = only?.find((id) => TOOLS.every((tool) => tool.id !== id));
  if (unknown !== undefined) throw new Error(`there is no tool "${unknown}"`);
  const wanted = values.steps.split(',');
  const wrong = wanted.find((one) => !STEPS.includes(one));
  if (wrong !== undefined) throw new Error(`there is no step "${wrong}"`);
  // Nothing can be edited that has not been built.
  const steps = STEPS.filter((one) => one === 'cold' || wanted.includes(one));
  return { ...values, sizes, runs, only, steps };
}
