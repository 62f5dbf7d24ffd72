/** What is done the quick way gives what the plain way gives: the parser of Markdown, templates, and small things. */

import { readFileSync } from 'node:fs';
import anyAscii from 'any-ascii';
import { tests as examples } from 'commonmark-spec';
import matter from 'gray-matter';
import Handlebars from 'handlebars';
import createParser from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { type Instant, isoLocal } from '../src/base/instant.ts';
import { address, addressFault, href } from '../src/base/paths.ts';
import { slugify } from '../src/base/slug.ts';
import { readFrontMatter } from '../src/content/front-matter.ts';
import { fullyPortable } from '../src/content/html.ts';
import { markdown } from '../src/content/markdown.ts';
import { quicken } from '../src/content/quick-parser.ts';
import { quickPortable } from '../src/content/quick-portable.ts';
import { markOf } from '../src/memo/mark.ts';
import { cutHeadline } from '../src/news/headline.ts';
import { helpers } from '../src/render/helpers.ts';
import { SHIPPED } from '../src/render/programs.ts';
import { quickSource } from '../src/render/quick-source.ts';
import { compileTemplates, programsOf } from '../src/render/templates.ts';
import type { Theme } from '../src/render/theme.ts';
import { cases, fc } from './chance.ts';
import { whole } from './rendered.ts';
import { ROOT, readFolder } from './rig.ts';

describe('Markdown', () => {
  const settings = {
    html: 'safe',
    own: { scheme: 'https:', host: 'x.example', base: '' },
    extras: true,
  } as const;
  const quick = markdown(settings);
  const plain = markdown({ ...settings, quick: false });
  const same = (text: string) => {
    expect(whole(quick(text, 'sq'))).toEqual(whole(plain(text, 'sq')));
  };

  test('the parser is the one that the quick one was written for', () => {
    const parser = createParser();
    const { State } = parser.inline;
    quicken(parser);
    expect(parser.inline.State).not.toBe(State);
  });

  test('the examples of CommonMark', () => {
    for (const { markdown: text } of examples) same(text.replaceAll('→', '\t'));
  });

  test('equal headings', () => {
    const text = '## A\n\n## A\n\n## A 1\n\n## A\n\n## A 1\n\n## ?\n\n## !\n\n## A 2\n';
    same(text);
    same(`${text}\n<b>x</b>\n`);
    // What is searched anew for each of them takes minutes.
    expect(whole(plain('## A\n'.repeat(30_000), 'sq')).remarks).toEqual([]);
  });

  test('the sample paper', () => {
    for (const body of Object.values(readFolder(`${ROOT}/articles`)))
      same(new TextDecoder().decode(body));
  });

  test('whatever the text', () => {
    const piece = fc.constantFrom(
      ...['a', 'Ё', '„', '“', '"', "'", ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r', '\0', '👍'],
      ...['*', '**', '_', '~~', '`', '```\n', '# ', '> ', '- ', '1. ', '| ', '|-|\n', '---\n'],
      ...['[', ']', '](', ')', '![', '[^1]', '[^1]: ', '^[', '<', '>', '<b>', '<br>', '&', '&amp;'],
      ...['https://x.example/a/', 'http://a.b', '/x/y.html', '//x', ' "t"', ':', '\\', '!', '='],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, same), cases(3000));
  });

  test('whatever the link', () => {
    const parser = createParser();
    const { normalizeLink } = parser;
    quicken(parser);
    const piece = fc.constantFrom(
      ...['http', 'https', 'HTTP', ':', '://', '//', '/', '.', '..', '-', '_', 'a', 'Z', '0'],
      ...[
        'example',
        'org',
        'xn--',
        'ë',
        '%',
        '%20',
        '%zz',
        '?',
        '#',
        '@',
        ' ',
        ':80',
        'a'.repeat(70),
      ],
    );
    const link = fc.array(piece, { maxLength: 9 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(link, (url) => {
        expect(parser.normalizeLink(url)).toBe(normalizeLink.call(parser, url));
      }),
      cases(10_000),
    );
  });
});

test('front matter is cut from the body where gray-matter cuts', () => {
  const piece = fc.constantFrom(
    ...[
      '---',
      '---\n',
      '\n---\n',
      '\n--- \n',
      '----',
      '\n',
      ' ',
      '# c',
      '\t',
      'title: A',
      'a: b\n',
      'x',
      '\n\n',
    ],
  );
  const text = fc.array(piece, { maxLength: 9 }).map((parts) => `---\ntitle: A\n${parts.join('')}`);
  let cut = 0;
  fc.assert(
    fc.property(text, (source) => {
      const { frontMatter } = readFrontMatter('a.md', source);
      if (frontMatter === null) return;
      cut += 1;
      const engines = { yaml: { parse: () => ({}) } };
      expect(frontMatter.body).toBe(matter(source, { language: 'yaml', engines }).content);
    }),
    cases(5000),
  );
  expect(cut).toBeGreaterThan(500);
});

test('a headline is cut between graphemes', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const sign = fc.constantFrom(
    ...[
      'a',
      'b',
      ' ',
      'ë',
      'e\u0308',
      'Ж',
      'ж\u0483',
      'λ',
      '„',
      '—',
      '\u200d',
      '👍🏽',
      '👨‍👩‍👧',
      '\r\n',
      '각',
      'का',
      '\u00ad',
    ],
  );
  const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''));
  const slow = (headline: string, room: number) => {
    const all = [...graphemes.segment(headline)].map(({ segment }) => segment);
    if (headline.length <= room || all.length <= room)
      return headline.length <= room ? headline : headline.trimEnd();
    const end = all.slice(0, room).join('').length;
    if (headline[end] === ' ') return headline.slice(0, end).trimEnd();
    const space = headline.lastIndexOf(' ', end - 1);
    return headline.slice(0, space > 0 ? space : end).trimEnd();
  };
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (headline, room) => {
      expect(cutHeadline(headline, room)).toBe(slow(headline, room));
    }),
    cases(5000),
  );
});

