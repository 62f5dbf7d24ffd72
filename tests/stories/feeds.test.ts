/** Feeds and sitemaps: what is in them, and when they are there at all. tests/standards.test.ts asks the validators. */

import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { site, story } from '../rig.ts';

const SETTINGS = `url: https://x.example/news
title: The Paper & Co
description: News of the hills
timezone: Europe/Belgrade
`;

const BRIDGE = {
  'articles/2026-11-20-bridge.md': story(
    '"The <bridge> & the road"',
    '2026-11-20T09:00',
    'See [the road](road.md), [above](#more) and ![](b.svg).\n\n## More\n\n<b onclick="x()">Bold</b>[^1]\n\n[^1]: A note.',
    [
      'summary: It opens',
      'section: Rajoni',
      'tags: [roads, flash-news]',
      'authors: [Arta, Ben]',
      'updated: 2026-11-21T10:00',
      'image: {src: /a.jpg, alt: A bridge, credit: Agency}',
    ],
  ),
  'articles/road.md': story('Road', '2026-11-19', 'Plain.', ['permalink: /road/']),
  'articles/b.svg': '<svg/>',
  'public/a.jpg': 'x',
};

describe('a feed', () => {
  test('has the whole text, for itself: full addresses, no ids, no scripts', () => {
    const paper = site({ 'site.yaml': SETTINGS, ...BRIDGE })
      .build()
      .exits(0);
    const { items, ...channel } = parseRssFeed(paper.read('feed.xml'));
    expect(channel).toMatchObject({
      title: 'The Paper & Co',
      link: 'https://x.example/news/',
      description: 'News of the hills',
      language: 'en',
      lastBuildDate: 'Sat, 21 Nov 2026 09:00:00 GMT',
      atom: { links: [{ rel: 'self', href: 'https://x.example/news/feed.xml' }] },
    });
    expect(items?.map(({ title }) => title)).toEqual(['The <bridge> & the road', 'Road']);
    expect(items?.[0]).toMatchObject({
      link: 'https://x.example/news/2026/11/20/bridge/',
      pubDate: 'Fri, 20 Nov 2026 08:00:00 GMT',
      description: 'It opens',
      categories: [{ name: 'Rajoni' }, { name: 'roads' }],
      guid: { isPermaLink: false },
    });
    const content = items?.[0]?.content?.encoded ?? '';
    expect(content).toBe(
      '<p>See <a href="https://x.example/news/road/">the road</a>, ' +
        '<a href="https://x.example/news/2026/11/20/bridge/#more">above</a> and ' +
        '<img src="https://x.example/news/media/b.svg" alt="" />.</p>\n<h2>More</h2>\n' +
        '<p><b>Bold</b><sup><a href="https://x.example/news/2026/11/20/bridge/#fn1">[1]</a></sup></p>\n' +
        '<hr />\n<section>\n<ol>\n<li><p>A note. ' +
        '<a href="https://x.example/news/2026/11/20/bridge/#fnref1">↩︎</a></p>\n</li>\n</ol>\n</section>',
    );
  });

  test('has nothing that the page hides', () => {
    const text =
      '<p>Seen <span style="display: none">no 1</span></p><div hidden>no 2 <p>no 3</p></div>' +
      '<dialog>no 4</dialog><dialog open>open</dialog><p hidden="">no 5</p><p>To the end</p>';
    const paper = site({
      'site.yaml': `${SETTINGS}html: trusted\n`,
      'articles/a.md': story('A', '2026-11-20', text),
    }).build();
    for (const out of ['feed.xml', 'atom.xml', 'feed.json'])
      paper
        .exits(0)
        .hides(out, 'no 1', 'no 2', 'no 3', 'no 4', 'no 5')
        .shows(out, 'To the end', 'open');
  });

  test('keeps the identity of an entry when its headline, date and address change', () => {
    const id = (more: Record<string, string>) =>
      parseAtomFeed(
        site({ 'site.yaml': SETTINGS, ...BRIDGE, ...more })
          .build()
          .read('atom.xml'),
      ).entries?.find(({ title }) => /road/i.test(title?.value ?? String(title)))?.id;
    const moved = story('Road again', '2026-11-18', 'x', ['permalink: /other/']);
    const alone = { 'articles/2026-11-20-bridge.md': story('Bridge', '2026-11-01') };
    expect(id({ ...alone, 'articles/road.md': moved })).toBe(id(alone));
  });

  test('of summaries', () => {
    site({
      'site.yaml': `${SETTINGS}feeds: {content: summary, size: 1, hub: "https://hub.example/"}`,
      ...BRIDGE,
    })
      .build()
      .exits(0)
      .shows(
        'feed.xml',
        '<description>It opens</description>',
        '<atom:link rel="hub" href="https://hub.example/"/>',
      )
      .hides('feed.xml', 'content:encoded>', 'Road')
      .shows('feed.json', '"content_text": "It opens"', '"hubs": [', '"type": "WebSub"')
      .shows('atom.xml', '<link rel="hub" href="https://hub.example/"/>');
  });

  test('belongs to a section; to an author or a tag where the paper wants it', () => {
    const settings = `${SETTINGS}sections: [Rajoni, Sport]\n`;
    const paper = site({ 'site.yaml': settings, ...BRIDGE })
      .build()
      .exits(0);
    const feeds = () => paper.outputs().filter((out) => /(feed|atom|flash)\.(xml|json)$/.test(out));
    expect(feeds()).toEqual(['atom.xml', 'feed.json', 'feed.xml', 'flash.xml', 'rajoni/feed.xml']);
    paper
      .shows('rajoni/feed.xml', '<title>The Paper &amp; Co: Rajoni</title>')
      .shows('rajoni/index.html', 'title="Rajoni" href="/news/rajoni/feed.xml"')
      .hides('sport/index.html', 'sport/feed.xml')
      .hides('authors/arta/index.html', 'arta/feed.xml')
      .shows(
        'index.html',
        'href="/news/feed.xml"',
        'href="/news/atom.xml"',
        'href="/news/flash.xml"',
      );
    paper
      .edit({ 'site.yaml': `${settings}feeds: {authors: true, tags: true}` })
      .build()
      .exits(0);
    expect(feeds()).toEqual([
      'atom.xml',
      'authors/arta/feed.xml',
      'authors/ben/feed.xml',
      'feed.json',
      'feed.xml',
      'flash.xml',
      'rajoni/feed.xml',
      'tags/roads/feed.xml',
    ]);
    paper.shows('tags/roads/index.html', 'href="/news/tags/roads/feed.xml"');
  });

  test('is dated by its newest entry, so that a build without news changes nothing', () => {
    const paper = site({ 'site.yaml': SETTINGS, ...BRIDGE })
      .build()
      .exits(0);
    const before = paper.read('feed.xml');
    expect(paper.at('2027-11-23T12:00:00Z').build().exits(0).read('feed.xml')).toBe(before);
  });

  test('without entries, or without a url, does not exist, and nothing refers to it', () => {
    const empty = site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2027-01-01'),
    }).build();
    const without = site({ 'articles/a.md': story('A', '2026-11-20') }).build();
    for (const paper of [empty, without]) {
      expect(
        paper
          .exits(0)
          .outputs()
          .filter((out) => /\.(xml|json)$/.test(out)),
      ).toEqual([]);
      paper.hides('index.html', 'feed', 'rss+xml');
    }
  });
});

