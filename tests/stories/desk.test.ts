/** The preview as it answers: what a host would give, what is wrong, and the paper at another moment. */
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../src/base/instant.ts';
import { formatDiagnostic } from '../../src/cli/report.ts';
import { unresized } from '../../src/output/resize.ts';
import { type Answer, answer } from '../../src/serve/answer.ts';
import { type Desk, type DeskFacts, desk } from '../../src/serve/desk.ts';
import { editorOf } from '../../src/serve/editors.ts';
import { preview } from '../../src/serve/preview.ts';
import { rangeIn } from '../../src/serve/ranges.ts';
import { lengthOf } from '../../src/serve/words.ts';
import { site, story } from '../rig.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z') as Instant;

/** A desk with a paper of literal files; the clock stands still. */
function deskOf(files: Readonly<Record<string, string | Uint8Array>>, drafts = false) {
  const paper = site(files);
  let clock: number = NOW;
  const shown = preview(
    {
      files: paper.files,
      site: '/site',
      store: '/site/.gazeta',
      theme: '/gazeta/templates',
      version: '0',
      drafts,
      clock: () => clock,
      jobs: 1,
      worker: null,
      resize: unresized,
    },
    () => 0,
  );
  const table: Desk = desk({
    preview: shown,
    site: '/site',
    fixed: null,
    clock: () => clock as Instant,
    tell: (found) => formatDiagnostic(found),
    openIn: editorOf('vscode') ?? (() => null),
  });
  const get = (
    url: string,
    fields: Readonly<Record<string, string>> = {},
    method = 'GET',
  ): Answer =>
    answer({ method, url, fields }, table, (name) =>
      name === 'desk.js' ? new TextEncoder().encode('// the desk') : null,
    );
  return {
    paper,
    table,
    get,
    text: (url: string, fields: Readonly<Record<string, string>> = {}) => {
      const { body } = get(url, fields);
      return typeof body === 'string' ? body : new TextDecoder().decode(body);
    },
    facts: (path: string, more = ''): DeskFacts =>
      JSON.parse(String(get(`/_gazeta/page?path=${encodeURIComponent(path)}${more}`).body)),
    /** Changes files, and looks again after some minutes. */
    edit(changes: Readonly<Record<string, string | null>>, minutes = 1) {
      paper.edit(changes);
      clock += minutes * 60_000;
      table.refresh();
    },
    paths: () => [...paper.files.content.keys()].filter((path) => path.startsWith('/site/')),
  };
}

const SETTINGS = 'title: Paper\nurl: https://example.org/\ntimezone: UTC\nlanguage: en';