test('addresses of plain letters are as they are', () => {
  const piece = fc.constantFrom(
    ...['/', '//', 'a', '.', '..', '-', '_', 'ë', ' ', '%', '.html', 'index.html', 'b'.repeat(120)],
  );
  const text = fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
  fc.assert(
    fc.property(text, (given) => {
      // Of the letters one goes the long way; the ending of a file has none of that.
      if (addressFault(given) !== null || /\.[^/]*a/.test(given)) return;
      const long = (one: string) => one.replaceAll('a', 'ü');
      expect(addressFault(long(given))).toBeNull();
      expect(address(long(given))).toBe(long(address(given)));
      expect(href('/base', address(given))).toBe(encodeURI(`/base${address(given)}`));
    }),
    cases(5000),
  );
});

test('an instant in a zone, whatever the instant', () => {
  const zones = ['Europe/Belgrade', 'UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Africa/Monrovia'];
  const instant = fc.integer({ min: Date.UTC(1000, 0, 2), max: Date.UTC(9999, 11, 30) });
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (ms, zone) => {
      const text = isoLocal(ms as Instant, zone);
      // Offsets before the zones of today have seconds, which RFC 3339 does not write.
      if (ms < Date.UTC(1975, 0, 1)) return;
      expect(Date.parse(text)).toBe(Math.floor(ms / 1000) * 1000);
    }),
  );
});

