/** Files of `public/` that only an article names that readers may not see yet are published with it, and not before. */
import { describe, expect, test } from 'vitest';
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

describe('a page of public/ stands by itself, whoever links to it', () => {
  const PAGES = [
    'about/index.html',
    'contact.html',
    'old.htm',
    'plain/INDEX.HTML',
    'CNAME',
    'press/KIT',
    'humans.txt',
    '.well-known/security.txt',
    'rss.xml',
    'data.json',
    'site.webmanifest',
    'app.js',
    'style.css',
  ];
  const links = [...PAGES, 'about/', 'about', 'about/#us', 'contact', 'plain/']
    .flatMap((name) => [`[a](/${name})`, `[b](https://x.example/${name}?v=1)`])
    .join('\n');
  const files = Object.fromEntries(PAGES.map((name) => [`public/${name}`, `Live ${name}`]));
  test.each(['draft: true', 'withdrawn: true', 'expires: 2026-11-21', 'publish: 2026-12-24'])(
    'as one with %s',
    (line) => {
      const made = paper('url: https://x.example', story('A', '2026-11-20', 'Text.'), files);
      made.build().exits(0);
      made
        .edit({ 'articles/b.md': story('B', '2026-11-19', links, [line]) })
        .build()
        .exits(0);
      for (const name of PAGES) made.shows(name, `Live ${name}`);
    },
  );

  test('in raw HTML, too, and as what cannot be read', () => {
    const html =
      '<iframe src="/about/"></iframe><script src="/app.js"></script><link href="/style.css">';
    const settings = 'url: https://x.example\nhtml: trusted\nonError: hold-back';
    const made = paper(settings, story('A', '2026-12-24', html), {
      ...files,
      'articles/b.md': `---\ntitle: "B\n---\n${links}\n<video></video>`,
      'public/video/index.html': 'Live video',
    });
    made.build().exits(3).shows('video/index.html', 'Live video');
    for (const name of PAGES) made.shows(name, `Live ${name}`);
  });

  test('while what may be loaded waits', () => {
    const names = ['a.pdf', 'a.docx', 'a.csv', 'a.mp4', 'a.zip', 'a.webp', 'a.PNG'];
    const text = names.map((name) => `[a](/${name})`).join('\n');
    const made = paper('', story('A', '2026-12-24', text), {
      ...Object.fromEntries(names.map((name) => [`public/${name}`, 'secret'])),
    });
    made.build().exits(0).nowhere('secret');
    made.at(THEN).build().exits(0);
    for (const name of names) made.shows(name, 'secret');
  });
});

