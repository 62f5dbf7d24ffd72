/** What we mean to reach, and whether we do. */
import { growth } from './growth.mjs';
import { summary } from './measure.mjs';
import { count, medianOf, mib, ratio, rowIn, sizeIn, table, toolOf } from './tables.mjs';
import { OWN_NODE } from './tools/nodes.mjs';
import { orderOf } from './tools/tools.mjs';

const parts = (value) => value.toFixed(2);
const seconds = (value) => `${value.toFixed(2)} s`;
const kb = (value) => `${value.toFixed(1)} KB`;
const GIB_IN_KIB = 1_048_576;
const LARGE = [1000, 10_000, 100_000, 1_000_000];

/** How to ask for a figure; null for all that was not measured. `id` is the Gazeta that is meant, `full` all that it can make under the same Node. */
function asked(all, id) {
  const full = id.replace('gazeta', 'gazeta-full');
  const row = (size, tool = id) => rowIn(sizeIn(all, size), tool);
  const of = (size, step, kind, tool) => medianOf(row(size, tool), step, kind);
  const to = (size, tool, kind) => ratio(of(size, 'cold', kind), of(size, 'cold', kind, tool));
  const copy = (size) =>
    summary((row(size, 'gazeta')?.limits?.copy ?? []).map((one) => one.seconds));
  const counted = (size, step, what) => row(size)?.steps[step]?.[what] ?? null;
  const grown = (from, size) => {
    const [one, other] = [from, size].map((many) => sizeIn(all, many));
    const isThere = one !== undefined && other !== undefined;
    return isThere ? growth(one, other, id) : { time: null, peak: null, heap: null };
  };
  return { row, of, to, copy, counted, grown, full };
}

/** How many files publishing changes, at all sizes: the least and the most; null where none was counted. */
function changedBySize({ counted }) {
  const found = LARGE.map((size) => counted(size, 'publish', 'changed')).filter(
    (one) => one !== null,
  );
  return found.length === 0
    ? null
    : { least: Math.min(...found), most: Math.max(...found), many: found.length };
}

/** How many times as long publishing takes with ten times as many articles. */
const publishGrowth = ({ of }) => ratio(of(1_000_000, 'publish'), of(100_000, 'publish'));

/** However long it takes; for ever if it has failed. */
const publishOfMillion = ({ of, row }) =>
  of(1_000_000, 'publish') ?? (row(1_000_000)?.failure ? Number.POSITIVE_INFINITY : null);

/** `[what, at most or null for no limit, goal or null, how to ask, how figures are shown]`, by group. */
const GOALS = [
  [
    'cold, 10,000, the bench job',
    [
      ["of Hugo 0.111.3's time", 0.6, 0.5, ({ to }) => to(10_000, 'hugo-debian'), parts],
      ["of Hugo 0.111.3's memory", 0.4, null, ({ to }) => to(10_000, 'hugo-debian', 'kib'), parts],
      ["of the newest Hugo's time", 1, null, ({ to }) => to(10_000, 'hugo'), parts],
      ["of Zola's time", 1, null, ({ to }) => to(10_000, 'zola'), parts],
    ],
  ],
  [
    'cold, 1,000',
    [
      ["of Hugo 0.111.3's time", 1, null, ({ to }) => to(1000, 'hugo-debian'), parts],
      ["of the newest Hugo's time", 1, null, ({ to }) => to(1000, 'hugo'), parts],
    ],
  ],
  [
    'cold, 100,000',
    [
      ["of Hugo 0.111.3's time", 0.3, null, ({ to }) => to(100_000, 'hugo-debian'), parts],
      ["of the newest Hugo's time", 0.3, null, ({ to }) => to(100_000, 'hugo'), parts],
      ['peak memory', GIB_IN_KIB, null, ({ of }) => of(100_000, 'cold', 'kib'), mib],
    ],
  ],
  [
    'cold against the limit, 10,000',
    [
      [
        'of copying the output',
        3,
        null,
        ({ of, copy }) => ratio(of(10_000, 'cold'), copy(10_000)?.median ?? null),
        parts,
      ],
    ],
  ],
  [
    'cost growth, 10,000 to 100,000',
    [
      ['time of an article, times', 1.2, null, ({ grown }) => grown(10_000, 100_000).time, parts],
      ['peak memory, an article more', 6, null, ({ grown }) => grown(10_000, 100_000).peak, kb],
      ["of it on V8's heap", 1.5, null, ({ grown }) => grown(10_000, 100_000).heap, kb],
    ],
  ],
  [
    'one newest article published',
    [
      ['10,000', 0.35, null, ({ of }) => of(10_000, 'publish'), seconds],
      ['100,000', 1.5, 1, ({ of }) => of(100_000, 'publish'), seconds],
      ['1,000,000: completes', null, null, publishOfMillion, seconds],
      ['1,000,000, times 100,000', 10, null, publishGrowth, parts],
      ['files changed, any size', 40, null, (asks) => changedBySize(asks)?.most ?? null, count],
      [
        'more files at one size than at another',
        0,
        null,
        (asks) => {
          const found = changedBySize(asks);
          return found === null || found.many < 2 ? null : found.most - found.least;
        },
        count,
      ],
    ],
  ],
  [
    'nothing changed',
    [
      ['10,000', 0.25, null, ({ of }) => of(10_000, 'nothing'), seconds],
      [
        '10,000: files written',
        0,
        null,
        (asks) => asks.counted(10_000, 'nothing', 'written'),
        count,
      ],
      ['100,000', 0.7, null, ({ of }) => of(100_000, 'nothing'), seconds],
      [
        '100,000: files written',
        0,
        null,
        (asks) => asks.counted(100_000, 'nothing', 'written'),
        count,
      ],
    ],
  ],
  [
    'all surfaces on, the default theme, 10,000',
    [
      [
        'of the bench job',
        1.5,
        null,
        ({ of, full }) => ratio(of(10_000, 'cold', 'seconds', full), of(10_000, 'cold')),
        parts,
      ],
      [
        "of Hugo 0.111.3's bench job",
        1,
        null,
        ({ of, full }) =>
          ratio(of(10_000, 'cold', 'seconds', full), of(10_000, 'cold', 'seconds', 'hugo-debian')),
        parts,
      ],
      [
        "of the newest Hugo's bench job",
        1,
        null,
        ({ of, full }) =>
          ratio(of(10_000, 'cold', 'seconds', full), of(10_000, 'cold', 'seconds', 'hugo')),
        parts,
      ],
    ],
  ],
];

