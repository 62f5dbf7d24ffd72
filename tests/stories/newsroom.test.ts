/** What a newsroom knows: flash news, corrections, people, sections, and how articles belong together. */
import { describe, expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

const SETTINGS = 'url: https://x.example\ntitle: Paper\n';

/** The headlines of a list of a page, in order. */
function headlines(paper: Site, out: string, from: string, to = '</section>'): string[] {
  const part = (paper.read(out).split(from)[1] ?? '').split(to)[0] ?? '';
  return [...part.matchAll(/<a[^>]*>([^<]+)<\/a>/g)].map((match) => match[1] ?? '');
}
const strip = (paper: Site) => headlines(paper, 'index.html', 'class="strip"');

describe('flash news', () => {
  const flash = (title: string, date: string, more: string[] = []) =>
    story(title, date, 'Text.', ['tags: [flash-news]', ...more]);

  test('the strip is ordered by priority, then by time, and has five at most', () => {
    const files = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((hour) => [
        `articles/f${hour}.md`,
        flash(`Flash ${hour}`, `2026-11-23T0${hour}:00`, hour === 2 ? ['priority: 3'] : []),
      ]),
    );
    const paper = site({ 'site.yaml': SETTINGS, ...files })
      .build()
      .exits(0);
    expect(strip(paper)).toEqual(['Flash 2', 'Flash 6', 'Flash 5', 'Flash 4', 'Flash 3']);
    paper
      .edit({ 'site.yaml': `${SETTINGS}flash: {max: 2}` })
      .build()
      .exits(0);
    expect(strip(paper)).toEqual(['Flash 2', 'Flash 6']);
    // The kicker stays on the page of one that the strip has no room for.
    paper.shows('2026/11/23/f1/index.html', 'Flash News');
  });

  test('an item takes the place of another, which then leads to it', () => {
    const paper = site({
      'site.yaml': SETTINGS,
      'articles/first.md': flash('First report', '2026-11-23T07:00'),
      'articles/second.md': flash('Second report', '2026-11-23T08:00', ['replaces: first']),
      'articles/third.md': flash('Third report', '2026-11-23T13:00', [
        'replaces: /2026/11/23/second/',
      ]),
    })
      .build()
      .exits(0)
      .shows('2026/11/23/first/index.html', 'There is newer news: Second report')
      .nowhere('Third report');
    expect(strip(paper)).toEqual(['Second report']);
    paper.at('2026-11-23T13:00Z').build().shows('2026/11/23/second/index.html', 'Third report');
    expect(strip(paper)).toEqual(['Third report']);
  });

  test('what it replaces must be there, and nothing replaces itself', () => {
    const paper = site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-01', 'x', ['replaces: nobody']),
      'articles/b.md': story('B', '2026-11-02', 'x', ['replaces: c']),
      'articles/c.md': story('C', '2026-11-03', 'x', ['replaces: b.md']),
    })
      .build()
      .exits(1);
    expect(
      paper.stderr,
    ).toContain(`articles/a.md:4:11 error article/replaces: "nobody" is no other article
  4 | replaces: nobody
    |           ^^^^^^`);
    expect(paper.stderr).toContain(
      'error article/replaces: articles/b.md would replace itself in the end',
    );
  });

  test('until a moment, or for the lifetime of the paper', () => {
    const paper = site({
      'site.yaml': `${SETTINGS}flash: {lifetime: 2 hours}`,
      'articles/short.md': flash('Short', '2026-11-23T09:00'),
      'articles/long.md': flash('Long', '2026-11-23T09:00', ['flash: 2026-11-23T18:00']),
      'articles/never.md': flash('Never', '2026-11-23T09:00', ['flash: false']),
    });
    expect(strip(paper.at('2026-11-23T10:59Z').build())).toEqual(['Long', 'Short']);
    expect(strip(paper.at('2026-11-23T11:00Z').build())).toEqual(['Long']);
    expect(strip(paper.at('2026-11-23T18:00Z').build())).toEqual([]);
    paper.shows('2026/11/23/never/index.html', 'Flash News');
  });
});

