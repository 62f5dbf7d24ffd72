/** Pictures in the sizes that screens need: which files there are, and who names them. */
import { describe, expect, test } from 'vitest';
import { unresized } from '../../src/output/resize.ts';
import { avif, gif, jpeg, png } from '../pictures.ts';
import { type Site, site, story } from '../rig.ts';

const SETTINGS = { 'site.yaml': 'url: https://x.example/news\ntimezone: Europe/Belgrade\n' };
const PAGE = '2026/11/20/a/index.html';

/** A paper with one article that has a picture above its text, and these files. */
const paper = (
  files: Readonly<Record<string, string | Uint8Array | null>>,
  text = 'Text.',
  more = ['image: /images/p.jpg'],
): Site =>
  site({ ...SETTINGS, 'articles/a.md': story('A', '2026-11-20', text, more) })
    .edit(files)
    .build();

/** The files that were made of pictures. */
const sizes = (one: Site): string[] =>
  one.outputs().flatMap((out) => (out.startsWith('_pictures/') ? [out.slice(10)] : []));

const srcset = (address: string, ...widths: number[]) =>
  `srcset="${widths.map((width) => `/news/_pictures${address}/${width}.webp ${width}w`).join(', ')}"`;

/** A WebP (RFC 9649, 2.7.1) as far as its first chunk. */
const webp = (width: number, height: number, moves: boolean): Uint8Array => {
  const three = (value: number) => [value & 255, (value >> 8) & 255, value >> 16];
  const chunk = [moves ? 2 : 0, 0, 0, 0, ...three(width - 1), ...three(height - 1)];
  return Uint8Array.from([
    ...Buffer.from('RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1'),
    ...chunk,
    ...Buffer.alloc(16),
  ]);
};

/** A PNG with more chunks before its picture: their names, and what is in them. */
const pngWith = (width: number, height: number, ...chunks: [string, Uint8Array][]): Uint8Array => {
  const sum = Buffer.alloc(4);
  const chunk = ([name, content]: [string, Uint8Array]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(name), content, sum]);
  };
  const all = [...chunks, ['IDAT', new Uint8Array(20_000)] as [string, Uint8Array]];
  return Buffer.concat([png(width, height), sum, ...all.map(chunk)]);
};

/** Those of one with several frames (PNG Specification, 11.3.6.1), of one that was turned, and of one with a large profile. */
const FRAMES: [string, Uint8Array] = ['acTL', new Uint8Array(8)];
const held = (orientation: number): [string, Uint8Array] => [
  'eXIf',
  Buffer.from(
    `MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}`,
    'latin1',
  ),
];
const PROFILE: [string, Uint8Array] = ['iCCP', new Uint8Array(300_000)];

describe('of a picture there are', () => {
  test.each<[string, string, string | Uint8Array, string[]]>([
    ['no smaller ones than the least', 'p.jpg', jpeg(400, 300), []],
    [
      'its own width, and those below',
      'p.jpg',
      jpeg(900, 600),
      ['400.webp', '800.webp', '900.jpg', '900.webp'],
    ],
    ['none that are nearly its own', 'p.jpg', jpeg(850, 600), ['400.webp', '850.jpg', '850.webp']],
    [
      'none wider than a screen needs',
      'p.jpg',
      jpeg(6000, 4000),
      ['1200.jpg', '1200.webp', '1600.webp', '400.webp', '800.webp'],
    ],
    [
      'those of its width as it is held',
      'p.jpg',
      jpeg(6000, 500, 6),
      ['400.webp', '500.jpg', '500.webp'],
    ],
    ['those of a PNG', 'p.png', png(500, 500), ['400.webp', '500.jpg', '500.webp']],
    ['those of a WebP', 'p.webp', webp(500, 500, false), ['400.webp', '500.jpg', '500.webp']],
    ['none of a WebP that moves', 'p.webp', webp(500, 500, true), []],
    [
      'none higher than a WebP can be',
      'p.png',
      png(900, 17_000),
      ['400.webp', '867.jpg', '867.webp'],
    ],
    [
      'none of a panorama that are too low for a card',
      'p.jpg',
      jpeg(4000, 800),
      ['1200.jpg', '1200.webp', '1600.webp'],
    ],
    ['none of a PNG that moves', 'p.png', pngWith(500, 500, FRAMES), []],
    ['none of one that says so late', 'p.png', pngWith(500, 500, PROFILE, FRAMES), []],
    [
      'those of a PNG of its width as it is held',
      'p.png',
      pngWith(6000, 500, held(6)),
      ['400.webp', '500.jpg', '500.webp'],
    ],
    [
      'those of one that was only turned over',
      'p.png',
      pngWith(500, 6000, PROFILE, held(3)),
      ['400.webp', '500.jpg', '500.webp'],
    ],
    // More than the library reads, or WebP can hold: saving it anew would help nobody.
    ['none of one that is too tall', 'p.png', png(500, 21_000), []],
    ['none of one with too many pixels', 'p.png', png(20_000, 14_000), []],
    [
      'those of one that is tall, and not when it is smaller',
      'p.png',
      png(10_000, 20_000),
      ['1200.jpg', '1200.webp', '1600.webp', '400.webp', '800.webp'],
    ],
    ['none of a GIF', 'p.gif', gif(500, 500), []],
    ['none of an AVIF', 'p.avif', avif(500, 500), []],
    [
      'none of a drawing',
      'p.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="900"/>',
      [],
    ],
  ])('%s', (_, name, bytes, expected) => {
    const one = paper({ [`public/${name}`]: bytes }, 'Text.', [`image: /${name}`]).exits(0);
    expect(sizes(one)).toEqual(expected.map((file) => `${name}/${file}`));
    expect(one.read(PAGE).includes('srcset=')).toBe(expected.length > 0);
  });
});

