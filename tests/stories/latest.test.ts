/** "Latest news" on the pages of articles, in its four ways; what the host and the tools around it are told. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { changesSchema } from '../../src/schema.ts';
import { type Site, site, story } from '../rig.ts';

const FILES = {
  'articles/a.md': story('First', '2026-11-20'),
  'articles/b.md': story('Second', '2026-11-21'),
  'articles/c.md': story('Third', '2026-11-22'),
};

function rail(paper: Site, out: string): string {
  return /<aside class="rail"[\s\S]*?<\/aside>/.exec(paper.read(out))?.[0] ?? '';
}

describe('"Latest news"', () => {
  const built = (mode: string) =>
    site({ 'site.yaml': `latest: {size: 2, rail: ${mode}}`, ...FILES })
      .build()
      .exits(0);

  test('as a snapshot that a script replaces', () => {
    const paper = built('snapshot');
    expect(rail(paper, '2026/11/21/b/index.html')).toMatch(
      /<div data-fragment="\/_fragments\/latest\/"><ol class="headlines">[\s\S]*Third[\s\S]*First[\s\S]*<\/ol>\n<\/div>/,
    );
    paper.shows('2026/11/21/b/index.html', '<script src="/_assets/refresh.');
    // One more than a page shows, so that a page can leave itself out.
    expect(paper.read('_fragments/latest/index.html').match(/<li>/g)).toHaveLength(3);
    // What every build makes anew is current as it is.
    for (const out of ['index.html', '404.html']) paper.hides(out, 'data-fragment', 'refresh.');
  });

  test('made anew by every build', () => {
    const paper = built('baked');
    expect(rail(paper, '2026/11/20/a/index.html')).toMatch(/Third[\s\S]*Second/);
    expect(rail(paper, '2026/11/22/c/index.html')).toMatch(/Second[\s\S]*First/);
    paper.hides('2026/11/20/a/index.html', 'refresh.', 'data-fragment');
    expect(paper.outputs()).not.toContain('_fragments/latest/index.html');
  });

  test('put in by the server', () => {
    const paper = built('ssi');
    const included = rail(paper, '2026/11/20/a/index.html');
    expect(included).toContain('<!--#include virtual="/_fragments/latest/" -->');
    expect(included).not.toContain('<li>');
    paper.hides('2026/11/20/a/index.html', 'refresh.');
    expect(paper.outputs()).toContain('_fragments/latest/index.html');
  });

  test('put in by a cache at the edge, with the snapshot where there is none', () => {
    expect(rail(built('esi'), '2026/11/22/c/index.html')).toMatch(
      /<!--esi <esi:include src="\/_fragments\/latest\/" onerror="continue"\/> --><esi:remove><ol[\s\S]*<\/ol>\n<\/esi:remove>/,
    );
  });

  test('says which language it is in where its page is in another', () => {
    const paper = site({
      ...FILES,
      'articles/d.md': story('Katër', '2026-11-22T10:00', 'x', ['lang: sq']),
    })
      .build()
      .exits(0);
    expect(rail(paper, '2026/11/22/d/index.html')).toContain(
      '<ol class="headlines" lang="en" dir="ltr">',
    );
    expect(rail(paper, '2026/11/21/b/index.html')).toContain('<li lang="sq" dir="ltr">');
    paper.shows(
      '_fragments/latest/index.html',
      '<ol class="headlines">',
      '<li lang="sq" dir="ltr">',
    );
  });
});

describe('a host', () => {
  const files = {
    ...FILES,
    'articles/b.md': story('Second', '2026-11-21', 'x', ['aliases: [/old/, /older.html]']),
    'articles/gone.md': story('Gone', '2026-11-19', 'x', ['withdrawn: true']),
  };
  const at = (host: string, more: Record<string, string> = {}) =>
    site({ 'site.yaml': `url: https://x.example\nhost: ${host}`, ...files, ...more })
      .build()
      .exits(0);

  test('of which nothing is known gets pages that lead on', () => {
    const paper = at('any')
      .shows('old/index.html', 'url=/2026/11/21/b/')
      .shows('older.html', 'url=');
    expect(paper.outputs().filter((out) => out.startsWith('_h') || out.startsWith('_r'))).toEqual(
      [],
    );
  });

  test('that reads _redirects gets rules and no pages, behind those of the paper', () => {
    const paper = at('netlify', { 'public/_redirects': '/shop https://shop.example/ 302\n' });
    expect(paper.outputs()).not.toContain('old/index.html');
    const lines = paper
      .read('_redirects')
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(lines[0]).toBe('/shop https://shop.example/ 302');
    expect(lines).toContain('/old/ /2026/11/21/b/ 301');
    expect(paper.read('_redirects')).toMatch(/^\/2026\/11\/19\/gone\/ \S+ 410!$/m);
    paper
      .shows('_headers', "script-src 'self'", '/_assets/*', 'immutable')
      .hides('_headers', 'unsafe-inline');
  });

  test('with headers of the paper’s own keeps those', () => {
    at('cloudflare-pages', { 'public/_headers': '/*\n  X-Own: 1\n' }).expect(
      '_headers',
      '/*\n  X-Own: 1\n',
    );
  });

  test('with a server gets maps', () => {
    at('nginx')
      .shows('_host/redirects.map', '/2026/11/21/b/')
      .shows('_host/gone.map', '/2026/11/19/gone/');
  });

  test('of small room says so before it is full', () => {
    const many = Object.fromEntries(
      Array.from({ length: 850 }, (_, i) => [`public/f/${i}.txt`, 'x']),
    );
    // GitLab takes 1,000 rules: 450 old addresses are 900 lines or more.
    const aliases = Array.from({ length: 450 }, (_, i) => `/o${i}/`).join(', ');
    const paper = at('gitlab-pages', {
      ...many,
      'articles/a.md': story('First', '2026-11-20', 'x', [`aliases: [${aliases}]`]),
    });
    expect(paper.stderr).toMatch(
      /^(notice|warning) host\/(near-)?limit: _redirects has [\d,]+ rules/m,
    );
  });

  test('no page needs a style or script within it', () => {
    const paper = site({
      ...FILES,
      'articles/t.md': story(
        'T',
        '2026-11-22',
        '| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n<table><tr><td style="text-align: center">x</td></tr></table>',
        ['image: {src: /a.jpg, alt: x, focus: 33% top}', 'summary: x'],
      ),
      'public/a.jpg': 'x',
    })
      .build()
      .exits(0)
      .shows(
        '2026/11/22/t/index.html',
        '<th class="align-right">b</th>',
        '<td class="align-center">',
      )
      .shows('index.html', 'class="focus-x-30 focus-y-0"');
    for (const out of paper.outputs())
      if (out.endsWith('.html'))
        expect(paper.read(out), out).not.toMatch(/ style=|<style| on[a-z]+=/);
  });
});

describe('--changes', () => {
  test('lists what to upload, to remove and to purge, and what to keep for a day', () => {
    const paper = site({
      'site.yaml': 'url: https://x.example/news\nhost: netlify',
      ...FILES,
    }).build();
    paper
      .edit({
        'articles/b.md': null,
        'articles/c.md': story('Third', '2026-11-22', 'Corrected.'),
        'templates/assets/site.css': 'body{}',
      })
      .build('--changes', 'made/changes.json')
      .exits(0);
    const list = JSON.parse(paper.read('../made/changes.json'));
    expect(new Ajv2020().validate(changesSchema(), list)).toBe(true);
    expect(list.removed).toEqual(['2026/11/21/b/index.html']);
    expect(list.written).toContain('2026/11/22/c/index.html');
    expect(list.purge).toContain('https://x.example/news/2026/11/22/c/');
    expect(list.purge).toContain('https://x.example/news/2026/11/21/b/');
    expect(list.purge).toContain('https://x.example/news/feed.xml');
    // The fonts, too: the sheet that named them is another's now.
    expect(list.retired.filter((out: string) => !out.includes('/fonts/'))).toEqual([
      expect.stringMatching(/^_assets\/site\.[0-9a-f]{8}\.css$/),
    ]);
    expect(list.purge.join()).not.toContain('_headers');
  });

  test('is not written when nothing is published', () => {
    const paper = site({ ...FILES, 'articles/x.md': 'no' })
      .build('--changes', 'c.json')
      .exits(1);
    expect(paper.files.kind('/site/c.json')).toBe('none');
  });
});

describe('icons', () => {
  test('are drawn from one picture', () => {
    const paper = site({
      'site.yaml': 'icon: i.svg\ntitle: Paper\nlanguages: [en, ar]',
      'i.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
      ...FILES,
    })
      .build()
      .exits(0)
      .shows('index.html', '<link rel="manifest" href="/manifest.webmanifest">')
      .shows('manifest.webmanifest', '"name": "Paper"', '"src": "/icons/icon-512.png"')
      .shows('ar/manifest.webmanifest', '"dir": "rtl"', '"start_url": "/ar/"');
    const png = paper.files.read('/site/dist/icons/icon-192.png');
    expect([...png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(192);
    expect([...paper.files.read('/site/dist/favicon.ico').slice(0, 4)]).toEqual([0, 0, 1, 0]);
  });

  test.each([
    ['icon: i.svg', {}, 'i.svg error site/icon: the icon is not there'],
    ['icon: i.svg', { 'i.svg': '<svg' }, 'i.svg error site/icon: the icon cannot be drawn'],
    ['icon: i.png', { 'i.png': 'GIF' }, 'the icon is no PNG file'],
  ])('%s %j is a fault', (line, more, message) => {
    expect(
      site({ 'site.yaml': line, ...more, ...FILES })
        .build()
        .exits(1).stderr,
    ).toContain(message);
  });
});