describe('priority', () => {
  test('leads the front among the newest thirty; the others stay in their order', () => {
    const files = Object.fromEntries(
      Array.from({ length: 32 }, (_, at) => [
        `articles/a${at + 1}.md`,
        story(`Day ${at + 1}`, `2026-10-01T00:${String(at).padStart(2, '0')}`, 'x', [
          `priority: ${{ 1: 9, 20: 5, 25: 2 }[at + 1] ?? 0}`,
        ]),
      ]),
    );
    const paper = site({ 'site.yaml': SETTINGS, ...files })
      .build()
      .exits(0);
    const front = [
      ...headlines(paper, 'index.html', 'class="stories"'),
      ...headlines(paper, 'index.html', 'class="more"'),
    ];
    expect(front.slice(0, 4)).toEqual(['Day 20', 'Day 25', 'Day 32', 'Day 31']);
    expect(front).toHaveLength(8);
    expect(front).not.toContain('Day 1');
  });
});

describe('corrections', () => {
  const files = {
    'site.yaml': `${SETTINGS}timezone: Europe/Belgrade`,
    'articles/troops.md': story('Troops', '2026-11-20T09:00', 'x', [
      'updated: 2026-11-20T12:00',
      'corrections:',
      '  - date: 2026-11-22T10:30',
      '    text: "The troops were 600, not 6,000."',
      '  - {date: 2026-11-20, text: The bridge is in Mitrovica.}',
    ]),
    'articles/other.md': story('Other', '2026-11-19', 'x', [
      'corrections: [{date: 2026-11-21, text: A third.}]',
    ]),
  };

  test('stand on the article, date it, and are gathered on their page', () => {
    const paper = site(files)
      .build()
      .exits(0)
      .shows(
        '2026/11/20/troops/index.html',
        'Updated 22 November 2026 at 10:30',
        'Corrections 20 November 2026 The bridge is in Mitrovica. 22 November 2026 at 10:30 The troops were 600, not 6,000.',
      )
      .shows('index.html', '<a href="/corrections/">Corrections</a>');
    const page = paper.text('corrections/index.html');
    const places = ['600, not 6,000', 'A third.', 'in Mitrovica'].map((text) => page.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test.each([
    ['corrections: [{text: x}]', 'correction 1 has no date'],
    ['corrections: [{date: 2026-11-21}]', 'correction 1 has no text'],
    ['corrections: we were wrong', 'correction 1 has no date and text'],
    ['corrections: [{date: 2026-02-30, text: x}]', '"2026-02-30" is not a day of the calendar'],
    ['corrections: [{date: 2026-11-19, text: x}]', 'correction 1, "2026-11-19", is before'],
  ])('a faulty one is an error: %s', (line, message) => {
    const paper = site({ 'articles/a.md': story('A', '2026-11-20', 'x', [line]) })
      .build()
      .exits(1);
    expect(paper.stderr).toContain(message);
    expect(paper.stderr).toContain('articles/a.md:4:14');
  });
});

describe('people', () => {
  const files = {
    'site.yaml': SETTINGS,
    'authors/arta.md':
      '---\nname: Arta Berisha\nrole: Editor\nimage: {src: arta.jpg, alt: Arta at her desk}\nlinks: {Mail: "mailto:arta@x.example"}\naliases: [A. Berisha]\n---\nShe writes about [the region](../articles/a.md).\n',
    'authors/arta.jpg': 'a portrait',
    'authors/desk.yaml': 'name: Newsroom\nbio: All of us.\n',
    'articles/a.md': story('By id', '2026-11-01', 'x', ['authors: arta']),
    'articles/b.md': story('By name', '2026-11-02', 'x', ['authors: [Arta Berisha, desk]']),
    'articles/c.md': story('By alias', '2026-11-03', 'x', ['author: {name: A. Berisha}']),
    'articles/d.md': story('Agency', '2026-11-04', 'x', ['authors: Agence X']),
  };

  test('are meant by file, name or alias, and have their page', () => {
    const paper = site(files).build().exits(0);
    paper
      .shows('2026/11/01/a/index.html', '<a class="author" rel="author" href="/authors/arta/">Arta')
      .shows('2026/11/02/b/index.html', 'By Arta Berisha , Newsroom')
      .shows(
        'authors/arta/index.html',
        'Arta Berisha Editor She writes about the region',
        'href="/2026/11/01/a/"',
        'src="/media/authors/arta.jpg" alt="Arta at her desk"',
        'href="mailto:arta@x.example"',
      )
      .shows('authors/desk/index.html', 'Newsroom All of us.')
      .shows('authors/agence-x/index.html', 'Agency')
      .shows('media/authors/arta.jpg', 'a portrait');
    expect(headlines(paper, 'authors/arta/index.html', 'class="day"')).toEqual([
      'By alias',
      'By name',
      'By id',
    ]);
  });

  test('without a visible article there is neither page nor portrait', () => {
    const hidden = { ...files, 'articles/b.md': null, 'articles/c.md': null };
    const paper = site(files).edit(hidden);
    paper.edit({ 'articles/a.md': story('A', '2026-12-01', 'x', ['authors: arta']) });
    paper.build().exits(0).nowhere('Arta').nowhere('a portrait').nowhere('arta');
  });

  test('a second file of an author takes nothing from the first', () => {
    const paper = site({ ...files, 'site.yaml': 'onError: hold-back' })
      .build()
      .exits(0);
    const before = paper.snapshot();
    paper.edit({ 'authors/arta.yaml': 'name: Arta B.' }).build().exits(3);
    expect(paper.stderr).toContain('authors/arta.yaml error author/duplicate');
    expect(paper.snapshot()).toEqual(before);
  });

  test('one name of two people means the first, and is told', () => {
    const paper = site({ ...files, 'authors/b.md': '---\nname: A. Berisha\n---\n' })
      .build()
      .exits(0);
    expect(paper.stderr).toContain(
      'authors/b.md warning author/name-shared: "a-berisha" is also a name of authors/arta.md',
    );
    paper.shows('authors/arta/index.html', 'By alias');
  });

  test.each([
    [
      { 'authors/b.md': '---\nrole: Editor\n---\n' },
      'authors/b.md error author/name: the author has no name',
    ],
    [
      { 'authors/arta.yaml': 'name: Other' },
      'authors/arta.yaml error author/duplicate: its page is also that of authors/arta.md',
    ],
    [{ 'authors/b.yaml': 'name: [x' }, 'authors/b.yaml:1:7 error front-matter/yaml'],
    [
      { 'authors/b.yaml': 'name: B\nlinks: {Site: x.example}' },
      'the link "Site" has no full address',
    ],
    [
      { 'authors/b.yaml': 'name: B\nlinks: [[{toString: x}]]' },
      'the link "{toString: x}" has no full address',
    ],
    [
      { 'articles/e.md': story('E', '2026-11-05', 'x', ['authors: [{role: Editor}]']) },
      'articles/e.md:4:10 error article/value: "authors" has an author without a name',
    ],
  ])('what is wrong with them is told', (more, message) => {
    const paper = site({ ...files, ...more })
      .build()
      .exits(1);
    expect(paper.stderr).toContain(message);
  });
});

describe('sections', () => {
  const settings = `${SETTINGS}language: sq
sections:
  - name: Rajoni
    titles: {en: Region}
    color: teal
    aliases: [Vendi]
  - Rajoni / Kosova
  - {name: Bota, parent: Rajoni}
  - Sport`;
  const files = {
    'site.yaml': settings,
    'articles/a.md': story('A', '2026-11-01', 'x', ['section: rajoni']),
    'articles/b.md': story('B', '2026-11-02', 'x', ['section: Kosova']),
    'articles/c.md': story('C', '2026-11-03', 'x', ['section: VENDI', 'lang: en']),
    'articles/d.md': story('D', '2026-11-04', 'x', ['categories: [Lajme, "Rajoni / Bota"]']),
  };

  test('have parts, whose articles stand on the front of the whole', () => {
    const paper = site(files).build().exits(0);
    expect(headlines(paper, 'rajoni/index.html', 'class="lead"', '</main>')).toEqual(
      expect.arrayContaining(['A', 'B', 'C', 'D']),
    );
    paper
      .shows('rajoni/index.html', 'href="/rajoni/kosova/">Kosova', 'href="/rajoni/bota/">Bota')
      .shows('rajoni/kosova/index.html', 'section-title">Kosova</h1>')
      .hides('rajoni/kosova/index.html', '2026/11/01/a')
      .hides('index.html', '<li><a href="/rajoni/kosova/">');
  });

  test('have a name for each language, and a colour', () => {
    site(files)
      .build()
      .shows(
        '2026/11/03/c/index.html',
        '<span class="section color-teal"><a href="/rajoni/">Region',
      )
      .shows(
        '2026/11/01/a/index.html',
        '<span class="section color-teal"><a href="/rajoni/">Rajoni',
      );
  });

  test('found in articles, bring their whole with them', () => {
    site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-01', 'x', ['section: Rajoni / Kosova']),
      'articles/b.md': story('B', '2026-11-01', 'x', ['section: Film/TV']),
    })
      .build()
      .exits(0)
      .shows('rajoni/index.html', 'A')
      .shows('rajoni/kosova/index.html', 'A')
      .shows('film-tv/index.html', 'Film/TV');
  });

  test.each([
    [
      'sections: [Sport, {name: Bota, parent: Rajoni}]',
      'the section "Bota" is a part of "Rajoni", which is not declared before it',
    ],
    [
      'sections: [{name: Sport, color: gold}]',
      '"color" of "Sport" is not a colour; there are red,',
    ],
    ['sections: [{titles: {en: Sport}}]', 'a section has no name'],
    ['sections: [{name: Sport, titels: {en: S}}]', 'Did you mean "titles"?'],
    ['sections: [Sport, sport]', 'the section "sport" appears twice'],
  ])('what is wrong with them is told: %s', (line, message) => {
    const paper = site({ 'site.yaml': line, 'articles/a.md': story('A', '2026-11-01') })
      .build()
      .exits(2);
    expect(paper.stderr).toContain(message);
  });
});

describe('relations', () => {
  const tagged = (title: string, day: number, tags: string, more: string[] = []) =>
    story(title, `2026-11-0${day}`, 'x', [`tags: [${tags}]`, ...more]);

  test('related are older articles that share tags, rare ones before common ones', () => {
    const files = {
      'site.yaml': SETTINGS,
      'articles/1.md': tagged('Common one', 1, 'kosovo'),
      'articles/2.md': tagged('Rare', 2, 'kfor'),
      'articles/3.md': tagged('Common two', 3, 'kosovo'),
      'articles/4.md': tagged('Both', 4, 'Kosovo, KFOR'),
      'articles/5.md': tagged('Later', 5, 'kosovo, kfor'),
    };
    const paper = site(files).build().exits(0);
    const related = () => headlines(paper, '2026/11/04/4/index.html', 'class="related"');
    expect(related()).toEqual(['Rare', 'Common two', 'Common one']);
    const before = paper.read('2026/11/04/4/index.html');
    paper.edit({ 'articles/6.md': tagged('Newest', 6, 'kfor') }).build();
    expect(related()).toEqual(['Rare', 'Common two', 'Common one']);
    expect(before).toContain('On the same matter');
  });

  test('a paper may do without them: then later news of the matter changes no page', () => {
    const paper = site({
      'site.yaml': `${SETTINGS}\nsurfaces: {related: false}`,
      'articles/1.md': tagged('First', 1, 'kfor'),
      'articles/2.md': tagged('Second', 2, 'kfor', ['related: [1]']),
      'articles/3.md': tagged('Third', 3, 'kfor'),
    })
      .build()
      .exits(0);
    for (const day of [2, 3])
      expect(headlines(paper, `2026/11/0${day}/${day}/index.html`, 'class="related"')).toEqual([]);
  });

  test('those that the author names go before; hidden ones wait', () => {
    site({
      'site.yaml': SETTINGS,
      'articles/1.md': tagged('Tagged', 1, 'x'),
      'articles/2.md': tagged('Main', 2, 'x', ['related: [3, 2026-12-01-later.md]']),
      'articles/3.md': tagged('Named', 3, 'y'),
      'articles/2026-12-01-later.md': story('Soon', '2026-12-01'),
    })
      .build()
      .exits(0)
      .shows('2026/11/02/2/index.html', 'On the same matter Named')
      .nowhere('Soon');
  });

  test('its fault is shown at the value, not at a letter of another word', () => {
    const paper = site({
      'site.yaml': SETTINGS,
      'articles/a.md': tagged('A', 1, 'x', ['related: [a, at]']),
    }).build();
    expect(paper.stderr).toContain('articles/a.md:5:11 error article/related: "a" is no other');
    expect(paper.stderr).toContain('articles/a.md:5:14 error article/related: "at" is no other');
  });

  test('one that is not there is an error that costs this field only', () => {
    const paper = site({
      'site.yaml': `${SETTINGS}onError: hold-back`,
      'articles/a.md': tagged('A', 1, 'x', ['related: [nowhere]']),
    })
      .build()
      .exits(3)
      .shows('2026/11/01/a/index.html', 'A');
    expect(paper.stderr).toContain(
      'articles/a.md:5:11 error article/related: "nowhere" is no other article',
    );
  });

  test('that name a draft are told that it is one', () => {
    site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-20', 'Text.', ['related: b']),
      'articles/b.md': story('B', '2026-11-20', 'Text.', ['draft: true']),
    })
      .build()
      .exits(1)
      .says(`
articles/a.md:4:10 error article/related: "b" is a draft
  4 | related: b
    |          ^
  Publish it, with an embargo if it has to wait, or take this out until then.

1 error
Nothing was published; dist/ is as it was.`);
  });

  test('a series counts its parts on them, and the whole on its own page', () => {
    const part = (day: number) =>
      story(`Part ${day}`, `2026-11-0${day}`, 'x', ['series: The road']);
    site({
      'site.yaml': SETTINGS,
      'articles/1.md': part(1),
      'articles/2.md': part(2),
      'articles/3.md': part(3),
    })
      .build()
      .exits(0)
      .shows('2026/11/02/2/index.html', 'Part 2 of the series The road', 'href="/series/the-road/"')
      .shows('series/the-road/index.html', 'The road 3 parts Part 1');
  });

  test('series of other names are other series', () => {
    const paper = site({
      'articles/1.md': story('One', '2026-11-01', 'x', ['series: "!!!"']),
      'articles/2.md': story('Two', '2026-11-02', 'x', ['series: "..."']),
    })
      .build()
      .exits(0);
    expect(paper.outputs().filter((out) => out.startsWith('series/'))).toHaveLength(2);
  });

  test('versions in other languages lead to one another', () => {
    const files = {
      'site.yaml': SETTINGS,
      'articles/en.md': story('English', '2026-11-01', 'x', ['translations: visa']),
      'articles/sq.md': story('Shqip', '2026-11-01', 'x', ['translations: visa', 'lang: sq']),
    };
    const paper = site(files)
      .build()
      .exits(0)
      .shows(
        '2026/11/01/en/index.html',
        '<a href="/2026/11/01/sq/" hreflang="sq" lang="sq">shqip</a>',
      )
      .shows('2026/11/01/sq/index.html', 'Edhe në English');
    paper
      .edit({ 'articles/b.md': story('B', '2026-11-02', 'x', ['translations: visa']) })
      .build()
      .exits(1);
    expect(paper.stderr).toContain(
      'error article/translations: articles/b.md is already the version of "visa" in the language "en"',
    );
  });
});

