/** What an article more costs: from one size to the next. */
import { count, figures, medianOf, mib, NONE, nameOfRow, ratio, rowIn, table } from './tables.mjs';

const KIB = 1024;
const MIB = 2 ** 20;

/**
 * Of a tool, from the smaller of two sizes to the larger: how many times as long an article takes, and how many KB
 * of memory each article more needs, at the peak and, where it is known, of it on V8's heap.
 */
export function growth(smaller, larger, id) {
  const [from, to] = [smaller, larger].map((one) => rowIn(one, id));
  const more = larger.size - smaller.size;
  const each = (row, { size }) => ratio(medianOf(row, 'cold'), size);
  const peaks = [from, to].map((row) => medianOf(row, 'cold', 'kib'));
  const heaps = [from, to].map((row) => row?.heap?.used ?? null);
  const rise = ([low, high], unit) =>
    low === null || high === null ? null : ((high - low) * unit) / more / KIB;
  return {
    time: ratio(each(to, larger), each(from, smaller)),
    peak: rise(peaks, KIB),
    heap: rise(heaps, 1),
  };
}

const shown = (value, digits) => (value === null ? NONE : value.toFixed(digits));

export function growthText(all) {
  const ids = [...new Set(all.flatMap(({ rows }) => rows.map(({ tool }) => tool)))];
  const rows = ids.flatMap((id) => {
    const sizes = all.filter((one) => medianOf(rowIn(one, id), 'cold') !== null);
    return sizes.map((one, at) => {
      const row = rowIn(one, id);
      const { seconds, kib } = figures(row, 'cold');
      const { time, peak } = at === 0 ? { time: null, peak: null } : growth(sizes[at - 1], one, id);
      return [
        at === 0 ? nameOfRow(row) : '',
        count(one.size),
        shown((seconds.median / one.size) * 1000, 2),
        shown(time, 2),
        kib === null ? NONE : mib(kib.median),
        kib === null ? NONE : shown(kib.median / one.size, 1),
        shown(peak, 1),
      ];
    });
  });
  return `## What an article more costs

Cold builds: the milliseconds for each article, how many times those of the size before; the peak of memory, that divided by
the articles, and how much each article more than at the size before has added to it.

${table(['', 'articles', 'ms / article', 'times', 'peak', 'KB / article', 'KB / article more'], rows)}
${heapText(all)}`;
}

function heapText(all) {
  const found = all.flatMap(({ rows }) => rows.filter(({ heap }) => heap));
  if (found.length === 0) return '';
  const inMib = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;
  const ids = [...new Set(found.map(({ tool }) => tool))];
  const rows = ids.flatMap((id) => {
    const sizes = all.filter((one) => rowIn(one, id)?.heap);
    return sizes.map((one, at) => {
      const row = rowIn(one, id);
      const rise = at === 0 ? null : growth(sizes[at - 1], one, id).heap;
      return [
        at === 0 ? nameOfRow(row) : '',
        ...[count(one.size), inMib(row.heap.used), inMib(row.heap.live), shown(rise, 2)],
      ];
    });
  });
  const many = Math.max(...found.map(({ heap }) => heap.processes));
  const processes =
    many > 1
      ? ` Gazeta has ${many} processes; these are of all of them, while the peak above is that of the largest.`
      : '';
  return `
Of it on V8's heap, for Gazeta: what its garbage collector tells in a cold build of its own (\`--trace-gc\`, all threads
together): the most in use when a collection began, garbage included; the most left by one of the whole heap.${processes}

${table(['', 'articles', 'in use', 'left', 'KB / article more, in use'], rows)}
`;
}