describe('at its address', () => {
  test('a page is what a build publishes, with the desk', () => {
    const files = { 'site.yaml': SETTINGS, 'articles/a.md': story('Bridge opens', '2026-11-20') };
    const { get, text } = deskOf(files);
    const { status, fields } = get('/2026/11/20/a/');
    expect(status).toBe(200);
    expect(fields['content-type']).toBe('text/html; charset=utf-8');
    const html = text('/2026/11/20/a/');
    const published = site(files).build().exits(0).read('2026/11/20/a/index.html');
    expect(
      html.replace(/<script type="module" src="\/_gazeta\/desk\.js"[^>]*><\/script>$/, ''),
    ).toBe(published);
    expect(html).toContain('<script type="module" src="/_gazeta/desk.js" data-mark="');
  });

  test('a page is there while its article is broken, or is being edited, also one that was not parsed anew', () => {
    const article = story('A', '2026-11-20', 'Text.');
    const { get, edit, paper } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': article,
      'articles/b.md': story('B', '2026-11-21'),
    });
    edit({ 'articles/b.md': story('B', '2026-11-21', 'Another.') });
    paper.edit({ 'articles/a.md': article.replace('Text.', 'Edited.') });
    expect(get('/2026/11/20/a/').status).toBe(200);
    edit({ 'articles/a.md': article.replace('date:', 'date') });
    expect(get('/2026/11/20/a/').status).toBe(200);
    expect(get('/_gazeta/page?path=/2026/11/20/a/').status).toBe(200);
  });

  test('feeds, styles and files of public/ have their types; a part of a file can be asked for', () => {
    const { get, text } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20'),
      'public/sound.mp3': '0123456789',
    });
    expect(get('/feed.xml').fields['content-type']).toBe('application/xml; charset=utf-8');
    const style = /href="(\/_assets\/site\.[^"]*\.css)"/.exec(text('/'))?.[1] ?? '';
    expect(get(style).fields['content-type']).toBe('text/css; charset=utf-8');
    const part = get('/sound.mp3', { range: 'bytes=2-4' });
    expect([part.status, part.fields['content-range']]).toEqual([206, 'bytes 2-4/10']);
    expect(text('/sound.mp3', { range: 'bytes=2-4' })).toBe('234');
    expect(get('/sound.mp3', { range: 'bytes=10-' }).status).toBe(416);
    expect(get('/sound.mp3', {}, 'POST').status).toBe(405);
  });

  test('an address without its last stroke, a former one and a withdrawn one are what hosts make of them', () => {
    const { get } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20', 'x', ['aliases: [/old/]']),
      'articles/b.md': story('B', '2026-11-20', 'x', ['withdrawn: true']),
    });
    expect(get('/2026/11/20/a')).toMatchObject({
      status: 302,
      fields: { location: '/2026/11/20/a/' },
    });
    expect(get('/2026/11/20/b/').status).toBe(410);
    expect(get('/nothing/').status).toBe(404);
    expect(get('/2026/11/20/A/').status).toBe(404);
  });

  test('the editor is there for papers that have one', () => {
    const paper = { 'site.yaml': SETTINGS, 'articles/a.md': story('A', '2026-11-20') };
    expect(deskOf(paper).get('/admin/').status).toBe(404);
    const { facts, edit } = deskOf(paper);
    // Here the package is nowhere.
    edit({ 'site.yaml': `${SETTINGS}\nadmin: true` });
    expect(facts('/').problems[0]?.text).toContain('npm install @sveltia/cms');
  });

  test('server-side includes are put in', () => {
    const { text } = deskOf({
      'site.yaml': `${SETTINGS}\nlatest: {rail: ssi}`,
      'articles/a.md': story('A', '2026-11-20'),
      'articles/b.md': story('Beta', '2026-11-21'),
    });
    const html = text('/2026/11/20/a/');
    expect(html).not.toContain('#include');
    expect(html).toContain('Beta');
  });

  test('below the path of the paper, and nowhere else', () => {
    const { get } = deskOf({
      'site.yaml': SETTINGS.replace('example.org/', 'example.org/news/'),
      'articles/a.md': story('A', '2026-11-20'),
    });
    expect(get('/')).toMatchObject({ status: 302, fields: { location: '/news/' } });
    expect(get('/news/2026/11/20/a/').status).toBe(200);
    expect(get('/2026/11/20/a/').status).toBe(302);
  });

  test.each([
    '/../site.yaml',
    '/%2e%2e/site.yaml',
    '/..%2fsite.yaml',
    '/articles/a.md%00',
    '/%5c..%5csite.yaml',
    '//etc/passwd',
    '/%zz',
  ])('nothing outside of the paper is given: %s', (url) => {
    const { get } = deskOf({ 'site.yaml': SETTINGS, 'articles/a.md': story('A', '2026-11-20') });
    expect(get(url).status).toBe(400);
  });

  test.each(['//x', '/../site.yaml', 'x', '/%zz'])(
    'what is no address has no facts: %s',
    (path) => {
      const { facts } = deskOf({
        'site.yaml': SETTINGS,
        'articles/a.md': story('A', '2026-11-20'),
      });
      expect(facts('/').page).toMatchObject({ kind: 'home' });
      expect(facts(path).page).toBeNull();
    },
  );

  test('sources are no pages, and nothing is written but an empty store', () => {
    const { get, paths } = deskOf({ 'articles/a.md': story('A', '2026-11-20') });
    expect(get('/articles/a.md').status).toBe(404);
    expect(get('/site.yaml').status).toBe(404);
    expect(paths()).toEqual(['/site/articles/a.md']);
  });
});