describe('addresses over time', () => {
  test('a withdrawn article leaves a page that says so, and nothing else', () => {
    const paper = site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-01', 'See [it](b.md) now.'),
      'articles/b.md': story('Regretted', '2026-11-02', 'Wrong words ![](/p.png)', [
        'withdrawn: true',
        'aliases: [old]',
        'authors: Somebody',
        'section: Gossip',
      ]),
      'public/p.png': 'a picture',
    })
      .build()
      .exits(0)
      .shows('2026/11/02/b/index.html', 'This article was withdrawn', 'content="noindex"')
      .shows('2026/11/02/old/index.html', 'url=/2026/11/02/b/')
      .shows('2026/11/01/a/index.html', 'See it now.');
    for (const gone of [
      'Regretted',
      'Wrong words',
      'Somebody',
      'somebody',
      'Gossip',
      'gossip',
      'p.png',
    ])
      paper.nowhere(gone);
    expect(paper.outputs()).not.toContain('p.png');
  });

  test('a draft stays a draft, withdrawn or not; another article may take the place', () => {
    site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-01', 'x', ['withdrawn: true', 'draft: true']),
      'articles/b.md': story('B', '2026-11-01', 'x', ['withdrawn: true', 'permalink: /b/']),
      'articles/c.md': story('New at this place', '2026-11-02', 'x', ['permalink: /b/']),
    })
      .build()
      .exits(0)
      .nowhere('/a/')
      .shows('b/index.html', 'New at this place');
  });

  test('withdrawn articles make room for one another, and for every living one', () => {
    const gone = (title: string, ...more: string[]) =>
      story(title, '2026-11-01', 'x', ['withdrawn: true', ...more]);
    const paper = site({
      'site.yaml': SETTINGS,
      'articles/a.md': gone('A', 'permalink: /a/', 'aliases: [/b/, /old/, /living/]'),
      'articles/b.md': gone('B', 'permalink: /b/', 'aliases: [/a/, /old/, /now/]'),
      'articles/c.md': gone('C', 'permalink: /b/'),
      'articles/z.md': story('Z', '2026-11-02', 'x', ['permalink: /living/', 'aliases: /now/']),
    })
      .build()
      .exits(0)
      .shows('a/index.html', 'withdrawn')
      .shows('b/index.html', 'withdrawn')
      .shows('living/index.html', 'Z')
      .shows('now/index.html', 'url=/living/');
    paper
      .edit({ 'articles/d.md': gone('D', 'permalink: /latest/') })
      .build()
      .exits(1);
    expect(paper.stderr).toContain('its address /latest/ is also that of the page "latest"');
  });

  test('former addresses and former slugs lead to the article', () => {
    site({
      'site.yaml': 'url: https://x.example/news',
      'articles/a.md': story('A', '2026-11-01', 'x', [
        'aliases: [old.html, first-slug, 2010/05/story/, /2026/11/01/A/]',
      ]),
      'articles/b.md': story('B', '2026-11-02', '[a](/old.html#top)'),
    })
      .build()
      .exits(0)
      .shows('old.html', 'url=/news/2026/11/01/a/', 'href="https://x.example/news/2026/11/01/a/"')
      .shows('2026/11/01/first-slug/index.html', 'url=/news/2026/11/01/a/')
      // Search engines take it for a redirect, and what they are told to leave out leads nowhere.
      .shows('2010/05/story/index.html', '0; url=/news/2026/11/01/a/')
      .hides('2010/05/story/index.html', 'noindex', 'og:')
      .shows('2026/11/02/b/index.html', 'href="/news/2026/11/01/a/#top"');
  });

  test('a former address under an ending of something else is a folder, whose page hosts serve as HTML', () => {
    const files = {
      'articles/a.md': story('A', '2026-11-01', 'x', [
        'aliases: [/story.php, /old/b.aspx, /c.HTM]',
      ]),
    };
    const paper = site(files)
      .build()
      .exits(0)
      .shows('story.php/index.html', 'url=/2026/11/01/a/')
      .shows('old/b.aspx/index.html', 'url=/2026/11/01/a/')
      .shows('c.HTM', 'url=/2026/11/01/a/');
    expect(paper.outputs()).not.toContain('story.php');
    // A rule of a host needs no page.
    site({ ...files, 'site.yaml': 'host: netlify' })
      .build()
      .exits(0)
      .shows('_redirects', '/story.php /2026/11/01/a/ 301');
  });

  test.each(['/story.php', '/covid.2', '/feed.rss'])('no article can be at %s', (permalink) => {
    const ending = permalink.slice(permalink.lastIndexOf('.'));
    site({
      'site.yaml': 'url: https://x.example',
      'articles/a.md': story('A', '2026-11-01T10:00', 'x', [`permalink: ${permalink}`]),
    })
      .build()
      .exits(1)
      .says(`articles/a.md:4:12 error article/permalink: the address "${permalink}" ends in "${ending}", and hosts do not serve that as a page
  4 | permalink: ${permalink}
    |            ${'^'.repeat(permalink.length)}
  End it with "/" or ".html". As a former address it can stay: aliases: [${permalink}].

1 error
Nothing was published; dist/ is as it was.`);
    const pattern = site({ 'site.yaml': 'permalink: /{slug}.php' }).build().exits(2).stderr;
    expect(pattern).toContain(
      '"/{slug}.php" ends in ".php", and hosts do not serve that as a page',
    );
  });

  test.each(['"?"', '""', '[/a, "!!!"]'])('a former slug of nothing is an error: %s', (value) => {
    const paper = site({
      'articles/a.md': story('A', '2026-11-01', 'x', [`aliases: ${value}`]),
    })
      .build()
      .exits(1);
    expect(paper.stderr).toContain('articles/a.md:4:10 error article/permalink');
  });

  test('a former address waits with its article, and may not be taken', () => {
    const files = {
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-12-01', 'x', ['aliases: /was/here/']),
      'articles/b.md': story('B', '2026-11-01', '[x](/was/here/)'),
    };
    site(files).build().exits(0).nowhere('was/here');
    const clash = site({ ...files, 'public/was/here/index.html': 'x' })
      .build()
      .exits(1);
    expect(clash.stderr).toContain(
      'error article/address: its former address /was/here/ is that of public/was/here/index.html',
    );
    const two = { 'articles/c.md': story('C', '2026-11-01', 'x', ['permalink: /was/here/']) };
    expect(
      site({ ...files, ...two })
        .build()
        .exits(1).stderr,
    ).toContain('is that of articles/c.md');
  });

  test.each([
    ['section: Latest', 'is also made by the page "latest"'],
    ['permalink: /latest/', 'its address /latest/ is also that of the page "latest"'],
    ['permalink: /rajoni/', 'its address /rajoni/ is also that of the section "rajoni"'],
    ['permalink: /authors/agency/', 'the page of the author "agency"'],
  ])('a place that is taken is found before the embargo lifts: %s', (line, message) => {
    const paper = site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-01', 'x', ['section: Rajoni', 'authors: Agency']),
      'articles/later.md': story('Later', '2027-01-01', 'x', [line]),
    })
      .build()
      .exits(1);
    expect(paper.stderr).toContain(message);
  });

  test('an article on another site first says so to search engines', () => {
    const paper = site({
      'site.yaml': SETTINGS,
      'articles/a.md': story('A', '2026-11-01', 'x', ['canonical: https://agency.example/a']),
    }).build();
    paper.shows(
      '2026/11/01/a/index.html',
      '<link rel="canonical" href="https://agency.example/a">',
    );
  });
});