describe('the text of feeds', () => {
  const PAGE = 'https://x.example/base/a/';
  const trusted = markdown({
    html: 'trusted',
    own: { scheme: 'https:', host: '', base: '' },
    extras: true,
  });
  const safe = markdown({
    html: 'safe',
    own: { scheme: 'https:', host: '', base: '' },
    extras: true,
  });
  let quick = 0;
  const same = (html: string) => {
    const made = quickPortable(html, PAGE);
    if (made === null) return;
    quick += 1;
    expect(made).toBe(fullyPortable(html, PAGE));
  };
  const htmlOf = (text: string, by = safe) =>
    by(text, 'sq')
      .body.map((part) =>
        typeof part === 'string' ? part : 'linkEnd' in part ? '</a>' : slot(part),
      )
      .join('');
  const slot = (part: object) =>
    'link' in part
      ? `<a href="${part.link}">`
      : `<img src="/a b.jpg?x=1&amp;y" alt="" loading="lazy" width="3">`;

  test('the examples of CommonMark', () => {
    quick = 0;
    for (const { markdown: text } of examples)
      for (const by of [safe, trusted]) same(htmlOf(text.replaceAll('→', '\t'), by));
    expect(quick).toBeGreaterThan(500);
  });

  test('the sample paper', () => {
    quick = 0;
    const bodies = Object.entries(readFolder(`${ROOT}/articles`)).filter(([name]) =>
      name.endsWith('.md'),
    );
    for (const [, body] of bodies)
      same(htmlOf(new TextDecoder().decode(body).replace(/^---[\s\S]*?\n---\n/, '')));
    expect(quick).toBeGreaterThan(bodies.length * 0.8);
  });

  test('whatever the HTML', () => {
    const piece = fc.constantFrom(
      ...['p', 'em', 'a', 'li', 'ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'pre'],
      ...['figure', 'figcaption', 'section', 'h2', 'blockquote', 'code', 'sup', 'div', 'script'],
    );
    const part = fc.oneof(
      piece.map((name) => `<${name}>`),
      piece.map((name) => `</${name}>`),
      fc.constantFrom(
        ...['text', ' ', '\n', '&amp;', '&quot;', '"', '&lt;b&gt;', '&nbsp;', '<br>', '<hr>', 'ë'],
        ...['<img src="a.jpg" alt="">', '<img src="" alt="x">', '<a href="#x" id="y" rel="z">'],
        ...['<a href="javascript:x">', '<a href="//b/?c&amp;d=&quot;">', '<a href="mailto:a@b.c">'],
        ...['<a href="data:x" title="">', '<ol start="3">', '<td class="align-left">', '\0', '\r'],
        ...['<a href=" /x">', '<a href="/ë ü">', '<a title="&amp;amp;" href="tel:1">', '<a>'],
      ),
    );
    quick = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const html = parts.join('');
        same(html);
        // Closed as it was opened, it is more often plain enough.
        const open = [...html.matchAll(/<([a-z0-9]+)[^>]*>/g)].map(([, name]) => name);
        const closed = open.filter((name) => !/^(?:br|hr|img)$/.test(name ?? '')).reverse();
        same(html.replace(/<\/[^>]*>/g, '') + closed.map((name) => `</${name}>`).join(''));
      }),
      cases(20_000),
    );
    expect(quick).toBeGreaterThan(2000);
  });
});

