/** `gazeta import`: a newspaper that moves in from WordPress. */
import { describe, expect, test } from 'vitest';
import { type Site, site } from '../rig.ts';
import { author, category, post, wxr } from '../wxr.ts';

/** A folder with an export in it, after the import. */
function imported(xml: string, files: Record<string, string> = {}, ...args: string[]): Site {
  return site({ 'export.xml': xml, ...files })
    .at('2026-11-23T12:00:00Z')
    .gazeta('import', 'export.xml', ...args);
}
const article = (made: Site, name = '2024/06/2024-06-05-bridge') =>
  made.read(`../articles/${name}.md`);
const settings = (made: Site) => made.read('../site.yaml');

test('a post becomes an article at the address that it had', () => {
  const made = imported(
    wxr(
      author('arta', 'Arta Berisha'),
      category(3, 'rajoni', 'Rajoni'),
      post({
        title: 'Ura u hap: "më në fund"',
        creator: 'arta',
        excerpt: 'Pas dhjetë vjetësh &amp; shumë <em>premtimeve</em>.',
        modified: '2024-06-06 09:00:00',
        terms: [
          ['category', 'rajoni', 'Rajoni'],
          ['post_tag', 'ura', 'Ura'],
        ],
        html: '<!-- wp:paragraph -->\n<p>Ura mbi Ibër <strong>u hap</strong> sot.</p>\n<!-- /wp:paragraph -->',
      }),
    ),
  ).exits(0);
  expect(article(made)).toBe(`---
title: "Ura u hap: \\"më në fund\\""
date: 2024-06-05T16:04
updated: 2024-06-06T09:00
section: Rajoni
tags: [Ura]
authors: [Arta Berisha]
summary: "Pas dhjetë vjetësh & shumë premtimeve."
---

Ura mbi Ibër **u hap** sot.
`);
  expect(made.stdout).toContain('Imported 1 article into articles/.');
  expect(settings(made)).toContain('title: Lajmet e Kalasë\n');
  expect(settings(made)).toContain('url: https://paper.example\n');
  expect(settings(made)).toContain('language: sq\n');
  // The zone of Albania: what the clock showed is what the export says.
  expect(settings(made)).toContain('timezone: Europe/Tirane\n');
  expect(settings(made)).toContain('permalink: "/{yyyy}/{mm}/{dd}/{slug}/"');
  expect(settings(made)).toContain('sections:\n  - Rajoni\n');
  made.build().exits(0).shows('2024/06/05/bridge/index.html', 'më në fund', 'Arta Berisha');
  // Addresses of mail are nobody's business.
  made.nowhere('arta@');
});

describe('what is not public', () => {
  test.each([
    ['a draft', { status: 'draft' }],
    ['a review', { status: 'pending' }],
    ['a private one', { status: 'private' }],
    ['a state of a plugin', { status: 'in-progress' }],
    ['one with a password', { password: 'secret' }],
  ])('%s is a draft', (_, facts) => {
    const made = imported(wxr(post({ ...facts, title: 'Hidden' }), post({ name: 'other', id: 2 })));
    expect(article(made)).toContain('\ndraft: true\n');
    expect(made.stdout).toContain('Imported 2 articles into articles/, 1 draft among them.');
    made.build().exits(0).nowhere('Hidden');
  });

  test('what was thrown away stays away', () => {
    const made = imported(wxr(post({ status: 'trash' }), post({ name: 'other', id: 2 })));
    expect(made.files.list('/site/articles').map(({ path }) => path)).toEqual([
      '2024/06/2024-06-05-other.md',
    ]);
  });

  test('what is to come comes', () => {
    const made = imported(
      wxr(
        post({
          status: 'future',
          date: '2027-01-01 08:00:00',
          gmt: '2027-01-01 07:00:00',
          title: 'Later',
        }),
        post({ id: 2 }),
      ),
    ).exits(0);
    expect(made.stdout).toContain('1 to be published later among them');
    made.build().exits(0).nowhere('Later');
    made.at('2027-01-01T07:00:00Z').build().exits(0).shows('index.html', 'Later');
  });

  test('a draft without a date has none', () => {
    const zero = '0000-00-00 00:00:00';
    const made = imported(
      wxr(
        post({
          status: 'draft',
          date: zero,
          gmt: zero,
          name: '',
          link: 'https://paper.example/?p=1',
          title: 'Në punë',
        }),
        post({ id: 2 }),
      ),
    ).exits(0);
    expect(article(made, 'drafts/ne-pune')).toBe(
      '---\ntitle: Në punë\ndraft: true\n---\n\nText.\n',
    );
  });

  test('a published one without a date is a draft, and that is told', () => {
    const made = imported(wxr(post({ date: '', gmt: '', title: 'Kur?' }))).exits(0);
    expect(made.stderr).toContain(`export.xml:11:1 warning import/date: the post "Kur?" has no date
  11 | <item>
     | ^^^^^^`);
    expect(article(made, 'drafts/bridge')).toContain('draft: true');
  });
});

describe('when', () => {
  test('the offset stands where the clock showed something else', () => {
    // Eleven posts in the paper's zone, one from before it was set.
    const months = Array.from({ length: 11 }, (_, at) => String(at + 1).padStart(2, '0'));
    const own = months.map((month, at) =>
      post({
        id: at + 2,
        name: `p${month}`,
        date: `2023-${month}-10 12:00:00`,
        gmt: `2023-${month}-10 ${at > 2 && at < 10 ? '10' : '11'}:00:00`,
      }),
    );
    const made = imported(
      wxr(post({ date: '2010-03-04 12:00:30', gmt: '2010-03-04 12:00:30' }), ...own),
    ).exits(0);
    expect(settings(made)).toContain('timezone: Europe/Tirane\n');
    expect(article(made, '2010/03/2010-03-04-bridge')).toContain(
      '\ndate: 2010-03-04T12:00:30+00:00\n',
    );
    expect(article(made, '2023/07/2023-07-10-p07')).toContain('\ndate: 2023-07-10T12:00\n');
  });

  test('a zone that is said counts', () => {
    const made = imported(wxr(post({})), {}, '--timezone', 'Europe/London').exits(0);
    expect(settings(made)).toContain('timezone: Europe/London\n');
    expect(article(made)).toContain('\ndate: 2024-06-05T16:04+02:00\n');
  });

  test('a change that was before it is none', () => {
    expect(article(imported(wxr(post({ modified: '2024-06-05 16:04:20' }))))).not.toContain(
      'updated',
    );
  });
});

