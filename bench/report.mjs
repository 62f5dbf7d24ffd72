/** bench/RESULTS.md: what was measured, as tables, with ratios and what we mean to reach. */
import { nameOf, STEPS } from './edits.mjs';
import { goalsText } from './goals.mjs';
import { growthText } from './growth.mjs';
import { MACHINE } from './machine.mjs';
import { summary } from './measure.mjs';
import { sameJob } from './same-job.mjs';
import { PEERS_UP_TO } from './sizes.mjs';
import { daysOf, runsOf } from './store.mjs';
import {
  count,
  figures,
  medianOf,
  mib,
  NONE,
  nameOfRow,
  ratio,
  rowIn,
  seconds,
  spread,
  table,
  toolOf,
} from './tables.mjs';

/** The steps that anyone has taken at a size. */
const stepsOf = ({ rows }) =>
  STEPS.map(({ id }) => id).filter((id) => rows.some((row) => runsOf(row, id) > 0));

/** Those who have something to show. */
const built = ({ rows }) => rows.filter((row) => runsOf(row, 'cold') > 0);

function timesTable(measured) {
  const steps = stepsOf(measured);
  return table(
    ['seconds', ...steps.map(nameOf)],
    built(measured).map((row) => [
      nameOfRow(row),
      ...steps.map((step) => spread(figures(row, step).seconds, seconds)),
    ]),
  );
}

/** Each tool as parts of one Hugo and the other: below 1 it takes less. */
function ratiosTable(measured) {
  const rows = built(measured);
  const hugos = rows.filter(({ tool }) => tool.startsWith('hugo'));
  if (hugos.length === 0) return 'Without Hugo there are no ratios.';
  const columns = hugos.flatMap((other) => [
    { other, step: 'cold', kind: 'seconds', head: `cold / Hugo ${other.version}` },
    { other, step: 'cold', kind: 'busy', head: 'processor' },
    { other, step: 'cold', kind: 'kib', head: 'peak' },
    { other, step: 'publish', kind: 'seconds', head: 'publish' },
  ]);
  return table(
    ['', ...columns.map(({ head }) => head)],
    rows.map((row) => [
      nameOfRow(row),
      ...columns.map(({ other, step, kind }) => {
        const part = ratio(medianOf(row, step, kind), medianOf(other, step, kind));
        return part === null ? NONE : part.toFixed(2);
      }),
    ]),
  );
}

/** Memory at the peak of each step, and the processor's time of a cold build. */
function usedTable(measured) {
  const steps = stepsOf(measured);
  return table(
    ['peak memory', ...steps.map(nameOf), "processor's seconds, cold"],
    built(measured).map((row) => [
      nameOfRow(row),
      ...steps.map((step) => {
        const kib = medianOf(row, step, 'kib');
        return kib === null ? NONE : mib(kib);
      }),
      spread(figures(row, 'cold').busy, seconds),
    ]),
  );
}

function madeTable(measured) {
  const edits = stepsOf(measured).slice(1);
  return table(
    ['', 'articles', 'other pages', 'XML and JSON', 'others', 'MB', ...edits.map(nameOf)],
    built(measured).map((row) => [
      nameOfRow(row),
      ...[row.made.articles, row.made.lists, row.made.feeds, row.made.others].map(count),
      (row.made.bytes / 1e6).toFixed(1),
      ...edits.map((step) => {
        const changed = row.steps[step]?.changed ?? null;
        return changed === null ? NONE : count(changed);
      }),
    ]),
  );
}

/** What became of the output while nothing had changed: by inode, times and size of each file, not by its bytes. */
function nothingText(measured) {
  const rows = built(measured).filter((row) => Number.isInteger(row.steps.nothing?.written));
  if (rows.length === 0) return '';
  const written = rows.map((row) => {
    const { written: many } = row.steps.nothing;
    return `${nameOfRow(row)} ${many === 0 ? '**none**' : count(many)}`;
  });
  return `Files written below the output although nothing had changed (another inode, time or size, whatever the bytes): ${written.join('; ')}.\n`;
}

function limitsText(measured) {
  const row = rowIn(measured, 'gazeta');
  if (!row?.limits) return '';
  const of = (runs) => spread(summary(runs.map((one) => one.seconds)), seconds);
  const { articles, lists, feeds, others } = row.made;
  const copied = `Copying the output of Gazeta, ${count(articles + lists + feeds + others)} files, with \`cp -r\`: `;
  const { copy, look } = row.limits;
  const copying = copy.length === 0 ? 'not measured, there was no room for it.' : `${of(copy)} s.`;
  return `${copied}${copying} A Node that starts and looks at (lstat) all ${count(measured.size)} articles: ${of(look)} s.\n`;
}

/** Who is missing at a size, or stopped in the middle. */
function withoutText({ size, rows }) {
  if (size > PEERS_UP_TO && rows.every(({ tool }) => tool.startsWith('gazeta')))
    return 'The peers were not tried with so many.';
  return rows
    .filter(({ failure }) => failure !== null)
    .map((row) => {
      const { kind, step, limit, size } = row.failure;
      const without =
        runsOf(row, 'cold') > 0 ? `${nameOfRow(row)} stopped` : `Without ${nameOfRow(row)}`;
      if (kind === 'smaller') return `${without}: it failed with ${count(size)} articles already.`;
      const where = step === 'cold' ? 'a cold build' : `the build after "${nameOf(step)}"`;
      if (kind === 'limit') return `${without}: ${where} was not done after ${limit} s.`;
      return `${without}: ${where} ended with an error.`;
    })
    .join(' ');
}

