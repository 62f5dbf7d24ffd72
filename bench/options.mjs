/** The command line of the bench. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { STEPS } from './edits.mjs';
import { BENCH } from './tools/install.mjs';
import { OWN_NODE, USUAL_NODES } from './tools/nodes.mjs';
import { TOOLS, toolsWith } from './tools/tools.mjs';

const SIZES = [1000, 10_000, 100_000, 1_000_000];
/** That of package.json's engines. */
const OLDEST_NODE = 20;
const STEP_IDS = STEPS.map(({ id }) => id);

export const HELP = `Usage: npm run bench [-- options]

  --sizes LIST       numbers of articles, with commas, from 100 to 1000000, or "all"
                     (default: 1000,10000; all: ${SIZES.join(', ')})
  --runs N           how often everything is measured (default: 3)
  --only LIST        some tools: ${TOOLS.map(({ id }) => id).join(', ')}
                     (default: all; above 100000 articles gazeta alone); under the
                     further Nodes too, or under one alone: gazeta-node24
  --nodes LIST       further Nodes that Gazeta runs under, by their major numbers, or
                     "none" (default: ${USUAL_NODES.join(', ') || 'none'}); that of this run, ${OWN_NODE}, is the first
  --steps LIST       some of what is done: ${STEP_IDS.join(', ')}; or "all"
  --peer-limit N     seconds that a build of a peer may take (default: 900)
  --merge            measure only what is missing, and report all that was measured
                     on this machine, in whatever run
  --report           measure nothing, and report all that was measured
  --disk DIR         where papers are built (default: a RAM disk, or the folder for
                     temporary files where that has too little room)
  --out FILE         where the results go, with charts/ beside it (default: bench/RESULTS.md)
  --help             this text

Figures are kept as they come, in node_modules/.cache/gazeta-bench/measured.json.
--merge also continues a run that was ended.`;

const RAM_DISK = '/dev/shm';

const listOf = (text, all) => (text === 'all' ? all : text.split(','));

/** The options, checked. */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string' },
      nodes: { type: 'string', default: USUAL_NODES.join(',') || 'none' },
      steps: { type: 'string', default: 'all' },
      'peer-limit': { type: 'string', default: '900' },
      merge: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      disk: { type: 'string' },
      out: { type: 'string', default: path.join(BENCH, 'RESULTS.md') },
      help: { type: 'boolean', short: 'h' },
    },
  });
  // From the smallest, so that a tool that fails with one is not tried with the next.
  const sizes = listOf(values.sizes, SIZES)
    .map(Number)
    .sort((a, b) => a - b);
  if (!sizes.every((one) => Number.isInteger(one) && one >= 100 && one <= 1_000_000))
    throw new Error('a size is a number from 100 to 1000000');
  const only = values.only?.split(',') ?? null;
  const nodes = nodesOf(values.nodes);
  const unknown = only?.find((id) => toolsWith(nodes).every((tool) => tool.id !== id));
  if (unknown !== undefined) throw new Error(`there is no tool "${unknown}"`);
  const wanted = listOf(values.steps, STEP_IDS);
  const wrong = wanted.find((one) => !STEP_IDS.includes(one));
  if (wrong !== undefined) throw new Error(`there is no step "${wrong}"`);
  return {
    help: values.help,
    sizes,
    runs: countOf(values.runs, 'runs'),
    only,
    nodes,
    // Nothing can be edited that has not been built.
    steps: STEP_IDS.filter((one) => one === 'cold' || wanted.includes(one)),
    peerLimit: countOf(values['peer-limit'], 'peer-limit'),
    isMerge: values.merge || values.report,
    isReport: values.report,
    disks: values.disk === undefined ? [RAM_DISK, tmpdir()].filter(existsSync) : [values.disk],
    results: path.resolve(values.out),
  };
}

/** The Nodes beside the own one, each once, from the oldest. */
function nodesOf(text) {
  const nodes = text === 'none' ? [] : text.split(',').map(Number);
  if (!nodes.every((one) => Number.isInteger(one) && one >= OLDEST_NODE))
    throw new Error(`a Node is a number from ${OLDEST_NODE}, like ${USUAL_NODES[0] ?? OWN_NODE}`);
  return [...new Set(nodes)].filter((node) => node !== OWN_NODE).sort((a, b) => a - b);
}

function countOf(text, name) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} is a number from 1`);
  return number;
}