describe('while one writes', () => {
  test('a page is current after each look, and says what made it another', () => {
    const { text, edit, facts } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20', 'One two three four.'),
      'articles/b.md': story('B', '2026-11-19'),
    });
    text('/2026/11/20/a/');
    expect(facts('/2026/11/20/a/').page).toMatchObject({
      maker: 'articles/a.md',
      open: 'vscode://file/site/articles/a.md:1:1',
      moved: null,
      words: 4,
      minutes: 1,
    });
    edit({ 'articles/a.md': story('A', '2026-11-20', 'Another text.') });
    expect(text('/2026/11/20/a/')).toContain('Another text.');
    expect(facts('/2026/11/20/a/').page?.moved).toEqual(['the article']);
    edit({ 'articles/b.md': story('Beta', '2026-11-19') });
    expect(facts('/2026/11/20/a/').page?.moved).toEqual(['latest news']);
  });

  test('an error is told as on the terminal, and the last good page stays until it is mended', () => {
    const { text, edit, facts, get } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20', 'As it was.'),
      'articles/b.md': story('B', '2026-11-19', 'Of another.'),
    });
    text('/2026/11/20/a/');
    edit({ 'articles/a.md': story('A', '2026-02-30', 'Broken.') });
    const { complete, problems } = facts('/2026/11/20/a/');
    expect(complete).toBe(false);
    expect(
      problems[0]?.text,
    ).toBe(`articles/a.md:3:7 error article/date: "2026-02-30" is not a day of the calendar
  3 | date: 2026-02-30
    |       ^^^^^^^^^^
  February 2026 has 28 days. Write the date as 2026-02-28 or 2026-02-28T09:00.`);
    expect(problems[0]?.open).toBe('vscode://file/site/articles/a.md:3:7');
    expect(text('/2026/11/20/a/')).toContain('As it was.');
    // One that nobody looked at before can be looked at all the same.
    expect(text('/2026/11/19/b/')).toContain('Of another.');
    edit({ 'articles/a.md': story('A', '2026-11-20', 'Mended.') });
    expect(facts('/2026/11/20/a/').problems).toEqual([]);
    expect(text('/2026/11/20/a/')).toContain('Mended.');
    expect(get('/2026/11/20/a/').status).toBe(200);
  });

  test('a template that fails on a page is told on that page', () => {
    const files = {
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20', 'As it was.'),
    };
    const { text, edit, facts } = deskOf(files);
    text('/2026/11/20/a/');
    edit({ 'templates/partials/byline.hbs': '{{nothing.there}}' });
    expect(text('/2026/11/20/a/')).toContain('As it was.');
    expect(facts('/2026/11/20/a/').problems[0]?.text).toContain('error template/render');
    edit({ 'templates/partials/byline.hbs': '<p>By hand</p>' });
    expect(text('/2026/11/20/a/')).toContain('By hand');
    expect(facts('/2026/11/20/a/').problems).toEqual([]);
  });

  test('a paper that cannot be shown at all says why, and is there when it is mended', () => {
    const { get, edit, facts } = deskOf({
      'site.yaml': 'titel: Paper',
      'articles/a.md': story('A', '2026-11-20'),
    });
    expect(get('/').status).toBe(503);
    expect(facts('/').problems[0]?.text).toContain('Did you mean "title"?');
    edit({ 'site.yaml': SETTINGS });
    expect(get('/').status).toBe(200);
    edit({ 'site.yaml': null });
    expect(get('/').status).toBe(200);
  });

  test('remarks of gazeta check stand on their page alone', () => {
    const { facts } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20', '![](/x.png)'),
      'articles/b.md': story('B', '2026-11-19'),
    });
    expect(facts('/2026/11/20/a/').page?.remarks[0]?.text).toContain('check/alt');
    expect(facts('/2026/11/19/b/').page?.remarks).toEqual([]);
  });

  test('an article whose address is another is followed there', () => {
    const { edit, facts } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20'),
      'articles/b.md': story('B', '2026-11-19'),
    });
    edit({ 'articles/a.md': story('A', '2026-11-20', 'x', ['slug: new']) });
    expect(facts('/2026/11/20/a/', '&file=articles/a.md').movedTo).toBe('/2026/11/20/new/');
    edit({ 'articles/a.md': null });
    expect(facts('/2026/11/20/a/', '&file=articles/a.md').movedTo).toBeNull();
  });

  test('so is a page of the paper whose address is another, or whose file has another name', () => {
    const about = '---\ntitle: About\n---\nWho we are.\n';
    const { edit, facts } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20'),
      'pages/about.md': about,
    });
    facts('/about/');
    edit({ 'pages/about.md': about.replace('About\n', 'About\nslug: us\n') });
    expect(facts('/about/', '&file=pages/about.md').movedTo).toBe('/us/');
    edit({ 'pages/about.md': null, 'pages/team.md': about });
    expect(facts('/about/', '&file=pages/about.md').movedTo).toBe('/team/');
    edit({ 'pages/team.md': null });
    expect(facts('/about/', '&file=pages/about.md').movedTo).toBeNull();
  });

  test('files with another content are named', () => {
    const { table, edit } = deskOf({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20'),
      'public/a b.txt': 'one',
    });
    edit({ 'public/a b.txt': 'two' });
    expect(table.changedFiles(1)).toEqual(['/a%20b.txt']);
    edit({});
    expect(table.changedFiles(1)).toEqual(['/a%20b.txt']);
    expect(table.changedFiles(2)).toEqual([]);
  });
});

