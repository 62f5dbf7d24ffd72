/** Numbers in the place of comparisons: they must give the order, and the rows, that comparing gives. */
import { expect, test } from 'vitest';
import type { Article } from '../src/news/article.ts';
import { earlierRows } from '../src/news/earlier-rows.ts';
import { newestFirst } from '../src/news/order.ts';

/** The same numbers at each run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

function inOrder(instants: readonly number[]): readonly string[] {
  const articles = instants.map((published, row) => ({
    row,
    published,
    address: `/${row % 7}-${row}/`,
  }));
  const published = new Float64Array(instants);
  return newestFirst(articles as unknown as Article[], { published }).map(({ address }) => address);
}

function compared(instants: readonly number[]): readonly string[] {
  return instants
    .map((published, row) => ({ published, address: `/${row % 7}-${row}/` }))
    .sort((a, b) => b.published - a.published || (a.address < b.address ? -1 : 1))
    .map(({ address }) => address);
}

test('articles of one second stand by their milliseconds, and those of one instant by their addresses', () => {
  const roll = dice(7);
  for (let run = 0; run < 200; run++) {
    const start = Date.UTC(1990 + roll(60), 0) + roll(1000);
    const instants = Array.from({ length: roll(40) }, () => start + roll(8) * 400 + roll(3));
    expect(inOrder(instants)).toEqual(compared(instants));
  }
});

test('times as far apart as dates can be are in order, too', () => {
  const far = [8.64e15, -8.64e15, 0, 1, -1, 999, 1000, -8.64e15, 8.64e15];
  expect(inOrder(far)).toEqual(compared(far));
  const many = [...far, ...Array.from({ length: 5000 }, (_, at) => at * 7919)];
  expect(inOrder(many)).toEqual(compared(many));
});

test('a hundred thousand articles of one day are in order', () => {
  const articles = Array.from({ length: 130_000 }, (_, row) => ({
    row,
    published: 0,
    address: String(row).padStart(6, '0'),
  }));
  const columns = { published: new Float64Array(articles.length) };
  const sorted = newestFirst(articles.toReversed() as unknown as Article[], columns);
  expect(sorted.every((one, at) => one === (articles[at] as unknown))).toBe(true);
});

test('each file finds the row that it had, whatever came, went or was renamed between', () => {
  const roll = dice(11);
  for (let run = 0; run < 500; run++) {
    // Sorted, as files are; those of one letter stand in for a folder that comes or goes as a whole.
    const before = Array.from({ length: roll(60) }, () => roll(400)).sort((a, b) => a - b);
    const known = [...new Set(before)];
    const gone = roll(3) === 0 ? roll(400) : -1;
    const after = [...known.filter((mark) => roll(5) > 0 && (mark < gone || mark > gone + 60))];
    for (let fresh = roll(20); fresh > 0; fresh--) after.push(1000 + roll(500));
    for (let fresh = roll(4); fresh > 0; fresh--) after.push(roll(400) + 0.5);
    const paths = [...new Set(after)].sort((a, b) => a - b);
    const rows = [...earlierRows(new Float64Array(paths), new Float64Array(known))];
    expect(rows).toEqual(paths.map((path) => known.indexOf(path)));
  }
});
