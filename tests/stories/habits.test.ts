/** The habits of real sites: other keys, other dates, other forms of a value, mapped or read as they are. */
import { describe, expect, test } from 'vitest';
import { site, story } from '../rig.ts';

/** The page of one article with this front matter, or what was said. */
function built(lines: string, settings = '', file = 'articles/a.md') {
  return site({
    'site.yaml': `url: https://x.example\npermalink: /{yyyy}-{mm}-{dd}/{slug}/\n${settings}`,
    [file]: `---\n${lines}\n---\nText.\n`,
  })
    .at('2026-11-23T12:00Z')
    .build();
}

describe('dates', () => {
  test.each([
    ['2014-05-06 10:00:00 -0500', '2014-05-06T15:00:00+00:00'],
    ['"2010-10-10 15:36:03 +0100"', '2010-10-10T14:36:03+00:00'],
    ['2014-05-06 9:00:00 -0500', '2014-05-06T14:00:00+00:00'],
    ['2018-04-12 18:49', '2018-04-12T18:49:00+00:00'],
    ['2018-04-12 18:49 -5', '2018-04-12T23:49:00+00:00'],
    ['2018-04-12T18:49+05:30', '2018-04-12T13:19:00+00:00'],
    ['2018-04-12 18:49:01 UTC', '2018-04-12T18:49:01+00:00'],
    ['2018-04-12T18:49:01.123Z', '2018-04-12T18:49:01+00:00'],
    ['2018-04-12', '2018-04-12T00:00:00+00:00'],
    ['2018/04/12', '2018-04-12T00:00:00+00:00'],
    ['2018/4/2 08:20:00', '2018-04-02T08:20:00+00:00'],
    ['2018-4-2', '2018-04-02T00:00:00+00:00'],
    ["'Jul 08 2022'", '2022-07-08T00:00:00+00:00'],
    ['"March 7, 2021"', '2021-03-07T00:00:00+00:00'],
    ['Sept. 9th, 2021 at 10:05 pm', '2021-09-09T22:05:00+00:00'],
    ['5 March 2021 09:00', '2021-03-05T09:00:00+00:00'],
    ['Sat, 05 Nov 2022 10:00:00 +0100', '2022-11-05T09:00:00+00:00'],
    ['2021-03-05 12:30 AM', '2021-03-05T00:30:00+00:00'],
  ])('%s', (written, iso) => {
    const paper = built(`title: A\ndate: ${written}`).exits(0);
    const page = paper.outputs().find((out) => out.endsWith('/a/index.html')) ?? '';
    paper.shows(page, `<time datetime="${iso}">`);
  });

  test.each([
    ['05/03/2021', 'is not a date that can be read'],
    ['Marching 5 2021', 'is not a date that can be read'],
    ['2021/02/30', 'is not a day of the calendar'],
    ['February 30, 2021', 'is not a day of the calendar'],
    ['2021-03-05 13:00 PM', 'is not a date that can be read'],
    ['Fri, 05 Nov 2022 10:00:00 +0100', 'names another day of the week: it is a Saturday'],
    ['2021/03/05 and so on', 'is not a date that can be read'],
  ])('%s %s', (written, problem) => {
    expect(built(`title: A\ndate: ${written}`).exits(1).stderr).toContain(
      `"${written}" ${problem}`,
    );
  });

  test.each([
    ['articles/2014-05-06-slug.md', '2014-05-06/slug'],
    ['articles/2014-05-06.md', '2014-05-06/2014-05-06'],
    ['articles/2014-05-06-slug/index.md', '2014-05-06/slug'],
    ['articles/2014/05/06/slug.md', '2014-05-06/slug'],
    ['articles/2014/05/06-slug.md', '2014-05-06/slug'],
    ['articles/2014/05/06/slug/index.md', '2014-05-06/slug'],
    ['articles/2014-05-06/slug.md', '2014-05-06/slug'],
    ['articles/news/2014/05/06/slug.markdown', '2014-05-06/slug'],
  ])('from names: %s', (file, page) => {
    expect(built('title: A', '', file).exits(0).outputs()).toContain(`${page}/index.html`);
  });

  test('the front matter goes before the name', () => {
    const paper = built('title: A\ndate: 2015-01-01', '', 'articles/2014-05-06-slug.md').exits(0);
    expect(paper.outputs()).toContain('2015-01-01/slug/index.html');
  });

  test('what describes a section for Hugo is no article, and is told', () => {
    const paper = site({
      'articles/news/_index.md': '---\ntitle: News\ndate: 2020-01-01\n---\nAll news.\n',
      'articles/news/_index.sq.md': '---\ntitle: Lajme\n---\n',
      'articles/news/2026-11-20-a.md': '---\ntitle: A\n---\nSee [all](_index.md).\n',
      'authors/arta/_index.md': '---\nname: Arta\n---\n',
    })
      .build()
      .exits(0)
      .nowhere('All news.');
    expect(paper.stderr).toContain(
      'articles/news/_index.md warning source/ending: this is no article',
    );
    expect(paper.stderr).toContain('articles/news/_index.sq.md warning source/ending');
    expect(paper.stderr).not.toContain('authors/arta');
  });

  test('a day in a name that is none is an error', () => {
    const paper = built('title: A', '', 'articles/2014/02/30/slug.md').exits(1);
    expect(paper.stderr).toContain('"2014-02-30" in the file name is not a day of the calendar');
  });
});

