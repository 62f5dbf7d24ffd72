/** `surfaces: {search: true}`: what readers can find, and what publishing costs its index. */
import { describe, expect, test } from 'vitest';
import { shardOf, wordsOf } from '../../src/pages/search/words.ts';
import { cases, fc } from '../chance.ts';
import { ROOT, readFolder, type Site, site, story } from '../rig.ts';

function paper(files: Record<string, string | Uint8Array>, settings = ''): Site {
  return site({
    'site.yaml': `title: The Gazette\nsurfaces: {search: true}\n${settings}`,
    ...files,
  }).at('2026-11-23T12:00:00Z');
}

/** The headlines of stories that have a word, by the index of a part. */
function found(made: Site, word: string, part = 'all', prefix = ''): string[] {
  const read = (name: string) => JSON.parse(made.read(`${prefix}_search/${name}.json`));
  const shards = new Map<string, number>(read('parts')).get(part) ?? 1;
  const places: string | undefined = read(`${part}/${shardOf(word, shards)}`)[word];
  let place = 0;
  return (places?.split('.') ?? []).map((step) => {
    place += Number.parseInt(step, 36);
    return read(`${part}/stories`)[place >> 1][1] + (place & 1 ? ' (headline)' : '');
  });
}

test('finds articles by the words of headline, text, summary, tags, section, place and authors', () => {
  const made = paper({
    'articles/a.md': story('The bridge', '2026-11-20', 'It *opened* for [walkers](/x/).', [
      'section: Rajoni',
      'tags: [Traffic]',
      'authors: [Arta Berisha]',
      'summary: After ten years',
      'location: Mitrovica',
      'kicker: Analysis',
      'image: {src: "https://x.example/b.jpg", alt: b, caption: The river below}',
    ]),
    'articles/b.md': story('Other', '2026-11-21', 'Nothing of a bridge.'),
  })
    .build()
    .exits(0);
  expect(found(made, 'bridge')).toEqual(['The bridge (headline)', 'Other']);
  for (const word of [
    ...['opened', 'walkers', 'rajoni', 'traffic', 'berisha', 'years'],
    ...['mitrovica', 'analysis', 'river'],
  ])
    expect(found(made, word), word).toEqual(['The bridge']);
});

test('finds words without their accents, and Cyrillic ones in Latin letters', () => {
  const made = paper({
    'articles/a.md': story('Banjskë', '2026-11-20', 'Вучић and Vučić, Đoković, <em>K</em>FOR.'),
  })
    .build()
    .exits(0);
  for (const word of ['banjske', 'vucic', 'dokovic', 'kfor'])
    expect(found(made, word), word).toHaveLength(1);
});

test('has no words of tags and attributes, nor of where links lead', () => {
  const made = paper({
    'articles/a.md': story(
      'One',
      '2026-11-20',
      '[words](b.md) <span title="attribute">text</span><br>line ![shown](https://x.example/p.png)',
    ),
    'articles/b.md': story('Hidden', '2026-11-24', 'Secret.', ['slug: embargoed']),
  })
    .build()
    .exits(0)
    .nowhere('embargoed')
    .nowhere('ecret');
  for (const word of ['span', 'attribute', 'br', 'href', 'example'])
    expect(found(made, word)).toEqual([]);
  expect(found(made, 'line')).toEqual(['One']);
});

test('has no words of what readers do not see, where HTML is trusted', () => {
  const unseen = [
    '<!-- unseen <b>unseen</b> > unseen -->',
    '<script>if (1 < 2) unseen("> unseen");</script>',
    '<style>.unseen > .unseen { color: red }</style>',
    '<template><p>unseen</p></template>',
    '<p hidden>unseen <span>unseen</span></p>',
    '<div style="color: red; display: none"><div>unseen</div>unseen</div>',
    '<abbr title="> unseen">shown1</abbr>',
    '<img src="https://x.example/p.png" alt="1 > unseen" data-x=">unseen">',
    '<div data-x="\n> unseen">shown2</div>',
    '<a href="b.md" data-x="> unseen" title="unseen">shown3</a>',
    '<svg><title>unseen</title><text>shown4</text></svg>',
    '<noscript>unseen</noscript><dialog>unseen</dialog><iframe>unseen</iframe>',
    '<textarea>shown5 <b></textarea><br hidden>shown6 1 < shown7 > 2',
    '<ul hidden><li>unseen</ul><?x unseen ?></ unseen><b <i>shown8</b>',
    '<em>sho</em>wn9<!-- unseen',
  ];
  const made = paper(
    { 'articles/a.md': story('One', '2026-11-20', unseen.join('\n'), ['summary: Text']) },
    'html: trusted\n',
  )
    .build()
    .exits(0);
  expect(found(made, 'unseen')).toEqual([]);
  for (let at = 1; at < 10; at++) expect(found(made, `shown${at}`), `${at}`).toEqual(['One']);
});