describe('sections', () => {
  const rajoni = category(3, 'rajoni', 'Rajoni');
  const kosova = category(4, 'kosova', 'Kosova', 'rajoni');
  const sport = category(5, 'sport', 'Sport &amp; jetë');
  const terms = (...names: [string, string][]) =>
    names.map(([nicename, name]) => ['category', nicename, name] as const);
  const of = (made: Site) => /\nsection: .*|$/.exec(article(made))?.[0].trim();

  test('a part of one', () => {
    const made = imported(
      wxr(rajoni, kosova, post({ terms: terms(['rajoni', 'Rajoni'], ['kosova', 'Kosova']) })),
    ).exits(0);
    expect(of(made)).toBe('section: Rajoni / Kosova');
    expect(article(made)).not.toContain('tags');
    expect(settings(made)).toContain('sections:\n  - Rajoni\n  - Rajoni / Kosova\n');
    made.build().exits(0).shows('rajoni/kosova/index.html', 'The bridge');
  });

  test('of several the one that the desk chose; the others are tags', () => {
    const made = imported(
      wxr(
        rajoni,
        sport,
        post({
          terms: terms(['rajoni', 'Rajoni'], ['sport', 'Sport &amp; jetë']),
          meta: { _yoast_wpseo_primary_category: '5' },
        }),
      ),
    ).exits(0);
    expect(article(made)).toContain('section: "Sport & jetë"\ntags: [Rajoni]\n');
  });

  test('no category is no section, unless it was renamed', () => {
    const none = category(1, 'uncategorized', 'Uncategorized');
    const made = imported(
      wxr(none, post({ terms: terms(['uncategorized', 'Uncategorized']) })),
    ).exits(0);
    expect(article(made)).not.toContain('section');
    const renamed = category(1, 'uncategorized', 'Lajme');
    expect(of(imported(wxr(renamed, post({ terms: terms(['uncategorized', 'Lajme']) }))))).toBe(
      'section: Lajme',
    );
  });

  test('in the order of the menu, then by how many articles they have', () => {
    const entry = (id: number, order: number) =>
      post({
        id: 100 + id,
        type: 'nav_menu_item',
        more: `<wp:menu_order>${order}</wp:menu_order>`,
        meta: { _menu_item_object: 'category', _menu_item_object_id: String(id) },
      });
    const made = imported(
      wxr(
        ...[rajoni, sport, category(6, 'bota', 'Bota'), category(7, 'moti', 'Moti')],
        post({ terms: terms(['rajoni', 'Rajoni']) }),
        post({ id: 2, name: 'b', terms: terms(['bota', 'Bota']) }),
        post({ id: 3, name: 'c', terms: terms(['moti', 'Moti']) }),
        post({ id: 4, name: 'd', terms: terms(['moti', 'Moti']) }),
        post({ id: 5, name: 'e', terms: terms(['sport', 'Sport']) }),
        entry(5, 2),
        entry(6, 1),
      ),
    ).exits(0);
    expect(settings(made)).toContain(
      'sections:\n  - Bota\n  - "Sport & jetë"\n  - Moti\n  - Rajoni\n',
    );
  });

  test('that a paper does not declare are told', () => {
    const made = imported(wxr(rajoni, sport, post({ terms: terms(['rajoni', 'Rajoni']) })), {
      'site.yaml': 'timezone: Europe/Belgrade\nsections: [Bota]\n',
    }).exits(0);
    expect(made.stderr).toContain(
      'site.yaml warning import/section: a section of the export is not declared: Rajoni',
    );
    expect(settings(made)).toBe('timezone: Europe/Belgrade\nsections: [Bota]\n');
  });
});

describe('authors', () => {
  test('several, some of them without an account', () => {
    const guest = post({
      id: 9,
      type: 'guest-author',
      title: 'Blerim Krasniqi',
      meta: { 'cap-user_login': 'blerim', 'cap-display_name': 'Blerim Krasniqi' },
    });
    const made = imported(
      wxr(
        author('arta', 'Arta Berisha'),
        post({
          creator: 'admin',
          terms: [
            ['author', 'cap-arta', 'arta'],
            ['author', 'cap-blerim', 'blerim'],
          ],
        }),
        guest,
      ),
    ).exits(0);
    expect(article(made)).toContain('authors: [Arta Berisha, Blerim Krasniqi]');
  });

  test('who is not in the export is named as the post has it', () => {
    expect(article(imported(wxr(post({ creator: 'redaksia' }))))).toContain('authors: [redaksia]');
  });
});

describe('addresses', () => {
  test('the pattern is that of most, and others have their own', () => {
    const made = imported(
      wxr(
        post({ link: 'https://paper.example/bridge/' }),
        post({ id: 2, name: 'a', link: 'https://paper.example/a/' }),
        post({ id: 3, name: 'old', link: 'https://paper.example/lajme/old.html' }),
        post({ id: 4, name: 'script', link: 'https://paper.example/story.php' }),
        post({
          id: 5,
          name: '%d1%83%d1%80%d0%b0',
          link: 'https://paper.example/%d1%83%d1%80%d0%b0/',
        }),
      ),
    ).exits(0);
    expect(settings(made)).toContain('permalink: "/{slug}/"');
    expect(article(made)).not.toContain('permalink');
    expect(article(made, '2024/06/2024-06-05-old')).toContain('\npermalink: "/lajme/old.html"\n');
    expect(article(made, '2024/06/2024-06-05-script')).toContain('\naliases: ["/story.php"]\n');
    expect(article(made, '2024/06/2024-06-05-ura')).toContain('\npermalink: "/ура/"\n');
    made.build().exits(0);
    expect(made.outputs()).toEqual(
      expect.arrayContaining([
        'bridge/index.html',
        'lajme/old.html',
        'ура/index.html',
        'script/index.html',
      ]),
    );
  });

  test('those of sections', () => {
    const of = (id: number, name: string) =>
      post({
        id,
        name,
        link: `https://paper.example/rajoni/${name}/`,
        terms: [['category', 'rajoni', 'Rajoni']],
      });
    const made = imported(wxr(of(1, 'bridge'), of(2, 'b'))).exits(0);
    expect(settings(made)).toContain('permalink: "/{section}/{slug}/"');
    expect(article(made)).not.toContain('permalink');
  });

  test('former ones lead on', () => {
    const made = imported(wxr(post({ meta: { _wp_old_slug: ['bridge-opens', 'ura'] } }))).exits(0);
    expect(article(made)).toContain('\naliases: [bridge-opens, ura]\n');
    made.build().exits(0).shows('2024/06/05/ura/index.html', '/2024/06/05/bridge/');
  });

  test('links within the site lead there by their paths, and short ones to what they mean', () => {
    const html = `<!-- wp:paragraph --><p><a href="https://paper.example/2024/06/05/b/">one</a>, <a href="http://www.paper.example/?p=2">two</a>, <a href="https://other.example/c/">three</a></p><!-- /wp:paragraph -->`;
    const made = imported(wxr(post({ html }), post({ id: 2, name: 'b' }))).exits(0);
    expect(article(made)).toContain(
      '[one](/2024/06/05/b/), [two](/2024/06/05/b/), [three](https://other.example/c/)',
    );
  });

  test('of a paper below a path', () => {
    const xml = wxr(
      post({
        link: 'https://paper.example/gazeta/2024/06/05/bridge/',
        html: '<p><a href="https://paper.example/gazeta/x/">x</a> <a href="https://paper.example/y/">y</a> <a href="/gazeta/z/">z</a> <a href="/shop/">shop</a></p>',
      }),
    ).replaceAll(
      '<wp:base_blog_url>https://paper.example',
      '<wp:base_blog_url>https://paper.example/gazeta',
    );
    const made = imported(xml).exits(0);
    expect(settings(made)).toContain('url: https://paper.example/gazeta\n');
    expect(article(made)).not.toContain('permalink');
    expect(article(made)).toContain(
      '[x](/x/) [y](https://paper.example/y/) [z](/z/) [shop](https://paper.example/shop/)',
    );
  });
});

describe('pictures', () => {
  const upload = (
    id: number,
    name: string,
    facts: { alt?: string; caption?: string; parent?: number } = {},
  ) =>
    post({
      ...{
        id,
        type: 'attachment',
        status: 'inherit',
        name,
        excerpt: facts.caption ?? '',
        parent: facts.parent ?? 0,
      },
      url: `https://paper.example/wp-content/uploads/2024/06/${name}.jpg`,
      link: `https://paper.example/2024/06/05/bridge/${name}/`,
      meta: facts.alt === undefined ? {} : { _wp_attachment_image_alt: facts.alt },
    });

  test('the lead picture', () => {
    const made = imported(
      wxr(
        post({ meta: { _thumbnail_id: '7' } }),
        upload(7, 'ura', { alt: 'Ura natën', caption: 'Foto: <b>Arta</b>' }),
      ),
    ).exits(0);
    expect(article(made)).toContain(
      '\nimage: {src: "/wp-content/uploads/2024/06/ura.jpg", alt: "Ura natën", caption: "Foto: Arta"}\n',
    );
  });

  test('with captions, in galleries, and linked to themselves', () => {
    const made = imported(
      wxr(
        post({
          html: `[caption id="attachment_7" align="left" width="300"]<a href="https://paper.example/2024/06/05/bridge/ura/"><img class="wp-image-7" src="https://i1.wp.com/paper.example/wp-content/uploads/2024/06/ura-300x200.jpg?w=300" alt=""></a> Ura mbi "Ibër"[/caption]

Dhe të tjera:

[gallery ids="8,9,99"]`,
        }),
        upload(7, 'ura', { alt: 'Ura natën' }),
        upload(8, 'a', { alt: 'A', caption: 'E para' }),
        upload(9, 'b'),
      ),
    ).exits(0);
    expect(article(made)).toContain(`---

![Ura natën](/wp-content/uploads/2024/06/ura-300x200.jpg "Ura mbi \\"Ibër\\"")

Dhe të tjera:

![A](/wp-content/uploads/2024/06/a.jpg "E para")

![](/wp-content/uploads/2024/06/b.jpg)
`);
  });

  test('a gallery without names shows those of the post', () => {
    const made = imported(
      wxr(
        post({ html: '[gallery]' }),
        upload(7, 'a', { parent: 1 }),
        upload(8, 'b', { parent: 2 }),
      ),
    ).exits(0);
    expect(article(made)).toContain('\n![](/wp-content/uploads/2024/06/a.jpg)\n');
    expect(article(made)).not.toContain('b.jpg');
  });

  test('are listed, to be fetched', () => {
    const html =
      '<p><img src="https://paper.example/wp-content/uploads/një.png"><a href="/wp-content/uploads/x.pdf">PDF</a><img src="https://cdn.example/y.png"></p>';
    const made = imported(wxr(post({ html })), {}, '--media', 'media.txt').exits(0);
    expect(made.read('../media.txt')).toBe(
      'https://paper.example/wp-content/uploads/nj%C3%AB.png\nhttps://paper.example/wp-content/uploads/x.pdf\n',
    );
    expect(made.stdout).toContain(
      'wget -x -nH -P public -i media.txt --restrict-file-names=nocontrol',
    );
    const without = imported(wxr(post({ html })));
    expect(without.stdout).toContain('Articles name 2 pictures and files of the old site');
  });
});

