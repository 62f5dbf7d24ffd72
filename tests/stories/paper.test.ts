/** A folder of Markdown becomes a paper. */
import { describe, expect, test } from 'vitest';
import { site, story } from '../rig.ts';

test('a site needs nothing but articles', () => {
  const paper = site({ 'articles/hello.md': story('Hello', '2026-11-20T08:00', 'Good morning.') })
    .build()
    .exits(0)
    .says(
      'notice site/url: the paper has no url yet, so its pages do not say their full address\n' +
        '  Add a line to site.yaml: url: https://example.org.',
    )
    .shows('index.html', 'Hello', '<title>site</title>', '<html lang="en" dir="ltr">')
    .shows('2026/11/20/hello/index.html', '<p>Good morning.</p>', '20 November 2026 at 08:00')
    .hides('2026/11/20/hello/index.html', 'canonical');
  expect(paper.stdout).toBe(
    'Published 1 article to dist/: 25 files written, 0 removed, 0 unchanged.\n',
  );
  expect(paper.outputs().filter((out) => !out.startsWith('_assets/'))).toEqual([
    '2026/11/20/hello/index.html',
    '404.html',
    '_fragments/latest/index.html',
    'authors/index.html',
    'corrections/index.html',
    'index.html',
    'latest/index.html',
    'robots.txt',
    'sections/index.html',
    'tags/index.html',
  ]);
});

