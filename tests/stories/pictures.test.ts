/** Pictures say how large they are, so that nothing moves while they load. */
import { describe, expect, test } from 'vitest';
import { avif, gif, jpeg, png } from '../pictures.ts';
import { type Site, site, story } from '../rig.ts';

const SETTINGS = {
  'site.yaml':
    'url: https://x.example/news\ntimezone: Europe/Belgrade\nsurfaces: {pictures: false}\n',
};
const PAGE = '2026/11/20/a/index.html';

/** A paper with one article, which has this text, and these files. */
const paper = (
  text: string,
  files: Readonly<Record<string, string | Uint8Array | null>> = {},
  more: string[] = [],
): Site =>
  site({ ...SETTINGS, 'articles/a.md': story('A', '2026-11-20', text, more) })
    .edit(files)
    .build()
    .exits(0);

const svg = (attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`;

/** With its byte-order mark, without which browsers do not show it. */
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('the size of', () => {
  test.each<[string, string, string | Uint8Array, string | null]>([
    ['a PNG', 'p.png', png(640, 480), '640 480'],
    ['a GIF', 'p.gif', gif(30, 20), '30 20'],
    ['a JPEG', 'p.jpg', jpeg(4000, 3000), '4000 3000'],
    ['a JPEG upside down', 'p.jpg', jpeg(4000, 3000, 3), '4000 3000'],
    ['a JPEG on its side', 'p.jpg', jpeg(4000, 3000, 6), '3000 4000'],
    ['a JPEG on its other side', 'p.JPEG', jpeg(4000, 3000, 8), '3000 4000'],
    ['a JPEG with much before it', 'p.jpg', jpeg(4000, 3000, 6, 60_000), '3000 4000'],
    ['a JPEG with very much before it', 'p.jpg', jpeg(4000, 3000, 1, 400_000), '4000 3000'],
    ['an AVIF', 'p.avif', avif(1600, 900), '1600 900'],
    ['an AVIF on its side', 'p.avif', avif(1600, 900, 1), '900 1600'],
    ['a PNG with the name of a JPEG', 'p.jpg', png(3, 2), '3 2'],
    ['an SVG with a size', 'p.svg', svg('width="300" height="150"'), '300 150'],
    ['an SVG with a size in millimetres', 'p.svg', svg('width="25.4mm" height="50.8mm"'), '96 192'],
    ['an SVG with a width', 'p.svg', svg('width="300" viewBox="0 0 4 2"'), '300 150'],
    ['an SVG with a height', 'p.svg', svg('height="2in" viewBox="0 0 1.5 1"'), '288 192'],
    // As wide as its column, in browsers and so here.
    ['an SVG with a ratio', 'p.svg', svg('viewBox="0 0 2400 1000"'), '2400 1000'],
    ['an SVG with a small ratio', 'p.svg', svg("viewBox='0, 0, 1.5, 1'"), '1200 800'],
    ['an SVG as wide as it may be', 'p.svg', svg('width="100%" viewBox="0 0 30 10"'), '1200 400'],
    [
      'an SVG with a long preface',
      'p.svg',
      `<?xml version="1.0"?><!-- <svg> ${'x'.repeat(20_000)} -->${svg('viewBox="0 0 1200 675"')}`,
      '1200 675',
    ],
    [
      'an SVG with other lengths',
      'p.svg',
      svg('width=" 2em" height="3e1PX " viewBox="0 0 1 1"'),
      '32 30',
    ],
    ['an SVG with a quarter of millimetres', 'p.svg', svg("width='40q' height='1pc'"), '38 16'],
    ['an SVG with an empty size', 'p.svg', svg('width="0" height="0" viewBox="0 0 10 10"'), null],
    ['an SVG with a size to be computed', 'p.svg', svg('width="calc(1px)" height="3"'), null],
    [
      'an SVG with a size below nothing',
      'p.svg',
      svg('width="-5" height="3" viewBox="0 0 2 1"'),
      null,
    ],
    ['an SVG with a width alone', 'p.svg', svg('width="40"'), null],
    [
      'an SVG with a size in a text',
      'p.svg',
      svg(`data-a=" width='9' " width="auto" height="30" viewBox="0 0 2 1"`),
      '60 30',
    ],
    [
      'an SVG with entities',
      'p.svg',
      `<!DOCTYPE svg [<!ENTITY a "<svg width='3' height='2'/>">\n<!ENTITY b ']>'>]>${svg('width="30" height="20"')}`,
      '30 20',
    ],
    ['an SVG in UTF-16', 'p.svg', utf16(svg('width="30" height="20"')), '30 20'],
    [
      'an SVG in UTF-16, high bytes first',
      'p.svg',
      utf16(svg('width="30" height="20"')).swap16(),
      '30 20',
    ],
    ['an SVG without any', 'p.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', null],
    ['a moving AVIF', 'p.avif', '\0\0\0\x20ftypavis', null],
    ['a file that is no picture by its name', 'p.bin', png(3, 2), null],
  ])('%s', (_, name, file, size) => {
    const [width, height] = size?.split(' ') ?? [];
    const room = size === null ? '' : ` width="${width}" height="${height}"`;
    const text = `![A](/${name})\n\nB <img src="/${name}" alt="B"> B`;
    paper(text, { [`public/${name}`]: file }, [`image: {src: /${name}, alt: C}`])
      .says('')
      .shows(
        PAGE,
        `<img src="/news/${name}" alt="A" loading="lazy" decoding="async"${room}>`,
        `<img src="/news/${name}" alt="C"${room}`,
        size === null
          ? `<img src="/news/${name}" alt="B">`
          : `<img src="/news/${name}" alt="B"${room} loading="lazy" decoding="async">`,
      )
      .shows('index.html', `<img src="/news/${name}" alt=""${room}`);
  });
});

describe('a picture in a text', () => {
  const files = { 'public/p.png': png(640, 480), 'public/q.png': png(1280, 960) };

  test.each([
    ['<img src="/p.png" alt="" width="320">', '<img src="/news/p.png" alt="" width="320">'],
    ['<img src="/p.png" alt="" height="320">', '<img src="/news/p.png" alt="" height="320">'],
    [
      '<img src="/p.png" alt="its width=3" loading="eager">',
      '<img src="/news/p.png" alt="its width=3" loading="eager" width="640" height="480" decoding="async">',
    ],
    [
      '<img src="/p.png" srcset="/p.png 1x, /q.png 2x" alt="">',
      '<img src="/news/p.png" srcset="/news/p.png 1x, /news/q.png 2x" alt="" width="640" height="480" loading="lazy" decoding="async">',
    ],
    [
      '<img src="https://x.example/news/p.png" alt="">',
      '<img src="/news/p.png" alt="" width="640" height="480" loading="lazy" decoding="async">',
    ],
    [
      '<img src="/p.png?v=2" alt="">',
      '<img src="/news/p.png?v=2" alt="" width="640" height="480" loading="lazy" decoding="async">',
    ],
    [
      '<img src="https://other.example/p.png" alt="">',
      '<img src="https://other.example/p.png" alt="">',
    ],
  ])('%s', (html, made) => {
    paper(`A ${html} b`, files).says('').shows(PAGE, `<p>A ${made} b</p>`);
  });

  test('beside its article, with letters of any kind in its name', () => {
    paper('![A](<ura e re ë.png>)', { 'articles/ura e re ë.png': png(640, 480) })
      .says('')
      .shows(PAGE, 'width="640" height="480"');
  });

  test('that a link leads to is not there twice', () => {
    paper('[![A](/p.png)](/p.png)', files)
      .says('')
      .shows(
        PAGE,
        '<a href="/news/p.png"><img src="/news/p.png" alt="A" loading="lazy" decoding="async" width="640" height="480"></a>',
      );
  });

  test('has its size in feeds, with its full address', () => {
    const { content_html } = JSON.parse(
      paper('![A](/p.png) <img src="https://other.example/p.png" alt="B">', files).read(
        'feed.json',
      ),
    ).items[0];
    expect(content_html).toContain(
      '<img src="https://x.example/news/p.png" alt="A" width="640" height="480" />',
    );
    expect(content_html).toContain('<img src="https://other.example/p.png" alt="B" />');
  });
});

test('a lead picture on another site, and one that is not there, have no size', () => {
  paper('Text.', {}, ['image: https://other.example/p.png'])
    .says('')
    .shows(PAGE, '<img src="https://other.example/p.png" alt=""')
    .hides(PAGE, ' width="');
  const missing = paper('![A](/p.png)', {}, ['image: /p.png']).hides(PAGE, ' width=');
  expect(missing.stderr).toContain('articles/a.md:6:6 warning body/file');
  expect(missing.stderr).not.toContain('body/picture');
});

test('a portrait has its size', () => {
  paper(
    'Text.',
    { 'authors/arta.yaml': 'name: Arta\nimage: arta.jpg', 'authors/arta.jpg': jpeg(600, 800) },
    ['authors: arta'],
  )
    .says('')
    .shows(
      'authors/arta/index.html',
      '<img class="portrait" src="/news/media/authors/arta.jpg" alt="" width="600" height="800"',
    );
});

describe('a file that is no picture', () => {
  const HELP =
    'Browsers show JPEG, PNG, GIF, WebP, AVIF and SVG. The file is damaged, or of another kind than its name says: save it anew from the original.';

  test.each<[string, string, string | Uint8Array]>([
    ['garbage', 'p.jpg', 'garbage'],
    ['nothing', 'p.png', ''],
    ['zeros', 'p.png', new Uint8Array(40_000)],
    ['the beginning of one', 'p.png', png(640, 480).subarray(0, 18)],
    ['one without height', 'p.png', png(640, 0)],
    [
      'a placeholder of Git LFS',
      'p.webp',
      'version https://git-lfs.github.com/spec/v1\noid sha256:1',
    ],
    [
      'an SVG in UTF-16 without its mark',
      'p.svg',
      Buffer.from(svg('width="3" height="2"'), 'utf16le'),
    ],
    ['a page', 'p.svg', '<!doctype html><title>404</title>'],
    ['an SVG with another name', 'p.png', svg('width="3" height="2"')],
    ['a PNG with the name of an SVG', 'p.svg', png(3, 2)],
  ])('%s', (_, name, file) => {
    paper(`A ![A](/${name})`, { [`public/${name}`]: file })
      .says(
        `articles/a.md:5:8 warning body/picture: the picture public/${name} cannot be read as one
  5 | A ![A](/${name})
    |        ${'^'.repeat(name.length + 1)}
  ${HELP}

1 warning`,
      )
      .shows(PAGE, `<img src="/news/${name}" alt="A" loading="lazy" decoding="async">`);
  });

  const OTHER = 'Convert it to JPEG, PNG or WebP. Another name alone does not make it one.';
  const HEIC = '\0\0\0\x18ftypheic\0\0\0\0mif1heic';

  test.each<[string, string | Uint8Array, string]>([
    ['p.jpg', HEIC, 'a HEIC photograph'],
    ['p.avif', HEIC.replace('heic', 'mif1'), 'a HEIC photograph'],
    ['IMG_1.HEIC', HEIC, 'a HEIC photograph'],
    ['p.heif', 'x', 'a HEIC photograph'],
    ['p.tif', 'II*\0', 'a TIFF picture'],
    ['p.TIFF', 'x', 'a TIFF picture'],
    ['p.jpg', 'MM\0*', 'a TIFF picture'],
    ['p.dng', 'II*\0', 'a raw photograph'],
    ['p.psd', '8BPS', 'a Photoshop document'],
    ['p.pdf', '%PDF-1.7', 'a PDF'],
    ['p.png', '%PDF-1.7', 'a PDF'],
    ['p.eps', '%!PS-Adobe', 'a PostScript drawing'],
    ['p.jxl', 'x', 'a JPEG XL picture'],
    ['p.docx', 'PK', 'a Word document'],
    ['p.mov', '\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'a video'],
  ])('%s with what it is: %j', (name, file, form) => {
    const files = { [`public/${name}`]: Buffer.from(file as string, 'latin1') };
    const told = (place: string, line: string, marks: string) =>
      `${place} warning body/picture: the picture public/${name} is ${form}, which most browsers cannot show as a picture
  ${place.split(':')[1]} | ${line}
    | ${marks}${'^'.repeat(name.length + 1)}
  ${OTHER}

1 warning`;
    paper(`A ![A](/${name})`, files).says(
      told('articles/a.md:5:8', `A ![A](/${name})`, ' '.repeat(7)),
    );
    paper('Text.', files, [`image: {src: /${name}}`]).says(
      told('articles/a.md:4:14', `image: {src: /${name}}`, ' '.repeat(13)),
    );
    expect(paper(`A <img src="/${name}" alt="A">`, files).stderr).toContain(form);
  });

  test('that a link leads to, a frame shows, or a JPEG has the name of, is none', () => {
    const html = { 'site.yaml': `${SETTINGS['site.yaml']}html: trusted\n` };
    const text =
      '[a](/a.pdf) [b](/b.heic)\n\n<iframe\nsrc="/a.pdf"></iframe>\n\n<video src="/c.mp4"></video>\n\n<picture><source srcset="/d.heic"><img src="/e.tif" alt="E"></picture>';
    const files = {
      ...html,
      ...Object.fromEntries(
        ['a.pdf', 'b.heic', 'c.mp4', 'd.heic'].map((name) => [`public/${name}`, 'x']),
      ),
      'public/e.tif': jpeg(4, 3),
    };
    paper(text, files).says('');
  });

  test('as a portrait', () => {
    const files = { 'authors/arta.yaml': 'name: Arta\nimage: arta.jpg', 'authors/arta.jpg': 'x' };
    expect(paper('Text.', files).stderr).toContain(
      'authors/arta.yaml:2:8 warning body/picture: the picture authors/arta.jpg cannot be read as one',
    );
  });

  test('is told of once in each article that shows it, whenever readers see that', () => {
    const text = '![A](p.jpg) ![A](p.jpg) and [the file](q.jpg)';
    const files = {
      ...SETTINGS,
      'articles/a.md': story('A', '2026-11-20', text, ['image: p.jpg']),
      'articles/later.md': story('B', '2026-12-20', '![A](p.jpg)'),
      'articles/over.md': story('C', '2026-10-20', '![A](p.jpg)', ['expires: 2026-10-21']),
      'articles/draft.md': story('D', '2026-11-20', '![A](p.jpg)', ['draft: true']),
      'articles/p.jpg': 'garbage',
      'articles/q.jpg': 'garbage',
    };
    const told = (now: string, ...args: string[]) =>
      site(files)
        .at(now)
        .build(...args)
        .exits(0)
        .stderr.match(/^.*body\/picture/gm);
    const all = [
      'articles/a.md:6:6 warning body/picture',
      'articles/later.md:5:6 warning body/picture',
      'articles/over.md:6:6 warning body/picture',
    ];
    expect(told('2026-11-23T12:00Z')).toEqual(all);
    expect(told('2027-11-23T12:00Z')).toEqual(all);
    expect(told('2026-11-23T12:00Z', '--drafts', '--out', '/preview')).toHaveLength(4);
  });
});

describe('a file is read', () => {
  /** The files of which `readStart` was asked something, with how much. */
  function reads(paper: Site): string[] {
    const asked: string[] = [];
    const { readStart } = paper.files;
    paper.files.readStart = (path, length) => {
      asked.push(`${path.replace('/site/', '')} ${length}`);
      return readStart(path, length);
    };
    return asked;
  }

  test('once, and no more of it than needed', () => {
    const made = site({
      ...SETTINGS,
      'articles/a.md': story('A', '2026-11-20', '![A](/p.jpg)', ['image: /p.jpg']),
      'articles/b.md': story('B', '2026-11-21', '![A](/p.jpg) ![B](/deep.jpg) [c](/c.jpg)'),
      'public/p.jpg': jpeg(4, 3),
      'public/deep.jpg': jpeg(4, 3, 1, 100_000),
      'public/c.jpg': jpeg(4, 3),
      'public/unused.jpg': jpeg(4, 3),
    });
    const asked = reads(made);
    made.build().exits(0).says('');
    expect(asked.sort()).toEqual([
      'public/deep.jpg 16384',
      'public/deep.jpg 262144',
      'public/p.jpg 16384',
    ]);
  });

  test('not by `gazeta next`', () => {
    const made = site({
      ...SETTINGS,
      'articles/a.md': story('A', '2026-11-20', '![A](/p.jpg)'),
      'public/p.jpg': 'garbage',
    });
    const asked = reads(made);
    made.gazeta('next', '--json').exits(0);
    expect(asked).toEqual([]);
  });
});

test('a picture of an article that readers cannot see is nowhere', () => {
  site({
    ...SETTINGS,
    'articles/a.md': story('A', '2026-11-20', '![A](hush.png)'),
    'articles/hush.md': story('B', '2026-12-20', '![A](secret.png)', ['image: /lead.png']),
    'articles/hush.png': png(5, 7),
    'articles/secret.png': png(1234, 4321),
    'public/lead.png': png(2345, 5432),
  })
    .build()
    .exits(0)
    .says('')
    .shows(PAGE, 'width="5" height="7"')
    .nowhere('1234')
    .nowhere('2345')
    .nowhere('secret.png')
    .nowhere('lead.png');
});

describe('`gazeta check` asks for a text', () => {
  test.each([
    ['<img src="/p.png">', '5:1'],
    ['A <IMG\nsrc="/p.png" title="alt=no"> b', '5:1'],
    ['<figure>\n<!-- <img src="/x.png"> -->\n<img src="/p.png"/>\n</figure>', '7:1'],
  ])('%s', (html, place) => {
    const made = paper(html, { 'public/p.png': png(3, 2) })
      .gazeta('check')
      .exits(0);
    expect(made.stderr.match(/^.*check\/alt: .*/gm)).toEqual([
      `articles/a.md:${place} warning check/alt: the picture "/p.png" has no text for those who do not see it`,
    ]);
  });

  test.each(['<img src="/p.png" alt="A">', '<img alt src="/p.png">', "<img src='/p.png' alt=''>"])(
    'but not of %s',
    (html) => {
      const made = paper(`A ${html}`, { 'public/p.png': png(3, 2) })
        .gazeta('check')
        .exits(0);
      expect(made.stderr).not.toContain('check/alt');
    },
  );
});

test('a file of public/ may be named from the article, as editors complete it', () => {
  const paper = site({
    'articles/2026/a.md': story('A', '2026-11-20', '![A bridge](../../public/images/b%20c.svg#x)'),
    'public/images/b c.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="9"/>',
  })
    .build()
    .exits(0);
  paper.shows(
    '2026/11/20/a/index.html',
    '<img src="/images/b%20c.svg#x" alt="A bridge"',
    'width="3" height="9"',
  );
  expect(paper.stderr).not.toContain('not there');
  paper.edit({ 'public/images/b c.svg': null }).build();
  expect(paper.stderr).toContain('body/file: the picture "../../public/images/b%20c.svg#x" is not');
});