test('a new paper with what its host needs', () => {
  const made = imported(wxr(post({})), {}, '--host', 'netlify').exits(0);
  expect(settings(made)).toContain('\nhost: netlify\n');
  expect(made.stdout).toContain('netlify.toml');
  made.build().exits(0);
});

test('languages of one paper', () => {
  const of = (id: number, name: string, lang: string) =>
    post({
      id,
      name,
      link: `https://paper.example/${lang === 'sq' ? '' : `${lang}/`}2024/06/05/${name}/`,
      terms: [
        ['language', lang, lang],
        ['post_translations', 'pll_1', 'pll_1'],
      ],
    });
  const made = imported(wxr(of(1, 'bridge', 'sq'), of(2, 'the-bridge', 'en'))).exits(0);
  expect(settings(made)).toContain('language: sq\nlanguages: [sq, en]\n');
  expect(article(made)).toContain('\ntranslations: "pll_1"\n');
  expect(article(made)).not.toContain('lang:');
  expect(article(made, '2024/06/2024-06-05-the-bridge')).toContain('\nlang: en\n');
  expect(article(made, '2024/06/2024-06-05-the-bridge')).not.toContain('permalink');
  made.build().exits(0).shows('2024/06/05/bridge/index.html', '/en/2024/06/05/the-bridge/');
});

describe('again', () => {
  test('what is there stays as it is, and what is new is added', () => {
    const made = imported(wxr(post({})));
    made.edit({
      'articles/2024/06/2024-06-05-bridge.md': 'ours',
      'export.xml': wxr(post({}), post({ id: 2, name: 'new' })),
    });
    made.gazeta('import', 'export.xml').exits(0);
    expect(made.stdout).toContain(
      'Imported 1 article into articles/.\n1 article was there already and stays as it is.',
    );
    expect(article(made)).toBe('ours');
    expect(made.read('../articles/2024/06/2024-06-05-new.md')).toContain('The bridge');
  });

  test('two of one name are two articles', () => {
    const made = imported(
      wxr(post({}), post({ id: 2, title: 'Other', link: 'https://paper.example/other/' })),
    ).exits(0);
    expect(article(made, '2024/06/2024-06-05-bridge-2')).toContain('title: Other\n');
  });

  test('an article that needs no settings makes a paper, too', () => {
    const made = imported(wxr(post({})), {
      'articles/2024-01-01-a.md': '---\ntitle: A\n---\n',
    }).exits(0);
    expect(made.files.kind('/site/site.yaml')).toBe('none');
    // In UTC, as it is without settings.
    expect(article(made)).toContain('\ndate: 2024-06-05T16:04+02:00\n');
  });

  test('into a paper that is there, by its settings', () => {
    const files = {
      'site.yaml': 'url: https://new.example\ntimezone: Europe/London\npermalink: /{slug}/\n',
    };
    const made = imported(wxr(post({})), files).exits(0);
    expect(article(made)).toContain('\ndate: 2024-06-05T16:04+02:00\n');
    expect(article(made)).toContain('\npermalink: "/2024/06/05/bridge/"\n');
    made.gazeta('import', 'export.xml', '--timezone', 'UTC').exits(2);
    expect(made.stderr).toContain('that of this one is Europe/London');
  });
});

describe('lists of the earlier site lead on', () => {
  const rajoni = category(3, 'lajme-rajoni', 'Rajoni');
  const kosova = category(4, 'kosova', 'Kosova', 'lajme-rajoni');
  const of = (facts: object) =>
    post({ creator: 'arta_b', terms: [['category', 'kosova', 'Kosova']], ...facts });

  test('its feeds, sections and authors', () => {
    const made = imported(
      wxr(author('arta_b', 'Arta Berisha'), author('admin', 'Admin'), rajoni, kosova, of({})),
    ).exits(0);
    expect(settings(made)).toContain(`
redirects:
  /feed/: /feed.xml
  /feed/atom/: /atom.xml
  /category/lajme-rajoni/: /rajoni/
  /category/lajme-rajoni/feed/: /rajoni/feed.xml
  /category/lajme-rajoni/kosova/: /rajoni/kosova/
  /category/lajme-rajoni/kosova/feed/: /rajoni/kosova/feed.xml
  /author/arta_b/: /authors/arta-berisha/
`);
    made
      .build()
      .exits(0)
      .shows('category/lajme-rajoni/kosova/index.html', 'url=/rajoni/kosova/')
      .shows('author/arta_b/index.html', 'url=/authors/arta-berisha/');
    made.gazeta('check').exits(0);
    expect(made.stderr).not.toContain('leads nowhere');
  });

  test('but for what is the address of an article', () => {
    const made = imported(
      wxr(rajoni, kosova, of({ link: 'https://paper.example/category/lajme-rajoni/' })),
    ).exits(0);
    expect(settings(made)).not.toContain('/category/lajme-rajoni/: ');
    made.build().exits(0);
  });

  test('but for what is the address of a section, in whatever letters', () => {
    const made = imported(
      wxr(
        category(3, 'feed', 'Feed'),
        category(4, 'author', 'Author'),
        category(5, 'arta', 'Arta', 'author'),
        of({ creator: 'arta', terms: [['category', 'feed', 'Feed']] }),
        of({ id: 2, name: 'b', creator: 'arta', terms: [['category', 'arta', 'Arta']] }),
        of({ id: 3, name: 'c', creator: 'ben', link: 'https://paper.example/Author/Ben' }),
      ),
    ).exits(0);
    expect(settings(made)).not.toMatch(/^ {2}\/(?:feed|author\/\w+)\/: /m);
    expect(settings(made)).toContain('\n  /category/author/arta/: /author/arta/\n');
    made.build().exits(0);
  });

  test('and no former address of a post is one of these', () => {
    const made = imported(
      wxr(post({ meta: { _wp_old_slug: 'feed' }, link: 'https://paper.example/bridge/' })),
    ).exits(0);
    expect(article(made)).not.toContain('aliases');
    made.build().exits(0);
    made.edit({
      'export.xml': wxr(post({ id: 2, name: 'b', link: 'https://paper.example/feed/' })),
    });
    made.gazeta('import', 'export.xml').exits(0);
    expect(made.stderr).toContain(
      'cannot have its address /feed/, which is that of a redirect in site.yaml',
    );
    made.build().exits(0);
  });

  test('those of each language', () => {
    const inLanguage = (language: string, nicename: string, facts: object) =>
      post({
        creator: 'arta',
        terms: [
          ['category', nicename, nicename],
          ['language', language, language],
        ],
        ...facts,
      });
    const made = imported(
      wxr(
        author('arta', 'Arta'),
        category(3, 'lajme', 'Lajme'),
        category(4, 'vesti', 'Vesti'),
        inLanguage('sq', 'lajme', { creator: 'ben' }),
        inLanguage('sr', 'vesti', { id: 2, link: 'https://paper.example/sr/most/' }),
      ),
    ).exits(0);
    expect(settings(made)).toContain(`
redirects:
  /feed/: /feed.xml
  /feed/atom/: /atom.xml
  /sr/feed/: /sr/feed.xml
  /sr/feed/atom/: /sr/atom.xml
  /category/lajme/: /lajme/
  /category/lajme/feed/: /lajme/feed.xml
  /sr/category/vesti/: /sr/vesti/
  /sr/category/vesti/feed/: /sr/vesti/feed.xml
  /author/ben/: /authors/ben/
  /sr/author/arta/: /sr/authors/arta/
`);
    made.gazeta('check').exits(0);
    expect(made.stderr).not.toContain('leads nowhere');
  });

  test.each(['draft', 'future'])('but for those of what nobody sees yet (%s)', (status) => {
    const made = imported(
      wxr(rajoni, kosova, of({ status, date: '2099-06-05 16:04:00', gmt: '2099-06-05 14:04:00' })),
    ).exits(0);
    expect(settings(made)).not.toContain('/category/');
    expect(settings(made)).not.toContain('/author/');
  });

  test('an author who logs in with an address of mail', () => {
    const made = imported(wxr(of({ creator: 'ana.b@paper.example' }))).exits(0);
    expect(settings(made)).toContain('\n  /author/ana-bpaper-example/: /authors/ana-b/\n');
  });

  test('letters that are not ASCII', () => {
    const made = imported(
      wxr(
        category(3, '%d0%b2%d0%b5%d1%81%d1%82%d0%b8', 'Вести'),
        of({ terms: [['category', '%d0%b2%d0%b5%d1%81%d1%82%d0%b8', 'Вести']] }),
      ),
    ).exits(0);
    expect(settings(made)).toContain('\n  "/category/вести/": /vesti/\n');
    made.build().exits(0);
  });
});

