/** Figures as text, and as tables in Markdown. */
import { summary } from './measure.mjs';
import { toolOfId } from './tools/tools.mjs';

export const seconds = (value) => value.toFixed(value < 10 ? 2 : 1);
export const count = (value) => value.toLocaleString('en');
export const mib = (kib) => `${Math.round(kib / 1024)} MiB`;

/** What stands where something was not measured. */
export const NONE = '–';

/** `1.23 (1.20–1.31)` */
export function spread(found, show) {
  if (found === null) return NONE;
  const { median, low, high } = found;
  return low === high ? show(median) : `${show(median)} (${show(low)}–${show(high)})`;
}

/** The first columns hold words, the others figures. */
export function table(head, rows, words = 1) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, at) => (at < words ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');
}

/** The seconds by the clock and by the processor, and the peak, of a row's step; null for what is not known. */
export function figures(row, step) {
  const runs = row?.steps[step]?.runs ?? [];
  return {
    seconds: summary(runs.map((one) => one.seconds)),
    busy: summary(runs.map((one) => one.busy)),
    kib: summary(runs.map((one) => one.kib)),
  };
}

export const medianOf = (row, step, kind = 'seconds') => figures(row, step)[kind]?.median ?? null;

export const toolOf = ({ tool }) => toolOfId(tool);

/** The name for tables. */
export const nameOfRow = (row) => toolOf(row).name;

/** One divided by the other, null where one of them is not known. */
export const ratio = (one, other) => (one === null || other === null ? null : one / other);

export const rowIn = (measured, id) => measured?.rows.find(({ tool }) => tool === id);

/** The size with this many articles. */
export const sizeIn = (all, size) => all.find((one) => one.size === size);