describe('a picture is named', () => {
  const one = paper(
    { 'public/images/p.jpg': jpeg(4000, 3000) },
    '![Alt](/images/p.jpg)\n\n[It](/images/p.jpg)',
  ).exits(0);
  const choice = srcset('/images/p.jpg', 400, 800, 1200, 1600);

  test('above its article, in the text and on fronts with its sizes', () => {
    const page = one.read(PAGE);
    expect(page).toContain(`src="/news/_pictures/images/p.jpg/1200.jpg" ${choice} sizes="`);
    expect(page.split(choice)).toHaveLength(3);
    expect(page).toContain('width="4000" height="3000"');
    expect(one.read('index.html')).toContain(choice);
  });

  test('by a link to it as it is', () => {
    expect(one.read(PAGE)).toContain('<a href="/news/images/p.jpg">It</a>');
    expect(one.outputs()).toContain('images/p.jpg');
  });

  test('for feeds, search engines and networks as a JPEG', () => {
    const plain = 'https://x.example/news/_pictures/images/p.jpg/1200.jpg';
    for (const out of ['feed.xml', 'atom.xml', 'feed.json', 'sitemap-2026-11.xml', PAGE])
      expect(one.read(out), out).toContain(plain);
    for (const out of ['feed.xml', 'atom.xml', 'feed.json']) one.hides(out, 'srcset');
    expect(one.read(PAGE)).toContain(`<meta property="og:image" content="${plain}"`);
    for (const [name, pixels] of [
      ['width', 1200],
      ['height', 900],
    ])
      expect(one.read(PAGE)).toContain(`<meta property="og:image:${name}" content="${pixels}">`);
    expect(one.read(PAGE)).toContain(`"image":["${plain}"]`);
  });
});

test.each<[string, string, string[]]>([
  [
    'a query stays, a fragment does not',
    '<img src="/p.png?v=2#top" alt="">',
    ['/news/_pictures/p.png/500.jpg?v=2"', '/400.webp?v=2 400w'],
  ],
  [
    'a blank or a comma in it does not end an address',
    '<img src="/p.png?a b," alt="">',
    ['/400.webp?a%20b%2C 400w, /news/_pictures'],
  ],
  [
    'a width that the author gave is that of the choice',
    '<img src="/p.png" width="200" alt="">',
    ['sizes="200px"', ' width="200"'],
  ],
  [
    'but never more than the window, or the column of text',
    '<img src="/q.png" width="450" alt=""><img src="/q.png" width="800" alt="">',
    [
      'sizes="(min-width: 450px) 450px, 100vw" width="450"',
      'sizes="(min-width: 40rem) 36.5rem, 100vw" width="800"',
    ],
  ],
  [
    'a picture that is narrower than the column is as wide as it is',
    '![](/p.png)',
    ['sizes="(min-width: 500px) 500px, 100vw"'],
  ],
  [
    'so is what the author says of sizes',
    '<img src="/p.png" sizes="50vw" alt="">',
    ['500w" sizes="50vw"'],
  ],
  [
    'a choice of the author stays',
    '<img src="/p.png" srcset="/q.png 2x" alt="">',
    ['<img src="/news/p.png" srcset="/news/q.png 2x"'],
  ],
  [
    'one of a letter that addresses have encoded',
    '![](/%C3%ABmir.png)',
    ['/news/_pictures/%C3%ABmir.png/400.webp 400w'],
  ],
  [
    "one that is another site's is its own",
    '![](https://y.example/p.png)',
    ['<img src="https://y.example/p.png" alt=""'],
  ],
])('%s', (_, text, expected) => {
  const one = paper(
    {
      'public/p.png': png(500, 400),
      'public/q.png': png(1000, 800),
      'public/ëmir.png': png(500, 400),
    },
    text,
    [],
  ).exits(0);
  const page = one.read(PAGE);
  for (const part of expected) expect(page).toContain(part);
});