describe('values', () => {
  const page = '2026-11-20/a/index.html';
  const article = (lines: string, settings = '') =>
    built(`date: 2026-11-20\n${lines}`, settings).exits(0);

  test.each([
    [
      'title: "Q&amp;A: &quot;Yes&quot; &#8211; U&#46;S&#46;"',
      '<h1>Q&amp;A: &quot;Yes&quot; – U.S.</h1>',
    ],
    ['title: The <em>Gazette</em> <br/>opens', '<h1>The Gazette opens</h1>'],
    [
      'title: The &lt;p&gt; element, a <b and c> d',
      '<h1>The &lt;p&gt; element, a &lt;b and c&gt; d</h1>',
    ],
    ['title: A\nexcerpt: "<p>One <a href=\'/x/\'>link</a>.</p><p>Two.</p>"', '>One link. Two.</p>'],
    ['title: AT&T & others', '<h1>AT&amp;T &amp; others</h1>'],
    ['title: Вучић у Приштини', '<h1>Вучић у Приштини</h1>'],
    ['title: 2024', '<h1>2024</h1>'],
    ['title: A\ntags: one', '/tags/one/">one</a>'],
    ['title: A\ntags: one, two', '/tags/two/">two</a>'],
    ['title: A\ntags: [11.10, 2024, one]', '/tags/11-10/">11.10</a>'],
    ['title: A\ntags: 2024', '/tags/2024/">2024</a>'],
    ['title: A\ncategories: [Politics, World]', 'href="/politics/">Politics'],
    ['title: A\ncategories: [{label: Politics, id: p1}]', 'href="/politics/">Politics'],
    ['title: A\ncategories: [[Politics, Europe], World]', 'href="/politics/">Politics'],
    ['title: A\ntags: [{name: one, slug: x}, two]', '/tags/two/">two</a>'],
    ['title: A\ncategory: POLITICS', 'href="/politics/">POLITICS'],
    ['title: A\nDescription: In capitals', 'In capitals'],
    ['title: A\nlang: SR-latn', '<html lang="sr-Latn" dir="ltr">'],
    ['title: A\nauthor:\n  - name: Jane\n  - John', 'By Jane , John'],
  ])('%s', (lines, shown) => {
    article(lines).shows(page, shown);
  });

  test.each([
    ['slug: 2024', '2026-11-20/2024'],
    ['slug: Вучић', '2026-11-20/vuchic'],
    ['slug: "007"', '2026-11-20/007'],
    ['slug: ؟؟', '2026-11-20/a'],
  ])('%s', (line, out) => {
    expect(article(`title: A\n${line}`).outputs()).toContain(`${out}/index.html`);
  });

  test('a title without a Latin letter in a file without one still has an address', () => {
    const paper = built('title: 総選挙\ndate: 2026-11-20', '', 'articles/総選挙.md').exits(0);
    expect(paper.outputs().filter((out) => out.startsWith('2026'))).toEqual([
      expect.stringMatching(/^2026-11-20\/[a-z0-9-]+\/index\.html$/),
    ]);
  });

  test.each(['\ufeff---\n', '\n---\n', '\r\n\r\n---\r\n', '\ufeff\n\n---\n'])(
    'what stands before the block does no harm: %j',
    (start) => {
      site({
        'articles/a.md': `${start}title: A\r\ndate: 2026-11-20\r\n---\r\nText.\r\n`,
      })
        .build()
        .exits(0)
        .shows('2026/11/20/a/index.html', '<p>Text.</p>');
    },
  );

  test('and none of what readers do not see', () => {
    const html =
      '<div hidden><p>Secret two.</p></div>\n<template><p>Secret one.</p></template>\n<dialog><p>Secret three.</p></dialog>\n<p hidden>Secret four.</p>\n<p>Seen.</p>\n';
    site({
      'site.yaml': 'html: trusted',
      'articles/a.md': story('A', '2026-11-20', html),
    })
      .build()
      .exits(0)
      .shows('index.html', 'Seen.')
      .hides('index.html', 'Secret');
  });

  test('of a text that is HTML throughout lists show the first paragraph', () => {
    const text =
      '<!-- <p>Not this.</p> -->\n<figure><img src="https://e.org/a.png" alt=""><figcaption><p>Nor this.</p></figcaption></figure>\n\n' +
      '<p class="pull-quote">Nor that.</p>\n<p>&nbsp;</p>\n<p>The first &amp; <em>only</em><br>one.</p>\n\n<p>Second.</p>\n';
    for (const html of ['safe', 'trusted'])
      site({
        'site.yaml': `html: ${html}`,
        'articles/a.md': `---\ntitle: A\ndate: 2026-11-20\n---\n${text}`,
      })
        .build()
        .exits(0)
        .shows('2026/11/20/a/index.html', 'name="description" content="The first &amp; only one."')
        .shows('index.html', 'The first &amp; only one.');
  });

  test.each([
    '{{< figure src="/x.jpg" caption="It opens" >}}\n\nThe text.',
    '{% include figure.html src="/x.jpg" %} The text.{: .lead}',
    '[caption id="1" align="left"]![x](https://e.org/a.png)[/caption] The text.',
    '[caption id="1" width="9"]![x](https://e.org/a.png) The bridge[/caption]\n\nThe text.',
    '<p>[gallery ids="1,2"]</p>\n\n<p>The text.</p>',
  ])('lists show the text without tags of other systems: %s', (text) => {
    site({ 'articles/a.md': `---\ntitle: A\ndate: 2026-11-20\n---\n${text}\n` })
      .build()
      .exits(0)
      .shows('2026/11/20/a/index.html', 'name="description" content="The text."');
  });

  test('Draft: true is a draft in any letter case', () => {
    const files = { 'articles/a.md': '---\ntitle: Secret\ndate: 2026-11-20\nDraft: true\n---\n' };
    site(files).build().exits(0).nowhere('Secret');
  });
});

