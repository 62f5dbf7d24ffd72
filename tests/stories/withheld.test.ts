/** Files of `public/` that only an article names that readers may not see yet are published with it, and not before. */
import { describe, test } from 'vitest';
import { png } from '../pictures.ts';
import { site, story } from '../rig.ts';

const NOW = '2026-11-23T12:00Z';
const THEN = '2026-12-25T12:00Z';
const PAGE = '2026/12/24/a/index.html';

/** A paper with an article of Christmas Eve. */
const paper = (
  settings: string,
  article: string,
  files: Readonly<Record<string, string | Uint8Array>>,
) => site({ 'site.yaml': settings, 'articles/a.md': article, ...files }).at(NOW);

describe('a lead picture by the own full address of the paper', () => {
  test.each([
    ['https://x.example', 'https://x.example/images/secret.png'],
    ['https://x.example', '//x.example/images/secret.png'],
    ['https://x.example', 'HTTPS://X.Example/images/secret.png'],
    ['https://x.example', 'https://x.example:443/images/secret.png'],
    ['https://x.example', 'http://x.example/images/secret.png?v=2'],
    ['https://x.example', String.raw`https:\\x.example/images/secret.png`],
    ['https://x.example:8443', 'https://x.example:8443/images/secret.png'],
    ['https://gazëta.example', 'https://gazëta.example/images/secret.png'],
    ['https://gazëta.example', 'https://xn--gazta-psa.example/images/secret.png'],
    ['https://x.example/news', 'https://x.example/news/images/secret.png'],
    ['https://x.example/lajmë', 'https://x.example/lajm%C3%AB/images/secret.png'],
    ['https://x.example/lajmë', 'https://x.example/lajmë/images/secret.png'],
  ])('of %s: %s', (url, src) => {
    for (const lines of [[`image: ${src}`], [`image: {src: '${src}', alt: A}`]]) {
      const made = paper(`url: ${url}`, story('A', '2026-12-24', 'Text.', lines), {
        'public/images/secret.png': png(1234, 567),
      });
      made.build().exits(0).nowhere('secret.png');
      made.at(THEN).build().exits(0).shows(PAGE, '/images/secret.png', 'width="1234"');
    }
  });

  test.each(['draft: true', 'withdrawn: true', 'expires: 2026-11-21'])('with %s', (line) => {
    const lines = [line, 'image: https://x.example/images/secret.png'];
    paper('url: https://x.example', story('A', '2026-11-20', 'Text.', lines), {
      'public/images/secret.png': png(2, 1),
    })
      .build()
      .exits(0)
      .nowhere('secret.png');
  });

  test('as a portrait, which waits for an article of hers', () => {
    const made = paper('url: https://x.example', story('A', '2026-12-24', 'x', ['authors: arta']), {
      'authors/arta.md': '---\nname: Arta\nimage: //x.example/secret.png\n---\n',
      'public/secret.png': png(1234, 567),
    });
    made.build().exits(0).nowhere('secret.png');
    made.at(THEN).build().exits(0).shows('authors/arta/index.html', '/secret.png', 'width="1234"');
  });

  test('is one of another site when the paper moves', () => {
    const article = story('A', '2026-12-24', 'x', ['image: https://x.example/secret.png']);
    const made = paper('url: https://y.example', article, { 'public/secret.png': png(2, 1) });
    made.build().exits(0).shows('secret.png', '');
    made.edit({ 'site.yaml': 'url: https://x.example' }).build('--allow-removals').exits(0);
    made.nowhere('secret.png');
  });

  test('and one of another site stays one', () => {
    const lines = ['image: https://x.example.org/p.png'];
    paper('url: https://x.example', story('A', '2026-11-20', 'x', lines), {
      'public/p.png': png(2, 1),
    })
      .build()
      .exits(0)
      .shows('2026/11/20/a/index.html', 'src="https://x.example.org/p.png"')
      .shows('p.png', '');
  });
});

test.each(['https://x.example:443', 'HTTPS://X.EXAMPLE', 'http://x.example:80', '//X.example'])(
  'a text that begins its own addresses with %s',
  (origin) => {
    const text = `[a](${origin}/kit.pdf) ![b](${origin}/secret.png)`;
    const made = paper('url: https://x.example', story('A', '2026-12-24', text), {
      'public/kit.pdf': 'secret',
      'public/secret.png': png(2, 1),
    });
    made.build().exits(0).nowhere('secret').nowhere('kit.pdf');
    made.at(THEN).build().exits(0).shows(PAGE, '<a href="/kit.pdf">a</a>', 'src="/secret.png"');
  },
);

test.each([
  ['/press/', 'press/index.html'],
  ['/press/index.html', 'press/index.html'],
  ['/press', 'press/index.html'],
  ['/press/#kit', 'press/index.html'],
  ['https://x.example/press/?a=b', 'press/index.html'],
  ['/press/index.htm', 'press/index.htm'],
  ['/press/INDEX.html', 'press/INDEX.html'],
  ['/press', 'press.html'],
  ['/press/KIT', 'press/KIT'],
])('a page of public/ waits for the article that links to it: %s', (link, file) => {
  const made = paper('url: https://x.example', story('A', '2026-12-24', `[kit](${link})`), {
    [`public/${file}`]: '<p>A secret</p>',
    'public/other/index.html': '<p>Another</p>',
  });
  made.build().exits(0).nowhere('secret').shows('other/index.html', 'Another');
  // What one that readers see links to is there, whoever else does.
  made.edit({ 'articles/b.md': story('B', '2026-11-20', `[kit](${link})`) });
  made.build().exits(0).shows(file, 'A secret');
  made.edit({ 'articles/b.md': null }).build('--allow-removals').exits(0).nowhere('secret');
  made.at(THEN).build().exits(0).shows(file, 'A secret').shows(PAGE, '<a href="');
});

test('a link to a file without an ending leads to the file', () => {
  const files = { 'public/press/KIT': 'kit', 'public/press/pic': png(3, 2) };
  const text = '[kit](/press/KIT), [soon](/press/soon) ![A](/press/pic)';
  const made = paper('url: https://x.example', story('A', '2026-12-24', text), files).at(THEN);
  made.build().exits(0).shows(PAGE, '<a href="/press/KIT">kit</a>', 'src="/press/pic" alt="A"');
  made.shows(PAGE, '<a href="/press/soon/">soon</a>');
  made.edit({ 'public/press/soon': 'soon' }).build().exits(0).shows(PAGE, '"/press/soon"');
});
