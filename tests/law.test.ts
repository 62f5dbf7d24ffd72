/**
 * The law of the memo: whatever happened before, a build gives the bytes of a clean one, and only the tasks run that
 * must. Tried with random scripts of edits to a small paper in which everything is connected.
 */
import { expect, test } from 'vitest';
import { cases, fc } from './chance.ts';
import { png } from './pictures.ts';
import { type Site, site } from './rig.ts';

const SETTINGS = {
  title: 'Law',
  url: 'https://law.example',
  more: '',
};

/** All that the model knows of a paper: its files are made from it. */
interface Model {
  readonly articles: Map<string, Story>;
  settings: typeof SETTINGS;
  templates: Map<string, string>;
  files: Map<string, Uint8Array>;
  plugin: string;
  people: Map<string, string>;
  /** Files below `pages/`. */
  pages: Map<string, string>;
  /** Minutes after the first instant. */
  clock: number;
  version: number;
}

interface Story {
  /** Below `articles/`, with a slash at its end. */
  folder?: string;
  title: string;
  /** Minutes. */
  date: number;
  section: string;
  tags: string[];
  text: string;
  more: Record<string, string>;
}

const START = Date.UTC(2026, 10, 20, 6);
const instant = (minutes: number) =>
  new Date(START + minutes * 60_000).toISOString().replace('.000', '');

function fileOf(name: string, one: Story): string {
  const more = Object.entries(one.more).map(([key, value]) => `${key}: ${value}`);
  return [
    '---',
    `title: ${one.title}`,
    `date: ${instant(one.date)}`,
    `section: ${one.section}`,
    `tags: [${one.tags.join(', ')}]`,
    `slug: ${name.replace(/^sq\/|\.sq$/g, '')}`,
    ...more,
    '---',
    one.text,
    '',
  ].join('\n');
}

function filesOf(model: Model): Record<string, string | Uint8Array> {
  const { title, url, more } = model.settings;
  return {
    'site.yaml': `title: ${title}\nurl: ${url}\n${more || 'latest: {size: 3}'}\n`,
    ...Object.fromEntries(
      [...model.articles].map(([name, { folder = '', ...one }]) => [
        `articles/${folder}${name}.md`,
        fileOf(name, one),
      ]),
    ),
    ...Object.fromEntries([...model.templates].map(([name, text]) => [`templates/${name}`, text])),
    ...Object.fromEntries([...model.files].map(([name, text]) => [`public/${name}`, text])),
    'plugins/p.js': pluginOf(model.plugin),
    ...Object.fromEntries([...model.people].map(([name, text]) => [`authors/${name}.md`, text])),
    ...Object.fromEntries([...model.pages].map(([name, text]) => [`pages/${name}.md`, text])),
  };
}

/** What it adds to headings. */
const pluginOf = (mark: string) => `module.exports = {
  helpers: { shout: (text) => text + '${mark}' },
  markdown: (parser) => {
    parser.renderer.rules.heading_close = () => '${mark}</h2>';
  },
};`;

const SECTIONS = ['Rajoni', 'Sport', 'Kultura'];
const TAGS = ['kfor', 'nato', 'zgjedhje', 'flash-news', 'Kfor'];
/** A small one, two of which smaller ones are made, and one of the same width as the last. */
const PICTURES = [
  png(300, 9),
  png(900, 9),
  png(1300, 9),
  Buffer.concat([png(1300, 9), Buffer.of(1)]),
];

/** Some are other languages' versions of others by their places, where the paper has that language. */
const name = fc
  .integer({ min: 0, max: 11 })
  .map((at) => (at < 10 ? `story-${at}` : at === 10 ? 'sq/story-1' : 'story-2.sq'));
const word = fc.constantFrom('one', 'two', 'three', 'four', 'five');
const more = fc.constantFrom<Record<string, string>>(
  {},
  { draft: 'true' },
  { withdrawn: 'true' },
  { flash: 'true' },
  { image: '/p.png' },
  { authors: 'arta' },
  { authors: '[arta, Somebody Else]' },
  { related: '[story-1]' },
  { replaces: 'story-2' },
  { translations: 'pair', lang: 'sq' },
  { translations: 'pair' },
  { aliases: '[/old/]' },
  { series: 'Long story' },
  { priority: '5' },
  { summary: 'In short' },
  { canonical: 'https://elsewhere.example/x' },
  { updated: instant(2000) },
  { mood: 'good' },
);
const text = fc.constantFrom(
  'A text.',
  'Another [link](story-3.md) text.',
  'With ![a picture](/p.png).',
  'To [an address](/2026/11/20/story-4/).',
  'To [us](/about/) and [them](../pages/team.md).',
  'To <b>raw</b> <script>x</script> html.',
  '## A heading\n\nText.',
);