test('letters of Europe become those of ASCII as by the tables', () => {
  const letters = fc.string({
    unit: fc.oneof(
      fc.integer({ min: 0x80, max: 0x250 }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x2000, max: 0x2070 }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom('a', 'Z', ' ', '-'),
    ),
  });
  const plain = (text: string) =>
    anyAscii(text.normalize('NFC').replace(/['’ʼ]/g, ''))
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
  for (let code = 0x80; code < 0x2100; code++) {
    const letter = `x${String.fromCodePoint(code)}y`;
    expect(slugify(letter)).toBe(plain(letter));
  }
  fc.assert(
    fc.property(letters, (text) => {
      if (plain(text).length < 150) expect(slugify(text)).toBe(plain(text));
    }),
    cases(3000),
  );
});

describe('templates', () => {
  const EMPTY: Theme = {
    templates: new Map(),
    labels: new Map(),
    assets: new Map(),
    hasFonts: false,
    shipped: () => ({}),
  };
  const made = (templates: Readonly<Record<string, string>>, quick: boolean) => {
    const theme: Theme = {
      ...EMPTY,
      templates: new Map(
        Object.entries(templates).map(([file, source]) => [file, { file, source }]),
      ),
      labels: new Map([
        [
          'en',
          new Map([
            ['home', 'Home'],
            ['part', 'Part {part}'],
          ]),
        ],
      ]),
    };
    return compileTemplates(theme, '', 'snapshot', null, quick);
  };
  const outcome = (templates: Readonly<Record<string, string>>, view: object, quick: boolean) => {
    const { templates: all, diagnostics } = made(templates, quick);
    if (diagnostics.length > 0) return diagnostics;
    try {
      return all.get('page')?.(view as Record<string, unknown>);
    } catch (error) {
      return error;
    }
  };

  test('what comes with Gazeta is not read again, and what a paper adds to it is', () => {
    const files = { page: '{{> part}}!', part: 'one', own: '{{> part}}?' };
    const templates = new Map(
      Object.entries(files).map(([file, source]) => [file, { file, source }]),
    );
    // Shows whether the text was read: this says something else of it.
    const [other] = Object.values(programsOf(['another']));
    const shipped = () => ({ ...programsOf([files.page]), [markOf(files.part)]: other as string });
    const { templates: all } = compileTemplates({ ...EMPTY, templates, shipped }, '', 'snapshot');
    expect(['page', 'own'].map((name) => all.get(name)?.({}))).toEqual(['another!', 'another?']);
    const without = new Map([...templates].filter(([name]) => name !== 'part'));
    const { diagnostics } = compileTemplates(
      { ...EMPTY, templates: without, shipped },
      '',
      'snapshot',
    );
    expect(diagnostics.map(({ place }) => place?.file)).toContain('own');
  });

  test('of the default theme all comes with Gazeta, as Handlebars reads it', () => {
    const templates = Object.entries(readFolder(`${ROOT}/templates`));
    const sources = templates
      .filter(([name]) => name.endsWith('.hbs'))
      .map(([, source]) => String(source));
    const shipped = JSON.parse(readFileSync(`${ROOT}/${SHIPPED}`, 'utf8'));
    expect(shipped).toEqual(programsOf(sources));
  });

  test('the default theme and that of the bench are quick', () => {
    for (const folder of ['templates', 'bench/site/templates']) {
      const own = helpers({ ...EMPTY, hasFonts: true }, '', 'snapshot');
      const programs = new Map(
        Object.entries({ ...readFolder(`${ROOT}/templates`), ...readFolder(`${ROOT}/${folder}`) })
          .filter(([file]) => file.endsWith('.hbs'))
          .map(([file, bytes]) => [
            file.slice(0, -'.hbs'.length),
            Handlebars.parse(new TextDecoder().decode(bytes)),
          ]),
      );
      expect(programs.size).toBeGreaterThan(40);
      const names = new Set(programs.keys());
      for (const program of programs.values())
        expect(quickSource(program, names, new Set(Object.keys(own)))).not.toBe('');
    }
  });

  const VIEW = {
    page: { language: 'en', fragments: { latest: '/l' }, title: 'A & B', isHome: false },
    site: {
      home: '/',
      links: [
        { href: '/a?b&c', name: '<A>' },
        { href: '/b', name: 'B' },
      ],
    },
    list: [1, 2, 3],
    none: [],
    texts: ['x', '', '"y"', '`=`'],
    nested: [
      { name: 'N', items: [{ name: 'a' }, { name: 'b' }] },
      { name: 'M', items: [] },
    ],
    record: { one: 1, two: { name: 'deep' } },
    holes: ['a', null, 'b'],
    nothing: null,
    zero: 0,
    no: false,
    yes: true,
    html: '<b>&</b>',
    number: 12.5,
    toString: 'own',
    length: 7,
    name: 'root',
  };

  const PIECES = [
    ...['text ', '\n', '  ', '<p>', '{{! note }}', '{{!-- note --}}'],
    ...[
      '{{name}}',
      '{{{html}}}',
      '{{html}}',
      '{{number}}',
      '{{{number}}}',
      '{{zero}}',
      '{{no}}',
      '{{nothing}}',
    ],
    ...[
      '{{missing}}',
      '{{record.one}}',
      '{{record.missing}}',
      '{{nothing.x}}',
      '{{missing.x}}',
      '{{texts}}',
    ],
    ...[
      '{{length}}',
      '{{texts.length}}',
      '{{toString}}',
      '{{record.toString}}',
      '{{this.name}}',
      '{{./name}}',
      '{{../name}}',
    ],
    ...[
      '{{this}}',
      '{{@root.name}}',
      '{{@root.missing}}',
      '{{@index}}',
      '{{@key}}',
      '{{@first}}',
      '{{@last}}',
      '{{@other}}',
    ],
    ...[
      '{{label "home"}}',
      '{{label "part" part=3}}',
      '{{label "part"}}',
      '{{label "none"}}',
      '{{dir "ar"}}',
      '{{dir name}}',
    ],
    ...[
      '{{> part}}',
      '{{> part record}}',
      '{{> part nothing}}',
      '{{> part name="given"}}',
      '  {{> part}}\n',
      '{{> part zero x=1}}',
    ],
    ...[
      '{{#> frame}}',
      '{{#> frame name="f"}}',
      '{{/frame}}',
      '{{> @partial-block}}',
      '{{> recursive items=nested}}',
    ],
    ...[
      '{{#if yes}}',
      '{{#if none}}',
      '{{#if zero}}',
      '{{#if missing}}',
      '{{#if nothing.x}}',
      '{{else}}',
      '{{else if yes}}',
      '{{/if}}',
    ],
    ...[
      '{{#unless no}}',
      '{{/unless}}',
      '{{#with record}}',
      '{{#with nothing}}',
      '{{#with zero}}',
      '{{#with this}}',
      '{{/with}}',
    ],
    ...[
      '{{#each list}}',
      '{{#each none}}',
      '{{#each texts}}',
      '{{#each nested}}',
      '{{#each items}}',
      '{{#each record}}',
    ],
    ...[
      '{{#each holes}}',
      '{{#each name}}',
      '{{#each nested as |one|}}',
      '{{one.name}}',
      '{{/each}}',
      '{{~name~}}',
      '{{#each this}}',
    ],
    ...[
      '{{#differs "en"}}',
      '{{#differs "sq" from=name}}',
      '{{/differs}}',
      '{{#fragment "latest"}}',
      '{{#fragment "x"}}',
      '{{/fragment}}',
    ],
    ...[
      '{{#name}}',
      '{{/name}}',
      '{{#*inline "own"}}',
      '{{/inline}}',
      '{{lookup record "one"}}',
      '{{#each (fonts "en")}}',
    ],
  ];
  const OTHERS = {
    part: '[{{name}}{{#if @first}}first{{/if}}{{@root.name}}]',
    frame: '<{{name}}|{{> @partial-block}}{{#each list}}{{> @partial-block}}{{/each}}>',
    recursive: '({{#each items}}{{name}}{{#if items}}{{> recursive}}{{/if}}{{/each}})',
  };

  const compare = (page: string): unknown => {
    const quick = outcome({ page, ...OTHERS }, VIEW, true);
    expect(quick).toEqual(outcome({ page, ...OTHERS }, VIEW, false));
    return quick;
  };

  test.each([
    '{{#each nested}}{{#each items}}{{../name}}{{@index}}{{name}}{{@root.name}}{{/each}}{{else}}x{{/each}}',
    '{{#each nested}}{{#if items}}{{../name}}{{/if}}{{/each}}',
    '{{#with this}}{{../name}}{{/with}}',
    '{{#> frame name="f"}}{{#each list}}{{../name}}{{this}}{{@last}}{{/each}}{{../name}}{{/frame}}',
    '{{#> frame}}{{../name}}{{/frame}}',
    '{{#> frame}}{{#> frame name="inner"}}{{name}}{{/frame}}{{/frame}}',
    '{{#each texts}}{{> part @root.record name=this}}{{/each}}',
    '{{#each record}}{{@key}}{{@index}}{{#if @last}}.{{/if}}{{/each}}',
    '{{#differs "sq"}}{{name}}{{#each list}}{{../name}}{{/each}}{{else}}{{@root.name}}{{/differs}}',
    '{{{number}}}{{{zero}}}',
    '{{#if yes}}{{{number}}}{{/if}}{{{number}}}',
    '{{#*inline "own"}}{{name}}{{/inline}}{{> own}}',
  ])('%s', (page) => {
    compare(page);
  });

  test('whatever the template', () => {
    // Blocks are closed, so that most of these can be read.
    const closed = (parts: readonly string[]): string => {
      const open: string[] = [];
      const written = parts.flatMap((part) => {
        const name = /^\{\{#[>*]?\s*(\w+)/.exec(part)?.[1];
        if (name !== undefined) open.push(name);
        if (!part.startsWith('{{/'))
          return part.startsWith('{{else') && open.length === 0 ? [] : [part];
        const last = open.pop();
        return last === undefined ? [] : [`{{/${last}}}`];
      });
      return (
        written.join('') +
        open
          .reverse()
          .map((name) => `{{/${name}}}`)
          .join('')
      );
    };
    const template = fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map(closed);
    let texts = 0;
    fc.assert(
      fc.property(template, (page) => {
        if (typeof compare(page) === 'string') texts += 1;
      }),
      cases(1000),
    );
    expect(texts).toBeGreaterThan(100);
  });
});