test('a picture beside its article, and a portrait', () => {
  const one = paper(
    {
      'articles/p.jpg': jpeg(500, 400),
      'authors/arta.md': '---\nname: Arta\nimage: arta.jpg\n---\n',
      'authors/arta.jpg': jpeg(800, 800),
    },
    '![](p.jpg)',
    ['authors: arta'],
  ).exits(0);
  expect(sizes(one)).toEqual(
    [
      'authors/arta.jpg/400.webp',
      'authors/arta.jpg/800.jpg',
      'authors/arta.jpg/800.webp',
      'p.jpg/400.webp',
      'p.jpg/500.jpg',
      'p.jpg/500.webp',
    ].map((name) => `media/${name}`),
  );
  expect(one.read('authors/arta/index.html')).toContain(
    srcset('/media/authors/arta.jpg', 400, 800),
  );
});

test('a picture that nobody shows has none, and one that only a page of HTML shows', () => {
  const one = paper(
    {
      'public/images/p.jpg': jpeg(500, 400),
      'public/q.jpg': jpeg(500, 400),
      'public/x.html': '<img src="q.jpg">',
    },
    '[It](/q.jpg)',
  ).exits(0);
  expect(sizes(one).every((name) => name.startsWith('images/p.jpg/'))).toBe(true);
});

describe('under embargo', () => {
  const files = {
    'public/images/secret.jpg': jpeg(900, 600),
    'public/images/p.jpg': jpeg(900, 600),
    'articles/lurking.jpg': jpeg(900, 600),
  };
  const later = story('B', '2026-11-25', '![](lurking.jpg)', ['image: /images/secret.jpg']);

  test('a picture is nowhere, and there with its article', () => {
    const one = paper({ ...files, 'articles/b.md': later }).exits(0);
    one.nowhere('secret').nowhere('lurking');
    const clean = one.at('2026-11-26T00:00:00Z').build().exits(0).snapshot();
    expect(sizes(one).filter((name) => /secret|lurking/.test(name))).toHaveLength(8);
    expect(one.build('--no-cache', '--out', 'other').exits(0).snapshot('other')).toEqual(clean);
  });

  test('one that somebody shows already is there', () => {
    const one = paper({
      ...files,
      'articles/b.md': story('B', '2026-11-25', '![](/images/p.jpg)'),
    }).exits(0);
    expect(sizes(one)).toHaveLength(4);
  });
});

describe('what changed is made', () => {
  const begin = () =>
    paper({
      'public/images/p.jpg': jpeg(900, 600),
      'public/q.jpg': jpeg(900, 600),
      'articles/b.md': story('B', '2026-11-21', '![](/q.jpg)'),
    }).exits(0);
  const written = (one: Site): string[] => {
    one.build('--json').exits(0);
    return (JSON.parse(one.stdout) as { changes: { written: string[] } }).changes.written.filter(
      (name) => name.startsWith('_pictures/'),
    );
  };

  test('of a text none, of a picture its own, of a size that it had not those', () => {
    const one = begin();
    expect(
      written(
        one.edit({ 'articles/a.md': story('A', '2026-11-20', 'Other.', ['image: /images/p.jpg']) }),
      ),
    ).toEqual([]);
    expect(written(one.edit({ 'public/q.jpg': jpeg(900, 601) }))).toEqual(
      ['400.jpg', '400.webp']
        .slice(1)
        .concat('800.webp', '900.jpg', '900.webp')
        .map((name) => `_pictures/q.jpg/${name}`),
    );
    expect(one.build('--out', 'other', '--no-cache').snapshot('other')).toEqual(one.snapshot());
  });

  test('of a picture with another time and the same bytes none', () => {
    const one = begin();
    const bytes = one.files.read('/site/public/q.jpg');
    expect(
      written(one.edit({ 'public/q.jpg': null }).edit({ 'public/q.jpg': bytes.slice() })),
    ).toEqual([]);
  });

  test('those of a picture that is gone go, and those of a narrower one that it had', () => {
    const one = begin();
    one
      .edit({ 'articles/b.md': null, 'public/q.jpg': null, 'public/images/p.jpg': jpeg(500, 400) })
      .build()
      .exits(0);
    expect(sizes(one)).toEqual(
      ['400.webp', '500.jpg', '500.webp'].map((name) => `images/p.jpg/${name}`),
    );
  });
});