type Edit = (model: Model) => void;

/** Of a page: a name for it, lines of its front matter, and its text. */
const pageMore = fc.constantFrom<[string, string, string]>(
  ['plain', '', 'Who we are.'],
  ['plain', '', 'Who we are, and [why](/2026/11/20/story-4/).'],
  ['linking', '', '[1](/about/) [2](../articles/story-3.md) ![a picture](/p.png)'],
  ['draft', 'draft: true\n', 'Who we are.'],
  ['later', `publish: ${instant(1500)}\n`, 'Who we are.'],
  ['for a while', `expires: ${instant(1500)}\n`, 'Who we are.'],
  ['moved', 'slug: other\naliases: [/former/]\n', 'Who we are.'],
  ['version', 'translations: us\n', 'Who we are.'],
  ['updated', `updated: ${instant(0)}\nimage: /p.png\nmood: good\n`, 'Who we are.'],
  ['faulty', 'expires: never\n', 'Who we are.'],
  ['gone', '', ''],
);

const story = fc.record({
  title: word,
  // Up to three days before and one day after the clock's first instant.
  date: fc.integer({ min: -4320, max: 1440 }),
  section: fc.constantFrom(...SECTIONS),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }),
  text,
  more,
});

const edit: fc.Arbitrary<[string, Edit]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(name, story)
      .map(([at, one]): [string, Edit] => [
        `write ${at}`,
        (model) => void model.articles.set(at, one),
      ]),
  },
  {
    weight: 2,
    arbitrary: name.map((at): [string, Edit] => [
      `remove ${at}`,
      (model) => void model.articles.delete(at),
    ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(name, fc.constantFrom('', 'b/', 'sq/'))
      .map(([at, folder]): [string, Edit] => [
        `move ${at} to articles/${folder}`,
        ({ articles }) => {
          const old = articles.get(at);
          if (old !== undefined) articles.set(at, { ...old, folder });
        },
      ]),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(name, word, text, fc.boolean())
      .map(([at, title, body, isHeadline]): [string, Edit] => [
        `${isHeadline ? 'headline' : 'body'} of ${at}`,
        ({ articles }) => {
          const old = articles.get(at);
          if (old !== undefined)
            articles.set(at, isHeadline ? { ...old, title } : { ...old, text: body });
        },
      ]),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 2000 }).map((minutes): [string, Edit] => [
      `${minutes} minutes later`,
      (model) => {
        model.clock += minutes;
      },
    ]),
  },
  {
    weight: 1,
    arbitrary: word.map((one): [string, Edit] => [
      `template ${one}`,
      ({ templates }) =>
        void (one === 'one'
          ? templates.delete('partials/rail-item.hbs')
          : templates.set('withdrawn.hbs', `{{page.title}} withdrawn ${one}`)),
    ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        '',
        'latest: {size: 2}',
        'latest: {rail: baked, size: 3}',
        'languages: {sq: {title: Ligji}}',
        'languages: [en, sq]',
        'timezone: Asia/Tokyo',
        'surfaces: {tags: false}',
        'surfaces: {pictures: false}',
        'plugins: plugins/p.js',
        'surfaces: {search: true}',
        'surfaces: {search: true}\nlanguages: [en, sq]',
        'plugins: plugins/p.js\nlanguages: [en, sq]',
        'redirects: {/feed/: /feed.xml, /was/: /a0/, /old/: /2026/}',
        'feeds: {content: summary}',
        'flash: {lifetime: 1 hour}',
        'theme: {header: {Us: /about/}, footer: {Four: /2026/11/20/story-4/, Old: /former/}}',
      )
      .map((line): [string, Edit] => [
        `settings ${line}`,
        (model) => {
          model.settings = { ...model.settings, more: line };
        },
      ]),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 0, max: PICTURES.length }).map((at): [string, Edit] => [
      `picture ${at}`,
      ({ files }) => {
        const picture = PICTURES[at];
        if (picture === undefined) files.delete('p.png');
        else files.set('p.png', picture);
      },
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('!', '?').map((mark): [string, Edit] => [
      `plugin ${mark}`,
      (model) => {
        model.plugin = mark;
      },
    ]),
  },
  {
    weight: 1,
    arbitrary: word.map((one): [string, Edit] => [
      `author ${one}`,
      ({ people }) => void people.set('arta', `---\nname: Arta ${one}\n---\nWho she is.`),
    ]),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('about', 'team', 'about/team', 'sq/rreth', 'about.sq'), word, pageMore)
      .map(([at, title, [key, lines, body]]): [string, Edit] => [
        `page ${at} ${title} ${key}`,
        ({ pages }) =>
          void (key === 'gone'
            ? pages.delete(at)
            : pages.set(at, `---\ntitle: ${title}\n${lines}---\n${body}\n`)),
      ]),
  },
  { weight: 1, arbitrary: fc.constant<[string, Edit]>(['nothing', () => undefined]) },
  {
    weight: 1,
    arbitrary: fc.constant<[string, Edit]>([
      'other code',
      (model) => {
        model.version++;
      },
    ]),
  },
);

