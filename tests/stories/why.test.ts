/** `gazeta why`: what a page is made from, why it was made, and where an article is seen. */
import { describe, expect, test } from 'vitest';
import { writeColumns } from '../../src/memo/columns.ts';
import { type Manifest, readManifest } from '../../src/output/manifest.ts';
import { type Site, site, story } from '../rig.ts';

const KFOR = ['section: Rajoni', 'tags: [kfor]'];
const FILES = {
  'site.yaml': 'title: Our Paper\nurl: https://x.example/paper\nlatest: {size: 2}\n',
  'articles/first.md': story('The first', '2026-11-20', 'Text.', KFOR),
  'articles/second.md': story('The second', '2026-11-21', 'Text.', KFOR),
  'articles/third.md': story('The third', '2026-11-22'),
  'articles/later.md': story('Later', '2026-11-25T06:00'),
};

const paper = () => site(FILES).build().exits(0);
const FIRST = '/2026/11/20/first/';

/** What is told of a page, as data. */
function told(one: Site, page: string) {
  return JSON.parse(one.gazeta('why', page, '--json').stdout);
}

/** Why a page was made last, and what a build would do. */
function history(one: Site, page: string) {
  const { last, next } = told(one, page);
  return { last, next };
}

const moved = (...parts: string[]) => ({ because: 'moved', parts });
const made = (...parts: string[]) => ({ does: 'make', reason: moved(...parts) });
const NEW = { because: 'new', parts: [] };
const KEEP = { does: 'keep' };

describe('gazeta why', () => {
  test('tells of a page in a few lines', () => {
    expect(paper().gazeta('why', 'articles/later.md').exits(0).stdout).toBe(
      `/2026/11/25/later/, articles/later.md
  Readers cannot see it: it is under embargo until 2026-11-25T06:00:00+00:00.
  It has no page.
`,
    );
    const one = site({
      ...FILES,
      'templates/article.hbs': '{{#> layout}}{{article.headline}}{{/layout}}',
      'templates/layout.hbs': '{{> @partial-block}}',
    });
    one.build().edit({ 'articles/first.md': story('The first', '2026-11-20', 'More.', KFOR) });
    expect(one.build().gazeta('why', FIRST).exits(0).stdout).toBe(
      `/2026/11/20/first/, articles/first.md
  Its template is templates/article.hbs, which calls layout.
  It shows: the frame of all pages, article, body, links, related, share,
    structured, languages, rail.
  It was last made because of a change in the article.
  A build now would not make it again: nothing that it is made from has changed.
  13 other pages are made from it:
    /
    /latest/
    /rajoni/
    /tags/kfor/
    /_fragments/latest/
    /feed.xml
    /atom.xml
    /feed.json
    /rajoni/feed.xml
    /sitemap.xml
    /sitemap-2026-11.xml
    /2026/11/22/third/
    /2026/11/21/second/
`,
    );
  });

  test('knows a page by its address, its file and its article', () => {
    const one = paper();
    for (const page of [
      FIRST,
      '/2026/11/20/first',
      '/paper/2026/11/20/first/index.html',
      'https://x.example/paper/2026/11/20/first/?from=feed#text',
      'dist/2026/11/20/first/index.html',
      '/site/dist/2026/11/20/first/index.html',
      'articles/first.md',
      './articles/first.md',
      '/site/articles/first.md',
    ])
      expect([told(one, page).address, told(one, page).file], page).toEqual([
        FIRST,
        'articles/first.md',
      ]);
    expect(told(one, 'https://x.example/paper').page.kind).toBe('home');
  });

  test('names what may have been meant', () => {
    const one = paper();
    one.gazeta('why', '/2026/11/21/frist/').exits(1);
    one.says(`There is no page /2026/11/21/frist/. Did you mean\n  ${FIRST}`);
    one.gazeta('why', 'articles/secnd.md').exits(1);
    one.says('There is no page articles/secnd.md. Did you mean\n  articles/second.md');
    one.gazeta('why', '/nothing/like/it/').exits(1);
    one.says('There is no page /nothing/like/it/.');
    one.gazeta('why', 'https://y.example/a/').exits(1);
    one.says('There is no page https://y.example/a/.');
    one.gazeta('why').exits(2);
    one.gazeta('why', '/', '/latest/').exits(2);
    one.gazeta('why', '--help').exits(0);
    expect(one.stdout).toContain('Usage: gazeta why PAGE');
  });

  test('writes nothing, and needs no build before it', () => {
    const one = site(FILES);
    expect(history(one, '/')).toEqual({ last: null, next: { does: 'make', reason: NEW } });
    expect(one.gazeta('why', '/').stdout).toContain(
      'It is not there yet. A build now would make it.',
    );
    expect(one.outputs()).toEqual([]);
    one.build();
    const before = new Map(one.files.content);
    one.gazeta('why', '/').exits(0).gazeta('why', 'articles/first.md').exits(0);
    expect(one.files.content).toEqual(before);
  });

  test('goes on where the settings cannot be read, or an article', () => {
    const one = paper().edit({ 'articles/third.md': story('Third', '2026-02-30') });
    expect(told(one, 'articles/third.md')).toMatchObject({
      file: 'articles/third.md',
      hidden: { state: 'fault' },
      complete: false,
    });
    expect(one.gazeta('why', FIRST).exits(0).stdout).toContain('But there are errors');
    one.edit({ 'site.yaml': 'titel: x' }).gazeta('why', FIRST).exits(2);
    expect(one.stderr).toContain('Did you mean "title"?');
  });
});