function runsText({ rows, place }) {
  const many = rows.map((row) => runsOf(row, 'cold')).filter((runs) => runs > 0);
  const [least, most] = [Math.min(...many), Math.max(...many)];
  if (many.length === 0) return '';
  const runs =
    most === 1 ? 'One run' : `${least === most ? most : `${least} to ${most}`} runs of each`;
  return `${runs}, on ${place}.`;
}

function sizeText(measured) {
  const { size, bytes } = measured;
  const each = Number.isInteger(bytes) ? ` of ${count(Math.round(bytes / size))} bytes` : '';
  const head = `## ${count(size)} articles${each}\n\n${[runsText(measured), sameJob(measured), withoutText(measured)].filter((one) => one !== '').join(' ')}\n`;
  if (built(measured).length === 0) return head;
  return `${head}
${timesTable(measured)}

${usedTable(measured)}

${ratiosTable(measured)}

${limitsText(measured)}
What each makes, and how many files each edit changes (new, other bytes, or gone):

${madeTable(measured)}

${nothingText(measured)}`;
}

/** Which rows are of which day. */
function daysText(all) {
  const lines = new Map();
  for (const { size, rows } of all)
    for (const row of rows) {
      if (daysOf(row).length === 0) continue;
      const { version, code } = row;
      const what = code === '' ? version : `${version}, code ${code}`;
      const key = [nameOfRow(row), what, daysOf(row).join(', ')].join('|');
      lines.set(key, [...(lines.get(key) ?? []), count(size)]);
    }
  const rows = [...lines].map(([key, sizes]) => {
    const [name, version, days] = key.split('|');
    return [name, version, sizes.join('; '), days];
  });
  return `## When it was measured

All on one machine: ${MACHINE}.

${table(['', 'version', 'articles', 'day'], rows)}
`;
}

/** Tools that are not told the time. */
const clockText = (all) => {
  const rows = new Map(all.flatMap(({ rows }) => rows.map((row) => [row.tool, row])));
  const without = [...rows.values()].filter((row) => !toolOf(row).hasClock).map(nameOfRow);
  const those =
    without.length === 0
      ? ''
      : ` The others (${without.join('; ')}) show whatever is there: for them the file is put there at that moment.`;
  return `Gazeta and Hugo are told the time (\`--now\`, \`--clock\`), and have the article with the embargo from the start.${those}`;
};

/** Which Node is which. */
function nodesText(rows) {
  const own = process.versions.node;
  const others = rows.flatMap((row) => {
    const { node } = toolOf(row);
    return node === undefined ? [] : [[`Node ${node}`, row.version.split('Node ')[1]]];
  });
  const first = `Node ${own} runs the bench, and all tools that are written in JavaScript`;
  if (others.length === 0) return `${first}.`;
  const named = [...new Map(others)].map(([name, version]) => `"${name}" is ${version}`);
  return `${first} but for those that are named after another: ${named.join(', ')}.`;
}

const stepsText = () => STEPS.map(({ name, about }) => `- **${name}**: ${about}`).join('\n');

/** The whole text. */
export function report({ measured, missing, charts }) {
  const newest = new Map(measured.flatMap(({ rows }) => rows.map((row) => [row.tool, row])));
  const versions = [
    ...new Set(
      [...newest.values()].map(
        (row) => `${nameOfRow(row).split(',')[0]} ${row.version.split(',')[0]}`,
      ),
    ),
  ];
  const without = missing.map(({ name, reason }) => `Without ${name}: ${reason}.`).join(' ');
  return `# Gazeta and its peers

Written by \`npm run bench\`: ${versions.join(', ')}; on ${MACHINE}. ${without}

${charts.map(({ name, alt }) => `![${alt}](charts/${name})`).join('\n\n')}

The same articles and the same pages: each article with the ten newest beside its text (Gazeta: the ten before it, and a
script of 1.5 KB that puts the newest there; "rail baked": the newest, in each page as the others have it), home with thirty,
fronts of eight sections with thirty and the ten newest, a page with the newest thirty for each author and tag, RSS of the
paper and of each section, a sitemap. No archives: they are too unlike. "Gazeta, everything on" is another job: all that it
makes by default, with the default theme.

Medians, and in brackets from the least to the most; the tools take turns. Each figure is a whole process, from its start to
its end; the processor's seconds are those of all its cores together, and suffer least from what else the machine does; the peak
is that of the largest process of those that it starts. Each tool has its own limits of memory, as it comes. The steps follow one
another, each upon what the last has left:

${stepsText()}

${clockText(measured)}

${nodesText([...newest.values()])}

${goalsText(measured)}
${measured.map(sizeText).join('\n')}
${growthText(measured)}
${daysText(measured)}`;
}