describe('sitemaps', () => {
  test('by month, with true dates and pictures; what is first published elsewhere is not in them', () => {
    const paper = site({
      'site.yaml': SETTINGS,
      ...BRIDGE,
      'articles/old.md': story('Old', '2026-10-31T23:30'),
      'articles/other.md': story('Other', '2026-11-20', 'x', ['canonical: https://other.example/']),
    })
      .build()
      .exits(0)
      .shows('sitemap.xml', '/sitemap-2026-10.xml', '<lastmod>2026-11-21T10:00:00+01:00</lastmod>')
      .shows('sitemap-pages.xml', '/news/rajoni/', '/news/tags/roads/', '/news/authors/ben/')
      .shows(
        'sitemap-2026-11.xml',
        '<loc>https://x.example/news/2026/11/20/bridge/</loc>',
        '<image:loc>https://x.example/news/a.jpg</image:loc>',
      )
      .hides('sitemap-2026-11.xml', 'other', '2026/10/31');
    expect(paper.read('sitemap-pages.xml')).not.toContain('lastmod');
  });

  test('of fifteen hundred articles of a month each, the oldest first', () => {
    const files = Array.from({ length: 1502 }, (_, at) => [
      `articles/${at}.md`,
      story(String(at), new Date(Date.UTC(2026, 10, 20, 0, at)).toISOString(), ''),
    ]);
    const paper = site({ 'site.yaml': SETTINGS, ...Object.fromEntries(files) })
      .build()
      .exits(0)
      .shows('sitemap.xml', '/sitemap-2026-11.xml', '/sitemap-2026-11-2.xml')
      .shows('sitemap-2026-11-2.xml', '/1501/')
      .hides('sitemap-2026-11.xml', '/1501/');
    const count = (out: string) => paper.read(out).match(/<url>/g)?.length;
    expect([count('sitemap-2026-11.xml'), count('sitemap-2026-11-2.xml')]).toEqual([1500, 2]);

    paper.edit({ 'articles/new.md': story('New', '2026-11-22', '') }).build();
    const made = paper.tasks.filter((task) => task.startsWith('page sitemap-2'));
    expect(made).toEqual(['page sitemap-2026-11-2.xml']);
  });

  test('of news: two days by the instant of the build, and then there is none', () => {
    const files = {
      'site.yaml': `${SETTINGS}language: sr-Latn`,
      'articles/a.md': story('Prvo', '2026-11-21T11:59:59Z'),
      'articles/b.md': story('Drugo', '2026-11-22T10:00:00Z', 'x', [
        'updated: 2026-11-23T10:00:00Z',
      ]),
    };
    const paper = site(files)
      .at('2026-11-23T12:00:00Z')
      .build()
      .exits(0)
      .shows(
        'news-sitemap.xml',
        '<news:name>The Paper &amp; Co</news:name>',
        '<news:language>sr</news:language>',
        '<news:publication_date>2026-11-22T11:00:00+01:00</news:publication_date>',
        '<news:title>Drugo</news:title>',
      )
      .hides('news-sitemap.xml', 'Prvo');
    expect(paper.stdout).toContain('The next change comes by itself at 2026-11-24T11:00:00+01:00');
    paper.at('2026-11-24T10:00:00Z').build().exits(0);
    expect(paper.outputs()).not.toContain('news-sitemap.xml');
    expect(paper.stdout).not.toContain('next change');
  });

  test('are named in robots.txt, unless the paper has its own', () => {
    const files = {
      'site.yaml': 'url: https://x.example',
      'articles/a.md': story('A', '2026-11-23'),
    };
    site(files)
      .build()
      .exits(0)
      .expect(
        'robots.txt',
        `User-agent: *
Disallow: /_fragments/

Sitemap: https://x.example/sitemap.xml
Sitemap: https://x.example/news-sitemap.xml
`,
      );
    site({ ...files, 'public/robots.txt': 'own' })
      .build()
      .exits(0)
      .expect('robots.txt', 'own');
    const below = site({ ...files, 'site.yaml': SETTINGS })
      .build()
      .exits(0);
    expect(below.outputs()).not.toContain('robots.txt');
  });

  test('and feeds can be left out', () => {
    const surfaces = 'surfaces: {feeds: false, sitemaps: false, structuredData: false}';
    const paper = site({ 'site.yaml': `${SETTINGS}${surfaces}`, ...BRIDGE })
      .build()
      .exits(0);
    expect(paper.outputs().filter((out) => /\.(xml|json)$/.test(out))).toEqual([]);
    paper.hides('2026/11/20/bridge/index.html', 'ld+json', 'rss+xml');
    expect(paper.stdout).not.toContain('next change');
  });
});