describe('what readers of a preview met', () => {
  const files = { 'site.yaml': SETTINGS, 'articles/a.md': story('A', '2026-11-20', 'As it was.') };

  test.each(['вести', 'lajme-ë'])('a path of letters that are not Latin: %s', (name) => {
    const { get, facts } = deskOf({
      ...files,
      'site.yaml': SETTINGS.replace('example.org/', `example.org/${name}/`),
    });
    const base = encodeURI(`/${name}/`);
    expect(get('/')).toMatchObject({ status: 302, fields: { location: base } });
    expect(get(`${base}2026/11/20/a/`).status).toBe(200);
    expect(facts(`${base}2026/11/20/a/`).page?.maker).toBe('articles/a.md');
    expect(facts('/elsewhere/').page).toBeNull();
  });

  test('an error elsewhere shows no page of another moment', () => {
    const { text, edit } = deskOf({
      ...files,
      'articles/later.md': story('Under embargo', '2026-11-24T06:00'),
    });
    const then = { cookie: 'gazeta-instant-=2026-11-25T06%3A00' };
    expect(text('/', then)).toContain('Under embargo');
    edit({ 'articles/a.md': story('A', '2026-02-30') });
    expect(text('/')).not.toContain('Under embargo');
    expect(text('/', then)).toContain('Under embargo');
  });

  test('settings that cannot be read leave the paper at its path', () => {
    const settings = SETTINGS.replace('example.org/', 'example.org/news/');
    const { get, edit, facts } = deskOf({ ...files, 'site.yaml': settings });
    get('/news/2026/11/20/a/');
    edit({ 'site.yaml': `${settings}\nfoo: [` });
    expect(get('/news/2026/11/20/a/').status).toBe(200);
    expect(facts('/news/2026/11/20/a/', '&file=articles/a.md').movedTo).toBeNull();
    expect(get('/').fields.location).toBe('/news/');
  });

  test('with onError: hold-back the page of a broken file stays, too', () => {
    const settings = `${SETTINGS}\nonError: hold-back`;
    const { text, get, edit, facts } = deskOf({
      ...files,
      'site.yaml': settings,
      'articles/b.md': story('B', '2026-11-19'),
    });
    text('/2026/11/20/a/');
    edit({ 'articles/a.md': '---\ntitle: "A\n---\nText' });
    expect(get('/2026/11/20/a/').status).toBe(200);
    expect(text('/2026/11/20/a/')).toContain('As it was.');
    expect(facts('/2026/11/20/a/').problems[0]?.severity).toBe('error');
  });

  test('files that go while there are errors leave pages as they were', () => {
    const { text, get, edit, facts } = deskOf({
      ...files,
      'articles/b.md': story('B', '2026-11-19'),
      'templates/partials/byline.hbs': '<p>By hand</p>',
    });
    text('/2026/11/20/a/');
    edit({ 'site.yaml': 'titel: Paper', 'templates/partials/byline.hbs': null });
    expect(text('/2026/11/19/b/')).toContain('By hand');
    expect(text('/')).toContain('Paper');
    edit({ 'articles/a.md': null, 'articles/b.md': null });
    expect(text('/2026/11/20/a/')).toContain('As it was.');
    // One that nobody looked at has no last page; the desk is there all the same, and says why.
    edit({ 'articles/c.md': story('C', '2026-11-18'), 'site.yaml': SETTINGS });
    edit({ 'articles/d.md': story('D', '2026-11-17') });
    edit({ 'articles/c.md': null, 'articles/d.md': null });
    expect(get('/2026/11/18/c/').status).toBe(500);
    expect(text('/2026/11/18/c/')).toContain('/_gazeta/desk.js');
    const { complete, page, problems } = facts('/2026/11/18/c/', '&file=articles/c.md');
    expect({ complete, page }).toEqual({ complete: false, page: null });
    expect(problems.map((one) => one.text.split('\n')[0])).toContain(
      'articles/c.md error output/file: could not read /site/articles/c.md: it is not there',
    );
    edit({ 'articles/c.md': story('C', '2026-11-18', 'Back again.') });
    expect(text('/2026/11/18/c/')).toContain('Back again.');
  });

  test('a file that is renamed is followed', () => {
    const { edit, facts } = deskOf({ ...files, 'articles/b.md': story('B', '2026-11-19') });
    facts('/2026/11/20/a/');
    edit({ 'articles/a.md': null, 'articles/better.md': files['articles/a.md'] });
    expect(facts('/2026/11/20/a/', '&file=articles/a.md').movedTo).toBe('/2026/11/20/better/');
  });
});