describe('fields', () => {
  const page = '2026-11-20/a/index.html';
  const mapped = (fields: string, lines: string) =>
    built(`title: A\ndate: 2026-11-20\n${lines}`, `fields:\n${fields}`).exits(0);

  test.each([
    ['  summary: [deck, subtitle]', 'subtitle: The deck', 'The deck'],
    [
      '  image: featured_image.url',
      'featured_image: {url: https://e.org/a.png}',
      'src="https://e.org/a.png"',
    ],
    ['  image: cover', 'cover: {image: https://e.org/a.png, alt: A bridge}', 'alt="A bridge"'],
    ['  image: photo', 'photo: {path: https://e.org/a.png, alt: A bridge}', 'alt="A bridge"'],
    [
      '  image: cover\n  image.alt: [coverAlt]\n  image.credit: photo.credit',
      'cover: https://e.org/a.png\ncoverAlt: A bridge\nphoto: {credit: The newsroom}',
      'alt="A bridge"',
    ],
    [
      '  image: cover\n  image.caption: [caption]\n  image.credit: photo.credit',
      'cover: https://e.org/a.png\ncaption: It opens\nphoto: {credit: The newsroom}',
      'The newsroom',
    ],
    ['  image: image', 'image: {src: "", alt: "", caption: }', '<h1>A</h1>'],
    [
      '  image: seo.og.image',
      'seo: {og: {image: https://e.org/b.png}}',
      'src="https://e.org/b.png"',
    ],
    ['  summary: meta.deck', '"meta.deck": A key with a dot', 'A key with a dot'],
    ['  section: "=News"', 'category: Other', 'href="/news/">News'],
    ['  section: [desk, "=News"]', 'desk: Sport', 'href="/sport/">Sport'],
    ['  lang: "=sq"', 'x: y', '<html lang="sq" dir="ltr">'],
    ['  authors: [by]', 'by: Jane\nauthor: Not read', 'By Jane'],
  ])('%s', (fields, lines, shown) => {
    mapped(fields, lines).shows(page, shown).hides(page, 'Not read');
  });

  test('the quotation marks are those of the mapped language', () => {
    site({
      'site.yaml': 'fields: {lang: language}',
      'articles/a.md': '---\ntitle: A\ndate: 2026-11-20\nlanguage: DE\n---\nSie sagte "Ja".\n',
    })
      .build()
      .exits(0)
      .shows('2026/11/20/a/index.html', 'Sie sagte „Ja“.', '<html lang="de" dir="ltr">');
  });

  test('a negation makes a draft of what is not published', () => {
    const fields = '  draft: [draft, "!published"]';
    mapped(fields, 'published: true').shows(page, 'Text.');
    mapped(fields, 'published: false').nowhere('Text.');
    mapped(fields, 'draft: true\npublished: true').nowhere('Text.');
  });

  test.each([
    'published: false',
    'drafts: true',
    'Expiry: 2026-11-21',
    'publised: 2027-01-01',
    'embargo: 2027-01-01T10:00',
    'Embargo_Until: 2027-01-01',
    'scheduled_for: 2027-01-01',
    'status: draft',
    'post_status: Pending',
    'visibility: private',
    'hidden: true',
    'validUntil: 2026-11-21',
  ])('what could publish too early is an error, not a guess: %s', (line) => {
    const paper = built(`title: A\ndate: 2026-11-20\n${line}`).exits(1);
    expect(paper.stderr).toContain('articles/a.md:4:1 error front-matter/misspelled-key');
  });

  test.each([
    'status: publish',
    'visibility: public',
    'state: pending',
    'hidden: no',
    'embargo: false',
    'releaseDate: 2027-01-01',
    'status: draft\ndraft: false',
    'Publish: 2026-11-20\nembargo: 2026-11-20',
    'photo: {url: /a.png}\nvisibility: {all: true}',
  ])('what other systems say of an article that is to be seen is no fault: %s', (line) => {
    built(`title: A\ndate: 2026-11-20\n${line}`).exits(0).shows(page, 'Text.');
  });

  test.each([
    ['link: https://x.example/2008/the-story/', '2008/the-story/index.html'],
    ['link: /2008/%d0%b2%d1%83%d1%87%d0%b8%d1%9b/', '2008/вучић/index.html'],
    ['link: posts/the-story', 'posts/the-story/index.html'],
    ['slug: /2018/11/22/the-story/', '2018/11/22/the-story/index.html'],
    ['slug: "%d0%b2%d1%83%d1%87%d0%b8%d1%9b"', '2026-11-20/vuchic/index.html'],
    ['aliases: ["https://x.example/2008/%C3%A4/"]', '2008/ä/index.html'],
    ['link: /2008/story%2Ctwo/', '2008/story,two/index.html'],
    ['aliases: [/2008/a%26b/]', '2008/a&b/index.html'],
  ])('addresses as content systems export them: %s', (line, out) => {
    expect(mapped('  permalink: link', line).outputs()).toContain(out);
  });

  test('a link to an encoded address finds the article that has it', () => {
    site({
      'site.yaml': 'url: https://x.example',
      'articles/a.md': story('A', '2026-11-20', 'T.', ['permalink: /story%2Ctwo/']),
      'articles/b.md': story('B', '2026-11-20', '[A](/story%2Ctwo/)'),
    })
      .build()
      .exits(0)
      .says('')
      .shows('2026/11/20/b/index.html', 'href="/story,two/"')
      .gazeta('why', '/story%2Ctwo/')
      .exits(0);
  });

  test('an old address that is that of a folder without its slash leads there by itself', () => {
    site({
      'articles/a.md': story('A', '2026-11-20', 'T.', ['permalink: /a.php/', 'aliases: /a.php']),
      'articles/b.md': story('B', '2026-11-20', 'T.', ['aliases: [/b.php, /b.php/]']),
    })
      .build()
      .exits(0)
      .shows('a.php/index.html', 'T.')
      .shows('b.php/index.html', 'url=/2026/11/20/b/');
  });

  test.each([
    'permalink: /:year/:title/',
    'permalink: "/blog/{{ page.fileSlug }}/index.html"',
    'permalink: "/{yyyy}/{slug}/"',
  ])('a pattern is no address: %s', (line) => {
    const paper = built(`title: A\ndate: 2026-11-20\n${line}`).exits(1);
    expect(paper.stderr).toContain('is a pattern');
  });

  test('of the categories of Jekyll in one text the first that is a section counts', () => {
    const text = 'title: A\ndate: 2026-11-20';
    const sections = 'sections: [Sport, Local News]';
    built(`${text}\ncategories: update sport`, sections).exits(0).shows(page, '>Sport</a>');
    built(`${text}\ncategories: Local News`, sections).exits(0).shows(page, '>Local News</a>');
    built(`${text}\ncategories: News, Sport`, sections).exits(0).shows(page, '>Sport</a>');
    built(`${text}\nsection: Sport today`, sections).exits(1);
  });

  test('a paper that reads embargoes under another name', () => {
    const fields = '  publish: embargo';
    mapped(fields, 'embargo: 2027-01-01').nowhere('Text.');
    built('title: A\ndate: 2026-11-20\nembargoed: 2027-01-01', `fields:\n${fields}`).exits(1);
  });

  test('the language under its name in site.yaml is asked about', () => {
    const paper = built('title: A\ndate: 2026-11-20\nlanguage: en').exits(0);
    expect(paper.stderr).toContain('articles/a.md:4:1 warning front-matter/unknown-key');
    expect(paper.stderr).toContain('Did you mean "lang"?');
  });

  test('a field that is mapped to nothing is not read', () => {
    built('title: A\ndate: 2026-11-20\nexpires: 2026-11-21', 'fields: {expires: []}')
      .exits(0)
      .shows(page, 'Text.');
  });

  test('what a path takes its value from stays for templates', () => {
    site({
      'site.yaml': 'fields: {image: photo.url}',
      'templates/article.hbs': '{{article.extra.photo.by}}',
      'articles/a.md': '---\ntitle: A\ndate: 2026-11-20\nphoto: {url: /a.png, by: Jane}\n---\n',
      'public/a.png': 'x',
    })
      .build()
      .exits(0)
      .expect('2026/11/20/a/index.html', 'Jane');
  });

  test.each([
    ['fields: {sumary: deck}', 'Did you mean "summary"?'],
    ['fields: {summary: 3}', '"summary" of "fields" is not a name or a list of names'],
    ['fields: {summary: {a: b}}', '"summary" of "fields" is not a name or a list of names'],
    ['fields: [summary]', '"fields" has no parts'],
  ])('what is wrong with the mapping is told: %s', (settings, message) => {
    expect(built('title: A\ndate: 2026-11-20', settings).exits(2).stderr).toContain(message);
  });
});