test('footnotes', () => {
  const html =
    '<!-- wp:paragraph --><p>Ura<sup data-fn="a-1" class="fn"><a href="#a-1">1</a></sup> u hap.</p><!-- /wp:paragraph -->\n<!-- wp:footnotes /-->';
  const made = imported(
    wxr(post({ html, meta: { footnotes: '[{"id":"a-1","content":"Në <em>1999<\\/em>."}]' } })),
  ).exits(0);
  expect(article(made)).toContain('\nUra[^1] u hap.\n\n[^1]: Në *1999*.\n');
});

describe('blocks that posts share', () => {
  const html =
    '<!-- wp:block {"ref":7} /-->\n<!-- wp:paragraph --><p>Ura.</p><!-- /wp:paragraph -->';
  const shared = (more: object = {}) =>
    post({
      id: 7,
      type: 'wp_block',
      name: 'b',
      html: '<!-- wp:paragraph --><p>Na ndihmoni.</p><!-- /wp:paragraph -->',
      ...more,
    });

  test('stand in each', () => {
    const made = imported(wxr(post({ html }), shared())).exits(0);
    expect(article(made)).toContain('\nNa ndihmoni.\n\nUra.\n');
  });

  test('one that is not there is told', () => {
    const made = imported(wxr(post({ html }), post({ id: 2, name: 'b', html }))).exits(0);
    expect(made.stderr).toContain(
      'warning import/block: 2 articles have a block that is shared with others, and not in the export',
    );
  });

  test('one that nobody may see stays so', () => {
    const made = imported(wxr(post({ html }), shared({ status: 'draft' }))).exits(0);
    expect(article(made)).not.toContain('ndihmoni');
  });

  test('with settings that have parts', () => {
    const own = '{"ref":7,"content":{"lead":{"values":{"content":"Ura"}}}}';
    const made = imported(wxr(post({ html: html.replace('{"ref":7}', own) }), shared())).exits(0);
    expect(article(made)).toContain('\nNa ndihmoni.\n\nUra.\n');
  });

  test('one that holds itself stands there once', () => {
    const itself =
      '<!-- wp:paragraph --><p>Na ndihmoni.</p><!-- /wp:paragraph --><!-- wp:block {"ref":7} /-->';
    const made = imported(wxr(post({ html }), shared({ html: itself }))).exits(0);
    expect(article(made)).toContain('---\n\nNa ndihmoni.\n\nUra.\n');
  });
});

describe('of the rest', () => {
  test('is told what was left out, and what it takes', () => {
    const xml = wxr(
      post({}),
      post({ id: 2, type: 'page', name: 'about', link: 'https://paper.example/about/' }),
      post({ id: 3, type: 'video', name: 'v' }),
    );
    const made = imported(xml).exits(0);
    expect(made.stdout).toContain(
      'Left out: 1 video. A type becomes articles if it is named: --types post,video.',
    );
    const both = imported(xml, {}, '--types', 'post,page').exits(0);
    expect(article(both, '2024/06/2024-06-05-about')).toContain('\npermalink: "/about/"\n');
    expect(both.files.kind('/site/pages')).toBe('none');
  });

  test('comments', () => {
    const made = imported(
      wxr(post({ more: '<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>' })),
    );
    expect(made.stdout).toContain('1 comment was left out.');
  });

  test('shortcodes that nobody knows stay, and are told once', () => {
    const made = imported(
      wxr(
        post({ html: '[contact-form id="1"]\n\nText [sic] and [1].' }),
        post({ id: 2, name: 'b', html: 'x [contact-form id="2"]' }),
      ),
    ).exits(0);
    expect(made.stderr).toContain(
      'warning import/shortcode: the shortcode [contact-form] stays in the text of 2 articles',
    );
    expect(made.stderr).toContain('1 warning');
  });

  test('headlines that are missing', () => {
    const made = imported(
      wxr(post({ title: '', html: '<p>Ura <b>u hap</b> sot, pas dhjetë vjetësh.</p>' })),
    ).exits(0);
    expect(article(made)).toContain('title: "Ura u hap sot, pas dhjetë vjetësh."');
    expect(made.stderr).toContain(
      'warning import/title: the post "Ura u hap sot, pas dhjetë vjetësh." has no headline',
    );
  });

  test('as JSON', () => {
    const made = imported(wxr(post({ status: 'draft' })), {}, '--json').exits(0);
    expect(JSON.parse(made.stdout)).toEqual({
      ...{ exitCode: 0, written: 1, drafts: 1, toCome: 0, kept: 0 },
      ...{ media: [], comments: 0, others: {}, diagnostics: [] },
      pages: { written: 0, drafts: 0, toCome: 0, kept: 0 },
      files: ['.gitignore', 'package.json', 'site.yaml'],
    });
  });
});