test('the article page has its parts in the order of the page', () => {
  const title =
    'Head of Italian diplomacy: We are working to strengthen the presence of KFOR on the Kosovo-Serbia border';
  const paper = site({
    'site.yaml':
      'title: Gazeta\nurl: https://gazeta.example\ntimezone: Europe/Belgrade\nsections: [Rajoni, Sport]',
    'articles/2023-09-26-kfor.md': story(`"${title}"`, '2023-09-26T10:15', 'First.\n\nSecond.', [
      'updated: 2023-09-26T14:40',
      'section: Rajoni',
      'tags: [flash-news, KFOR]',
      'authors: [Redaksia, Desk]',
      'summary: What it is about.',
      'image: {src: /images/road.svg, alt: A road, caption: Near Banjskë., credit: Gazeta}',
    ]),
    'articles/2023-09-20-before.md': story('Before', '2023-09-20'),
    'public/images/road.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
    .build()
    .exits(0);
  const text = paper.text('2023/09/26/kfor/index.html');
  const parts = [
    'Flash News',
    'Rajoni',
    title,
    'Home',
    ' Head of Italian diplomacy: We are working to strengthen the presence of KFOR on ',
    'What it is about.',
    'By Redaksia',
    'Desk',
    '26 September 2023 at 10:15',
    'Updated 26 September 2023 at 14:40',
    'Near Banjskë. Gazeta',
    'First. Second.',
    'KFOR',
    'Latest news',
    'Before 20 September 2023',
  ];
  let from = text.indexOf('Flash News');
  for (const part of parts) {
    const at = text.indexOf(part.trim(), from);
    expect(at, `${part} after ${text.slice(from, from + 60)}`).toBeGreaterThanOrEqual(0);
    from = at + part.trim().length;
  }
  paper
    .shows(
      '2023/09/26/kfor/index.html',
      '<time datetime="2023-09-26T10:15:00+02:00">',
      '<a href="/rajoni/">Rajoni</a>',
      '<img src="/images/road.svg" alt="A road"',
      '<link rel="canonical" href="https://gazeta.example/2023/09/26/kfor/">',
      '<meta name="description" content="What it is about.">',
      `<title>${title} · Gazeta</title>`,
    )
    .shows('rajoni/index.html', title)
    .shows('sport/index.html', 'There are no articles here yet.');
});

test('the kicker stays; the strip ends with the lifetime of flash news', () => {
  const paper = site({
    'articles/a.md': story('Quake', '2026-11-20T08:00', 'x', ['tags: [flash-news]']),
    'articles/b.md': story('Vote', '2026-11-20T09:00', 'x', ['flash: 2026-11-22T00:00']),
    'articles/c.md': story('Snow', '2026-11-20T10:00', 'x', ['tags: [flash-news]', 'flash: false']),
  })
    .at('2026-11-21T07:59:59Z')
    .build()
    .exits(0);
  const strip = () =>
    /<section class="strip"[\s\S]*?<\/section>/.exec(paper.read('index.html'))?.[0] ?? '';
  expect(strip()).toMatch(/Vote[\s\S]*Quake/);
  expect(strip()).not.toContain('Snow');
  expect(paper.stdout).toContain('The next change comes by itself at 2026-11-21T08:00:00+00:00');
  paper.at('2026-11-21T08:00:00Z').build();
  expect(strip()).toContain('Vote');
  expect(strip()).not.toContain('Quake');
  paper.at('2026-11-22T00:00:00Z').build();
  expect(strip()).toBe('');
  for (const slug of ['a', 'b', 'c'])
    paper.shows(`2026/11/20/${slug}/index.html`, '<span class="kicker flash">Flash News</span>');
});

test('"Latest news" are the ten before an article, filled with those just after', () => {
  const files: Record<string, string> = {};
  for (let day = 1; day <= 15; day++) {
    const two = String(day).padStart(2, '0');
    files[`articles/d${two}.md`] = story(`Day ${two}`, `2026-10-${two}`);
  }
  const paper = site(files).build().exits(0);
  const rail = (day: string) =>
    [
      ...(paper.read(`2026/10/${day}/d${day}/index.html`).split('class="rail"')[1] ?? '').matchAll(
        /Day (\d\d)/g,
      ),
    ].map((match) => match[1]);
  expect(rail('15')).toEqual(['14', '13', '12', '11', '10', '09', '08', '07', '06', '05']);
  expect(rail('03')).toEqual(['11', '10', '09', '08', '07', '06', '05', '04', '02', '01']);
  expect(rail('01')).toEqual(['11', '10', '09', '08', '07', '06', '05', '04', '03', '02']);
  const before = paper.snapshot();
  paper
    .edit({ 'articles/d16.md': story('Day 16', '2026-10-16') })
    .build()
    .exits(0);
  const after = paper.snapshot();
  const changed = Object.keys(after).filter((out) => after[out] !== before[out]);
  expect(changed).toEqual([
    '2026/10/16/d16/index.html',
    '404.html',
    '_fragments/latest/index.html',
    'index.html',
    'latest/index.html',
  ]);
});

test('a rail keeps to the language of its article', () => {
  site({
    'site.yaml': 'languages: [en, sq]',
    'articles/en1.md': story('English one', '2026-11-01'),
    'articles/sq1.md': story('Shqip një', '2026-11-02', 'x', ['lang: sq']),
    'articles/sq2.md': story('Shqip dy', '2026-11-03', 'Tha "po".', ['lang: sq']),
  })
    .build()
    .shows(
      'sq/2026/11/03/sq2/index.html',
      '<html lang="sq" dir="ltr">',
      'Lajmet e fundit Shqip një',
      '2 nëntor 2026',
    )
    .hides('sq/2026/11/03/sq2/index.html', 'English one')
    .hides('index.html', 'Shqip')
    .shows('sq/index.html', 'Shqip dy');
});

describe('addresses', () => {
  test.each([
    ['a.md', [], '2026/11/20/a/'],
    ['2023-09-26-kfor.md', [], '2026/11/20/kfor/'],
    ['deep/folder/Banjskë dhe Lajçak.md', [], '2026/11/20/banjske-dhe-lajcak/'],
    ['kfor/index.md', [], '2026/11/20/kfor/'],
    ['2023-09-26-kfor/index.markdown', [], '2026/11/20/kfor/'],
    ['Вучић.md', [], '2026/11/20/vuchic/'],
    ['2024.md', [], '2026/11/20/2024/'],
    ['a.md', ['slug: Banjskë'], '2026/11/20/banjske/'],
    ['a.md', ['slug: 007'], '2026/11/20/007/'],
    ['a.md', ['permalink: /old/place/'], 'old/place/'],
    ['a.md', ['permalink: /old/place'], 'old/place/'],
    ['a.md', ['permalink: /old.html'], 'old.html'],
    ['a.md', ['publish: 2026-11-21T01:00'], '2026/11/21/a/'],
  ])('%s with %j is at %s', (file, more, address) => {
    const out = address.endsWith('/') ? `${address}index.html` : address;
    expect(
      site({ [`articles/${file}`]: story('T', '2026-11-20T08:00', 'x', more) })
        .build()
        .exits(0)
        .outputs(),
    ).toContain(out);
  });

  test('a name without a single letter still has an address', () => {
    const outputs = site({ 'articles/!!!.md': story('T', '2026-11-20') })
      .build()
      .exits(0)
      .outputs();
    expect(outputs.filter((out) => /^2026\/11\/20\/article-[0-9a-f]{8}\//.test(out))).toHaveLength(
      1,
    );
  });

  test('the day of an address is the day in the zone of the paper', () => {
    site({
      'site.yaml': 'url: https://x.example\ntimezone: Europe/Belgrade',
      'articles/a.md': story('T', '2026-11-20T23:30Z'),
    })
      .build()
      .shows('2026/11/21/a/index.html', '21 November 2026 at 00:30');
  });

  test('the pattern is the paper’s own', () => {
    site({
      'site.yaml': 'url: https://x.example\npermalink: /{section}/{yyyy}/{slug}.html',
      'articles/a.md': story('T', '2026-11-20', 'x', ['section: Shoqëria']),
      'articles/b.md': story('U', '2026-11-20'),
    })
      .build()
      .exits(0)
      .shows('shoqeria/2026/a.html', 'T')
      .shows('2026/b.html', 'U');
  });

  test('a date in the file name is a date', () => {
    site({ 'articles/2023-09-26-kfor.md': '---\ntitle: K\n---\n' })
      .build()
      .exits(0)
      .shows('2023/09/26/kfor/index.html', '26 September 2023');
  });
});

test('a url with a path is a base path everywhere', () => {
  const paper = site({
    'site.yaml': 'url: https://example.org/news/\nsections: [Rajoni]',
    'articles/a.md': story('A', '2026-11-01', '[b](b.md), [c](/x.pdf), ![p](/p.png "P")', [
      'section: Rajoni',
      'image: /p.png',
    ]),
    'articles/b.md': story('B', '2026-11-02'),
    'public/p.png': 'png',
    'public/x.pdf': 'pdf',
  })
    .build()
    .exits(0)
    .shows(
      '2026/11/01/a/index.html',
      'href="/news/2026/11/02/b/"',
      'href="/news/x.pdf"',
      'src="/news/p.png"',
      'href="/news/rajoni/"',
      'href="https://example.org/news/2026/11/01/a/"',
    );
  for (const out of paper.outputs().filter((name) => name.endsWith('.html')))
    for (const [, address] of paper.read(out).matchAll(/(?:href|src)="(\/[^"]*)"/g))
      expect(address, out).toMatch(/^\/news\//);
});

describe('time', () => {
  const files = {
    'site.yaml': 'url: https://x.example',
    'articles/now.md': story(
      'Now',
      '2026-11-20T08:00',
      'See [later](later.md), [it](/2026/11/25/later/).',
    ),
    'articles/later.md': story(
      'Hushhush',
      '2026-11-25T08:00',
      '![](hush.png)\n![](/images/secret.png)',
      ['section: Covert'],
    ),
    'articles/gone.md': story('Bygone', '2026-11-01T08:00', 'x', ['expires: 2026-11-26T00:00']),
    'articles/draft.md': story('Unfinished', '2026-11-01T08:00', 'x', ['draft: true']),
    'articles/withdrawn.md': story('Regretted', '2026-11-01T08:00', 'x', ['withdrawn: true']),
    'articles/hush.png': 'a secret picture',
    'public/images/secret.png': 'another secret',
    'public/images/free.png': 'for all',
  };

  test('what is embargoed, expired, draft or withdrawn is nowhere', () => {
    const paper = site(files).at('2026-11-23T12:00Z').build().exits(0);
    for (const hidden of [
      'Hushhush',
      'later/',
      'Covert',
      'covert',
      'hush',
      'secret',
      'Unfinished',
      'Regretted',
    ])
      paper.nowhere(hidden);
    paper
      .shows('images/free.png', 'for all')
      .shows('2026/11/20/now/index.html', 'See later, it.')
      .shows('2026/11/01/gone/index.html', 'Bygone')
      .at('2026-11-26T00:00Z')
      .build()
      .exits(0)
      .nowhere('Bygone');
    expect(paper.outputs()).not.toContain('2026/11/01/gone/index.html');
  });

  test.each([
    '[it](/2026/11/25/later)',
    '[it](/2026/11/25/later/index.html)',
    '[it](/2026/11/25/LATER/?x=1#y)',
    '[it](/2026/11/25/l%61ter/)',
    '[it](https://x.example/2026/11/25/later/)',
    '[it](//X.example/2026/11/25/later)',
    '[it][1] soon.\n\n[1]: later.md#quote\n\nNot',
    '<a href="/2026/11/25/later/">it</a>',
    "<a class='x' href='later.md'>it</a>",
  ])('a link to a hidden article is text however it is written: %s', (text) => {
    site({ ...files, 'articles/now.md': story('Now', '2026-11-20T08:00', `See ${text} soon.`) })
      .at('2026-11-23T12:00Z')
      .build()
      .exits(0)
      .shows('2026/11/20/now/index.html', 'See it soon.')
      .nowhere('later')
      .nowhere('l%61ter')
      .nowhere('LATER');
  });

  test.each([
    '<img src="/images/free.png" srcset="/images/free.png 1x, /images/secret.png 2x" alt="">',
    '<picture><source srcset="/images/secret.png"><img src="/images/free.png" alt=""></picture>',
    '<img src="https://e.org/x.png" srcset="/images/secret.png 800w" alt="">',
  ])('a picture named only in raw HTML is hidden with its article: %s', (html) => {
    const paper = site({
      'site.yaml': 'url: https://x.example',
      'articles/now.md': story('Now', '2026-11-20'),
      'articles/later.md': story('Later', '2026-11-25', html),
      'public/images/secret.png': 'a secret',
      'public/images/free.png': 'free',
    }).at('2026-11-23T12:00Z');
    paper.build().exits(0).nowhere('secret').at('2026-11-25T00:00Z').build();
    paper.shows('images/secret.png', 'a secret').shows('2026/11/25/later/index.html', 'secret.png');
  });

  test('files that raw HTML names are found wherever the paper stands, and missing ones left out', () => {
    site({
      'site.yaml': 'url: https://x.example/news\nhtml: trusted',
      'articles/a.md': story(
        'A',
        '2026-11-20',
        '<video poster="p.jpg" src=/v.mp4></video>\n<img src="p.jpg" alt="P" srcset="p.jpg, gone.jpg 2x,https://e.org/q.jpg 3x">',
      ),
      'articles/p.jpg': 'p',
      'public/v.mp4': 'v',
    })
      .build()
      .exits(0)
      .shows(
        '2026/11/20/a/index.html',
        '<video poster="/news/media/p.jpg" src="/news/v.mp4"></video>',
        '<img src="/news/media/p.jpg" srcset="/news/media/p.jpg, https://e.org/q.jpg 3x" alt="P">',
      );
  });

  test('it appears at its instant, with its links and pictures', () => {
    site(files)
      .at('2026-11-25T08:00:00Z')
      .build()
      .exits(0)
      .shows(
        '2026/11/20/now/index.html',
        '<a href="/2026/11/25/later/">later</a>, <a href="/2026/11/25/later/">it</a>',
      )
      .shows('media/hush.png', 'a secret picture')
      .shows('images/secret.png', 'another secret')
      .shows('2026/11/25/later/index.html', 'src="/media/hush.png"')
      .shows('covert/index.html', 'Hushhush');
  });

  test('drafts are shown in a preview only, embargoed articles never', () => {
    const paper = site(files).at('2026-11-23T12:00Z').build('--drafts').exits(2);
    expect(paper.stderr).toContain('--drafts needs --out');
    paper.build('--drafts', '--out', 'preview').exits(0);
    expect(paper.outputs('preview')).toContain('2026/11/01/draft/index.html');
    expect(paper.outputs('preview').join()).not.toContain('later');
  });

  test('--now is read in the zone of the paper', () => {
    site({ ...files, 'site.yaml': 'url: https://x.example\ntimezone: Europe/Belgrade' })
      .build('--now', '2026-11-25T07:59')
      .nowhere('Hushhush')
      .build('--now', '2026-11-25T08:00')
      .shows('index.html', 'Hushhush')
      .build('--now', 'soon')
      .exits(2);
  });

  test('an unfinished draft disturbs nobody', () => {
    site({
      'articles/a.md': story('A', '2026-11-01'),
      'articles/b.md': '---\ndraft: true\n---\nnotes',
    })
      .build()
      .exits(0);
  });
});

test('sections are found where none are declared, one for each spelling of letters and case', () => {
  site({
    'articles/a.md': story('A', '2026-11-01', 'x', ['section: Shoqëria']),
    'articles/b.md': story('B', '2026-11-02', 'x', ['category: shoqeria']),
    'articles/c.md': story('C', '2026-11-03', 'x', ['categories: [Bota, Sport]']),
  })
    .build()
    .exits(0)
    .shows('shoqeria/index.html', '>A<', '>B<')
    .shows(
      'index.html',
      '<li><a href="/bota/">Bota</a></li>\n<li><a href="/shoqeria/">Shoqëria</a></li>',
    )
    .hides('index.html', 'Sport');
});

test('other names of fields, and those that the paper maps', () => {
  site({
    'site.yaml':
      'url: https://x.example\nfields:\n  summary: [deck, summary]\n  draft: [draft, "!published"]\n  authors: writer',
    'articles/a.md': story('A', '2026-11-01', 'x', [
      'deck: The deck.',
      'writer: Arta',
      'published: true',
    ]),
    'articles/b.md': story('Hidden', '2026-11-01', 'x', ['published: false']),
    'articles/c.md': story('C', '2026-11-01', 'x', [
      'lastmod: 2026-11-03',
      'expiryDate: 2027-01-01',
    ]),
  })
    .build()
    .exits(0)
    .shows('2026/11/01/a/index.html', 'The deck.', 'Arta')
    .shows('2026/11/01/c/index.html', 'Updated 3 November 2026')
    .nowhere('Hidden');
});

test('a summary that the author did not write is taken from the text, and not shown above it', () => {
  site({ 'articles/a.md': story('A', '2026-11-01', '![x](https://e.org/x.png)\n\nIt was *cold*.') })
    .build()
    .shows('index.html', '<p class="summary">It was cold.</p>')
    .hides('2026/11/01/a/index.html', 'class="standfirst"');
});

test('keys and names that mean something to the machine mean nothing here', () => {
  site({
    'articles/a.md': story('T', '2026-11-20', '[x](__proto__) ![constructor](constructor)', [
      '__proto__: x',
      'constructor: y',
      'section: __proto__',
      'tags: [11.10, 007, constructor]',
    ]),
    'articles/100 % #1?.md': story('Odd name', '2026-11-21'),
    'articles/b.md': story('B', '2026-11-22', '[odd](100%20%25%20%231%3F.md)'),
  })
    .build()
    .exits(0)
    .shows('2026/11/20/a/index.html', '>11.10</a>', '/tags/007/', '<p>x constructor</p>')
    .shows('proto/index.html', 'T')
    .shows('2026/11/22/b/index.html', '<a href="/2026/11/21/100-1/">odd</a>');
});

test('a body with braces is text, and never a template', () => {
  site({ 'articles/a.md': story('T {{title}}', '2026-11-01', 'Write `{{title}}` or {{#each}}.') })
    .build()
    .exits(0)
    .shows('2026/11/01/a/index.html', '<code>{{title}}</code> or {{#each}}.', 'T {{title}}');
});

test('byte-order mark, CRLF and a blank line before the block do no harm', () => {
  site({
    'articles/a.md': `\ufeff${story('A', '2026-11-01', 'One.\n\nTwo.')}`.replace(/\n/g, '\r\n'),
    'articles/b.md': `\n\n${story('B', '2026-11-01')}`,
  })
    .build()
    .exits(0)
    .shows('2026/11/01/a/index.html', '<p>One.</p>\n<p>Two.</p>')
    .shows('2026/11/01/b/index.html', 'B');
});

test('public/ is copied as it is, names with a dot too', () => {
  const paper = site({
    'articles/a.md': story('A', '2026-11-01'),
    'public/.well-known/security.txt': 'Contact: x',
    'public/robots.txt': 'User-agent: *',
    'public/.DS_Store': 'litter',
  })
    .build()
    .exits(0)
    .expect('.well-known/security.txt', 'Contact: x')
    .expect('robots.txt', 'User-agent: *');
  expect(paper.outputs()).not.toContain('.DS_Store');
});

describe('settings that are not found, or cannot be read', () => {
  const article = { 'articles/a.md': story('A', '2026-11-20') };
  const settings = 'title: Lajmi\nurl: https://x.example\n';

  test.each(['site.yml', 'site.yaml.txt'])('%s is told, and nothing published is lost', (name) => {
    const paper = site({ ...article, 'site.yaml': settings });
    paper.build().exits(0);
    paper.edit({ [name]: settings, 'site.yaml': null });
    const { stderr } = paper.build().exits(2).shows('index.html', '<title>Lajmi</title>');
    expect(stderr).toContain(`${name} error config/name: the settings of a paper are read from`);
    expect(stderr).not.toContain('the paper has no url');
  });

  test('a paper without settings to which some come under another name', () => {
    const paper = site(article);
    paper.build().exits(0);
    paper.edit({ 'site.yml': settings });
    expect(paper.build().exits(2).stderr).toContain('config/name');
  });

  test('a folder in their place', () => {
    const paper = site({ ...article, 'site.yaml': settings });
    paper.build().exits(0);
    paper.edit({ 'site.yaml': null, 'site.yaml/site.yaml': settings });
    const { stderr } = paper.build().exits(2).shows('index.html', '<title>Lajmi</title>');
    expect(stderr).toContain('site.yaml error config/yaml: this is a folder, and no file of');
  });

  test('a file that is not UTF-8', () => {
    const bytes = Buffer.from('title: Lajm\xeb\nurl: https://x.example\n', 'latin1');
    const { stderr } = site({ ...article, 'site.yaml': bytes })
      .build()
      .exits(2);
    expect(stderr).toContain('site.yaml:1:12 error config/yaml: the byte 0xEB is not UTF-8');
  });

  test('an address that is wrong is there', () => {
    const { stderr } = site({ ...article, 'site.yaml': 'url: lajmi.example.org' }).build();
    expect(stderr).toContain('config/value');
    expect(stderr).not.toContain('the paper has no url');
  });
});

test.each([
  ['public/press.txt', 'press.txt'],
  ['pages/about.md', 'about/index.html'],
  ['authors/arta.md', 'authors/arta/index.html'],
  ['templates/article.hbs', 'index.html'],
  ['plugins/p.js', 'index.html'],
])('a file where the folder of %s was is told, and what came of the folder stays', (file, out) => {
  const paper = site({
    'site.yaml': 'url: https://x.example\n',
    'articles/a.md': story('A', '2026-11-20', 'Text.', ['authors: arta']),
    [file]: '---\nname: Arta\ntitle: Us\n---\nText.\n',
  });
  paper.build().exits(0);
  expect(paper.outputs()).toContain(out);
  const folder = file.split('/')[0] as string;
  const onError = 'url: https://x.example\nonError: hold-back\n';
  paper.edit({ [file]: null, [folder]: '../shared', 'site.yaml': onError });
  const { stderr } = paper.build().exits(1);
  expect(stderr).toContain(`${folder} error site/unread: there is no folder behind this`);
  expect(paper.outputs()).toContain(out);
  paper
    .edit({ [folder]: null })
    .build()
    .exits(0);
});

test('a text that is no article by its name is told, unless an article links to it', () => {
  const files = {
    'articles/a.md': story('A', '2026-11-20', '[the letter](letter.docx)'),
    'articles/2026/b.md.txt': story('B', '2026-11-21'),
    'articles/c.mdx': story('C', '2026-11-21'),
    'articles/d': story('D', '2026-11-21'),
    'articles/letter.docx': 'x',
    'articles/photo.jpg': 'x',
    'articles/README': 'x',
    'articles/2026/LICENSE.txt': 'x',
    'articles/~$d.docx': 'x',
    'articles/a.md.orig': 'x',
    'articles/later.md': story('Later', '2027-01-01', '[the speech](speech.txt)'),
    'articles/speech.txt': 'x',
  };
  const { stderr } = site(files).build().exits(0);
  const told = stderr.matchAll(/^(\S+) warning source\/ending: this is no article/gm);
  expect([...told].map(([, file]) => file)).toEqual([
    'articles/2026/b.md.txt',
    'articles/c.mdx',
    'articles/d',
  ]);
});