describe('at another moment', () => {
  const files = {
    'site.yaml': SETTINGS,
    'articles/now.md': story('Now', '2026-11-20'),
    'articles/later.md': story('Under embargo', '2026-11-24T06:00'),
    'articles/draft.md': story('Draft', '2026-11-20', 'x', ['draft: true']),
  };

  test('what is under embargo is there for who moves to it, and for nobody else', () => {
    const { text, get, facts } = deskOf(files);
    const then = { cookie: 'a=b; gazeta-instant-=2026-11-24T06%3A00' };
    expect(text('/')).not.toContain('Under embargo');
    expect(get('/2026/11/24/later/').status).toBe(404);
    expect(text('/', then)).toContain('Under embargo');
    expect(get('/2026/11/24/later/', then).status).toBe(200);
    expect(text('/')).not.toContain('Under embargo');
    const { time } = facts('/');
    expect(time.isClock).toBe(true);
    expect(time.upcoming[0]).toEqual({
      at: '2026-11-24T06:00:00+00:00',
      kind: 'publish',
      title: 'Under embargo',
      href: '/2026/11/24/later/',
    });
  });

  test('an embargo is among what is to come, however much was published before', () => {
    const news = Array.from({ length: 60 }, (_, at) => [
      `articles/n${at}.md`,
      story(`N ${at}`, `2026-11-22T${10 + (at % 10)}:30`),
    ]);
    const { facts } = deskOf({ ...files, ...Object.fromEntries(news) });
    expect(facts('/').time.upcoming.map(({ kind }) => kind)).toEqual(['publish']);
  });

  test('flash news whose place a later item took makes no stop when it ends', () => {
    const flash = (title: string, at: string, more: string[] = []) =>
      story(title, at, 'Text.', ['tags: [flash-news]', ...more]);
    const { facts } = deskOf({
      'site.yaml': SETTINGS,
      'articles/first.md': flash('First', '2026-11-23T10:00'),
      'articles/second.md': flash('Second', '2026-11-23T11:00', ['replaces: first']),
    });
    expect(facts('/').time.upcoming.map(({ kind, title }) => [kind, title])).toEqual([
      ['flash-end', 'Second'],
    ]);
  });

  test('each port has its own', () => {
    const { text } = deskOf(files);
    const cookie = 'gazeta-instant-4401=2026-11-24T06%3A00';
    expect(text('/', { cookie, host: 'localhost:4400' })).not.toContain('Under embargo');
    expect(text('/', { cookie, host: 'localhost:4401' })).toContain('Under embargo');
  });

  test('a moment that is none is passed over', () => {
    const { get } = deskOf(files);
    for (const value of ['tomorrow', '%', '2026-02-30', '2026-11-24T06:00;'])
      expect(get('/', { cookie: `gazeta-instant-=${value}` }).status).toBe(200);
  });

  test('as the clock goes on, embargoes lift', () => {
    const { text, edit } = deskOf(files);
    edit({}, 24 * 60);
    expect(text('/')).toContain('Under embargo');
  });

  test('drafts are there if they are asked for', () => {
    expect(deskOf(files).get('/2026/11/20/draft/').status).toBe(404);
    expect(deskOf(files, true).get('/2026/11/20/draft/').status).toBe(200);
  });
});

test.each([
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=5-', { first: 5, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-30', { first: 0, last: 9 }],
  ['bytes=4-100', { first: 4, last: 9 }],
  ['bytes=10-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=4-2', null],
  ['bytes=0-1,3-4', null],
  ['items=0-1', null],
  ['bytes=-', null],
  [undefined, null],
])('the part of ten bytes that is asked for: %s', (field, range) => {
  expect(rangeIn(field, 10)).toEqual(range);
});

