/** The charts of bench/RESULTS.md. One without figures is left out. */
import { barChart, lineChart } from './chart.mjs';
import { runsOf } from './store.mjs';
import { count, figures, medianOf, nameOfRow, rowIn, seconds, sizeIn } from './tables.mjs';

/** The size at which tools are compared: that of the goals, or the largest at which there are some. */
function comparedSize(all) {
  const several = all.filter(
    ({ rows }) => rows.filter((row) => runsOf(row, 'cold') > 0).length > 1,
  );
  return sizeIn(several, 10_000) ?? several.at(-1);
}

const isOurs = ({ tool }) => tool.startsWith('gazeta');
const inSeconds = (value) => `${seconds(value)} s`;
const short = (value) => (value >= 0.1 ? `${Number(value.toPrecision(3))} s` : `${value} s`);

/** The tools' own names with their versions, where a name is not one. */
const named = (row) => {
  if (row.tool.startsWith('hugo')) return `Hugo ${row.version}`;
  return nameOfRow(row);
};

function bars(compared, value) {
  return compared.rows
    .map((row) => ({ name: named(row), isOurs: isOurs(row), ...value(row) }))
    .filter((one) => Number.isFinite(one.value))
    .sort((one, other) => one.value - other.value);
}

const timeOf = (step) => (row) => {
  const found = figures(row, step).seconds;
  return found === null ? {} : { value: found.median, low: found.low, high: found.high };
};

function coldChart(compared) {
  const title = `A cold build of ${count(compared.size)} articles`;
  const note = 'Seconds, whole process; lower is better. "Everything on" is a larger job';
  return { title, note, bars: bars(compared, timeOf('cold')), show: inSeconds };
}

function memoryChart(compared) {
  const title = `Memory for a cold build of ${count(compared.size)} articles`;
  const value = (row) => ({ value: (medianOf(row, 'cold', 'kib') ?? Number.NaN) / 1024 });
  const show = (one) => `${Math.round(one)} MiB`;
  return { title, note: 'MiB at the peak; lower is better', bars: bars(compared, value), show };
}

function changedChart(compared) {
  const title = `Files that change when one article is published, of ${count(compared.size)}`;
  const value = (row) => ({ value: row.steps.publish?.changed ?? Number.NaN });
  const note = 'Files that are new, have other bytes, or are gone; lower is better';
  return { title, note, bars: bars(compared, value), show: count };
}

function publishChart(all) {
  const series = ['gazeta', 'gazeta-baked', 'hugo', 'hugo-debian'].flatMap((id) => {
    const points = all
      .map((one) => [one.size, medianOf(rowIn(one, id), 'publish')])
      .filter(([, value]) => value !== null);
    const last = all.map((one) => rowIn(one, id)).findLast((row) => row !== undefined);
    return points.length === 0 ? [] : [{ name: named(last), points }];
  });
  return {
    title: 'Publishing the newest article, by the size of the archive',
    note: 'Seconds, whole process; both axes are logarithmic; lower is better',
    series,
    showX: count,
    showY: short,
  };
}

/** `[{name, alt, svg}]` */
export function charts(all) {
  const compared = comparedSize(all);
  const made = [];
  const add = (name, chart, draw) => {
    const values = chart.bars ?? chart.series;
    if (values.length > 0) made.push({ name, alt: altOf(chart), svg: draw(chart) });
  };
  if (compared !== undefined) add('cold.svg', coldChart(compared), barChart);
  if (compared !== undefined) add('memory.svg', memoryChart(compared), barChart);
  add('publish.svg', publishChart(all), lineChart);
  if (compared !== undefined) add('changed.svg', changedChart(compared), barChart);
  return made;
}

/** What the chart shows, in words; the figures stand in the tables. */
function altOf({ title, bars: found, series, show }) {
  if (series !== undefined)
    return `${title}: a line each for ${series.map(({ name }) => name).join('; ')}.`;
  return `${title}: ${found.map(({ name, value }) => `${name} ${show(value)}`).join('; ')}.`;
}