/**
 * Edits of a paper with an archive: of a year before, with as many articles as a front shows, a page of an archive lists or a
 * year does before it is divided, or a few more or less.
 */
const old = (at: number) => `story-${100 + at}`;
const OLD_AGE = 365 + 323;
const oldStory = (at: number): Story => ({
  title: 'zero',
  date: -(OLD_AGE - at) * 1440 + at * 61,
  section: SECTIONS[at % 2] ?? '',
  tags: at % 3 === 0 ? ['kfor'] : [],
  text: 'A text.',
  more: {},
});

function setArchive({ articles }: Model, size: number): void {
  for (let at = 0; at < 310; at++) {
    if (at >= size) articles.delete(old(at));
    else if (!articles.has(old(at))) articles.set(old(at), oldStory(at));
  }
}

const oldName = fc.integer({ min: 0, max: 310 }).map(old);
const archiveEdit: fc.Arbitrary<[string, Edit]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(0, 24, 26, 31, 49, 50, 51, 60, 102, 150, 152, 298, 300, 301, 304)
      .map((size): [string, Edit] => [`an archive of ${size}`, (model) => setArchive(model, size)]),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(oldName, word).map(([at, title]): [string, Edit] => [
      `headline ${title} of ${at}`,
      ({ articles }) => {
        const before = articles.get(at);
        if (before !== undefined) articles.set(at, { ...before, title });
      },
    ]),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(oldName, fc.integer({ min: -400, max: 400 }))
      .map(([at, days]): [string, Edit] => [
        `${at} ${days} days later`,
        ({ articles }) => {
          const before = articles.get(at);
          if (before !== undefined)
            articles.set(at, { ...before, date: Math.min(0, before.date + days * 1440) });
        },
      ]),
  },
  {
    weight: 2,
    arbitrary: oldName.map((at): [string, Edit] => [
      `${at} withdrawn`,
      ({ articles }) => {
        const before = articles.get(at);
        if (before !== undefined) articles.set(at, { ...before, more: { withdrawn: 'true' } });
      },
    ]),
  },
  { weight: 4, arbitrary: edit },
);

/** What befalls the store or the output between two builds. */
const mishap = fc.oneof(
  { weight: 12, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('cut', 'garbage', 'gone', 'pieces', 'output', 'killed'),
  },
);

function suffer(paper: Site, what: string): void {
  const { content } = paper.files;
  const store = [...content.keys()].filter(
    (path) => path.startsWith('/site/.gazeta/') && !path.includes('/output-'),
  );
  for (const path of store) {
    const bytes = content.get(path) ?? new Uint8Array();
    if (what === 'cut') paper.files.write(path, bytes.subarray(0, bytes.length >> 1));
    if (what === 'garbage')
      paper.files.write(
        path,
        bytes.map((byte, at) => (at % 97 === 5 ? byte ^ 64 : byte)),
      );
    if (what === 'gone') paper.files.remove(path);
    if (what === 'pieces' && path.includes('/pieces-'))
      paper.files.write(
        path,
        bytes.map((byte) => byte ^ 1),
      );
  }
  if (what === 'output') paper.files.remove('/site/dist/index.html');
}

/** Feeds and sitemaps are made from whole articles, and know of changes that they do not show. */
const CARRIERS = /(?:\.xml|\.json)$/;