describe('what cannot be imported', () => {
  test.each([
    [
      'another file',
      '<?xml version="1.0"?><rss><channel><title>x</title><item><title>y</title></item></channel></rss>',
      'export.xml error import/file: this is no export of WordPress',
    ],
    ['none of XML', 'hello', 'export.xml error import/file: this is no export of WordPress'],
    ['nothing', '', 'export.xml error import/file: this is no export of WordPress'],
    ['an archive', 'PK\u0003\u0004', 'export.xml error import/file: this is a ZIP archive'],
    [
      'what was thrown away',
      wxr(post({ status: 'trash' })),
      'export.xml error import/file: all that is in it was thrown away',
    ],
    [
      'an export of neither posts nor pages',
      wxr(post({ type: 'video' })),
      'export.xml error import/file: there is no post and no page in it\n  What there is: 1 video. Another type is taken with --types video.',
    ],
    [
      'pages alone, where there is no paper yet',
      wxr(post({ type: 'page' })),
      'export.xml error import/file: there is nothing in it that becomes an article\n  A new paper has its addresses, sections and time zone from its articles.',
    ],
  ])('%s', (_, xml, says) => {
    const made = imported(xml).exits(1);
    expect(made.stderr).toContain(says);
    expect(made.stderr).toContain('Nothing was imported.');
    expect(made.files.kind('/site/articles')).toBe('none');
    expect(made.files.kind('/site/site.yaml')).toBe('none');
  });

  test('an export that was cut off is imported as far as it goes, and is an error', () => {
    const whole = wxr(post({}), post({ id: 2, name: 'b' }));
    const made = imported(whole.slice(0, whole.lastIndexOf('<wp:status>'))).exits(1);
    expect(made.stderr).toMatch(
      /export\.xml:\d+:1 error import\/cut: the export ends here, before it is complete/,
    );
    expect(made.stdout).toContain('Imported 1 article into articles/.');
  });

  test('an export that is cut between two items', () => {
    const whole = wxr(post({}));
    const made = imported(whole.slice(0, whole.lastIndexOf('</item>') + '</item>'.length)).exits(1);
    expect(made.stderr).toContain('error import/cut');
  });

  test('lists take the place of lists only', () => {
    const made = imported(
      wxr(post({})),
      { 'a.txt': 'https://old.example/x.jpg\n' },
      '--media',
      'export.xml',
    ).exits(2);
    expect(made.stderr).toContain(
      '--media export.xml is there already, and is no list of addresses',
    );
    made.gazeta('import', 'export.xml', '--media', 'a.txt').exits(0);
    expect(made.read('../a.txt')).toBe('');
  });

  test('mistakes on the command line', () => {
    const made = site({ 'a/b.xml': wxr(post({})) });
    made.gazeta('import').exits(2);
    expect(made.stderr).toContain('the file of an export is missing');
    made.gazeta('import', 'a').exits(2);
    expect(made.stderr).toContain('a is a folder: name the .xml files in it, such as a/*.xml');
    made.gazeta('import', 'none.xml').exits(74);
    made.gazeta('import', 'a/b.xml', '--timezone', 'Kosova').exits(2);
    made.gazeta('import', 'a/b.xml', '--types', 'a b').exits(2);
    made.gazeta('import', 'a/b.xml', '--host', 'netlfy').exits(2);
    expect(made.stderr).toContain('did you mean "netlify"?');
  });

  test('settings that are wrong', () => {
    const made = imported(wxr(post({})), { 'site.yaml': 'titel: x\n' }).exits(2);
    expect(made.stderr).toContain('config/unknown-key');
    expect(made.files.kind('/site/articles')).toBe('none');
  });

  test('old exports in another encoding are read by it', () => {
    const text = wxr(post({ title: 'Banjskë' }))
      .replace('UTF-8', 'ISO-8859-1')
      .replace('Kalasë', 'Kalas');
    const made = site({ 'export.xml': Buffer.from(text, 'latin1') })
      .gazeta('import', 'export.xml')
      .exits(0);
    expect(article(made)).toContain('title: Banjskë\n');
  });

  test('the quotes and dashes of Windows are read by it, in the middle of a piece and at its end', () => {
    // The name of ISO 8859-1 means windows-1252, as in browsers (Encoding Standard, 4.2).
    for (const name of ['windows-1252', 'ISO-8859-1']) {
      const text = wxr(post({ title: 'Ura \x84e re\x93 \x96 5 \x80', html: '<p>A\x85</p>' }))
        .replace('UTF-8', name)
        .replaceAll('ë', '\xeb');
      const made = site({ 'export.xml': Buffer.from(text, 'latin1') })
        .gazeta('import', 'export.xml')
        .exits(0);
      expect(article(made)).toContain('title: "Ura „e re“ – 5 €"\n');
      expect(article(made)).toContain('\nA…\n');
    }
  });

  test('control characters, which XML forbids and exports have, go', () => {
    const made = imported(
      wxr(post({ title: 'Ura\u0010 u\u0000 hap', html: '<p>a\u000bb</p>' })),
    ).exits(0);
    expect(article(made)).toContain('title: Ura u hap\n');
    expect(article(made)).toContain('\nab\n');
  });
});

describe('addresses that are taken', () => {
  const at = (id: number, name: string, facts: Parameters<typeof post>[0] = {}) =>
    post({ id, name, link: `https://paper.example/${name}/`, ...facts });

  test('a former one that is another article’s now is none', () => {
    const made = imported(
      wxr(
        post({ id: 1, name: 'bridge', meta: { _wp_old_slug: ['news', 'first'] } }),
        post({ id: 2, name: 'news' }),
        post({ id: 3, name: 'third', meta: { _wp_old_slug: 'first' } }),
      ),
    ).exits(0);
    expect(article(made)).toContain('\naliases: [first]\n');
    expect(article(made, '2024/06/2024-06-05-third')).not.toContain('aliases');
    made.build().exits(0);
  });

  test('a former one in Cyrillic is the one that it was', () => {
    const made = imported(wxr(post({ meta: { _wp_old_slug: '%d1%83%d1%80%d0%b0' } }))).exits(0);
    expect(article(made)).toContain('\naliases: ["/2024/06/05/ура/"]\n');
  });

  test('that of a list of the paper, and of another article', () => {
    const terms = [['category', 'sport', 'Sport']] as const;
    const made = imported(
      wxr(
        at(1, 'bridge', { terms }),
        at(2, 'sport', { title: 'Sport' }),
        at(3, 'latest', { title: 'Latest' }),
        at(4, 'x', { link: 'https://paper.example/bridge/', title: 'Second' }),
        at(5, 'ura', { link: 'https://paper.example/tags/ura/' }),
      ),
    ).exits(0);
    expect(article(made, '2024/06/2024-06-05-sport')).toContain('\npermalink: "/sport-2/"\n');
    expect(article(made, '2024/06/2024-06-05-latest')).toContain('\npermalink: "/latest-2/"\n');
    expect(article(made, '2024/06/2024-06-05-x')).toContain('\npermalink: "/bridge-2/"\n');
    expect(article(made, '2024/06/2024-06-05-ura')).toContain('\npermalink: "/ura-5/"\n');
    expect(made.stderr).toContain(
      'warning import/address: the post "Second" cannot have its address /bridge/, which is that of another article',
    );
    made.build().exits(0).shows('bridge-2/index.html', 'Second');
  });

  test('slashes too many are one', () => {
    const made = imported(wxr(post({ link: 'https://paper.example//2024/06/05/bridge/' }))).exits(
      0,
    );
    expect(article(made)).not.toContain('permalink');
  });

  test('two posts of one name keep the addresses that they had', () => {
    const made = imported(
      wxr(
        post({
          id: 1,
          name: '%d1%83%d1%80%d0%b0',
          link: 'https://paper.example/2024/06/05/%d1%83%d1%80%d0%b0/',
        }),
        post({ id: 2, name: 'ura' }),
      ),
    ).exits(0);
    made.build().exits(0);
    expect(made.outputs()).toEqual(
      expect.arrayContaining(['2024/06/05/ура/index.html', '2024/06/05/ura/index.html']),
    );
  });

  test('what no host can serve is told', () => {
    const made = imported(wxr(post({ link: 'https://paper.example/a/../x/' }))).exits(0);
    expect(made.stderr).toContain(
      'warning import/address: the post "The bridge" cannot have its address /a/../x/, which leaves its folder with "."',
    );
    made.build().exits(0);
  });

  test('a slug that begins with a number keeps it', () => {
    const made = imported(wxr(post({ name: '10-gjera' }))).exits(0);
    made.build().exits(0).shows('2024/06/05/10-gjera/index.html', 'The bridge');
  });

  test('below a path that is not ASCII', () => {
    const xml = wxr(
      post({ link: 'https://paper.example/gazet%C3%AB/lajme/bridge/' }),
      post({ id: 2, name: 'b', link: 'https://paper.example/gazet%C3%AB/2024/06/05/b/' }),
    ).replaceAll(
      '<wp:base_blog_url>https://paper.example',
      '<wp:base_blog_url>https://paper.example/gazetë',
    );
    expect(article(imported(xml).exits(0))).toContain('permalink: "/lajme/bridge/"');
  });

  test('of a language that the paper does not have', () => {
    const made = imported(
      wxr(
        post({
          link: 'https://paper.example/en/2024/06/05/bridge/',
          terms: [['language', 'en', 'English']],
        }),
      ),
      { 'site.yaml': 'language: sq\ntimezone: Europe/Tirane\n' },
    ).exits(0);
    expect(article(made)).toContain('\nlang: en\npermalink: "/en/2024/06/05/bridge/"\n');
  });
});

