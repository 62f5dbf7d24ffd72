/** Who does the work of a build. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../src/base/memory-files.ts';
import type { ArticleFiles } from '../src/content/discover.ts';
import { passingMemo } from '../src/memo/memo.ts';
import type { Entered } from '../src/news/entered.ts';
import type { RowColumns } from '../src/news/register-columns.ts';
import type { SharedFacts } from '../src/work/messages.ts';
import { workforce } from '../src/work/workforce.ts';

test('a thread works alone if what it puts away is in memory, where no other can read it', () => {
  // There is code for others, and enough to do for them.
  const rows = Array.from({ length: 2000 }, (_, row) => row);
  const files = memoryFiles({ '/worker.js': '' });
  const memo = {
    ...passingMemo(files.scratch('/passing')),
    known() {
      throw new Error('others are called');
    },
  };
  const job = { files, store: '/store', facts: {} as SharedFacts, rows: rows.length, memo };
  const hands = workforce({ jobs: 2, worker: '/worker.js' }, job, () => []);
  const sources = { at: (row: number) => ({ path: `${row}.md`, size: 1 }) } as ArticleFiles;
  const parsed: number[] = [];
  const make = (some: readonly number[]) => {
    parsed.push(...some);
    return {} as Entered;
  };
  expect([...hands.parse(rows, sources, {} as RowColumns, make)]).not.toHaveLength(0);
  expect(parsed).toEqual(rows);
  hands.close();
});
