/** What stands is kept only if a clean build would make the same. */
import { describe, expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

const SITE = { 'site.yaml': 'url: https://x.example\n' };

type Edit = Readonly<Record<string, string | null>>;

/** Builds, edits, builds again; the output is that of a clean build of the same files. */
function edited(before: Record<string, string>, ...edits: Edit[]) {
  const paper = site({ ...SITE, ...before }).build();
  const files: Record<string, string | null> = { ...SITE, ...before };
  for (const edit of edits) {
    paper.edit(edit).build('--allow-removals').exits(0);
    Object.assign(files, edit);
  }
  const left = Object.entries(files).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const clean = site(Object.fromEntries(left)).build().exits(0);
  expect(paper.snapshot()).toEqual(clean.snapshot());
  return paper;
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="9"/>';

describe('a sitemap', () => {
  test.each([
    ['https://cdn.example/one.png', 'https://cdn.example/two.png'],
    ['/p.svg?v=1', '/p.svg?v=2'],
    ['n.svg?v=1', 'n.svg?v=2'],
    ['/p.svg#a', '/p.svg'],
    ['/none.png', '/none2.png'],
    ['n.svg', 'm.svg'],
  ])('has another lead picture: %s, %s', (one, two) => {
    const files = { 'public/p.svg': picture, 'articles/n.svg': picture, 'articles/m.svg': picture };
    const article = (image: string) => ({
      'articles/a.md': story('A', '2026-11-01', 'x', [`image: ${image}`]),
    });
    edited({ ...files, ...article(one) }, article(two));
  });

  test('is named in the index after its month', () => {
    const article = (date: string) => ({
      'articles/a.md': story('A', date, 'x', ['permalink: /a/', 'updated: 2026-11-01']),
    });
    edited(article('2026-09-10'), article('2026-10-10')).shows('sitemap.xml', '2026-10.xml');
  });
});

test('a link to a file beside the article is that of the folder to which the article went', () => {
  const text = story('A', '2026-11-01', 'See [the paper](doc.pdf).');
  edited(
    { 'articles/a/x.md': text, 'articles/a/doc.pdf': '1', 'articles/b/doc.pdf': '2' },
    { 'articles/a/x.md': null, 'articles/b/x.md': text },
  );
});

test('a file that is renamed by the case of a letter has its new name', () => {
  const paper = site({
    ...SITE,
    'public/Doc.pdf': '1',
    'articles/a.md': story('A', '2026-11-01'),
  }).build();
  paper.files.rename('/site/public/Doc.pdf', '/site/public/doc.pdf');
  paper.build().exits(0);
  expect(paper.outputs().filter((out) => /doc/i.test(out))).toEqual(['doc.pdf']);
});

test.each([
  ['{{> "partials/my card"}}', 'my card'],
  ['{{> [partials/my card]}}', 'my card'],
  ['{{#> "partials/my card"}}x{{/"partials/my card"}}', 'my card'],
  ["{{> 'partials/a~b'}}", 'a~b'],
  ['{{> "partials/a}b"}}', 'a}b'],
  ['{{> "partials/it\'s"}}', "it's"],
  ['{{>partials/é}}', 'é'],
  ['{{> partials/[my card]}}', 'my card'],
  ['{{#> partials/[my card] x=1}}x{{/partials/[my card]}}', 'my card'],
  ['{{> "partials/a\\"b"}}', 'a"b'],
])('a page is made anew when what it calls changes: %s', (call, name) => {
  const partial = `templates/partials/${name}.hbs`;
  edited(
    {
      'templates/tags.hbs': call,
      'articles/a.md': story('A', '2026-11-01', 'x', ['tags: [t]']),
      [partial]: 'one',
    },
    { [partial]: 'two' },
  ).shows('tags/index.html', 'two');
});

describe('a file that is edited while a build runs', () => {
  /** Edits once, when the build does something to a path, the last that it is told. */
  const meanwhile = (paper: Site, act: 'clock' | 'rename', last: string, edit: Edit) => {
    const before = paper.files[act];
    Object.assign(paper.files, {
      [act](...args: [string, string]) {
        if (args.at(-1) !== last)
          return (before as (...args: [string, string]) => unknown)(...args);
        paper.files[act] = before as never;
        paper.edit(edit);
        return (before as (...args: [string, string]) => unknown)(...args);
      },
    });
  };
  const partial = { 'templates/partials/tags.hbs': '<i>tags</i>' };

  test('is published as it is then: what is embargoed now is not shown', () => {
    const paper = site({
      ...SITE,
      'articles/a.md': story('A', '2026-11-01', 'Open.'),
      'articles/b.md': story('B', '2026-11-02'),
    }).build();
    const secret = story('A', '2026-11-01', 'Secret.', ['publish: 2026-12-24T06:00']);
    meanwhile(paper.edit(partial), 'clock', '/site/.gazeta/clock', { 'articles/a.md': secret });
    paper.build('--allow-removals').exits(0).nowhere('Secret.');
    paper
      .edit({ 'articles/a.md': story('A', '2026-11-01', 'Open.') })
      .build()
      .exits(0);
    paper.nowhere('Secret.').shows('2026/11/01/a/index.html', 'Open.');
  });

  test('is read whatever its time, once that is found to tell too little', () => {
    const article = story('A', '2026-11-01', 'Open.');
    const paper = site({ ...SITE, 'articles/a.md': article }).build();
    // Other letters, the same size, and the time set back.
    const bytes = paper.files.content.get('/site/articles/a.md') as Uint8Array;
    bytes.set(new TextEncoder().encode(article.replace('Open.', 'Shut.')));
    paper.edit(partial).build().exits(0).shows('2026/11/01/a/index.html', 'Shut.');
    const clean = site({ ...SITE, ...partial, 'articles/a.md': article.replace('Open.', 'Shut.') });
    expect(paper.snapshot()).toEqual(clean.build().snapshot());
  });

  test('is drawn by the next build if it is the icon', () => {
    const icon = (color: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="${color}" d="M0 0h9v9H0z"/></svg>`;
    const files = {
      'site.yaml': 'url: https://x.example\nicon: icon.svg\n',
      'articles/a.md': story('A', '2026-11-01'),
    };
    const paper = site({ ...files, 'icon.svg': icon('red') });
    meanwhile(paper, 'rename', '/site/dist', { 'icon.svg': icon('blue') });
    paper.build().exits(0);
    paper.build().exits(0);
    const clean = site({ ...files, 'icon.svg': icon('blue') }).build();
    expect(paper.snapshot()).toEqual(clean.snapshot());
  });
});

test('settings that are edited while a build runs, and taken back, are those that it began with', () => {
  const settings = 'title: First\nurl: https://x.example\n';
  const paper = site({ 'site.yaml': settings, 'articles/a.md': story('A', '2026-11-20') });
  const { readIfThere } = paper.files;
  let reads = 0;
  paper.files.readIfThere = (path) => {
    if (path !== '/site/site.yaml' || reads++ === 0) return readIfThere(path);
    return new TextEncoder().encode(settings.replace('First', 'Other'));
  };
  paper.build().exits(0).shows('index.html', '<title>First</title>').nowhere('Other');
  expect(reads).toBe(1);
});
