/** `pages/`: the paper's own pages, About and Imprint, which are in no list. */
import { describe, expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

/** A page with a title and a text; more lines of front matter as wanted. */
function own(title: string, text = 'Text.', more: string[] = []): string {
  return ['---', `title: ${title}`, ...more, '---', text, ''].join('\n');
}

function paper(files: Record<string, string>, settings = ''): Site {
  return site({
    'site.yaml': `title: The Gazette\nurl: https://x.example\n${settings}`,
    'articles/bridge.md': story('Bridge', '2026-11-20', 'Text.', ['section: News']),
    ...files,
  }).at('2026-11-23T12:00:00Z');
}

const TWO = 'languages: [en, sq]\n';

test('are at the address of their file, with the frame of the paper', () => {
  paper({
    'pages/about.md': own('About us', 'We are *few*.', ['summary: Who we are']),
    'pages/about/team.md': own('The team'),
    'pages/contact/index.md': own('Contact'),
    'pages/Rreth Nesh.md': own('Rreth nesh'),
  })
    .build()
    .exits(0)
    .shows('about/index.html', '<h1>About us</h1>', 'We are <em>few</em>.', 'Who we are')
    .shows('about/index.html', 'The Gazette', '<title>About us · The Gazette</title>')
    .shows('about/team/index.html', '<a href="/about/">About us</a>', '<h1>The team</h1>')
    .shows('contact/index.html', '<h1>Contact</h1>')
    .shows('rreth-nesh/index.html', '<h1>Rreth nesh</h1>');
});

test('are in no list and no feed, and in the sitemap', () => {
  const made = paper(
    { 'pages/about.md': own('About us', 'Everyone here.') },
    'theme: {footer: {}}\n',
  )
    .build()
    .exits(0)
    .shows('sitemap-pages.xml', 'https://x.example/about/');
  const naming = made.outputs().filter((out) => made.read(out).includes('/about/'));
  expect(naming).toEqual(['about/index.html', 'sitemap-pages.xml']);
});

test('say to search engines what they are', () => {
  const made = paper({ 'pages/about.md': own('About us'), 'pages/about/team.md': own('Team') })
    .build()
    .exits(0);
  const said = [...made.read('about/team/index.html').matchAll(/ld\+json">(.*?)<\/script>/g)].map(
    ([, json]) => JSON.parse(json ?? ''),
  );
  expect(said.map((one) => one['@type'])).toEqual(['WebPage', 'BreadcrumbList']);
  expect(said[0]).toMatchObject({ name: 'Team', url: 'https://x.example/about/team/' });
  expect(said[1].itemListElement.map((one: { name: string }) => one.name)).toEqual([
    'The Gazette',
    'About us',
    'Team',
  ]);
});

test('have another address where they say so, and lead on from former ones', () => {
  const made = paper({
    'pages/imprint.md': own('Imprint', 'Text.', ['permalink: /legal.html']),
    'pages/about/us.md': own('About', 'Text.', ['slug: we', 'aliases: [/about-us/, who]']),
  })
    .build()
    .exits(0)
    .shows('legal.html', 'Imprint')
    .shows('about/we/index.html', 'About')
    .shows('about-us/index.html', 'url=/about/we/')
    .shows('about/who/index.html', 'url=/about/we/');
  expect(made.outputs()).not.toContain('imprint/index.html');
});

test('have for templates whatever else their files say', () => {
  paper({
    'pages/about.md': own('About', 'Text.', [
      'tags: [a, b]',
      'phone: "+383 38"',
      'updated: 2026-11-20',
    ]),
    'templates/page.hbs':
      '{{lookup text.extra "phone"}} {{#each (lookup text.extra "tags")}}{{this}}{{/each}} {{#if (lookup text.extra "updated")}}no{{/if}}',
  })
    .build()
    .exits(0)
    .expect('about/index.html', '+383 38 ab ');
});

describe('in several languages', () => {
  test('are those of their folder, or as they say', () => {
    paper(
      {
        'pages/about.md': own('About us'),
        'pages/en/contact.md': own('Contact'),
        'pages/sq/rreth.md': own('Rreth nesh'),
        'pages/impressum.md': own('Impressum', 'Text.', ['lang: sq']),
      },
      TWO,
    )
      .build()
      .exits(0)
      .shows('about/index.html', '<html lang="en"')
      .shows('contact/index.html', '<html lang="en"')
      .shows('sq/rreth/index.html', '<html lang="sq"')
      .shows('sq/impressum/index.html', '<html lang="sq"');
  });

  test('have the quotation marks of their language', () => {
    const languages = 'languages: [en, de]\n';
    paper({ 'pages/de/a.md': own('A', 'Sie "rief".'), 'pages/b.md': own('B', '"Yes".') }, languages)
      .build()
      .exits(0)
      .shows('de/a/index.html', 'Sie „rief“.')
      .shows('b/index.html', '“Yes”.');
  });

  test('name their versions, and links of the frame lead to that of the reader', () => {
    const made = paper(
      {
        'pages/about.md': own('About us', 'Text.', ['translations: about']),
        'pages/sq/rreth.md': own('Rreth nesh', 'Text.', ['translations: about']),
      },
      `${TWO}theme:\n  footer: {Who we are: /about/, Latest: /latest/}\n`,
    )
      .build()
      .exits(0)
      .shows('about/index.html', 'hreflang="sq" lang="sq">shqip</a>')
      .shows('about/index.html', '<a href="/about/">Who we are</a>')
      .shows(
        'sq/rreth/index.html',
        'rel="alternate" hreflang="x-default" href="https://x.example/about/"',
      )
      .shows('sq/rreth/index.html', '<a href="/sq/rreth/">Rreth nesh</a>')
      .shows('sq/rreth/index.html', '<a href="/latest/">Latest</a>');
    expect(made.read('sq/index.html')).not.toContain('href="/about/"');
  });

  test('a link of the frame to one of two that readers of a language have leads there', () => {
    paper(
      {
        'pages/uk.md': own('In Britain', 'Text.', ['lang: en-GB', 'translations: x']),
        'pages/us.md': own('In America', 'Text.', ['lang: en-US', 'translations: x']),
      },
      `${TWO}theme: {footer: {UK: /uk/, US: /us/}}\n`,
    )
      .build()
      .exits(0)
      .shows('index.html', '<a href="/uk/">UK</a>', '<a href="/us/">US</a>');
  });

  test('two in one language are no versions of each other', () => {
    paper({
      'pages/a.md': own('A', 'Text.', ['translations: x']),
      'pages/b.md': own('B', 'Text.', ['translations: x']),
    })
      .build()
      .exits(1)
      .says(
        `pages/b.md:3:15 error article/translations: "x" is already the version of pages/a.md in en
  3 | translations: x
    |               ^
  Each language has one version. Correct translations: or lang: in one of the two.

1 error
Nothing was published; dist/ is as it was.`,
      );
  });
});

describe('in the footer', () => {
  const pages = {
    'pages/about.md': own('About us'),
    'pages/about/team.md': own('Team'),
    'pages/sq/rreth.md': own('Rreth nesh'),
  };

  test('stand by themselves where site.yaml names no links, without those below others', () => {
    const made = paper(pages, TWO).build().exits(0);
    made.shows('index.html', '<li><a href="/about/">About us</a></li>');
    made.shows('sq/index.html', '<li><a href="/sq/rreth/">Rreth nesh</a></li>');
    made.hides('index.html', 'Team', 'Rreth nesh');
  });

  test('stand only as site.yaml says where it says something', () => {
    paper(pages, 'theme: {footer: {Team: /about/team/}}\n')
      .build()
      .exits(0)
      .shows('index.html', '<a href="/about/team/">Team</a>')
      .hides('index.html', 'About us');
    paper(pages, 'theme: {footer: {}}\n').build().exits(0).hides('index.html', 'About us');
  });
});

describe('links', () => {
  test('lead to pages by file and by address, from articles and from pages', () => {
    paper({
      'pages/about.md': own('About', '[us](about/team.md) [bridge](../articles/bridge.md)'),
      'pages/about/team.md': own('Team', '[up](../about.md#who) [new](/latest/)'),
      'articles/b.md': story(
        'B',
        '2026-11-21',
        '[1](../pages/about.md) [2](/pages/about.md) [3](/about/)',
      ),
    })
      .build()
      .exits(0)
      .shows('about/index.html', 'href="/about/team/">us', 'href="/2026/11/20/bridge/">bridge')
      .shows('about/team/index.html', 'href="/about/#who">up', 'href="/latest/">new')
      .shows('2026/11/21/b/index.html', ...[1, 2, 3].map((n) => `<a href="/about/">${n}</a>`));
  });

  test('to what is not there, or not yet, are words', () => {
    const made = paper({
      'pages/about.md': own('About', '[team](team.md) [plan](../articles/plan.md)'),
      'pages/soon.md': own('Soon', 'Text.', ['publish: 2026-11-24T06:00']),
      'articles/plan.md': story('Plan', '2026-11-24T06:00'),
      'articles/b.md': story('B', '2026-11-21', '[1](../pages/soon.md) [2](/soon/)'),
    })
      .build()
      .exits(0)
      .shows('about/index.html', '<p>team plan</p>')
      .shows('2026/11/21/b/index.html', '<p>1 2</p>');
    expect(made.stderr).toContain(
      'pages/about.md:4:8 warning body/link: the link "team.md" leads to no page',
    );
    expect(made.stderr).toContain('leads to an article that readers cannot see now');
    expect(made.stderr).toContain(
      'articles/b.md:5:5 warning body/link-hidden: the link "../pages/soon.md" leads to a page that readers cannot see now',
    );
    made
      .at('2026-11-24T06:00:00Z')
      .build()
      .exits(0)
      .shows('2026/11/21/b/index.html', '<a href="/soon/">1</a> <a href="/soon/">2</a>')
      .shows('about/index.html', '<a href="/2026/11/24/plan/">plan</a>');
  });
});

describe('time', () => {
  test('one that is not to be seen yet is nowhere, and the build says when it will be', () => {
    const made = paper({
      'pages/subscribe.md': own('Subscribe', '![](price.png)', [
        'publish: 2026-11-24T06:00',
        'expires: 2026-12-24',
        'aliases: [/abo/]',
      ]),
      'pages/price.png': 'PNG',
    })
      .build()
      .exits(0)
      .nowhere('ubscribe')
      .nowhere('/abo/')
      .nowhere('price');
    expect(made.stdout).toContain('2026-11-24T06:00:00');
    made.gazeta('next').exits(0);
    expect(made.stdout).toContain('2026-11-24T06:00:00+00:00\n  1 page appears');
    expect(made.stdout).toContain('2026-12-24T00:00:00+00:00\n  1 page that is hidden now expires');
    made
      .at('2026-11-24T06:00:00Z')
      .build()
      .exits(0)
      .shows('subscribe/index.html', 'src="/media/pages/price.png"')
      .shows('abo/index.html', '/subscribe/');
    made.at('2026-12-24T00:00:00Z').build().exits(0).nowhere('ubscribe').nowhere('price');
  });

  test('what search engines are told of the policies of the paper names none that is to come', () => {
    const made = paper(
      { 'pages/conduct.md': own('Conduct', 'Text.', ['publish: 2026-11-24T06:00']) },
      'publisher: {policies: {ethics: /conduct/, diversity: "https://x.example/conduct/", masthead: /about/}}\n',
    )
      .build()
      .exits(0)
      .nowhere('conduct')
      .shows('2026/11/20/bridge/index.html', '"masthead":"https://x.example/about/"');
    made
      .at('2026-11-24T06:00:00Z')
      .build()
      .exits(0)
      .shows('2026/11/20/bridge/index.html', '"ethicsPolicy":"https://x.example/conduct/"');
  });

  test('drafts are left out, and shown with --drafts', () => {
    const made = paper({
      'pages/about.md': own('About us', 'Text.', ['draft: true', 'lang: xx-nothing']),
    })
      .build()
      .exits(0)
      .nowhere('About us');
    made.edit({ 'pages/about.md': own('About us', 'Text.', ['draft: true']) });
    made.build('--drafts', '--out', 'other').exits(0);
    expect(made.outputs('other')).toContain('about/index.html');
  });
});

describe('what readers cannot see', () => {
  test('is no link of the frame either, until they can', () => {
    const files = {
      'pages/subscribe.md': own('Subscribe', 'Text.', [
        'publish: 2026-11-24T06:00',
        'expires: 2026-11-25',
        'aliases: [/abo/]',
      ]),
      'articles/plan.md': story('Plan', '2026-11-24T06:00', 'Text.', ['permalink: /plan/']),
    };
    const theme = `theme:
  header: {Join: /subscribe/, Latest: /latest/}
  footer: {Sub: "/subscribe/#how", Old: /abo/, The plan: /plan/, Elsewhere: "https://e.example/plan/", Full: "https://x.example/subscribe/"}
`;
    const made = paper(files, theme).gazeta('check').exits(0);
    expect(made.stderr).not.toContain('check/link');
    made
      .build()
      .exits(0)
      .nowhere('/subscribe/')
      .nowhere('/abo/')
      .nowhere('x.example/plan/')
      .shows('index.html', '<a href="/latest/">Latest</a>', 'https://e.example/plan/');
    made
      .at('2026-11-24T06:00:00Z')
      .build()
      .exits(0)
      .shows('index.html', '<a href="/subscribe/">Join</a>', '<a href="/plan/">The plan</a>')
      .shows('index.html', '<a href="/subscribe/#how">Sub</a>', '<a href="/abo/">Old</a>');
    made.at('2026-11-25T00:00:00Z').gazeta('check').exits(0);
    expect(made.stderr).not.toContain('check/link');
    made.build().exits(0).nowhere('/subscribe/');
  });

  test('of a draft a link of the frame is told, for it may never be seen', () => {
    const made = paper(
      { 'pages/about.md': own('About us', 'Text.', ['draft: true']) },
      'theme: {footer: {About: /about/}}\n',
    );
    made.gazeta('check').exits(0);
    expect(made.stderr).toContain(
      'site.yaml:3:25 warning check/link: the link to /about/ leads nowhere',
    );
    made.build().exits(0).nowhere('"/about/"');
  });

  test('takes no address from what they can', () => {
    const made = paper(
      {
        'pages/news.md': own('News', 'Text.', ['draft: true']),
        'pages/latest.md': own('Latest', 'Text.', ['draft: true', 'aliases: [/press/]']),
        'articles/hub.md': story('Hub', '2026-11-21', 'Text.', [
          'draft: true',
          'permalink: /tags/',
        ]),
        'public/press/index.html': '<p>Press',
        'pages/links.md': own('Links', '[1](/news/) [2](/latest/) [3](/press/) [4](/tags/)'),
      },
      'redirects: {/was/: /news/}\n',
    )
      .build()
      .exits(0)
      .shows(
        'links/index.html',
        '<a href="/news/">1</a> <a href="/latest/">2</a> <a href="/press/">3</a> <a href="/tags/">4</a>',
      )
      .shows('was/index.html', 'url=/news/');
    made.edit({ 'pages/news.md': null, 'pages/latest.md': null }).build().exits(0);
    expect(made.tasks).not.toContain('page links/index.html');
  });
});

describe('what is wrong with them', () => {
  test.each([
    [
      'a title',
      '---\nsummary: x\n---\nText.\n',
      'pages/a.md error page/title: the page has no title',
    ],
    [
      'an instant',
      own('A', '', ['publish: 2026-02-30']),
      'pages/a.md:3:10 error article/date: "2026-02-30"',
    ],
    [
      'an order',
      own('A', '', ['date: 2026-02-03', 'expires: 2026-02-01']),
      'pages/a.md:4:10 error article/order',
    ],
    [
      'a misspelling that could publish it',
      own('A', '', ['drfat: true']),
      'pages/a.md:3:1 error front-matter/misspelled-key',
    ],
    [
      'an embargo under another name',
      own('A', '', ['embargo: 2027-01-01']),
      'pages/a.md:3:1 error front-matter/misspelled-key',
    ],
    [
      'what is said of articles only',
      own('A', '', ['withdrawn: true']),
      'pages/a.md:3:12 error article/value: "withdrawn" is for articles',
    ],
    ['an address', own('A', '', ['permalink: /a.pdf']), 'pages/a.md:3:12 error article/permalink'],
    ['front matter', 'Text.\n', 'pages/a.md:1:1 error front-matter/missing'],
    ['what to begin with', 'Text.\n', 'Begin the file with:\n  ---\n  title: About us\n  ---\n'],
    ['a text', '', 'Write the page, or remove the file.'],
  ])('%s', (_, text, said) => {
    const made = paper({ 'pages/a.md': text }).build().exits(1);
    expect(made.stderr).toContain(said);
  });

  test('a link to one whose name looks the same', () => {
    const made = paper({
      'pages/cafe\u0301.md': own('Café'),
      'pages/a.md': own('A', '[x](caf\u00e9.md)'),
    })
      .build()
      .exits(0);
    expect(made.stderr).toContain('There is pages/cafe\u0301.md, which looks the same');
  });

  test.each([
    ['the home page', 'pages/index.md', '/', 'the page "home"'],
    ['a section', 'pages/news.md', '/news/', 'the section "news"'],
    ['a list', 'pages/latest.md', '/latest/', 'the page "latest"'],
    ['an archive', 'pages/2026/11.md', '/2026/11/', 'the archive of the paper'],
    ['a file', 'pages/a.md', '/a/', 'public/a/index.html'],
    ['a page', 'pages/b.md', '/b/', 'pages/B.md'],
  ])('the address of %s', (_, file, address, owner) => {
    const files = { 'pages/B.md': own('B'), [file]: own('Mine', 'Mine.'), 'pages/c.md': own('C') };
    const one = paper({ ...files, 'public/a/index.html': '<p>' }, 'onError: hold-back\n');
    const said = `${file} error article/address: its address ${address} is also that of ${owner}
  Give the page another file name, or a line permalink:.
`;
    // The others are published, and the one that has it stays.
    const made = one.build().exits(3);
    expect(made.stderr).toContain(said);
    expect(made.stdout).toContain(`Held back: 1 page\n  ${file}\n`);
    expect(made.outputs()).toContain('c/index.html');
    for (const out of made.outputs()) expect(made.read(out)).not.toContain('Mine');
    expect(one.edit({ 'site.yaml': 'url: https://x.example\n' }).build().exits(1).stderr).toContain(
      said,
    );
  });

  test('the address that another has: a link to it leads to the one that keeps it', () => {
    const files = { 'pages/B.md': own('B'), 'pages/b.md': own('Mine') };
    const text = '[by address](/b/) [by file](../pages/b.md)';
    const made = paper(
      { ...files, 'articles/x.md': story('X', '2026-11-20', text) },
      'onError: hold-back\n',
    );
    const page = made.build().exits(3).read('2026/11/20/x/index.html');
    expect(page).toContain('<a href="/b/">by address</a> by file');
  });

  describe('a former address that is taken', () => {
    const taken = (alias: string, files = {}) =>
      paper(
        { 'pages/a.md': own('A', 'Text.', [`aliases: [${alias}]`]), ...files },
        'onError: hold-back\nredirects: {/sent/: /latest/}\n',
      ).build();

    test.each([
      ['/2026/11/20/bridge/', 'articles/bridge.md', {}],
      ['/news/', 'the section "news"', {}],
      ['/b/', 'pages/b.md', { 'pages/b.md': own('B') }],
      ['/press/', 'public/press/index.html', { 'public/press/index.html': '<p>' }],
      ['/sent/', 'the redirect from /sent/', {}],
      ['/2026/11/', 'the archive of the paper', {}],
    ])('%s', (alias, owner, files) => {
      const made = taken(alias, files).exits(3);
      expect(made.stderr.split('\n')[0]).toBe(
        `pages/a.md:3:11 error article/address: its former address ${alias} is that of ${owner}`,
      );
      expect(made.outputs()).toContain('a/index.html');
      made.shows('2026/11/20/bridge/index.html', 'Bridge');
    });

    test('by another page', () => {
      const made = taken('/old/', { 'pages/b.md': own('B', 'Text.', ['aliases: [/old/]']) });
      made.exits(3).shows('old/index.html', 'url=/a/').shows('b/index.html', 'B');
      expect(made.stderr).toContain(
        'pages/b.md:3:11 error article/address: its former address /old/ is that of pages/a.md',
      );
    });
  });

  test('an article at the address of a page gives way', () => {
    const made = paper({
      'pages/about.md': own('About us'),
      'articles/about.md': story('About', '2026-11-21', 'Text.', ['permalink: /about/']),
    })
      .build()
      .exits(1);
    expect(made.stderr).toContain(
      'articles/about.md error article/address: its address /about/ is also that of pages/about.md',
    );
  });

  test('one with a fault is held back, and links to it are words', () => {
    const made = paper(
      {
        'pages/about.md': own('About us', 'Text.', ['expires: never']),
        'pages/team.md': '---\ntitle: [\n---\n',
        'pages/fine.md': own('Fine', '[a](about.md) [b](/about/) [c](team.md) [d](/team/)', [
          'image: []',
        ]),
      },
      'onError: hold-back\n',
    )
      .build()
      .exits(3)
      .nowhere('About us')
      .shows('fine/index.html', '<p>a b c d</p>');
    expect(made.stdout).toContain('Held back: 2 pages\n  pages/about.md\n  pages/team.md');
  });
});

describe('what is made again', () => {
  const files = {
    'pages/about.md': own('About us', '[team](team.md)'),
    'pages/team.md': own('Team', 'Text.', ['aliases: /crew/']),
  };
  const fixed = 'theme: {footer: {About: /about/}}\n';

  test('one text more is one page more', () => {
    const made = paper(files, fixed).build().exits(0);
    made.edit({ 'pages/team.md': own('Team', 'Other.', ['aliases: /crew/']) });
    made.build().exits(0).ran('page team/index.html').shows('team/index.html', 'Other.');
    made.edit({ 'pages/contact.md': own('Contact') });
    made
      .build()
      .exits(0)
      .ran('page contact/index.html', 'page sitemap-pages.xml', 'page sitemap.xml');
    made
      .edit({ 'pages/contact.md': null })
      .build()
      .exits(0)
      .ran('page sitemap-pages.xml', 'page sitemap.xml');
    expect(made.outputs()).not.toContain('contact/index.html');
    made.build().exits(0).ran();
  });

  test('a new article makes none of them again', () => {
    const made = paper(files, fixed).build().exits(0);
    made
      .edit({ 'articles/new.md': story('New', '2026-11-22') })
      .build()
      .exits(0);
    expect(made.tasks.filter((task) => /about|team/.test(task))).toEqual([]);
  });

  test('gives what a clean build gives', () => {
    const made = paper(files).build().exits(0);
    for (const edit of [
      { 'pages/team.md': own('Team', 'Text.', ['publish: 2026-11-24']) },
      { 'pages/team.md': own('Crew', 'Text.', ['slug: crew']) },
      { 'pages/about.md': own('About', 'Text.', ['draft: true']) },
      { 'pages/about.md': null, 'pages/about/index.md': own('About', '[x](../team.md)') },
      { 'articles/b.md': story('B', '2026-11-21', '[about](/about/) [crew](../pages/team.md)') },
      { 'pages/team.md': null },
    ]) {
      made.edit(edit).build().exits(0);
      made.build('--no-cache', '--out', 'clean', '--empty').exits(0);
      expect(made.snapshot()).toEqual(made.snapshot('clean'));
    }
  });
});

test('gazeta why tells of them', () => {
  const made = paper({
    'pages/about.md': own('About us'),
    'pages/soon.md': own('Soon', 'Text.', ['publish: 2026-11-24T06:00']),
  })
    .build()
    .exits(0);
  made.gazeta('why', 'pages/about.md').exits(0);
  expect(made.stdout).toContain('/about/, pages/about.md');
  expect(made.stdout).toContain('Its template is gazeta/templates/page.hbs');
  made.gazeta('why', '/about/').exits(0);
  expect(made.stdout).toContain('/about/, pages/about.md');
  made.gazeta('why', 'pages/soon.md').exits(0);
  expect(made.stdout).toContain('it is under embargo until 2026-11-24T06:00:00+00:00');
});

test('gazeta check tells of links that lead nowhere, and of pictures without words', () => {
  const made = paper({
    'pages/about.md': own('About', '[x](/nowhere/) ![](/a.png)'),
    'public/a.png': 'x',
  })
    .gazeta('check')
    .exits(0);
  expect(made.stderr).toContain('pages/about.md:4:5 warning check/link');
  expect(made.stderr).toContain('pages/about.md:4:1 warning check/alt');
});