describe('why a page was made', () => {
  test('is that it is new, and then nothing', () => {
    const one = paper();
    expect(history(one, FIRST)).toEqual({ last: NEW, next: KEEP });
    expect(history(one.build(), '/')).toEqual({ last: NEW, next: KEEP });
  });

  test('is the article', () => {
    const one = paper().edit({
      'articles/first.md': story('The first', '2026-11-20', 'New.', KFOR),
    });
    expect(history(one, FIRST)).toEqual({ last: NEW, next: made('the article') });
    expect(history(one.build(), FIRST)).toEqual({ last: moved('the article'), next: KEEP });
    expect(history(one, '/2026/11/21/second/').last).toEqual(NEW);
  });

  test('is another article: on a page of news, a front, and where it is related', () => {
    const one = paper().edit({
      'articles/first.md': story('Renamed', '2026-11-20', 'Text.', KFOR),
    });
    one.build();
    expect(history(one, '/2026/11/22/third/').last).toEqual(moved('latest news'));
    expect(history(one, '/2026/11/21/second/').last).toEqual(
      moved('related articles', 'latest news'),
    );
    expect(history(one, '/rajoni/').last).toEqual(moved('front /rajoni/'));
    expect(history(one, '/feed.xml').last).toEqual(moved('feed /feed.xml'));
  });

  test('is a template, a setting, a picture', () => {
    const one = paper().edit({ 'templates/partials/footer.hbs': '<footer>New</footer>' });
    expect(history(one.build(), FIRST).last).toEqual(moved('the template'));
    one.edit({ 'site.yaml': `${FILES['site.yaml']}description: All news\n` }).build();
    expect(history(one, FIRST).last?.parts).toContain('the settings');
    one.edit({ 'site.yaml': `${FILES['site.yaml']}description: All news\nhtml: none\n` });
    expect(history(one, FIRST).next.reason.parts).toContain('the settings of texts');
    const svg = (width: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"/>`;
    const text = 'A ![picture](/p.svg).';
    one.edit({
      'articles/first.md': story('The first', '2026-11-20', text),
      'public/p.svg': svg(1),
    });
    one
      .build()
      .edit({ 'public/p.svg': svg(2) })
      .build();
    expect(history(one, FIRST).last).toEqual(moved('its pictures and links'));
  });

  test('is that a file was not there as it was written', () => {
    const one = paper();
    one.files.remove('/site/dist/index.html');
    const file = { because: 'file', parts: [] };
    expect(history(one, '/')).toEqual({ last: NEW, next: { does: 'make', reason: file } });
    expect(history(one.build(), '/')).toEqual({ last: file, next: KEEP });
  });

  test('may not be known', () => {
    const unknown = { because: 'unknown', parts: [] };
    const one = paper().build('--no-cache');
    expect(history(one, '/').last).toEqual(unknown);
    // A page that came out the same is not of interest again, one that changed is.
    one.edit({ 'articles/first.md': story('Renamed', '2026-11-20', 'Text.', KFOR) }).build();
    expect(history(one, '/')).toEqual({ last: unknown, next: KEEP });
    one.edit({ 'articles/first.md': FILES['articles/first.md'] }).build();
    expect(history(one, '/').last).toEqual(moved('front /'));
  });

  test('is another kind of page', () => {
    const one = paper();
    one.edit({ 'articles/first.md': story('The first', '2026-11-20', 'x', ['withdrawn: true']) });
    expect(history(one, FIRST).next).toEqual({
      does: 'make',
      reason: { because: 'kind', parts: [] },
    });
    expect(told(one.build(), FIRST)).toMatchObject({
      last: { because: 'kind' },
      page: { kind: 'withdrawn' },
      hidden: { state: 'withdrawn', since: null, until: null },
      reach: null,
    });
  });

  test('is kept for what stays, and for what threads and large papers make', () => {
    const many = Object.fromEntries(
      Array.from({ length: 90 }, (_, at) => [
        `articles/n${at}.md`,
        story(`News ${at}`, '2026-11-19', 'Text.', ['section: Sport']),
      ]),
    );
    const one = site({ ...FILES, ...many }).build();
    one
      .edit({ 'articles/n7.md': story('News 7', '2026-11-19', 'More.', ['section: Sport']) })
      .build();
    one.edit({ 'articles/first.md': story('The first', '2026-11-20', 'More.', KFOR) }).build();
    expect(history(one, 'articles/n7.md').last).toEqual(moved('the article'));
    expect(history(one, 'articles/n8.md').last).toEqual(NEW);
  });

  test('is not known of what an earlier version of Gazeta published', () => {
    const one = paper();
    const [path = ''] = [...one.files.content.keys()].filter((name) => name.endsWith('/manifest'));
    const manifest = readManifest(one.files.read(path)) as Manifest;
    const { parts, moved: reasons, ...columns } = manifest.rows;
    expect(parts.length).toBe(reasons.length * 12);
    one.files.write(path, writeColumns('gazeta manifest 2', { data: manifest.seal, columns }));
    one.edit({ 'articles/first.md': story('The first', '2026-11-20', 'New.', KFOR) });
    const unknown = { because: 'unknown', parts: [] };
    const next = { does: 'make', reason: unknown };
    expect(history(one, FIRST)).toEqual({ last: unknown, next });
    expect(one.build().tasks).not.toContain('page 404.html');
    expect(history(one, FIRST)).toEqual({ last: unknown, next: KEEP });
  });
});

describe('what an article reaches', () => {
  test('are the pages whose slices hold it', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `articles/n${at}.md`,
        story(`News ${at}`, `2026-11-2${at % 3}T0${at % 9}:00`, 'Text.', ['section: Sport']),
      ]),
    );
    const one = site({
      ...FILES,
      ...many,
      'articles/old.md': story('Old', '2020-01-01', 'Text.', [
        'corrections: [{date: 2020-01-02, text: Sic}]',
      ]),
      'articles/newest.md': story('Newest', '2026-11-23', 'x', ['flash: true', 'related: [first]']),
    });
    expect(told(one, 'articles/old.md').reach).toEqual({
      count: 6,
      first: [
        '/corrections/',
        '/2020/',
        '/sitemap.xml',
        '/sitemap-2020-01.xml',
        // Their "Latest news" goes back to it.
        '/2026/11/20/n36/',
        '/2026/11/20/n9/',
      ],
    });
    expect(told(one, 'articles/first.md').reach.first).toContain('/2026/11/23/newest/');
    one.edit({ 'site.yaml': 'url: https://x.example\nlatest: {size: 12}' });
    const { count, first } = told(one, 'articles/second.md').reach;
    expect(first).toHaveLength(20);
    expect(count).toBeGreaterThan(20);
    expect(one.gazeta('why', 'articles/second.md').stdout).toContain(
      `    … and ${count - 20} more\n`,
    );
  });

  test('is nothing while readers cannot see it', () => {
    const hidden = {
      'articles/draft.md': story('Draft', '2026-11-20', 'x', ['draft: true']),
      'articles/gone.md': story('Gone', '2026-11-20', 'x', ['expires: 2026-11-21']),
    };
    const one = site({ ...FILES, ...hidden })
      .at('2026-11-20T12:00Z')
      .build()
      .at('2026-11-23T12:00Z');
    expect(told(one, 'articles/draft.md')).toMatchObject({
      page: null,
      hidden: { state: 'draft', since: null, until: null },
      next: { does: 'nothing' },
      reach: null,
    });
    expect(told(one, '/2026/11/20/gone/')).toMatchObject({
      file: 'articles/gone.md',
      hidden: { state: 'expired', since: '2026-11-21T00:00:00+00:00', until: null },
      next: { does: 'remove' },
    });
    expect(told(one, 'articles/later.md').hidden).toEqual({
      state: 'embargo',
      since: null,
      until: '2026-11-25T06:00:00+00:00',
    });
    expect(told(one.at('2026-11-26'), 'articles/later.md').hidden).toBeNull();
  });
});