test('a picture that somebody replaced while others were made is not taken for the one that it was', () => {
  const one = paper({}).edit({ 'public/images/p.jpg': jpeg(900, 600) });
  const { read } = one.files;
  let reads = 0;
  one.files.read = (path, size) => {
    const bytes = read(path, size);
    if (path.endsWith('/public/images/p.jpg') && ++reads === 1)
      one.edit({ 'public/images/p.jpg': jpeg(900, 601) });
    return bytes;
  };
  one.build().exits(0);
  expect(reads).toBeGreaterThan(1);
  one
    .edit({ 'public/images/p.jpg': jpeg(900, 600) })
    .build()
    .exits(0);
  expect(one.build('--out', 'other', '--no-cache').exits(0).snapshot('other')).toEqual(
    one.snapshot(),
  );
});

test('a paper may do without', () => {
  const settings = `${SETTINGS['site.yaml']}surfaces: {pictures: false}\n`;
  const one = paper({ 'public/images/p.jpg': jpeg(900, 600), 'site.yaml': settings }).exits(0);
  expect(sizes(one)).toEqual([]);
  expect(one.read(PAGE)).not.toContain('srcset');
  // And turn them on later.
  one.edit(SETTINGS).build().exits(0);
  expect(sizes(one)).toHaveLength(4);
  expect(one.read(PAGE)).toContain(srcset('/images/p.jpg', 400, 800, 900));
});

test('gazeta why does not say that nothing changed where it looks at no picture', () => {
  const one = paper({ 'public/images/p.jpg': jpeg(900, 600) }).exits(0);
  one.edit({ 'public/images/p.jpg': jpeg(900, 601) });
  one.gazeta('why', '/_pictures/images/p.jpg/400.webp').exits(0);
  expect(one.stdout).toContain('It is no page. A build makes it again if its source is another.');
});

test('their folder is theirs', () => {
  paper({ 'public/images/p.jpg': jpeg(900, 600), 'public/_pictures/x.txt': 'x' })
    .exits(1)
    .says(`
public/_pictures/x.txt error output/clash: _pictures/x.txt is also made by the sizes of pictures
  Rename one of the two: an article or a page by a line slug: or permalink: in its front matter, a section in site.yaml, a file by its name.

1 error
Nothing was published; dist/ is as it was.`);
});

test.each(['/_pictures/b/', '/_Pictures/', '/_pictures/images/p.jpg/400.webp/'])(
  'no article can be at an address in it: %s',
  (address) => {
    const one = paper({
      'public/images/p.jpg': jpeg(900, 600),
      'articles/b.md': story('B', '2026-11-21', 'Text.', [`permalink: ${address}`]),
    }).exits(1);
    expect(one.stderr).toContain(
      `articles/b.md error article/address: its address ${address} is also that of the sizes of pictures`,
    );
  },
);

test('whoever copies the address of a size from a page is told that of the picture', () => {
  paper({ 'public/images/p.jpg': jpeg(900, 600) }, '![A](/_pictures/images/p.jpg/800.webp)').says(`
articles/a.md:6:6 warning body/file: the picture "/_pictures/images/p.jpg/800.webp" is a size of another
  6 | ![A](/_pictures/images/p.jpg/800.webp)
    |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Which sizes there are is decided anew by each build. Write the address of the picture itself: /images/p.jpg.

1 warning`);
});

test('gazeta check makes none, and knows that they are there', () => {
  const one = paper({ 'public/images/p.jpg': jpeg(900, 600) }, '![A](/images/p.jpg)').exits(0);
  one.edit({
    'articles/c.md': story(
      'C',
      '2026-11-20T09:00',
      '[small](/_pictures/images/p.jpg/400.webp)\n\n[none](/_pictures/images/p.jpg/333.webp)',
    ),
  });
  one.gazeta('check').exits(0);
  expect(one.stderr).toContain('333.webp');
  expect(one.stderr).not.toContain('400.webp');
});