test('a card bears the kicker of flash news while it is, the page for good', () => {
  const flash = (name: string, hour: string, more: string[] = []) =>
    story(name, `2026-11-22T${hour}`, 'x', ['tags: flash-news', ...more]);
  const paper = site({
    'site.yaml': 'timezone: UTC\n',
    'articles/old.md': flash('Old', '10:00'),
    'articles/first.md': flash('First', '20:00'),
    'articles/later.md': flash('Later', '21:00', ['replaces: first']),
  });
  paper.at('2026-11-23T12:00Z').build().exits(0);
  expect(paper.read('index.html').match(/<span class="kicker flash">/g)).toHaveLength(1);
  paper
    .shows('2026/11/22/old/index.html', 'Flash News')
    .shows('2026/11/22/first/index.html', 'Flash News')
    .at('2026-11-23T21:00Z')
    .build()
    .exits(0)
    .hides('index.html', 'Flash News')
    .shows('2026/11/22/later/index.html', 'Flash News');
});

test.each(['Flash-News', 'flash news', 'flashnews', 'FLASH_NEWS'])(
  'the tag of flash news as people write it: %s',
  (tag) => {
    const paper = site({ 'articles/a.md': story('A', '2026-11-23', 'x', [`tags: ${tag}, KFOR`]) })
      .build()
      .exits(0)
      .shows('index.html', 'Flash News')
      .shows('2026/11/23/a/index.html', 'Flash News', '/tags/kfor/');
    expect(paper.outputs().filter((out) => out.startsWith('tags/flash'))).toEqual([]);
  },
);