describe('sections that cannot be', () => {
  test.each(['Latest', 'Tags', '2024'])('"%s" is a tag', (name) => {
    const made = imported(wxr(post({ terms: [['category', 'x', name]] }))).exits(0);
    expect(article(made)).not.toContain('section:');
    expect(article(made)).toContain('\ntags: ');
    expect(made.stderr).toContain('a category of the export cannot be a section');
    made.build().exits(0);
  });

  test('are one where they differ by letter case, and several where they have no letters', () => {
    const of = (id: number, name: string, parent = '') => category(id, `c${id}`, name, parent);
    const terms = (id: number) => [['category', `c${id}`, '']] as const;
    const made = imported(
      wxr(
        ...[of(1, 'Rajoni'), of(2, 'RAJONI'), of(3, 'Kosova', 'c2'), of(4, '!!!'), of(5, '???')],
        ...[1, 3, 4, 5].map((id) => post({ id, name: `p${id}`, terms: terms(id) })),
      ),
    ).exits(0);
    expect(settings(made)).toContain(
      'sections:\n  - Rajoni\n  - RAJONI / Kosova\n  - "!!!"\n  - "???"\n',
    );
    made.build().exits(0);
  });
});

describe('a paper with keys of its own', () => {
  const into = (fields: string) =>
    imported(wxr(post({ status: 'private', title: 'Hidden', terms: [['category', 'a', 'A']] })), {
      'site.yaml': `timezone: Europe/Tirane\nfields: ${fields}\n`,
    });

  test('is told under these', () => {
    const made = into(
      '{title: headline, draft: ["!published"], section: [desk, "=News"], date: meta.day, updated: meta.changed}',
    ).exits(0);
    expect(article(made)).toBe(
      '---\nheadline: Hidden\nmeta: {day: 2024-06-05T16:04}\ndesk: A\npublished: false\n---\n\nText.\n',
    );
    made.build().nowhere('Hidden');
  });

  test('that leave no way to say what is no public article', () => {
    const made = into('{draft: []}').exits(2);
    expect(made.stderr).toContain('error import/fields: no key of an article can say its "draft"');
    expect(made.files.kind('/site/articles')).toBe('none');
  });
});

describe('exports that overlap', () => {
  const of = (facts: Parameters<typeof post>[0], modified: string) =>
    post({
      ...facts,
      modified,
      more: '<guid isPermaLink="false">https://paper.example/?p=1</guid>',
    });
  const old = of({ name: 'bridge' }, '2024-06-05 17:00:00');
  const renamed = of(
    { name: 'bridge-opens', meta: { _wp_old_slug: 'bridge' }, title: 'Newer' },
    '2024-07-01 10:00:00',
  );

  test.each([
    ['old', 'new'],
    ['new', 'old'],
  ])('of a post the version counts that was changed last: %s, then %s', (...names) => {
    const made = site({ 'old.xml': wxr(old), 'new.xml': wxr(renamed) })
      .gazeta('import', ...names.map((name) => `${name}.xml`))
      .exits(0);
    expect(made.files.list('/site/articles').map(({ path }) => path)).toEqual([
      '2024/06/2024-06-05-bridge-opens.md',
    ]);
    made.build().exits(0).shows('2024/06/05/bridge-opens/index.html', 'Newer');
  });

  test('what was renamed since an import is there already', () => {
    const made = imported(wxr(old)).exits(0);
    made.edit({ 'export.xml': wxr(renamed) });
    made.gazeta('import', 'export.xml').exits(0);
    expect(made.stdout).toContain('1 article was there already and stays as it is.');
    made.build().exits(0);
  });

  test('two of one name are found again in any order', () => {
    const [one, other] = [post({}), post({ id: 2, link: 'https://paper.example/other/' })];
    const made = imported(wxr(one, other)).exits(0);
    made.edit({ 'export.xml': wxr(other, one) });
    made.gazeta('import', 'export.xml').exits(0);
    expect(made.stdout).toContain('Imported 0 articles');
  });
});

describe('what files cannot hold', () => {
  test('the number of a post leads nowhere', () => {
    const xml = wxr(post({ name: '', title: '', html: '' })).replace(
      '<wp:post_id>1<',
      '<wp:post_id>../../../evil<',
    );
    const made = imported(xml).exits(0);
    expect(article(made, '2024/06/2024-06-05-post-evil')).toContain('title: Untitled\n');
    expect(made.files.kind('/evil.md')).toBe('none');
  });

  test('signs that entities stand for, and those that are none', () => {
    const made = imported(wxr(post({ title: 'Ura&#127; &#1;u\uffff hap', excerpt: 'x&#x7f;y' })));
    expect(article(made.exits(0))).toContain('title: Ura u hap\n');
    expect(article(made)).toContain('summary: xy\n');
    made.build().exits(0);
  });
});

test('who logs in with an address of mail is named without its host', () => {
  expect(article(imported(wxr(post({ creator: 'arta@paper.example' }))))).toContain(
    'authors: [arta]',
  );
});

test('the description for search engines is the summary, unless a plugin fills it in', () => {
  const of = (text: string) =>
    article(imported(wxr(post({ meta: { rank_math_description: text } }))));
  expect(of('Ura u hap.')).toContain('summary: "Ura u hap."');
  expect(of('%excerpt%')).not.toContain('summary');
});

test('lead pictures that are not in the export are told', () => {
  const made = imported(wxr(post({ meta: { _thumbnail_id: '7' } }))).exits(0);
  expect(made.stderr).toContain(
    'warning import/picture: an article has a lead picture that is not in the export',
  );
});

test('a second version in one language stands for itself', () => {
  const terms = [['post_translations', 'pll_1', 'pll_1']] as const;
  const made = imported(wxr(post({ terms }), post({ id: 2, name: 'b', terms }))).exits(0);
  expect(made.stderr).toContain('warning import/translations');
  made.build().exits(0);
});

test('dates without seconds', () => {
  const made = imported(wxr(post({ date: '2024-06-05 16:00', gmt: '2024-06-05 14:00' }))).exits(0);
  expect(article(made)).toContain('\ndate: 2024-06-05T16:00\n');
});

test.each([
  ['https://Paper.Example/?x=1', 'https://paper.example'],
  ['https://me:secret@paper.example//x/', 'https://paper.example/x'],
  ['no address', 'https://example.org/'],
])('the address of the paper, of %s', (written, url) => {
  const xml = wxr(post({})).replace(
    '<wp:base_blog_url>https://paper.example',
    `<wp:base_blog_url>${written}`,
  );
  const made = imported(xml).exits(0);
  expect(settings(made)).toContain(`\nurl: ${url}\n`);
  made.build().exits(0);
});