/** Seconds that Hugo 0.111.3 takes for 10,000 articles on the machine for which limits in seconds were set. */
const SET_FOR = 4.4;

/** How many times as long this machine takes for the same; null if that was not measured. */
function slowness(all) {
  return ratio(medianOf(rowIn(sizeIn(all, 10_000), 'hugo-debian'), 'cold'), SET_FOR);
}

/** `here` is the limit on this machine. */
function verdict(figure, limit, goal, here) {
  if (figure === null) return 'not measured';
  if (figure > (limit ?? Number.MAX_VALUE)) return figure <= here ? 'met here' : '**not met**';
  if (goal === null) return 'met';
  return figure <= goal ? 'met, and the goal too' : 'met, the goal not';
}

/** The Gazetas that were measured, one for each Node: that of the bench is the first. */
function gazetas(all) {
  const rows = all.flatMap(({ rows }) => rows);
  const tools = new Map(rows.map((row) => [row.tool, toolOf(row)]));
  return [...tools.values()]
    .filter(({ id, base }) => (base?.id ?? id) === 'gazeta')
    .sort((a, b) => orderOf(a) - orderOf(b));
}

/** Under each Node the figure, and whether it is reached. */
export function goalsText(all) {
  const tools = gazetas(all);
  const shown = (figure, show) => (Number.isFinite(figure) ? show(figure) : '');
  const asks = tools.map(({ id }) => asked(all, id));
  const slow = slowness(all);
  const rows = GOALS.flatMap(([group, goals]) =>
    goals.map(([what, limit, goal, ask, show], at) => {
      const here = limit !== null && show === seconds && slow !== null ? limit * slow : limit;
      const more = [
        ...(goal === null ? [] : [`goal ${show(goal)}`]),
        ...(here === limit ? [] : [`here ${show(here)}`]),
      ];
      return [
        at === 0 ? group : '',
        what,
        limit === null ? '' : `${show(limit)}${more.length === 0 ? '' : ` (${more.join(', ')})`}`,
        ...asks.flatMap((one) => {
          const figure = ask(one);
          return [shown(figure, show), verdict(figure, limit, goal, here)];
        }),
      ];
    }),
  );
  const heads = tools.flatMap(({ node = OWN_NODE }) => [`Node ${node}`, '']);
  return `## What we mean to reach

${table(['', '', 'at most', ...heads], rows, 2)}
${slow === null ? '' : scaleText(slow)}${placesText(all)}`;
}

/** Where the papers of the largest sizes lay, if not in one place: then their ratio is also that of two disks. */
function placesText(all) {
  const [large, huge] = [100_000, 1_000_000].map((size) => sizeIn(all, size)?.place);
  if (large === undefined || huge === undefined || large === huge) return '';
  return `
A million articles were published on ${huge}, and 100,000 on ${large}: how many times as long that took says something of both.
`;
}

function scaleText(slow) {
  return `
Limits in seconds were set for a machine on which Hugo 0.111.3 builds the 10,000 articles in ${SET_FOR} s. This one takes ${seconds(slow * SET_FOR)}
for that: "here" is the limit times ${parts(slow)}.
`;
}