function check(
  steps: readonly (readonly [readonly [string, Edit], string | null])[],
  archive = 0,
): void {
  const model: Model = {
    articles: new Map(),
    settings: SETTINGS,
    templates: new Map(),
    files: new Map([['p.png', PICTURES[1] ?? new Uint8Array()]]),
    plugin: '!',
    people: new Map([['arta', '---\nname: Arta\n---\n']]),
    pages: new Map([['about', '---\ntitle: About\n---\nWho we are.\n']]),
    clock: 0,
    version: 0,
  };
  for (let at = 0; at < 6; at++)
    model.articles.set(`story-${at}`, {
      title: 'zero',
      date: -at * 700,
      section: SECTIONS[at % 3] ?? '',
      tags: [TAGS[at % 3] ?? ''],
      text: 'A text.',
      more: {},
    });
  setArchive(model, archive);
  let files = filesOf(model);
  let version = 0;
  const paper = site(files).at(instant(0));
  paper.version = 'code 0';
  paper.build('--allow-removals');
  let published = paper.exitCode === 0;
  let before = paper.snapshot();
  /** The data of all pages of the last edition. */
  let views = new Map<string, string>();
  const way: string[] = [];
  let isSuspect = false;
  for (const [[label, change], trouble] of steps) {
    way.push(label + (trouble === null ? '' : `, ${trouble}`));
    change(model);
    const next = filesOf(model);
    const edits = Object.fromEntries([
      ...Object.keys(files)
        .filter((path) => !(path in next))
        .map((path) => [path, null]),
      ...Object.entries(next).filter(([path, body]) => files[path] !== body),
    ]);
    const changedPaths = new Set(Object.keys(edits));
    files = next;
    paper.edit(edits).at(instant(model.clock));
    paper.version = `code ${model.version}`;
    if (trouble === 'killed') paper.killed(way.length);
    else if (trouble !== null) suffer(paper, trouble);
    // What was removed by hand is not what a build that fails has to answer for.
    const standing = trouble === 'output' ? paper.snapshot() : before;
    paper.build('--allow-removals');

    const clean = site(files).at(instant(model.clock));
    clean.keepsViews = true;
    clean.build('--allow-removals');
    const told = `${way.join('\n')}\n${clean.stderr}`;
    expect(paper.exitCode, told).toBe(clean.exitCode);
    expect(paper.stderr, told).toBe(clean.stderr);
    if (clean.exitCode !== 0) {
      published = false;
      expect(paper.snapshot(), told).toEqual(standing);
      before = standing;
      continue;
    }
    const after = paper.snapshot();
    expect(after, told).toEqual(clean.snapshot());

    // What ran: nothing but what the edits ask for.
    isSuspect ||= trouble !== null;
    const isNew = version !== model.version || isSuspect || !published || views.size === 0;
    // Of other code nothing is believed: neither what was read nor what was made.
    if (version !== model.version && published && trouble === null)
      expect(paper.tasks.length, told).toBe(clean.tasks.length);
    // Where nothing is to be done, nobody looks whether the store is whole.
    if (paper.tasks.length > 0) isSuspect = false;
    const touchesAll = [...changedPaths].some((path) =>
      /^(?:site\.yaml|templates|plugins|authors)/.test(path),
    );
    if (!isNew && !touchesAll) {
      const entries = paper.tasks
        .filter((task) => task.startsWith('entry '))
        .map((task) => task.slice(6));
      const written = [...changedPaths].filter(
        (path) => path.startsWith('articles/') && edits[path] !== null,
      );
      expect(entries.toSorted(), told).toEqual(written.toSorted());
      const own = new Set(written.map((path) => path.replace(/^.*\/(story-\d+)\.md$/, '$1')));
      // A link to an address may read the same when an article comes there, or goes.
      const moved = [...changedPaths].map((path) => path.replace(/^.*\/(story-\d+)\.md$/, '/$1/'));
      for (const [slug, one] of model.articles)
        if (moved.some((other) => one.text.includes(other))) own.add(slug);
      const ofPages = [...changedPaths].filter((path) => path.startsWith('pages/'));
      for (const [slug, one] of ofPages.length > 0 ? model.articles : [])
        if (one.text.includes('/about/')) own.add(slug);
      // Its text stands for itself, whatever of it is seen.
      const isOfPage = (out: string) =>
        ofPages.length > 0 && /^(?:sq\/)?(?:about|team|rreth|other)\//.test(out);
      const vain = paper.tasks
        .filter((task) => task.startsWith('page '))
        .map((task) => task.slice(5))
        .filter((out) => views.get(out) === clean.views.get(out))
        .filter(
          (out) =>
            !CARRIERS.test(out) &&
            !isOfPage(out) &&
            ![...own].some((slug) => out.includes(`/${slug}/`)),
        );
      expect(vain, told).toEqual([]);
    }
    published = true;
    views = clean.views;
    before = after;
    version = model.version;
  }
}

test('after any edits the bytes are those of a clean build, and only what must runs', {
  timeout: 600_000,
}, () => {
  const steps = fc.array(fc.tuple(edit, mishap), { minLength: 10, maxLength: 14 });
  fc.assert(
    fc.property(steps, (some) => check(some)),
    { ...cases(20), endOnFailure: true },
  );
});

test('so they are where archives grow and shrink', { timeout: 600_000 }, () => {
  const steps = fc.array(fc.tuple(archiveEdit, mishap), { minLength: 6, maxLength: 8 });
  fc.assert(fc.property(steps, fc.constantFrom(28, 60, 299), check), {
    ...cases(4),
    endOnFailure: true,
  });
});
