/** `redirects:` of site.yaml: addresses of an earlier site that are those of no article. */
import { describe, expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

function paper(settings: string, files: Record<string, string> = {}): Site {
  return site({
    'site.yaml': `url: https://x.example\n${settings}`,
    'articles/bridge.md': story('Bridge', '2026-11-20', 'Text.', ['section: News']),
    ...files,
  }).at('2026-11-23T12:00:00Z');
}

test('lead on, as pages', () => {
  paper('redirects: {/feed/: /feed.xml, /category/news: /news/}')
    .build()
    .exits(0)
    .shows('feed/index.html', 'url=/feed.xml', 'href="https://x.example/feed.xml"')
    .shows('category/news/index.html', 'url=/news/');
});

test('lead on, as rules before those of articles', () => {
  const made = paper('host: netlify\nredirects:\n  /feed/: /feed.xml\n', {
    'articles/old.md': story('Old', '2026-11-19', 'Text.', ['aliases: [/former/]']),
  })
    .build()
    .exits(0);
  expect(made.read('_redirects')).toContain('/feed/ /feed.xml 301');
  expect(made.read('_redirects').indexOf('/feed/')).toBeLessThan(
    made.read('_redirects').indexOf('/former/'),
  );
  expect(made.outputs()).not.toContain('feed/index.html');
});

test('lead to where an article is now, and only while readers see it', () => {
  const made = paper('redirects: {/special/: /2026/11/24/plan/, /was/: /before/}', {
    'articles/plan.md': story('Plan', '2026-11-24T06:00', 'Text.'),
    'articles/moved.md': story('Moved', '2026-11-20', 'Text.', ['aliases: [/before/]']),
  })
    .build()
    .exits(0)
    .nowhere('special')
    .shows('was/index.html', 'url=/2026/11/20/moved/');
  made.at('2026-11-24T06:00:00Z').build().exits(0).shows('special/index.html', '/2026/11/24/plan/');
});

test('lead to the last of those that lead to one another', () => {
  const chain =
    'redirects: {/a/: /b, /b/: /C/, /c/: /before/, /plan/: /soon/, /soon/: /2026/11/24/plan/}';
  const files = {
    'articles/moved.md': story('Moved', '2026-11-20', 'Text.', ['aliases: [/before/]']),
    'articles/plan.md': story('Plan', '2026-11-24T06:00', 'Text.'),
  };
  paper(chain, files)
    .build()
    .exits(0)
    .shows('a/index.html', 'url=/2026/11/20/moved/')
    .shows('b/index.html', 'url=/2026/11/20/moved/')
    .nowhere('soon')
    .nowhere('plan');
  const rules = paper(`host: netlify\n${chain}`, files).build().exits(0).read('_redirects');
  expect(rules).toContain('/a/ /2026/11/20/moved/ 301');
  expect(rules).not.toContain('plan');
});

test('lead to a file of an article only while readers see the article', () => {
  const made = paper('redirects: {/old.pdf: /files/plan.pdf, /old.ods: /media/plan.ods}', {
    'articles/plan.md': story('Plan', '2026-11-24T06:00', '[1](/files/plan.pdf) [2](plan.ods)'),
    'articles/plan.ods': 'ODS',
    'public/files/plan.pdf': 'PDF',
  })
    .build()
    .exits(0)
    .nowhere('plan.pdf')
    .nowhere('plan.ods');
  made
    .at('2026-11-24T06:00:00Z')
    .build()
    .exits(0)
    .shows('old.pdf/index.html', 'url=/files/plan.pdf')
    .shows('old.ods/index.html', 'url=/media/plan.ods');
});

test('lead to an article that was withdrawn, which says so', () => {
  paper('redirects: {/a/: /2026/11/20/gone/, /b/: /went/}', {
    'articles/gone.md': story('Gone', '2026-11-20', 'Text.', [
      'withdrawn: true',
      'aliases: /went/',
    ]),
  })
    .build()
    .exits(0)
    .shows('a/index.html', 'url=/2026/11/20/gone/')
    .shows('b/index.html', 'url=/2026/11/20/gone/');
});

test('one more makes one page', () => {
  const made = paper('redirects: {/feed/: /feed.xml}').build().exits(0);
  made
    .edit({
      'site.yaml': 'url: https://x.example\nredirects: {/feed/: /feed.xml, /rss/: /feed.xml}\n',
    })
    .build()
    .exits(0)
    .ran('page rss/index.html');
});

test('are left out with `surfaces: {redirects: false}`', () => {
  const made = paper('surfaces: {redirects: false}\nredirects: {/feed/: /feed.xml}')
    .build()
    .exits(0);
  expect(made.outputs()).not.toContain('feed/index.html');
});

describe('what is wrong with them', () => {
  test.each([
    [
      'feed: /feed.xml',
      'site.yaml:2:13 error config/value: the former address "feed" does not begin with "/"',
    ],
    [
      '/: /news/',
      'site.yaml:2:13 error config/value: the former address "/" is that of the home page',
    ],
    [
      '/index.html: /news/',
      'site.yaml:2:13 error config/value: the former address "/index.html" is that of the home page',
    ],
    [
      '"/?p=1": /news/',
      'error config/value: the former address "/?p=1" has a "?" or "#", which end an address',
    ],
    [
      '/feed/: 3',
      'site.yaml:2:21 error config/value: "", to which "/feed/" leads, does not begin with "/"',
    ],
    [
      '/up: /news/, /Up/: /feed.xml',
      'site.yaml:2:26 error config/value: the former address "/Up/" is the same as "/up"',
    ],
    [
      '/a/: /b/, /b: /a/',
      'site.yaml:2:18 error config/value: the former address "/a/" leads in a circle',
    ],
    ['/a/: /a', 'site.yaml:2:18 error config/value: the former address "/a/" leads in a circle'],
    [
      '/feed/: https://y.example/',
      'site.yaml:2:21 error config/value: "https://y.example/", to which "/feed/" leads, does not begin with "/"',
    ],
  ])('{%s}', (written, says) => {
    const made = paper(`redirects: {${written}}`).build().exits(2);
    expect(made.stderr).toContain(says);
  });

  test('a list', () => {
    const made = paper('redirects: [/feed/]').build().exits(2);
    expect(made.stderr).toContain('"redirects" names no addresses');
  });

  test('the address of an article, or of a page of the paper', () => {
    const made = paper('redirects: {/2026/11/20/bridge/: /news/}').build().exits(1);
    expect(made.stderr).toContain('error article/address');
    expect(made.stderr).toContain('the redirect from /2026/11/20/bridge/');
    const front = paper('redirects: {/news/: /feed.xml}').build().exits(1);
    expect(front.stderr).toContain('error output/clash');
    const archive = paper('redirects: {/2023/: /news/}').build().exits(1);
    expect(archive.stderr).toContain('the archive of the paper');
  });

  test('not a link to one, where the host is told of them too', () => {
    const made = paper('host: netlify\nredirects: {/category/news/: /news/, /old.php: /news/}', {
      'articles/links.md': story(
        'Links',
        '2026-11-20',
        '[1](/category/news) [2](/old.php) [3](/none/)',
      ),
    })
      .gazeta('check')
      .exits(0);
    expect(made.stderr).not.toContain('the link to /category/news');
    expect(made.stderr).not.toContain('the link to /old.php');
    expect(made.stderr).toContain('the link to /none/ leads nowhere');
  });

  test('one that leads nowhere, for `gazeta check`', () => {
    const made = paper('redirects:\n  /feed/: /feed.xml\n  /old/: /none/\n')
      .gazeta('check')
      .exits(0);
    expect(made.stderr).toContain(
      'site.yaml:4:10 warning check/link: the link to /none/ leads nowhere',
    );
    expect(made.stderr).toContain('1 warning');
  });
});
