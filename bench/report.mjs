/** bench/RESULTS.md: what was measured, as tables, with ratios and what we mean to reach. */
import { availableParallelism } from 'node:os';
import { goalsTable } from './goals.mjs';
import { summary } from './measure.mjs';
import { count, figures, mib, seconds, spread, table } from './tables.mjs';

const STEP_NAMES = {
  cold: 'cold',
  nothing: 'nothing changed',
  body: 'a body',
  headline: 'a headline',
  publish: 'publish the newest',
  template: 'a template',
};

function timesTable({ rows }, steps) {
  return table(
    ['seconds', ...steps.map((step) => STEP_NAMES[step])],
    rows.map((row) => [
      row.tool.name,
      ...steps.map((_, at) => spread(figures(row, at).seconds, seconds)),
    ]),
  );
}

/** Each tool as parts of one Hugo and the other: below 1 it takes less. */
function ratiosTable({ rows }, steps) {
  const hugos = rows.filter(({ tool }) => tool.id.startsWith('hugo'));
  const publish = steps.indexOf('publish');
  const part = (mine, theirs) =>
    mine === null || theirs === null ? '?' : (mine.median / theirs.median).toFixed(2);
  const head = hugos.flatMap(({ tool }) => {
    const name = `Hugo ${tool.found.version}`;
    return [`cold / ${name}`, 'processor', 'peak', 'publish'];
  });
  const cells = (row) =>
    hugos.flatMap((other) => [
      part(figures(row, 0).seconds, figures(other, 0).seconds),
      part(figures(row, 0).busy, figures(other, 0).busy),
      part(figures(row, 0).kib, figures(other, 0).kib),
      part(figures(row, publish).seconds, figures(other, publish).seconds),
    ]);
  if (hugos.length === 0) return 'Without Hugo there are no ratios.';
  return table(
    ['', ...head],
    rows.map((row) => [row.tool.name, ...cells(row)]),
  );
}

/** Memory at the peak of each step, and the processor's time of a cold build. */
function usedTable({ rows }, steps) {
  return table(
    ['peak memory', ...steps.map((step) => STEP_NAMES[step]), "processor's seconds, cold"],
    rows.map((row) => [
      row.tool.name,
      ...steps.map((_, at) => {
        const { kib } = figures(row, at);
        return kib === null ? '?' : mib(kib.median);
      }),
      spread(figures(row, 0).busy, seconds),
    ]),
  );
}

function madeTable({ rows }, steps) {
  const edits = steps.slice(1);
  return table(
    [
      ...['', 'articles', 'other pages', 'XML and JSON', 'others', 'MB'],
      ...edits.map((step) => `changed: ${STEP_NAMES[step]}`),
    ],
    rows.map(({ tool, made, results }) => [
      tool.name,
      ...[made.articles, made.lists, made.feeds, made.others].map(count),
      (made.bytes / 1e6).toFixed(1),
      ...edits.map((_, at) => count(results[at + 1].changed)),
    ]),
  );
}

function limitsText({ limits, limitsOf, size, rows }) {
  const of = (runs) => spread(summary(runs.map((one) => one.seconds)), seconds);
  const files = rows[0].made;
  const many = files.articles + files.lists + files.feeds + files.others;
  return `Copying the output of ${limitsOf.name}, ${count(many)} files, with \`cp -r\`: ${of(limits.copy)} s. A Node that starts and looks at (lstat) all ${count(size)} articles: ${of(limits.look)} s.`;
}

function sizeText(measured, steps) {
  const { size, bytes, failed } = measured;
  const without =
    failed.length === 0 ? '' : `\nWithout ${failed.join(', ')}: a build ended with an error.\n`;
  return `## ${count(size)} articles of ${count(Math.round(bytes / size))} bytes
${without}
${timesTable(measured, steps)}

${usedTable(measured, steps)}

${ratiosTable(measured, steps)}

${limitsText(measured)}

What each makes, and how many files each edit changes (new, other bytes, or gone):

${madeTable(measured, steps)}
`;
}

/** The whole text. */
export function report({ measured, missing, runs, isRam, steps }) {
  const { rows } = measured[0];
  const versions = [
    ...new Set(rows.map(({ tool }) => `${tool.name.split(',')[0]} ${tool.found.version}`)),
  ];
  const without = missing.map(({ name, reason }) => `Without ${name}: ${reason}.`).join(' ');
  return `# Gazeta and its peers

Written by \`npm run bench\`: ${versions.join(', ')}; Node ${process.versions.node}, ${availableParallelism()} cores, on ${isRam ? 'a RAM disk' : 'a disk'}. ${without}

The same articles and the same pages: each article with the ten newest beside its text (Gazeta: the ten before it, and a
script of 1.5 KB that puts the newest there; \`baked\`: the newest, as the others), home with thirty, fronts of
eight sections with thirty and the ten newest, a page with the newest thirty for each author and tag, RSS of the paper
and of each section, a sitemap. No archives: they are too unlike. "Gazeta, everything on" is another job: all that it
makes, with the default theme.

${runs === 1 ? 'One run' : `Medians of ${runs} runs, and in brackets from the least to the most`}; the tools take turns. Each figure is a whole process,
from its start to its end; the processor's seconds are those of all its cores together, and suffer least from what else the
machine does; the peak is that of the largest process of those that it starts. A cold build has
neither output nor caches; the others follow it one after another, each upon the last: nothing, one more paragraph in
an old article, another headline of it, a new article of the newest day, and an attribute in the template of articles.

${measured.map((one) => sizeText(one, steps)).join('\n')}
${goalsTable(measured, steps)}`;
}
