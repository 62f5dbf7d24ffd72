/** Marks and the columns that keep them. */
import { expect, test } from 'vitest';
import { readColumns, writeColumns } from '../src/memo/columns.ts';
import { type Mark, markOf, marksAfter, mix } from '../src/memo/mark.ts';
import { markIndex } from '../src/memo/mark-index.ts';

test('a million texts and a million rows of numbers have a million marks', () => {
  const texts = new Set<Mark>();
  const rows = new Set<Mark>();
  for (let at = 0; at < 1_000_000; at++) {
    texts.add(markOf(`/rajoni/2023/09/26/${at}/`));
    rows.add(mix(at % 1000, Math.floor(at / 1000), 7));
  }
  expect([texts.size, rows.size]).toEqual([1_000_000, 1_000_000]);
});

test('marks are whole numbers below 2^52, and each bit of them is set about every second time', () => {
  const bits = new Array<number>(52).fill(0);
  const many = 20_000;
  for (let at = 0; at < many; at++) {
    const mark = at % 2 === 0 ? markOf(String(at)) : mix(at, 1);
    expect(Number.isInteger(mark) && mark >= 0 && mark < 2 ** 52).toBe(true);
    for (let bit = 0; bit < 52; bit++)
      bits[bit] = (bits[bit] ?? 0) + (Math.floor(mark / 2 ** bit) % 2);
  }
  for (const set of bits) expect(Math.abs(set / many - 0.5)).toBeLessThan(0.02);
});

test('the order of marks counts, and how many there are', () => {
  expect(mix(1, 2)).not.toBe(mix(2, 1));
  expect(mix(0)).not.toBe(mix(0, 0));
  expect(markOf('')).not.toBe(markOf('\0'));
});

test('a text has its mark whether its beginning is known or not', () => {
  const after = marksAfter('articles/rajoni/');
  for (const rest of ['', 'ura.md', '2023/09/26-Ÿ-🙂.md'])
    expect(after(rest)).toBe(markOf(`articles/rajoni/${rest}`));
  expect(marksAfter('')('ura')).toBe(markOf('ura'));
});

test('an index finds what was set last, however it grew', () => {
  const index = markIndex(4);
  for (let at = 0; at < 10_000; at++) index.set(markOf(String(at)), at);
  index.set(markOf('7'), 70);
  expect([0, 7, 9_999].map((at) => index.get(markOf(String(at))))).toEqual([0, 70, 9_999]);
  expect(index.get(markOf('none'))).toBe(-1);
});

test('columns are read as they were written', () => {
  const columns = {
    published: new Float64Array([1.5, Number.POSITIVE_INFINITY]),
    section: new Uint16Array([1, 2, 3]),
    flags: new Uint8Array(0),
  };
  const bytes = Buffer.concat(writeColumns('articles 1', { data: { names: ['ë'] }, columns }));
  expect(readColumns('articles 1', bytes)).toEqual({ data: { names: ['ë'] }, columns });
  expect(readColumns('articles 2', bytes)).toBeNull();
});

test('cut columns, garbage, and columns with one bit changed are none', () => {
  const columns = { one: new Float64Array([1, 2, 3]), two: new Uint8Array([1, 2, 3]) };
  const bytes = Buffer.concat(writeColumns('kind', { data: 'data', columns }));
  for (let length = 0; length < bytes.length; length++)
    expect(readColumns('kind', bytes.subarray(0, length))).toBeNull();
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    const read = readColumns('kind', changed);
    // The four bytes after the checksum are not looked at.
    if (bit >> 3 < bytes.length - 4) expect(read).toBeNull();
  }
});