describe('pages of WordPress are the paper’s own pages', () => {
  const at = (id: number, path: string, facts: Parameters<typeof post>[0] = {}) =>
    post({
      ...{ id, type: 'page', title: 'About us', link: `https://paper.example${path}` },
      name: path.split('/').at(-2) ?? '',
      ...facts,
    });
  /** One that WordPress shows to nobody, or not yet, has no other link. */
  const unlinked = (id: number, name: string, facts: Parameters<typeof post>[0] = {}) =>
    at(id, `/?page_id=${id}`, { name, ...facts });
  const into = (...pages: string[]) => imported(wxr(post({ id: 100 }), ...pages)).exits(0);
  const page = (made: Site, name = 'about') => made.read(`../pages/${name}.md`);
  const pages = (made: Site) =>
    made.files
      .list('/site/pages')
      .map(({ path }) => path)
      .sort();

  test('at the addresses that they had', () => {
    const made = into(
      at(1, '/about/', {
        excerpt: 'Who we &amp; others are.',
        modified: '2024-07-01 10:00:00',
        creator: 'arta',
        html: '<!-- wp:paragraph --><p>We <em>write</em>. <a href="https://paper.example/about/team/">The team</a>, <a href="https://paper.example/?page_id=2">again</a>.</p><!-- /wp:paragraph -->',
      }),
      at(2, '/about/team/', { title: 'The team', parent: 1, html: '<p>Arta.</p>' }),
    );
    expect(page(made)).toBe(`---
title: About us
summary: "Who we & others are."
---

We *write*. [The team](/about/team/), [again](/about/team/).
`);
    expect(page(made, 'about/team')).toBe('---\ntitle: The team\n---\n\nArta.\n');
    expect(made.stdout).toContain(
      'Imported 1 article into articles/.\nImported 2 pages into pages/.\n',
    );
    expect(made.stdout).not.toContain('Left out');
    made
      .build()
      .exits(0)
      .shows('about/index.html', 'About us', 'href="/about/team/"')
      .shows('about/team/index.html', 'Arta.');
  });

  test('with the pictures that they show', () => {
    const made = into(
      at(1, '/about/', { meta: { _thumbnail_id: '7' } }),
      at(2, '/imprint/', { meta: { _thumbnail_id: '8' } }),
      post({
        ...{ id: 7, type: 'attachment', status: 'inherit', name: 'ura' },
        url: 'https://paper.example/wp-content/uploads/2024/06/ura.jpg',
      }),
    );
    expect(page(made)).toContain('\nimage: {src: "/wp-content/uploads/2024/06/ura.jpg"}\n');
    expect(made.stdout).toContain('Articles and pages name 1 picture or file of the old site');
    expect(made.stderr).toContain('import/picture: a page has a lead picture that is not in the');
  });

  test('that their files cannot have are lines of their own', () => {
    const made = into(
      at(1, '/%d0%be-%d0%bd%d0%b0%d1%81/', { name: '%d0%be-%d0%bd%d0%b0%d1%81' }),
      at(2, '/o-nas/'),
      at(3, '/imprint.html', { name: 'imprint' }),
      at(4, '/2020-01-01-report/'),
      at(5, '/Contact/'),
      at(6, '/index.php/team/'),
      at(7, '/contact.php', { name: 'contact-2' }),
    );
    expect(pages(made)).toEqual([
      '2020-01-01-report.md',
      'contact-2.md',
      'contact.md',
      'imprint.md',
      'index-php/team.md',
      'o-nas-id2.md',
      'o-nas.md',
    ]);
    expect(page(made, 'o-nas')).toContain('\npermalink: "/о-нас/"\n');
    expect(page(made, 'o-nas-id2')).toContain('\npermalink: "/o-nas/"\n');
    expect(page(made, 'imprint')).toContain('\npermalink: "/imprint.html"\n');
    expect(page(made, '2020-01-01-report')).toContain('\npermalink: "/2020-01-01-report/"\n');
    expect(page(made, 'contact')).toContain('\npermalink: "/Contact/"\n');
    expect(page(made, 'index-php/team')).toContain('\npermalink: "/index.php/team/"\n');
    // Hosts serve no page there, but one can lead on.
    expect(page(made, 'contact-2')).toContain('\naliases: ["/contact.php"]\n');
    made.build().exits(0);
    expect(made.outputs()).toEqual(
      expect.arrayContaining(['о-нас/index.html', 'o-nas/index.html', 'imprint.html']),
    );
  });

  test('that links do not tell are those of the pages above them', () => {
    const made = into(
      at(1, '/about/'),
      unlinked(2, 'team', { parent: 1 }),
      unlinked(3, 'board', { parent: 2, html: '<a href="/?page_id=2">x</a>' }),
      unlinked(4, 'a', { parent: 5 }),
      unlinked(5, 'b', { parent: 4 }),
      unlinked(6, 'c', { parent: 99 }),
    );
    expect(page(made, 'about/team')).not.toContain('permalink');
    expect(page(made, 'about/team/board')).toContain('[x](/about/team/)');
    expect(pages(made)).toContain('c.md');
    made.build().exits(0);
  });

  test('what is not public is a draft, and takes the place of none', () => {
    const made = into(
      unlinked(1, '', { status: 'draft', title: 'Në punë' }),
      unlinked(2, 'contact', { status: 'pending', title: 'Hidden' }),
      at(3, '/contact/'),
      at(4, '/board/', { status: 'private' }),
      at(5, '/members/', { password: 'secret' }),
      at(6, '/old/', { status: 'trash' }),
    );
    expect(pages(made)).toEqual([
      'board.md',
      'contact-id2.md',
      'contact.md',
      'members.md',
      'ne-pune.md',
    ]);
    for (const name of ['board', 'contact-id2', 'members', 'ne-pune'])
      expect(page(made, name)).toContain('\ndraft: true\n');
    expect(page(made, 'contact')).not.toContain('draft');
    expect(made.stdout).toContain('Imported 5 pages into pages/, 4 drafts among them.');
    expect(made.stderr).not.toContain('import/address');
    made.build().exits(0).nowhere('Hidden');
  });

  test('what is to come comes', () => {
    const to = { date: '2027-01-01 08:00:00', gmt: '2027-01-01 07:00:00' };
    const made = into(unlinked(1, 'prices', { ...to, status: 'future', title: 'Later' }));
    expect(page(made, 'prices')).toBe('---\ntitle: Later\ndate: 2027-01-01T08:00\n---\n\nText.\n');
    expect(made.stdout).toContain(
      'Imported 1 page into pages/, 1 to be published later among them.',
    );
    made.build().exits(0).nowhere('Later');
    made.at('2027-01-01T07:00:00Z').build().exits(0).shows('prices/index.html', 'Later');
  });

  test('what is to come, in a paper that reads no dates, is a draft', () => {
    const to = { date: '2027-01-01 08:00:00', gmt: '2027-01-01 07:00:00' };
    const files = { 'site.yaml': 'timezone: Europe/Tirane\nfields: {date: [], publish: []}\n' };
    const made = imported(wxr(unlinked(1, 'prices', { ...to, status: 'future' })), files).exits(0);
    expect(page(made, 'prices')).toContain('\ndraft: true\n');
    const other = imported(wxr(unlinked(1, 'prices', { ...to, status: 'future' })), {
      'site.yaml': 'timezone: Europe/Tirane\nfields: {date: [], publish: [from]}\n',
    }).exits(0);
    expect(page(other, 'prices')).toContain('\nfrom: 2027-01-01T08:00\n');
  });

  test('what is to come and does not say when is a draft', () => {
    const made = into(unlinked(1, 'prices', { date: '', gmt: '', status: 'future' }));
    expect(page(made, 'prices')).toContain('\ndraft: true\n');
    expect(made.stderr).toContain('import/date: the page "About us" has no date');
  });

  test('the home page is the paper’s own', () => {
    const made = into(at(1, '/', { title: 'Welcome' }), unlinked(2, 'team', { parent: 1 }));
    expect(pages(made)).toEqual(['welcome/team.md']);
    expect(made.stderr).toContain(
      'warning import/address: the page "Welcome" is the home page of the old site',
    );
    expect(made.stderr).toContain('pages/welcome.md');
    made.build().exits(0);
  });

  test('one without a text is told', () => {
    const made = into(at(1, '/blog/', { html: ' ', title: 'Blog' }));
    expect(made.stderr).toContain('warning import/text: the page "Blog" has no text in the export');
    expect(made.stderr).toContain('redirects: {"/blog/": /latest/}');
    made.build().exits(0).shows('blog/index.html', 'Blog');
    // What takes its place is not taken back by the next import.
    made.edit({
      'pages/blog.md': null,
      'site.yaml': `${settings(made).replace('redirects:\n', 'redirects:\n  /blog/: /latest/\n')}`,
    });
    made.gazeta('import', 'export.xml').exits(0);
    expect(made.files.kind('/site/pages/blog.md')).toBe('none');
    expect(made.stderr).toBe('');
    made.build().exits(0).shows('blog/index.html', 'url=/latest/');
  });

  test('one that is to come takes the address of none that is there', () => {
    const to = { date: '2027-01-01 08:00:00', gmt: '2027-01-01 07:00:00' };
    const made = into(
      unlinked(1, 'team', { ...to, status: 'future' }),
      post({ id: 2, name: 'team', link: 'https://paper.example/team/' }),
    );
    expect(pages(made)).toEqual(['team-2.md']);
    expect(made.stderr).toMatch(/the page "About us" .* is that of an article/);
    made.build().exits(0);
  });

  test('addresses that are those of lists, articles or other pages', () => {
    const made = imported(
      wxr(
        post({ id: 100, terms: [['category', 'sport', 'Sport']] }),
        post({ id: 101, name: 'team', link: 'https://paper.example/team/', title: 'Post' }),
        at(1, '/authors/', { title: 'Authors' }),
        at(2, '/sport/', { title: 'Sport' }),
        at(3, '/team/', { title: 'Team' }),
        at(4, '/team/', { title: 'Second' }),
      ),
    ).exits(0);
    expect(pages(made)).toEqual(['authors-2.md', 'sport-2.md', 'team-4.md', 'team.md']);
    expect(made.stderr).toContain(
      'the page "Authors" cannot have its address /authors/, which is that of a list of the paper',
    );
    // Of a post and a page at one address WordPress shows the page.
    expect(page(made, 'team')).toContain('title: Team');
    expect(made.stderr).toContain(
      'the post "Post" cannot have its address /team/, which is that of a page',
    );
    expect(made.stderr).toMatch(/the page "Second" .* is that of another page/);
    made.build().exits(0);
  });

  test('in the languages of the paper', () => {
    const inLanguage = (language: string, key = 'pll_2') =>
      [
        ['language', language, language],
        ['post_translations', key, key],
      ] as const;
    const made = imported(
      wxr(
        post({ id: 100, terms: inLanguage('sq', 'pll_1') }),
        post({
          ...{ id: 101, name: 'b', terms: inLanguage('en', 'pll_1') },
          link: 'https://paper.example/en/2024/06/05/b/',
        }),
        at(1, '/rreth/', { terms: inLanguage('sq') }),
        at(2, '/en/about/', { terms: inLanguage('en') }),
        at(3, '/contact-us/', { terms: inLanguage('en', 'pll_3') }),
        at(4, '/en/', { terms: inLanguage('en', 'pll_4'), title: 'Home' }),
        at(5, '/en/plain/'),
        at(6, '/en/shqip/', { terms: inLanguage('sq', 'pll_5') }),
        at(7, '/de/ueber/', { terms: inLanguage('de', 'pll_6') }),
        at(8, '/sq/kontakt/'),
        unlinked(9, 'new', { status: 'draft', terms: inLanguage('en', 'pll_7') }),
      ),
    ).exits(0);
    expect(pages(made)).toEqual([
      'contact-us.md',
      'de/ueber.md',
      'en/about.md',
      'en/new.md',
      'en/plain.md',
      'en/shqip.md',
      'rreth.md',
      'sq/kontakt.md',
    ]);
    expect(settings(made)).toContain('languages: [sq, en]\n');
    expect(page(made, 'rreth')).toBe('---\ntitle: About us\ntranslations: "pll_2"\n---\n\nText.\n');
    expect(page(made, 'en/about')).toBe(page(made, 'rreth'));
    expect(page(made, 'contact-us')).toContain(
      '\nlang: en\ntranslations: "pll_3"\npermalink: "/contact-us/"\n',
    );
    expect(made.stderr).toContain('the page "Home" is the home page of the old site');
    expect(page(made, 'en/shqip')).toContain('\nlang: sq\n');
    expect(page(made, 'de/ueber')).toContain('\nlang: de\n');
    expect(page(made, 'de/ueber')).not.toContain('permalink');
    expect(page(made, 'sq/kontakt')).toContain('\npermalink: "/sq/kontakt/"\n');
    expect(page(made, 'en/new')).not.toContain('permalink');
    made.build().exits(0).shows('rreth/index.html', 'href="/en/about/"');
    expect(made.outputs()).toEqual(
      expect.arrayContaining([
        'contact-us/index.html',
        'de/ueber/index.html',
        'en/plain/index.html',
        'en/shqip/index.html',
        'sq/kontakt/index.html',
      ]),
    );
  });

  test('former addresses lead on', () => {
    const made = into(at(1, '/about/team/', { meta: { _wp_old_slug: 'crew' } }));
    expect(page(made, 'about/team')).toContain('\naliases: ["/about/crew/"]\n');
    made.build().exits(0).shows('about/crew/index.html', '/about/team/');
  });

  test('again: what is there stays as it is', () => {
    const made = into(at(1, '/about/'), unlinked(2, 'about', { status: 'draft' }));
    const [about, draft] = [page(made), page(made, 'about-id2')];
    made.edit({
      'pages/about.md': `${about}Ours.\n`,
      'export.xml': wxr(
        unlinked(2, 'about', { status: 'draft' }),
        at(1, '/about/'),
        at(3, '/imprint/'),
      ),
    });
    made.gazeta('import', 'export.xml').exits(0);
    expect(made.stdout).toContain(
      'Imported 1 page into pages/.\n2 pages were there already and stay as they are.',
    );
    expect(page(made)).toBe(`${about}Ours.\n`);
    expect(page(made, 'about-id2')).toBe(draft);
    expect(pages(made)).toEqual(['about-id2.md', 'about.md', 'imprint.md']);
  });

  test('again: one whose number is as that with which WordPress tells two of one name', () => {
    const made = into(at(2, '/contact/'), at(9, '/contact-2/'));
    expect(pages(made)).toEqual(['contact-2.md', 'contact.md']);
    made.gazeta('import', 'export.xml').exits(0);
    expect(made.stdout).toContain('2 pages were there already and stay as they are.');
    expect(pages(made)).toEqual(['contact-2.md', 'contact.md']);
  });

  test('of several exports the version counts that was changed last', () => {
    const made = site({
      'new.xml': wxr(post({ id: 100 }), at(1, '/about/', { modified: '2024-07-02 10:00:00' })),
      'old.xml': wxr(at(1, '/old/', { modified: '2024-07-01 10:00:00', status: 'draft' })),
    }).gazeta('import', 'new.xml', 'old.xml');
    // Without a guid it is its first address that tells a post from others.
    expect(pages(made.exits(0))).toEqual(['about.md', 'old.md']);
    const guid = '<guid isPermaLink="false">https://paper.example/?page_id=1</guid>';
    const one = (path: string, facts: object) => at(1, path, { ...facts, more: guid });
    const same = site({
      'new.xml': wxr(post({ id: 100 }), one('/about/', { modified: '2024-07-02 10:00:00' })),
      'old.xml': wxr(one('/old/', { modified: '2024-07-01 10:00:00' })),
    }).gazeta('import', 'new.xml', 'old.xml');
    expect(pages(same.exits(0))).toEqual(['about.md']);
    expect(page(same)).not.toContain('permalink');
  });

  test('shortcodes that nobody knows are told with those of articles', () => {
    const html = '[contact-form id="1"]';
    const made = imported(wxr(post({ id: 100, html }), at(1, '/contact/', { html }))).exits(0);
    expect(made.stderr).toContain(
      'the shortcode [contact-form] stays in the text of one article and one page\n',
    );
    expect(made.stderr).toContain(
      'Search for it in articles/ and pages/, and write what it stood for.',
    );
  });

  test('without a title', () => {
    const made = into(at(1, '/about/', { title: '', html: '<p>We are here.</p>' }));
    expect(page(made)).toContain('title: "We are here."\n');
    expect(made.stderr).toContain('import/title: the page "We are here." has no title');
  });

  test('as JSON', () => {
    const made = imported(wxr(post({ id: 100 }), at(1, '/about/')), {}, '--json').exits(0);
    expect(JSON.parse(made.stdout)).toMatchObject({
      written: 1,
      pages: { written: 1, drafts: 0, toCome: 0, kept: 0 },
      others: {},
    });
  });

  test('pages alone, into a paper that is there', () => {
    const made = imported(wxr(at(1, '/about/')), {
      'site.yaml': 'timezone: Europe/Tirane\n',
      'articles/2024-01-01-a.md': '---\ntitle: A\n---\nText.\n',
    }).exits(0);
    made.build().exits(0).shows('about/index.html', 'About us');
  });

  test('count for none of what a new paper has of its posts', () => {
    const made = into(
      ...['a', 'b', 'c'].map((name, id) =>
        at(id + 1, `/${name}/`, { creator: 'arta', terms: [['language', 'de', 'de']] }),
      ),
    );
    expect(settings(made)).toContain('permalink: "/{yyyy}/{mm}/{dd}/{slug}/"');
    expect(settings(made)).not.toContain('languages');
    expect(settings(made)).not.toContain('/author/arta/');
  });

  test('one at the address of a feed keeps it', () => {
    const made = into(at(1, '/feed/', { title: 'Feeds' }));
    expect(settings(made)).not.toContain('  /feed/: ');
    expect(page(made, 'feed')).not.toContain('permalink');
    made.build().exits(0).shows('feed/index.html', 'Feeds');
  });
});
