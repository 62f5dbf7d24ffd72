/** Rows that several threads fill, each with its own numbers of names, become one register. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../src/base/memory-files.ts';
import type { ArticleFiles } from '../src/content/discover.ts';
import { type Mark, markOf } from '../src/memo/mark.ts';
import { passingMemo } from '../src/memo/memo.ts';
import type { ArticleFields } from '../src/news/article.ts';
import { enterAll, type RegisterSettings } from '../src/news/enter.ts';
import { type Entered, type RowMaker, rowMaker } from '../src/news/entered.ts';
import type { Entry } from '../src/news/entry.ts';
import type { Locales } from '../src/news/locale.ts';
import type { RowColumns } from '../src/news/register-columns.ts';

const LOCALES = [{ prefix: '', language: 'sq' }] as unknown as Locales;
const SETTINGS: RegisterSettings = {
  locales: LOCALES,
  timezone: 'UTC',
  options: 1 as Mark,
  verify: false,
  settled: 10,
};

function fields(path: string, more: Partial<ArticleFields>): ArticleFields {
  const own = {
    path,
    address: `/${path}/`,
    slug: path,
    title: path,
    published: 0,
    expires: null,
    flash: { kicker: false, until: null, given: null },
    section: null,
    series: null,
    language: 'sq',
    locale: LOCALES[0],
    authors: [],
    tags: [],
    priority: 0,
    status: 'published',
    references: [],
    corrections: [],
    aliases: [],
    image: null,
    canonical: null,
    replaces: null,
    related: null,
    translations: null,
    modified: null,
    standfirst: null,
    summary: '',
    kicker: null,
    extra: {},
  };
  return { ...own, ...more } as unknown as ArticleFields;
}

function entry(article: ArticleFields | null): Entry {
  return { article, leftOut: null, diagnostics: [], slips: [] };
}

/** The register of files whose rows `make` fills. */
function registerOf(size: number, make: (columns: RowColumns) => Iterable<Entered>) {
  const column = () => Float64Array.from({ length: size }, (_, row) => row);
  const sources: ArticleFiles = {
    size,
    columns: { path: column(), size: column(), mtime: column(), inode: column() },
    at: (row) => ({ path: `${row}.md`, size: row, mtime: row, inode: row }),
  };
  const memo = passingMemo(memoryFiles().scratch('/scratch'));
  return enterAll(
    sources,
    () => new Uint8Array(),
    (_, columns) => make(columns),
    memo,
    SETTINGS,
  );
}

const add = (maker: RowMaker, row: number, article: ArticleFields | null) =>
  maker.add(row, `${row}.md`, row as Mark, entry(article));

test('names have other numbers in each thread, and the same values in the register', () => {
  const { articles, columns } = registerOf(6, function* (columns) {
    const [one, two] = [1, 2].map((thread) => rowMaker(columns, thread, SETTINGS)) as [
      RowMaker,
      RowMaker,
    ];
    add(one, 0, fields('a', { tags: ['ura', 'lumi'], language: 'sr' }));
    add(two, 5, fields('f', { tags: ['lumi', 'ура 🙂'], title: 'Ура' }));
    yield two.take();
    add(two, 4, null);
    add(two, 3, fields('d', { tags: ['ura'], language: 'sr' }));
    yield one.take();
    yield two.take();
    add(one, 1, fields('b', { references: [{ kind: 'link', target: '/f/', text: '' }] as never }));
    add(one, 2, fields('c', { tags: ['lumi'] }));
    yield one.take();
  });
  const told = articles.map(({ path, title, tags, language }) => [path, title, tags, language]);
  expect(told).toEqual([
    ['0.md', 'a', ['ura', 'lumi'], 'sr'],
    ['1.md', 'b', [], 'sq'],
    ['2.md', 'c', ['lumi'], 'sq'],
    ['3.md', 'd', ['ura'], 'sr'],
    ['5.md', 'Ура', ['lumi', 'ура 🙂'], 'sq'],
  ]);
  expect(columns.language[4]).toBe(0);
  expect([...columns.refersSize]).toEqual([0, 3, 0, 0, 0, 0]);
  const from = columns.refersFrom[1] as number;
  expect(columns.references[from + 1]).toBe(markOf('f/index.html'));
});

test('there may be more tags and links than a call can have arguments', () => {
  const links = Array.from({ length: 200_000 }, () => ({ kind: 'link', target: '/f/', text: '' }));
  const tagsOf = (row: number) => Array.from({ length: 70_000 }, (_, at) => `t${row} ${at}`);
  const { articles } = registerOf(4, function* (columns) {
    const maker = rowMaker(columns, 1, SETTINGS);
    const references = links as never;
    for (let row = 0; row < 4; row++)
      add(maker, row, fields('a', { tags: tagsOf(row), references }));
    yield maker.take();
  });
  expect(articles[3]?.tags).toEqual(tagsOf(3));
  expect(articles[3]?.references).toHaveLength(links.length);
});