test('finds what stands around the text, and not the tag that marks flash news', () => {
  const made = paper({
    'articles/a.md': story('One', '2026-11-20', 'Text.', [
      'tags: [flash-news, Traffic]',
      'series: Rivers',
      'image: {src: "https://x.example/b.jpg", alt: b, credit: Dragan Ilić}',
      'corrections: [{date: 2026-11-21, text: It was Sunday.}]',
    ]),
  })
    .build()
    .exits(0);
  for (const word of ['traffic', 'rivers', 'ilic', 'sunday'])
    expect(found(made, word), word).toEqual(['One']);
  expect(found(made, 'flash')).toEqual([]);
});

test('forgets what is withdrawn, expired or a draft', () => {
  const made = paper({ 'articles/a.md': story('One', '2026-11-20', 'Secret.') })
    .build()
    .exits(0);
  expect(found(made, 'secret')).toEqual(['One']);
  for (const line of ['withdrawn: true', 'draft: true', 'expires: 2026-11-22']) {
    made.edit({
      'articles/a.md': story('One', '2026-11-20', 'Secret.', [line]),
      'articles/b.md': story('Two', '2026-11-20', 'Text.'),
    });
    made.build('--allow-removals').exits(0).nowhere('secret');
  }
});

test('is one for each language', () => {
  const made = paper(
    {
      'articles/a.md': story('English', '2026-11-20', 'Word.'),
      'articles/b.md': story('Shqip', '2026-11-20', 'Fjala.', ['lang: sq']),
      'articles/c.md': story('Deutsch', '2026-11-19', 'Wort.', ['lang: de']),
    },
    'languages: [en, sq]\n',
  )
    .build()
    .exits(0)
    .shows('search/index.html', 'data-index="/_search/"', '<h1 class="front-title">Search</h1>')
    .shows('sq/search/index.html', 'data-index="/sq/_search/"', 'Kërko')
    .shows('index.html', '<a rel="search" href="/search/">Search</a>')
    .shows('404.html', '<p><a rel="search" href="/search/">Search</a></p>')
    .shows('search/index.html', '<meta name="robots" content="noindex">');
  expect(found(made, 'fjala')).toEqual([]);
  expect(found(made, 'fjala', 'all', 'sq/')).toEqual(['Shqip']);
  // A reader is told by its language how it is spoken.
  const [other, own] = JSON.parse(made.read('_search/all/stories.json'));
  expect([other[6], own[6]]).toEqual(['de', undefined]);
});

test('stands below the path of the paper', () => {
  paper({ 'articles/a.md': story('One', '2026-11-20') }, 'url: https://x.example/news/\n')
    .build()
    .exits(0)
    .shows('search/index.html', 'data-index="/news/_search/"', 'action="/news/search/"')
    .shows('_search/all/stories.json', '"/news/2026/11/20/a/"');
});

test('is not there unless it is asked for', () => {
  const made = site({ 'articles/a.md': story('One', '2026-11-20') })
    .build()
    .exits(0)
    .hides('index.html', 'rel="search"');
  expect(made.outputs().filter((out) => /^_?search/.test(out))).toEqual([]);
});

test('is there in a paper without articles', () => {
  const made = paper({ 'articles/notes.txt': '' }).build();
  expect(made.read('_search/parts.json')).toBe('[]');
});

/** So many articles of a year, of one text each. */
function yearOf(year: number, size: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: size }, (_, at) => {
      const day = new Date(Date.UTC(year, 0, 1 + (at % 300))).toISOString().slice(0, 10);
      return [
        `articles/${year}/${at}.md`,
        story(`Story ${at}`, day, 'Text.', [`slug: s${year}-${at}`]),
      ];
    }),
  );
}