describe('what takes long is not made again', () => {
  /** A build, and how many pictures it makes smaller. */
  const made = (one: Site, ...args: string[]): number => {
    let count = 0;
    one.resize = function* (jobs) {
      for (const job of jobs) {
        count++;
        yield* unresized([job]);
      }
    };
    one.build(...args).exits(0);
    return count;
  };
  const begin = () => paper({ 'public/images/p.jpg': jpeg(900, 600) }).exits(0);

  test('where the output folder is not the one that was written, and where all is looked at', () => {
    const one = begin();
    const before = one.snapshot();
    // As a build service puts back what it kept: other files with the same bytes.
    for (const out of one.outputs()) {
      const bytes = one.files.read(`/site/dist/${out}`).slice();
      one.files.remove(`/site/dist/${out}`);
      one.files.write(`/site/dist/${out}`, bytes);
    }
    expect(made(one)).toBe(0);
    expect(made(one, '--verify')).toBe(0);
    expect(one.snapshot()).toEqual(before);
  });

  test('where a build of many pictures was killed, or the disk was full', () => {
    const many = Array.from({ length: 30 }, (_, at) => `p${at}.jpg`);
    const one = paper(
      Object.fromEntries(many.map((name) => [`public/${name}`, jpeg(900, 600)])),
      many.map((name) => `![](/${name})`).join('\n\n'),
      [],
    );
    const clean = one.exits(0).snapshot();
    const again = site({ 'site.yaml': SETTINGS['site.yaml'] }).edit(
      Object.fromEntries(
        [...one.files.content]
          .filter(([name]) => /^\/site\/(?:public|articles)\//.test(name))
          .map(([name, bytes]) => [name.slice('/site/'.length), bytes]),
      ),
    );
    again.resize = function* (jobs) {
      let at = 0;
      for (const job of jobs) {
        if (at++ === 12) throw new Error('killed');
        yield* unresized([job]);
      }
    };
    again.build();
    expect(again.exitCode).not.toBe(0);
    expect(made(again)).toBe(18);
    expect(again.snapshot()).toEqual(clean);
    expect(again.outputs('.gazeta').filter((name) => name.startsWith('sizes/'))).toEqual([]);
  });

  test('but what somebody wrote into, or took away, is', () => {
    const one = begin();
    const before = one.snapshot();
    const place = '/site/dist/_pictures/images/p.jpg/400.webp';
    one.files.write(place, new Uint8Array(one.files.sizeOf(place) ?? 0));
    expect(made(one, '--verify')).toBe(1);
    one.files.remove(place);
    expect(made(one, '--verify')).toBe(1);
    expect(one.snapshot()).toEqual(before);
    expect(made(one, '--no-cache')).toBe(1);
  });

  test('nor what is the same picture at another time, and a picture of another letter case is another', () => {
    const one = begin();
    const bytes = one.files.read('/site/public/images/p.jpg');
    one.edit({ 'public/images/p.jpg': null }).edit({ 'public/images/p.jpg': bytes.slice() });
    expect(made(one)).toBe(0);
    one.edit({
      'public/images/p.jpg': null,
      'public/images/P.jpg': bytes,
      'articles/a.md': story('A', '2026-11-20', 'Text.', ['image: /images/P.jpg']),
    });
    expect(made(one)).toBe(1);
    expect(sizes(one).every((name) => name.startsWith('images/P.jpg/'))).toBe(true);
  });

  test('where no library can be had, nothing is published', () => {
    const one = begin();
    one.resize = function* (jobs) {
      for (const _ of jobs) yield { missing: 'Could not load the "sharp" module\nand so on' };
    };
    one
      .edit({ 'public/images/p.jpg': jpeg(901, 600) })
      .build()
      .exits(1);
    expect(one.stderr).toContain(
      'node_modules/sharp error site/pictures: pictures cannot be made smaller here: Could not load the "sharp" module\n  Install',
    );
    one.build().exits(1);
  });
});

test.each(['a#b.jpg', 'a?b.jpg', `${'x'.repeat(246)}.jpg`])(
  'a picture beside its article of whose name no address can be made is told, and left out',
  (name) => {
    const one = paper(
      { [`articles/${name}`]: jpeg(500, 400) },
      `![A](${encodeURIComponent(name)})`,
      [],
    ).exits(0);
    expect(one.stderr).toContain(`articles/${name} warning source/name: the file is not published`);
    expect(sizes(one)).toEqual([]);
  },
);