test('plugins are those with which the preview began, and a change of them is told', () => {
  const { text, facts, edit } = deskOf({
    'site.yaml': `${SETTINGS}\nplugins: [plugins/p.js]`,
    'articles/a.md': story('Bridge opens', '2026-11-20'),
    'templates/article.hbs': '<html><head></head><body>{{loud article.headline}}</body></html>',
    'plugins/p.js': 'module.exports = {helpers: {loud: (text) => text.toUpperCase()}};',
  });
  expect(text('/2026/11/20/a/')).toContain('BRIDGE OPENS');
  expect(facts('/2026/11/20/a/').problems).toEqual([]);
  edit({ 'plugins/p.js': 'module.exports = {helpers: {loud: (text) => text + "!"}};' });
  expect(facts('/2026/11/20/a/').problems.map((one) => one.text)).toEqual([
    expect.stringContaining('plugins notice plugin/changed: the plugins were changed'),
  ]);
});

test('plugins that are named while the preview runs are no change', () => {
  const { text, facts, edit } = deskOf({
    'site.yaml': SETTINGS,
    'articles/a.md': story('Bridge opens', '2026-11-20'),
    'templates/article.hbs': '<html><head></head><body>{{article.headline}}</body></html>',
    'plugins/p.js': 'module.exports = {helpers: {loud: (text) => text.toUpperCase()}};',
    'plugins/q.js': 'module.exports = {};',
  });
  edit({
    'site.yaml': `${SETTINGS}\nplugins: [plugins/p.js]`,
    'templates/article.hbs': '<html><head></head><body>{{loud article.headline}}</body></html>',
  });
  expect(text('/2026/11/20/a/')).toContain('BRIDGE OPENS');
  expect(facts('/2026/11/20/a/').problems).toEqual([]);
  edit({ 'site.yaml': `${SETTINGS}\nplugins: [plugins/p.js, plugins/q.js]` });
  expect(facts('/2026/11/20/a/').problems).toEqual([]);
});

test.each([
  ['is missing', null],
  ['cannot be loaded', 'module.exports = {'],
])('a plugin that %s is there when it is mended, and that is no change', (_, broken) => {
  const loud = (mark: string) =>
    `module.exports = {helpers: {loud: (text) => text.toUpperCase() + "${mark}"}};`;
  const { text, facts, edit } = deskOf({
    'site.yaml': `${SETTINGS}\nplugins: [plugins/p.js]`,
    'articles/a.md': story('Bridge opens', '2026-11-20'),
    'templates/article.hbs': '<html><head></head><body>{{loud article.headline}}</body></html>',
    ...(broken === null ? {} : { 'plugins/p.js': broken }),
  });
  expect(facts('/').problems).toMatchObject([{ severity: 'error' }]);
  edit({ 'plugins/p.js': loud('!') });
  expect(text('/2026/11/20/a/')).toContain('BRIDGE OPENS!');
  expect(facts('/2026/11/20/a/').problems).toEqual([]);
  edit({ 'plugins/p.js': loud('?') });
  expect(facts('/2026/11/20/a/').problems).toMatchObject([{ severity: 'notice' }]);
});

test('a plugin that was loaded and has a fault is told to need another start when it is mended', () => {
  const { facts, edit } = deskOf({
    'site.yaml': `${SETTINGS}\nplugins: [plugins/p.js]`,
    'articles/a.md': story('Bridge opens', '2026-11-20'),
    'plugins/p.js': 'module.exports = {helper: {}};',
  });
  edit({ 'plugins/p.js': 'module.exports = {helpers: {}};' });
  const told = facts('/').problems.map((one) => one.text);
  expect(told).toContainEqual(expect.stringContaining('plugin/changed'));
});

test('words are counted in any script', () => {
  expect(lengthOf('<p>Vdes <em>Ismail</em> Kadare &amp; x</p>', 'sq')).toEqual({
    words: 4,
    minutes: 1,
  });
  expect(lengthOf('<p>今日は天気がいい</p>', 'ja').words).toBeGreaterThan(2);
  expect(lengthOf('', 'en')).toEqual({ words: 0, minutes: 0 });
});

test('files open where the editor finds them', () => {
  expect(editorOf('vscode')?.('/a b/ç#.md', 3, 7)).toBe('vscode://file/a%20b/%C3%A7%23.md:3:7');
  expect(editorOf('vscode')?.('C:/a.md', 1, 1)).toBe('vscode://file/C:/a.md:1:1');
  expect(editorOf('my-editor:open?{file}&{line}')?.('/a.md', 3, 7)).toBe('my-editor:open?/a.md&3');
  expect(editorOf('none')?.('/a.md', 1, 1)).toBeNull();
  for (const bad of ['vs', 'vscode://file', 'javascript:alert("{file}")'])
    expect(editorOf(bad)).toBeNull();
});