describe('the index', () => {
  test('is by years, and by months where a year has many', () => {
    const made = paper({ ...yearOf(2024, 301), ...yearOf(2025, 20) })
      .build()
      .exits(0);
    const parts = JSON.parse(made.read('_search/parts.json')) as [string, number][];
    expect(parts[0]).toEqual(['2025', 1]);
    expect(parts.slice(1).map(([name]) => name)).toEqual(
      ['10', '09', '08', '07', '06', '05', '04', '03', '02', '01'].map((month) => `2024-${month}`),
    );
    expect(found(made, 'story', '2025')).toHaveLength(20);
  });

  const files = { ...yearOf(2024, 301), ...yearOf(2025, 60) };
  const searchTasks = (made: Site) => made.tasks.filter((task) => task.includes('_search'));

  test('an article changes the files of its part alone', () => {
    const made = paper(files).build().exits(0);
    made
      .edit({ 'articles/new.md': story('New', '2025-12-01') })
      .build()
      .exits(0);
    expect(searchTasks(made).sort()).toEqual(
      [...['0', '1', '2', '3', 'stories'].map((name) => `page _search/2025/${name}.json`)].sort(),
    );
    made.edit({ 'articles/2024/7.md': story('Other', '2024-01-08', 'T.', ['slug: s2024-7']) });
    made.build().exits(0);
    expect(searchTasks(made).every((task) => task.includes('_search/2024-01/'))).toBe(true);
  });

  test('is the clean one after any edit', () => {
    const made = paper(files).build().exits(0);
    for (const edit of [
      { 'articles/new.md': story('New', '2025-12-01') },
      { 'articles/new.md': null, 'articles/2025/3.md': null },
      { 'site.yaml': 'title: The Gazette\nsurfaces: {search: true}\ntimezone: Asia/Tokyo\n' },
      Object.fromEntries(Object.keys(yearOf(2024, 4)).map((name) => [name, null])),
    ]) {
      made.edit(edit).build('--allow-removals').exits(0);
      made.build('--no-cache', '--out', 'clean', '--empty').exits(0);
      expect(made.snapshot()).toEqual(made.snapshot('clean'));
    }
  });

  test('its addresses are for nothing else', () => {
    const taken = paper({
      'articles/a.md': story('A', '2026-11-20', 'Text.', ['permalink: /_search/2026/']),
      'articles/b.md': story('B', '2026-11-20', 'Text.', ['permalink: /search/']),
      'public/_search/all/0.json': '{}',
    })
      .build()
      .exits(1);
    expect(taken.stderr).toContain('its address /_search/2026/ is also that of the search index');
    expect(taken.stderr).toContain('its address /search/ is also that of the page "search"');
    expect(taken.stderr).toContain('_search/all/0.json is also made by the search index');
  });
});

describe('words', () => {
  test.each([
    ['A bridge, 2 km of it', ['bridge', '2', 'km', 'of', 'it']],
    ['6.4 and 1,000', ['6', '4', 'and', '1', '000']],
    ['Bürger\u00adme\u00adister po\u00adlice', ['burgermeister', 'police']],
    ['می\u200cروم क्\u200dष', ['میروم', 'कष']],
    ['\u200eabc\u200f \ufeffdef x\u200by12', ['abc', 'def', 'y12']],
    ['ΟΔΟΣ ὁδός', ['οδοσ', 'οδοσ']],
    ['Gazeta™ №5', ['gazetatm', 'no5']],
    ['مـــرحبا', ['مرحبا']],
    ["l'Aquila don’t", ['aquila', 'don']],
    ['Straße Ærø İstanbul Iğdır', ['strasse', 'aero', 'istanbul', 'igdir']],
    ['Љубљана Ќустендил', ['ljubljana', 'kustendil']],
    ['مَرْحَبًا', ['مرحبا']],
    ['東京', ['東京']],
    [`${'x'.repeat(40)}`, ['x'.repeat(32)]],
  ])('of %s', (text, words) => expect(wordsOf(text)).toEqual(words));

  test('are those of the script that readers run', () => {
    const script = new TextDecoder().decode(readFolder(`${ROOT}/templates/assets`)['search.js']);
    const [from, to] = [script.indexOf('const LETTERS'), script.indexOf('const load')];
    expect(from).toBeGreaterThan(0);
    const theirs = new Function(`${script.slice(from, to)} return { wordsOf, shardOf };`)();
    const letters = fc.constantFrom(
      ..."abcxyz019 ,.-'’ëçšđžæœøßþðłıİĞäÖúŁабвгдђежзијклљмнњопрстћуфхцчџшѓќѕйщъыьэюяєіґΑθΣςσخعـ東ﬁ²™Å\u0308\u200d\u200b\u200e\u00ad\ufeff",
    );
    const text = fc.oneof(
      fc.array(letters, { maxLength: 40 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, (one) => {
        const words = wordsOf(one);
        expect(theirs.wordsOf(one)).toEqual(words);
        for (const word of words) expect(theirs.shardOf(word, 16)).toBe(shardOf(word, 16));
      }),
      cases(3000),
    );
  });
});
