/**
 * Charts as SVG, from numbers alone: the same numbers give the same bytes. Colours follow what the reader prefers,
 * also in a picture; nothing is told by colour alone.
 */

const WIDTH = 720;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** Seven to one and more for words, three to one and more for shapes. */
const LIGHT = {
  ...{ text: '#24292f', note: '#57606a', line: '#d0d7de', bar: '#818b98', ours: '#0a7d55' },
  ...{ paper: '#ffffff', series: ['#0a7d55', '#2f6fdb', '#b3541e', '#8250df'] },
};
const DARK = {
  ...{ text: '#e6edf3', note: '#9ea7b3', line: '#3d444d', bar: '#6e7681', ours: '#3fb984' },
  ...{ paper: '#0d1117', series: ['#3fb984', '#6ea8fe', '#f0975a', '#bc8cff'] },
};

/** Without custom properties, which some programs that draw SVG do not know. */
const colours = ({ text, note, line, bar, ours, paper, series }) =>
  [
    `text { fill: ${text}; }`,
    `.note { fill: ${note}; }`,
    `.line { stroke: ${line}; }`,
    `.bar { fill: ${bar}; }`,
    `.ours { fill: ${ours}; }`,
    `.reach { stroke: ${text}; }`,
    `.paper { fill: ${paper}; }`,
    ...series.map((one, at) => `.path${at} { stroke: ${one}; } .mark${at} { fill: ${one}; }`),
  ].join('\n');

const STYLE = `
text { font: 13px ${FONT}; }
.title { font-size: 15px; font-weight: 600; }
.note { font-size: 12px; }
${colours(LIGHT)}
@media (prefers-color-scheme: dark) {
${colours(DARK)}
}`;

const escaped = (text) => String(text).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Numbers with one digit at most, so that no rounding of a platform shows. */
const at = (value) => String(Math.round(value * 10) / 10);

const text = (x, y, words, { anchor = 'start', kind = null } = {}) =>
  `<text x="${at(x)}" y="${at(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${kind === null ? '' : ` class="${kind}"`}>${escaped(words)}</text>`;

const line = (x1, y1, x2, y2, kind) =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" class="${kind}"/>`;

function svg({ title, about, height, parts }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${at(height)}" width="${WIDTH}" height="${at(height)}" role="img" aria-labelledby="title about">
<title id="title">${escaped(title)}</title>
<desc id="about">${escaped(about)}</desc>
<style>${STYLE}
</style>
<rect width="100%" height="100%" class="paper"/>
${parts.join('\n')}
</svg>
`;
}

/** Bars from left to right: `{title, note, bars: [{name, value, low, high, isOurs}], show}`. */
export function barChart({ title, note, bars, show }) {
  const [left, right, top, step, thick] = [170, 150, 58, 30, 18];
  const most = Math.max(...bars.map(({ value, high }) => high ?? value), Number.MIN_VALUE);
  const x = (value) => left + ((WIDTH - left - right) * value) / most;
  const height = top + bars.length * step + 10;
  const parts = [text(16, 24, title, { kind: 'title' }), text(16, 44, note, { kind: 'note' })];
  for (const [row, { name, value, low, high, isOurs }] of bars.entries()) {
    const y = top + row * step;
    const middle = y + thick / 2;
    const width = Math.max(1, x(value) - left);
    parts.push(
      text(left - 10, middle + 4.5, name, { anchor: 'end' }),
      `<rect x="${left}" y="${y}" width="${at(width)}" height="${thick}" rx="2" class="${isOurs ? 'ours' : 'bar'}"/>`,
    );
    const hasRange = low !== high && high !== undefined;
    if (hasRange) parts.push(line(x(low), middle, x(high), middle, 'reach'));
    const end = hasRange ? Math.max(x(high), left + width) : left + width;
    parts.push(text(end + 8, middle + 4.5, show(value)));
  }
  parts.push(line(left, top - 6, left, height - 10, 'line'));
  const about = `${note}. ${bars.map(({ name, value }) => `${name}: ${show(value)}`).join('; ')}.`;
  return svg({ title, about, height, parts });
}

const DASHES = ['', '', '6 4', '2 3'];

/** A mark for each series, so that they differ without colours too. */
const MARKS = [
  (x, y, kind) => `<circle cx="${at(x)}" cy="${at(y)}" r="4.5" ${kind}/>`,
  (x, y, kind) => `<rect x="${at(x - 4)}" y="${at(y - 4)}" width="8" height="8" ${kind}/>`,
  (x, y, kind) => `<path d="M${at(x)} ${at(y - 5)}l5 9h-10z" ${kind}/>`,
  (x, y, kind) => `<path d="M${at(x)} ${at(y - 5)}l5 5l-5 5l-5 -5z" ${kind}/>`,
];

/** Powers of ten around some values. */
function decades(values) {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: to - from + 1 }, (_, power) => from + power);
}

/** Lines where both axes are logarithmic: `{title, note, series: [{name, points: [[x, y]]}], showX, showY}`. */
export function lineChart({ title, note, series, showX, showY }) {
  const [left, right, top, tall] = [64, 24, 96, 240];
  const all = series.flatMap(({ points }) => points);
  const xs = [...new Set(all.map(([value]) => value))].sort((one, other) => one - other);
  const rows = decades(all.map(([, value]) => value));
  const [first, last] = [Math.log10(xs[0]), Math.log10(xs.at(-1))];
  const inner = WIDTH - left - right - 40;
  const x = (value) =>
    left +
    20 +
    (last === first ? inner / 2 : (inner * (Math.log10(value) - first)) / (last - first));
  const y = (value) =>
    top + tall - (tall * (Math.log10(value) - rows[0])) / (rows.at(-1) - rows[0]);
  const height = top + tall + 36;
  const parts = [text(16, 24, title, { kind: 'title' }), text(16, 44, note, { kind: 'note' })];
  for (const power of rows) {
    const level = y(10 ** power);
    parts.push(line(left, level, WIDTH - right, level, 'line'));
    parts.push(text(left - 8, level + 4.5, showY(10 ** power), { anchor: 'end', kind: 'note' }));
  }
  for (const value of xs)
    parts.push(text(x(value), top + tall + 22, showX(value), { anchor: 'middle', kind: 'note' }));
  for (const [index, { name, points }] of series.entries()) {
    const dash = DASHES[index] === '' ? '' : ` stroke-dasharray="${DASHES[index]}"`;
    const path = points.map(([px, py]) => `${at(x(px))} ${at(y(py))}`).join('L');
    const legend = 22 + index * ((WIDTH - 32) / series.length);
    const mark = (mx, my) => MARKS[index](mx, my, `class="mark${index}"`);
    parts.push(
      `<path d="M${path}" fill="none" stroke-width="2" class="path${index}"${dash}/>`,
      ...points.map(([px, py]) => mark(x(px), y(py))),
      mark(legend, 68),
      text(legend + 12, 72.5, name),
    );
  }
  const told = series.map(
    ({ name, points }) =>
      `${name}: ${points.map(([px, py]) => `${showX(px)} ${showY(py)}`).join(', ')}`,
  );
  return svg({ title, about: `${note}. ${told.join('; ')}.`, height, parts });
}