describe('what browsers read as an address of the paper is one', () => {
  const HTTPS = [
    'https:///p.example/s.pdf',
    'https:////p.example/s.pdf',
    'HTTPS:/s.pdf',
    'https:/s.pdf?v=1#top',
    'http:/p.example/s.pdf',
    'http:p.example/s.pdf',
    'http:///p.example/s.pdf',
    '///p.example/s.pdf',
    'https://p.example:443/s.pdf',
    'https://reader@p.example/s.pdf',
  ];
  const STRANGE = [
    String.raw`https:\\p.example/s.pdf`,
    String.raw`https:/\p.example/s.pdf`,
    String.raw`https:\s.pdf`,
    String.raw`https://p.example\s.pdf`,
    String.raw`/\p.example/s.pdf`,
  ];
  test.each<[string, string]>([
    ...[...HTTPS, ...STRANGE].map((target): [string, string] => ['https://p.example', target]),
    ['http://p.example', 'http:/s.pdf'],
    ['http://p.example', 'https:/p.example/s.pdf'],
    ['https://p.example/news', 'https:/news/s.pdf'],
    ['https://p.example/news', 'https:///p.example/news/s.pdf'],
    ['https://p.example/news', 'http:/p.example/n%65ws/s.pdf'],
    ['https://p.example/news', String.raw`https://p.example\news\s.pdf`],
  ])('of %s: %s', (url, target) => {
    const suffix = /[?#].*/.exec(target)?.[0] ?? '';
    const base = new URL(url).pathname.replace(/\/$/, '');
    for (const html of ['safe', 'trusted'])
      for (const article of [
        // Markdown encodes a backslash, which is none of an address then.
        ...(target.includes('\\') ? [] : [story('A', '2026-12-24', `[a](${target})`)]),
        story('A', '2026-12-24', `<div>\n<a href='${target}'>a</a>\n</div>`),
        story('A', '2026-12-24', 'x', [`image: ${target.replace(/#.*/, '')}`]),
      ]) {
        const made = paper(`url: ${url}\nhtml: ${html}`, article, { 'public/s.pdf': 'secret' });
        made.build().exits(0).nowhere('secret');
        made.edit({ 'articles/a.md': article.replace('image: ', 'summary: ') });
        made.at(THEN).build().exits(0).shows('s.pdf', 'secret');
        if (!article.includes('image: '))
          made.shows(PAGE, `<a href="${base}/s.pdf${suffix}">a</a>`);
      }
    const unread = `---\ntitle: "B\nimage: ${target}\n---\nx`;
    paper(`url: ${url}\nonError: hold-back`, story('A', '2026-11-20', 'x'), {
      'articles/b.md': unread,
      'public/s.pdf': 'secret',
    })
      .build()
      .exits(3)
      .nowhere('secret');
  });

  test.each([
    'https://s.pdf',
    'http:/s.pdf',
    'https://e.org/p.example/s.pdf',
    'https:///e.org/s.pdf',
    '///e.org/s.pdf',
    'https://p.example@e.org/s.pdf',
    'https://p.example.e.org/s.pdf',
    'ftp:/s.pdf',
    'mailto:a@p.example',
  ])('and others are not: %s', (target) => {
    const text = `<a href="${target}">a</a>`;
    paper('url: https://p.example\nhtml: trusted', story('A', '2026-11-20', text), {
      'articles/b.md': story('B', '2026-12-24', text),
      'public/s.pdf': 'shown',
    })
      .build()
      .exits(0)
      .shows('s.pdf', 'shown')
      .shows('2026/11/20/a/index.html', text);
  });
});

test('what the settings of the paper link to is there, whoever else names it', () => {
  const names = ['rates.pdf', 'imprint.pdf', 'app.apk', 'ethics.pdf', 'b c.pdf'];
  const settings = [
    'url: https://x.example/news',
    'theme:',
    '  header: {Rates: /rates.pdf, More: "/b%20c.pdf"}',
    '  footer: {Imprint: "/imprint.pdf#top", App: https://x.example/news/app.apk}',
    'publisher: {policies: {ethics: /ethics.pdf}}',
  ];
  const text = [...names, 'kit.pdf'].map((name) => `[a](</${name}>)`).join('\n');
  const made = paper(settings.join('\n'), story('A', '2026-12-24', text), {
    ...Object.fromEntries(names.map((name) => [`public/${name}`, 'shown'])),
    'public/kit.pdf': 'secret',
  });
  made.build().exits(0).nowhere('secret');
  for (const name of names) made.shows(name, 'shown');
});

test('a link to a file without an ending leads to the file', () => {
  const files = { 'public/press/KIT': 'kit', 'public/press/pic': png(3, 2) };
  const text = '[kit](/press/KIT), [soon](/press/soon) ![A](/press/pic)';
  const made = paper('url: https://x.example', story('A', '2026-12-24', text), files).at(THEN);
  made.build().exits(0).shows(PAGE, '<a href="/press/KIT">kit</a>', 'src="/press/pic" alt="A"');
  made.shows(PAGE, '<a href="/press/soon/">soon</a>');
  made.edit({ 'public/press/soon': 'soon' }).build().exits(0).shows(PAGE, '"/press/soon"');
});

describe('under `html: trusted` a file waits that is named', () => {
  const TRUSTED = 'url: https://x.example\nhtml: trusted';
  test.each([
    ['behind a ">" in another value', '<img alt="a > b" src="/f.svg">', 'alt="a > b"'],
    ['in a link behind a ">"', '<a title="a>b" href="/f.svg">A</a>', 'href="/f.svg"'],
    ['in single quotes', `<p title='>"'><img alt='"' src='/f.svg'></p>`, 'src="/f.svg"'],
    ['without blanks', '<div><img alt="a"src="/f.svg"></div>', 'src="/f.svg"'],
    ['behind slashes', '<div><img/src=/f.svg></div>', 'src="/f.svg"'],
    ['with blanks around it', '<IMG SRC = " /f.svg\n">', 'src="/f.svg"'],
    ['behind a short comment', '<div>\n<!--><img src="/f.svg"><!-- --></div>', 'src="/f.svg"'],
    ['behind an apostrophe', `<p title=it's><img src="/f.svg"></p>`, 'src="/f.svg"'],
    ['in a tag that is not closed', '<div>\n<img src="/f.svg"', 'src="/f.svg"'],
    ['behind a script', '<script>"<a \'"</script><img src="/f.svg">', 'src="/f.svg"'],
    ['with a character by its number', '<img src="/&#102;.svg">', 'src="/f.svg"'],
    ['with one in hexadecimal', '<a href="&#x2f;f&#46svg">A</a>', 'href="/f.svg"'],
    ['with one by its name', '<img src="&sol;f&period;svg">', 'src="/f.svg"'],
    ['with one in other sizes', '<img src="https://e.org/p" srcset="&#47;f.svg 2x">', '/f.svg 2x"'],
    ['with one in a poster', '<video poster="/f&period;svg"></video>', 'poster="/f.svg"'],
    ['by an area', '<map><area href="/f.svg"></map>', '<area href="/f.svg">'],
    ['by a link', '<link rel="stylesheet" href="/f.svg">', 'href="/f.svg"'],
    ['by a script', '<script src="/f.svg" defer></script>', '<script src="/f.svg" defer>'],
    ['by an input', '<input type="image" src="/f.svg">', 'src="/f.svg"'],
    ['by an image of SVG', '<svg><image href="/f.svg"/></svg>', '<image href="/f.svg"/>'],
    ['by an older one', '<svg><image xlink:href="/f.svg"/></svg>', 'xlink:href="/f.svg"'],
    ['by a use', '<svg><use href="/f.svg#a"></use></svg>', '<use href="/f.svg#a">'],
    ['for a program', '<img src="https://e.org/p" data-src="/f.svg">', 'data-src="/f.svg"'],
    [
      'beside a picture',
      '<img src="/g.gif" data-src="/f.svg">',
      '<img src="/g.gif" data-src="/f.svg">',
    ],
    ['by a source', '<picture><source srcset="/f.svg 2x"></picture>', 'srcset="/f.svg 2x"'],
    ['by a film', '<video src="/f.svg"></video>', '<video src="/f.svg">'],
    ['by a sound', '<audio src="/f.svg"></audio>', '<audio src="/f.svg">'],
    ['by subtitles', '<video><track src="/f.svg"></video>', '<track src="/f.svg">'],
    ['by an object', '<object data="/f.svg"></object>', '<object data="/f.svg">'],
    ['by an embed', '<embed src="/f.svg">', '<embed src="/f.svg">'],
    ['by a frame', '<iframe src="/f.svg"></iframe>', '<iframe src="/f.svg">'],
    ['to be loaded early', '<link imagesrcset="/f.svg 2x">', 'imagesrcset="/f.svg 2x"'],
  ])('%s: %s', (_, html, shown) => {
    const made = paper(TRUSTED, story('A', '2026-12-24', html), {
      'public/f.svg': '<svg>secret</svg>',
      'public/g.gif': 'g',
    });
    made.build().exits(0).nowhere('secret');
    made.at(THEN).build().exits(0).shows('f.svg', 'secret').shows(PAGE, shown);
  });

  test.each([
    '<a title="a>b" href="https://e.org/?a=1&copy=2&#38;x">A</a>',
    '<img alt="a > b" src="https://e.org/&#110;.png">',
    '<div data-src="clip 42" data-href="x.svg"></div>',
    '<base href="/f.svg">',
    `<script>let a = '<img src="/f.svg">'</script>`,
    '<textarea><img src="/f.svg"></textarea>',
    '<div>\n<!-- <img src="/f.svg"> --!>\n</div>',
  ])('and what leads elsewhere, or nowhere, stays as it is: %s', (html) => {
    paper(TRUSTED, story('A', '2026-11-20', html), { 'public/f.svg': 'f' })
      .build()
      .exits(0)
      .shows('2026/11/20/a/index.html', html);
  });

  test.each([
    ['<iframe src="emb.md" src="/2026/12/24/emb/"></iframe>', '<iframe></iframe>'],
    [
      '<iframe SRC=emb.md title=a SrC=/2026/12/24/emb/ src=x></iframe>',
      '<iframe title=a></iframe>',
    ],
    ['<img src="emb.md" src="/2026/12/24/emb/" alt="B">', '<div>B</div>'],
    ['<a href="emb.md" href="/2026/12/24/emb/">B</a>', '<div>B</div>'],
    [
      '<a href="https://e.org/" data-src="/articles/emb.md" data-src="/2026/12/24/emb/">B</a>',
      '<a href="https://e.org/">B</a>',
    ],
    ['<video poster="emb.md"poster="/2026/12/24/emb/"loop></video>', '<video  loop></video>'],
    [
      '<iframe a=b sr src="emb.md"c="/2026/12/24/emb/"></iframe>',
      '<iframe a=b sr c="/2026/12/24/emb/">',
    ],
    ['<a href="https://e.org" href="/2026/12/24/emb/">B</a>', '<a href="https://e.org">B</a>'],
  ])('by the first of attributes with one name, of which only that stays: %s', (html, shown) => {
    const made = site({
      'site.yaml': TRUSTED,
      'articles/a.md': story('A', '2026-11-20', `<div>${html}</div>`),
      'articles/emb.md': story('Emb', '2026-12-24'),
    });
    made.at(NOW).build().exits(0).shows('2026/11/20/a/index.html', shown);
    if (!shown.includes('c=')) made.nowhere('12/24');
  });

  test('that readers cannot have, of which nothing stays but the words', () => {
    const html = '<img src="later.md" alt="<b> > c"> <map><area href="later.md" alt="A"></map>';
    site({
      'site.yaml': TRUSTED,
      'articles/a.md': story('A', '2026-11-20', html),
      'articles/later.md': story('Later', '2026-12-24'),
    })
      .build()
      .exits(0)
      .shows('2026/11/20/a/index.html', '&lt;b&gt; &gt; c <map><area alt="A"></map>');
  });
});

describe('onError: hold-back: what an article names that cannot be read', () => {
  const HOLD = 'url: https://x.example/news\nonError: hold-back';
  const good = { 'articles/good.md': story('Good', '2026-11-20', '![](/shared.png)') };
  const files = {
    ...good,
    'public/secret.png': 'secret',
    'public/shared.png': 'for all',
    'public/free.png': 'free',
  };
  const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
  test.each<[string, string | Uint8Array]>([
    ['a quote that is not closed', '---\ntitle: "B\ndate: 2026-12-24\nimage: /secret.png\n---\nx'],
    ['front matter that is not closed', '---\ntitle: B\ndate: 2026-12-24\n\n![](/secret.png)'],
    ['no front matter', 'Text with a [kit](/secret.png "Kit").\n\n![](/shared.png)'],
    ['another language', '---js\nmodule.exports = {image: "\\/secret.png"}\n---\nx'],
    ['its own full address', '---\ntitle: "B\n---\nSee https://x.example/news/secret.png.'],
    ['a percent-encoded name', '---\ntitle: "B\n---\n![](/secret%2Epng?v=1)'],
    ['an entity', '---\ntitle: "B\n---\n<img src="/secret&#46;png">'],
    [
      'another encoding',
      latin1('---\ntitle: Banjskë\ndate: 2026-12-24\nimage: /secret.png\n---\nx'),
    ],
    [
      'UTF-16',
      Uint8Array.from(Buffer.from('\ufeff---\ntitle: B\nimage: /secret.png\n---\n', 'utf16le')),
    ],
    ['a NUL', '---\ntitle: B\ndate: 2026-12-24\nimage: /secret.png\n---\n\0'],
  ])('waits: %s', (_, article) => {
    paper(HOLD, 'x', { ...files, 'articles/a.md': article })
      .build()
      .exits(3)
      .nowhere('secret')
      .shows('shared.png', 'for all')
      .shows('free.png', 'free');
  });

  test.each(['/a b (1).png', '/Fotografi nga Banjskë.png', '/x/a,b.png'])(
    'whatever its name: %s',
    (name) => {
      const article = `---\ntitle: "B\ndate: 2026-12-24\nimage: ${name}\n---\nx`;
      const made = paper(HOLD, article, {
        ...good,
        'public/shared.png': 'x',
        [`public${name}`]: 'secret',
      });
      made.build().exits(3).nowhere('secret');
      // Of one that can be read again it is known.
      made.edit({ 'articles/a.md': story('B', '2026-11-20', 'x', [`related: x${name}`]) });
      made.build().shows(name.slice(1), 'secret');
    },
  );
});

describe('onError: hold-back: a link by address to an article that is left out', () => {
  const linking = (links: string) => ({
    'site.yaml': 'url: https://x.example\nonError: hold-back',
    'articles/1.md': story('First', '2026-11-20T08:00', links, ['permalink: /one/']),
  });
  test.each([
    ['for a clash', ['permalink: /one/', 'aliases: [/old/x/]'], '/old/x/'],
    ['for a slip', ['permalink: /two/', 'aliases: [/old/x/]', 'drfat: true'], '/two/'],
    [
      'for a slip, by an old address',
      ['permalink: /two/', 'aliases: [/old/x/]', 'drfat: true'],
      '/old/x/',
    ],
    ['for a fault', ['permalink: /two/', 'draft: maybe'], '/two/'],
  ])('%s is its words', (_, lines, address) => {
    const files = linking(`See [it](${address}), [all](/latest/), [nothing](/three/).`);
    const made = site({
      ...files,
      'articles/2.md': story('Second', '2026-11-20T09:00', 'x', lines),
    })
      .build()
      .exits(3)
      .shows(
        'one/index.html',
        'See it, <a href="/latest/">all</a>, <a href="/three/">nothing</a>.',
      );
    made.edit({
      'articles/2.md': story('Second', '2026-11-20T09:00', 'x', [
        'permalink: /two/',
        'aliases: [/old/x/]',
      ]),
    });
    made.build().exits(0).shows('one/index.html', 'See <a href="/two/">it</a>');
  });

  test.each([
    ['of its slug', 'publish: 29.11.2026 06:00', '/2026/11/29/x/'],
    ['whose quotes are typographic', 'publish: “2026-11-29T06:00”', '/2026/11/29/x/'],
    ['whose key is misspelled', 'publsh: 2026-11-29T06:00', '/2026/11/29/x/'],
    ['in another language', 'publish: 2026-11-29T26:00\nlang: sq', '/sq/2026/11/29/x/'],
    ['whose month comes first', 'publish: 11/29/2026', '/2026/11/29/x/'],
  ])('whose time cannot be read is its words, and so is no redirect: %s', (_, line, address) => {
    const { 'articles/1.md': one, 'site.yaml': settings } = linking(`See [it](${address}).`);
    site({
      'site.yaml': `${settings}\nlanguages: [en, sq]\nredirects: {/short/: ${address}}`,
      'articles/1.md': one,
      'articles/secret.md': story('Secret', '2026-11-23', 'x', ['slug: x', line]),
    })
      .build()
      .exits(3)
      .nowhere('/x/')
      .shows('one/index.html', 'See it.');
  });

  test.each([
    ['its own', '---\ntitle: "B\npermalink: /secret/\n---\nx', '/secret/'],
    ['a former one', '---\ntitle: "B\naliases: [/old/secret/]\n---\nx', '/old/secret/'],
    ['its day', '---\ntitle: "B\ndate: 2026-12-24T09:00\n---\nx', '/2026/12/24/secret/'],
    ['its day, said first', '---\ntitle: "B\ndate: 24.12.2026\n---\nx', '/2026/12/24/secret/'],
    ['its day there', '---\ntitle: "B\ndate: 2026-12-24T23:30Z\n---\nx', '/2026/12/25/secret/'],
  ])('that cannot be read is its words: %s', (_, article, address) => {
    const { 'articles/1.md': one, 'site.yaml': settings } = linking(
      `See [it](${address}), [all](/latest/), [none](/three/), [tag](/tags/x/), [file](/free.txt), [us](/us/).`,
    );
    site({
      'site.yaml': `${settings}\ntimezone: Europe/Belgrade`,
      'articles/1.md': one,
      'articles/secret.md': `${article}\n[tag](/tags/x/) [1](/one/) [us](/us/) /latest/ ![](/free.txt)`,
      'articles/3.md': story('Third', '2026-11-20', '[file](/free.txt)', ['tags: x']),
      'pages/us.md': '---\ntitle: Us\n---\nx',
      'public/free.txt': 'x',
    })
      .build()
      .exits(3)
      .nowhere('secret')
      .shows(
        'one/index.html',
        'See it, <a href="/latest/">all</a>, <a href="/three/">none</a>, <a href="/tags/x/">tag</a>, <a href="/free.txt">file</a>, <a href="/us/">us</a>.',
      );
  });

  test('that wanted the address of a page leads to the page', () => {
    site({
      ...linking('See [all](/latest/).'),
      'articles/2.md': story('Second', '2026-11-20T09:00', 'x', ['permalink: /latest/']),
    })
      .build()
      .exits(3)
      .shows('one/index.html', '<a href="/latest/">all</a>');
  });
});

describe('a file that only HTML names which is left out', () => {
  test.each([
    '<video src="/secret.mp4"></video>',
    '<video><source src="/secret.mp4"></video>',
    'See <iframe src="/secret.mp4"></iframe>.',
    '<object data="/secret.mp4"></object>',
    '<p data-src="/secret.mp4">Film</p>',
  ])('waits for its article: %s', (text) => {
    const files = { 'public/secret.mp4': 'x' };
    const made = paper('url: https://x.example', story('A', '2026-12-24', text), files);
    made.build().exits(0).nowhere('secret');
    made.at(THEN).build().exits(0).shows('secret.mp4', 'x').hides(PAGE, 'secret');
  });
});

test('data of an article in a folder of public/ wait for it', () => {
  const text = '[1](/data/votes.json) [2](/data/votes.txt) [3](/data/votes.csv)';
  const made = paper('url: https://x.example', story('A', '2026-12-24', text), {
    'public/data/votes.json': '[1]',
    'public/data/votes.txt': '1',
    'public/data/votes.csv': '1',
  });
  made.build().exits(0).nowhere('votes');
  made.at(THEN).build().exits(0).shows('data/votes.json', '[1]').shows('data/votes.csv', '1');
});

describe('a file of public/ of whose name no address can be made', () => {
  test.each([
    ['secret#1.png', 'image: /images/secret%231.png'],
    ['secret#1.png', 'image: "/images/secret#1.png"'],
    ['secret?.png', 'image: /images/secret%3F.png'],
    ['secret #1/a.png', 'image: /images/secret%20%231/a.png'],
  ])('%s, which no article can name, is told and not published: %s', (name, line) => {
    const article = story('A', '2026-12-24', 'Text.', [line]);
    const made = paper('url: https://x.example', article, { [`public/images/${name}`]: png(2, 1) });
    for (const now of [NOW, THEN]) {
      made.at(now).build().exits(0);
      expect(made.outputs().filter((out) => out.includes('secret'))).toEqual([]);
      expect(made.stderr).toContain(`public/images/${name} warning source/name: the file is not`);
    }
  });

  test('is told when it comes, and is published under another name', () => {
    const made = site({ 'articles/a.md': story('A', '2026-11-20') }).build();
    made.edit({ 'public/a#1.txt': 'x' }).build().exits(0);
    expect(made.stderr).toContain('public/a#1.txt warning source/name');
    made.edit({ 'public/a#1.txt': null, 'public/a-1.txt': 'x' }).build().exits(0);
    expect(made.stderr).not.toContain('source/name');
    made.shows('a-1.txt', 'x');
  });
});

describe('a file of public/ that a hidden article means, and names in another way', () => {
  const nfd = '\u0065\u0308';
  test.each([
    ['secret.jpg', 'image: /images/Secret.JPG'],
    [`secr${nfd}t.jpg`, 'image: /images/secr\u00EBt.jpg'],
    ['the%20secret.jpg', 'image: /images/the%20secret.jpg'],
    ['Secret.PDF', '', '[The report](../public/images/secret.pdf)'],
    ['Secret.PDF', '', '[The report](/images/secret.pdf)'],
  ])('%s does not come before it: %s', (name, line, text = 'Text.') => {
    const lines = line === '' ? [] : [line];
    const files = { [`public/images/${name}`]: png(2, 1) };
    const made = paper('title: P', story('A', '2026-12-24', text, lines), files);
    made.build().exits(0).nowhere(name);
    made.edit({ 'articles/a.md': story('A', '2026-11-20', text, ['draft: true', ...lines]) });
    made.build().exits(0).nowhere(name);
    // Another article that names it as it is shows it.
    made.edit({
      'articles/b.md': story('B', '2026-11-20', `[B](/images/${encodeURIComponent(name)})`),
    });
    made.build().exits(0);
    expect(made.outputs()).toContain(`images/${name}`);
  });

  test.each([
    ['image: /images/../images/secret.png'],
    ['image: /./images/secret.png'],
    ['image: /images//secret.png'],
    ['image: /images/%2E/Secret.PNG'],
    [String.raw`image: '\images\secret.png'`],
    [String.raw`image: '..\public\images\secret.png'`],
    ['image: /_pictures/images/secret.png/800.webp'],
    ['image: images/secret.png'],
    ['image: public/images/secret.png'],
    ['image: /public/images/secret.png'],
    ['image: ../images/Secret.png'],
    ['', '![A](/x/../images/secret.png)'],
    ['', String.raw`![A](..\public\images\secret.png)`],
    ['', '<img src="/_pictures/images/secret.png/1200.jpg?v=2" alt="A">'],
  ])('by a way that a browser would go: %s %s', (line, text = 'Text.') => {
    const lines = line === '' ? [] : [line];
    const files = { 'public/images/secret.png': png(1300, 1) };
    const made = paper('title: P', story('A', '2026-12-24', text, lines), files);
    made.build().exits(0).nowhere('secret');
    made.at(THEN).build().exits(0);
    expect(made.stderr).toContain('warning body/file');
    expect(made.outputs()).toContain('images/secret.png');
  });

  test('by a slash at its end', () => {
    const files = { 'public/images/secret.png': png(2, 1) };
    const made = paper('title: P', story('A', '2026-12-24', '[A](/images/secret.png/)'), files);
    made.build().exits(0).nowhere('secret');
    made.at(THEN).build().exits(0).shows('images/secret.png', '');
  });

  test('an address without its first slash is told with it', () => {
    const image = { 'public/i/a.png': png(2, 1) };
    paper('title: P\nurl: https://p.example', story('A', '2026-11-20', '![P](i/a.png)'), image)
      .build()
      .exits(0)
      .says(`
articles/a.md:5:6 warning body/file: the picture "i/a.png" is not there
  5 | ![P](i/a.png)
    |      ^^^^^^^
  There is public/i/a.png: write its address, /i/a.png.

1 warning`);
  });

  test('the address that such a way comes to is told', () => {
    paper('title: P\nurl: https://p.example', story('A', '2026-11-20', '![P](/x/../i/a.png)'), {
      'public/i/a.png': png(2, 1),
    })
      .build()
      .exits(0)
      .says(`
articles/a.md:5:6 warning body/file: the picture "/x/../i/a.png" is not there
  5 | ![P](/x/../i/a.png)
    |      ^^^^^^^^^^^^^
  There is public/i/a.png: write its address as it is, /i/a.png.

1 warning`);
  });

  test('the way to another name is told', () => {
    paper('title: P\nurl: https://p.example', story('A', '2026-11-20', '![P](/i/a%20b.png)'), {
      'public/i/a%20b.png': png(2, 1),
    })
      .build()
      .exits(0)
      .says(`
articles/a.md:5:6 warning body/file: the picture "/i/a%20b.png" is not there
  5 | ![P](/i/a%20b.png)
    |      ^^^^^^^^^^^^
  There is public/i/a%20b.png, and addresses read its % as the beginning of another sign. Rename the file without it.

1 warning`);
  });

  test('so it is of a person without articles, and of a page that is a draft', () => {
    const made = paper('title: P', story('A', '2026-11-20'), {
      'authors/arta.md': '---\nname: Arta\nimage: /SECRET1.png\n---\n',
      'pages/us.md': '---\ntitle: Us\ndraft: true\n---\n![Us](/SECRET2.png)\n',
      'public/secret1.png': png(2, 1),
      'public/secret2.png': png(2, 1),
    });
    made.build().exits(0).nowhere('secret');
  });
});
