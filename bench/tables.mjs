/** Figures as text, and as tables in Markdown. */
import { summary } from './measure.mjs';

export const seconds = (value) => value.toFixed(value < 10 ? 2 : 1);
export const count = (value) => value.toLocaleString('en');
export const mib = (kib) => `${Math.round(kib / 1024)} MiB`;

/** `1.23 (1.20-1.31)` */
export function spread(found, show) {
  if (found === null) return '?';
  const { median, low, high } = found;
  return low === high ? show(median) : `${show(median)} (${show(low)}–${show(high)})`;
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');
}

/** The seconds by the clock and by the processor, and the peak, of a row's step; null for what is not known. */
export function figures({ results }, at) {
  const runs = results[at]?.runs ?? [];
  return {
    seconds: summary(runs.map((one) => one.seconds)),
    busy: summary(runs.map((one) => one.busy)),
    kib: summary(runs.map((one) => one.kib)),
  };
}
