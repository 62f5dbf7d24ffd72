/** Plugins: more helpers for templates, and more Markdown. */
import { describe, expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

const PAGE = '2026/11/20/a/index.html';
const TEMPLATE =
  '<main>{{#if article.extra.votes}}{{thousands article.extra.votes}} {{/if}}{{{body}}}</main>';
const NUMBERS = `module.exports = {
  helpers: {
    thousands(value) {
      if (typeof value !== 'number') throw new Error('the helper "thousands" needs a number');
      return String(value).replace(/\\B(?=(\\d{3})+$)/g, '\\u00a0');
    },
  },
};`;

/** \`==words==\` as marked words, in a language's own quotes for the test. */
const MARKED = `module.exports = {
  markdown(parser, { language }) {
    parser.inline.ruler.before('emphasis', 'marked', (state, silent) => {
      const found = /^==([^=]+)==/.exec(state.src.slice(state.pos));
      if (found === null) return false;
      if (!silent) {
        state.push('marked', '', 0).content = found[1];
      }
      state.pos += found[0].length;
      return true;
    });
    parser.renderer.rules.marked = (tokens, at) =>
      '<mark lang="' + language + '">' + parser.utils.escapeHtml(tokens[at].content) + '</mark>';
  },
};`;

const paper = (files: Readonly<Record<string, string | null>>, more = ''): Site =>
  site({
    'site.yaml': `title: Plugins\nurl: https://x.example\n${more}`,
    'articles/a.md': story('A', '2026-11-20T09:00', 'Some ==words== of *it*.', ['votes: 1234567']),
    'templates/article.hbs': TEMPLATE,
  }).edit(files);

const BOTH = 'plugins: [plugins/numbers.js, plugins/marked.cjs]\n';
const FILES = { 'plugins/numbers.js': NUMBERS, 'plugins/marked.cjs': MARKED };

test('a plugin adds helpers to templates, and rules to Markdown', () => {
  paper(FILES, BOTH)
    .build()
    .exits(0)
    .expect(
      PAGE,
      '<main>1\u00a0234\u00a0567 <p>Some <mark lang="en">words</mark> of <em>it</em>.</p>\n</main>',
    );
});

test.each(['constructor', 'toString', 'hasOwnProperty', 'numri-të'])('a helper "%s"', (name) => {
  const code = `module.exports = { helpers: { '${name}': (value) => 'its ' + value } };`;
  const template = `{{${name} 3}} {{#if (${name} 3)}}{{#with site}}{{${name} 4}}{{/with}}{{/if}}`;
  paper({ 'plugins/p.js': code, 'templates/article.hbs': template }, 'plugins: plugins/p.js\n')
    .build()
    .exits(0)
    .expect(PAGE, 'its 3 its 4');
});

test('helpers are given texts, also of what becomes bytes of a page at once', () => {
  const code = `module.exports = { helpers: {
    kind: (value) => typeof value,
    named: ({ hash }) => typeof hash.text,
    around() { return typeof this.body; },
    root: ({ data }) => typeof data.root.body,
  } };`;
  const template = '{{kind body}} {{named text=body}} {{around 1}} {{root}}';
  paper({ 'plugins/p.js': code, 'templates/article.hbs': template }, 'plugins: plugins/p.js\n')
    .build()
    .exits(0)
    .expect(PAGE, 'string string string string');
});

test('a block helper gives variables of its own', () => {
  const code = `module.exports = { helpers: {
    twice(options) {
      const data = (index) => ({ data: { ...options.data, index } });
      return options.fn(this, data(7)) + options.fn(this, data(8)) + options.inverse(this);
    },
  } };`;
  const template =
    '{{#each site.sections}}{{#twice}}{{@index}},{{else}}{{@index}};{{/twice}}{{/each}}';
  paper(
    { 'plugins/p.js': code, 'templates/article.hbs': template },
    'plugins: plugins/p.js\nsections: [news, sport]\n',
  )
    .build()
    .exits(0)
    .expect(PAGE, '7,8,0;7,8,1;');
});

test('what is in the folder and not named adds nothing', () => {
  const one = paper(FILES, 'plugins: [plugins/numbers.js]\n').build().exits(0);
  one.shows(PAGE, 'Some ==words== of <em>it</em>.');
});

test('in each language a parser is taught by itself, and authors and pages have it too', () => {
  const one = paper(
    {
      ...FILES,
      'articles/b.md': story('B', '2026-11-20T10:00', 'Disa ==fjalë==.', [
        'lang: sq',
        'authors: arta',
      ]),
      'authors/arta.md': '---\nname: Arta\n---\n==Who== she is.\n',
      'pages/about.md': '---\ntitle: About\n---\n==Who== we are.\n',
    },
    `${BOTH}languages: [en, sq]\n`,
  ).build();
  one.exits(0).shows('sq/2026/11/20/b/index.html', '<mark lang="sq">fjalë</mark>');
  one.shows('sq/authors/arta/index.html', '<mark lang="en">Who</mark> she is');
  one.shows('about/index.html', '<mark lang="en">Who</mark> we are');
  one.shows('feed.xml', '&lt;mark');
});

describe('what plugins write goes through the allow list', () => {
  const SCRIPT = MARKED.replace("'</mark>'", "'</mark><script>x</script>'");
  test.each([
    ['html: safe\n', 'Some ==words==.', false],
    ['html: safe\n', 'Some ==words== and <b>raw</b>.', false],
    ['html: none\n', 'Some ==words==.', false],
    ['html: trusted\n', 'Some ==words==.', true],
  ])('%s%s', (setting, text, expected) => {
    const one = paper(
      { 'plugins/marked.cjs': SCRIPT, 'articles/a.md': story('A', '2026-11-20T09:00', text) },
      `plugins: plugins/marked.cjs\n${setting}`,
    );
    one.edit({ 'templates/article.hbs': '{{{body}}}' }).build().exits(0);
    expect(one.read(PAGE).includes('<script>')).toBe(expected);
    one.shows(PAGE, '<mark');
  });
});

describe('what a change of a plugin changes', () => {
  const clean = (one: Site): void => {
    const other = one.build('--no-cache', '--out', 'other').exits(0).snapshot('other');
    expect(one.build().exits(0).snapshot()).toEqual(other);
  };

  test('is made: a helper, a rule, and what it imports', () => {
    const one = paper(FILES, BOTH).build().exits(0);
    one
      .edit({ 'plugins/numbers.js': NUMBERS.replaceAll('u00a0', 'u2009') })
      .build()
      .exits(0);
    one.shows(PAGE, '1\u2009234\u2009567');
    clean(one);
    one.edit({ 'plugins/marked.cjs': MARKED.replace('<mark ', '<mark class="m" ') }).build();
    one.exits(0).shows(PAGE, '<mark class="m" lang="en">');
    clean(one);
    // Whoever reads it: what a plugin imports is not known.
    one.edit({ 'plugins/tables/table.json': '{}' }).build().exits(0);
    expect(one.tasks).toContain(`page ${PAGE}`);
    one.edit({ 'node_modules/.package-lock.json': '{}' }).build().exits(0);
    expect(one.tasks).toContain(`page ${PAGE}`);
  });

  test('is taken back where it is not named any more', () => {
    const one = paper(FILES, BOTH).build().exits(0);
    one.edit({
      'site.yaml': 'title: Plugins\nurl: https://x.example\n',
      'templates/article.hbs': '{{{body}}}',
    });
    one.build().exits(0).expect(PAGE, '<p>Some ==words== of <em>it</em>.</p>\n');
    clean(one);
  });

  // Both lie in the folder, whichever is named.
  test.each([
    ['another file', 'plugins/one.cjs', 'plugins/two.cjs'],
    ['another order', '[plugins/two.cjs, plugins/one.cjs]', '[plugins/one.cjs, plugins/two.cjs]'],
  ])('is made by the setting: %s', (_, before, after) => {
    const says = (word: string) =>
      `module.exports.markdown = (parser) => { parser.renderer.rules.text = () => '${word}'; };`;
    const settings = (plugins: string) => `title: P\nurl: https://x.example\nplugins: ${plugins}\n`;
    const one = paper({
      'plugins/one.cjs': says('one'),
      'plugins/two.cjs': says('two'),
      'templates/article.hbs': '{{{body}}}',
      'site.yaml': settings(before),
    });
    one.build().exits(0).shows(PAGE, '<p>one');
    one.edit({ 'site.yaml': settings(after) });
    one.build().exits(0).shows(PAGE, '<p>two');
    clean(one);
  });

  test('is nothing where none was', () => {
    const one = paper(FILES, BOTH).build().exits(0).build().exits(0);
    expect(one.tasks).toEqual([]);
    one
      .edit({ 'articles/b.md': story('B', '2026-11-20T10:00') })
      .build()
      .exits(0);
    expect(one.tasks).toContain('page 2026/11/20/b/index.html');
    expect(one.tasks).not.toContain('entry articles/a.md');
  });
});

describe('what is wrong', () => {
  const wrong = (files: Readonly<Record<string, string>>, more: string): Site =>
    paper({ 'templates/article.hbs': '{{{body}}}', ...files }, more).build();
  const end = '\n\n1 error\nNothing was published; dist/ is as it was.';

  test.each<[string, string, string]>([
    [
      'plugins: [plugins/none.js]',
      '',
      `site.yaml:3:11 error config/value: the plugin plugins/none.js is not there
  3 | plugins: [plugins/none.js]
    |           ^^^^^^^^^^^^^^^
  Is its name spelled as that of the file, letter case too?`,
    ],
    [
      'plugins: [../x.js]',
      '',
      `site.yaml:3:11 error config/value: "../x.js" is no file of the folder plugins/
  3 | plugins: [../x.js]
    |           ^^^^^^^
  Name files below the folder plugins/: plugins: [plugins/numbers.js].`,
    ],
    [
      'plugins: [plugins/p.ts]',
      'export default {};',
      `site.yaml:3:11 error config/value: "plugins/p.ts" is no file of JavaScript
  3 | plugins: [plugins/p.ts]
    |           ^^^^^^^^^^^^
  A plugin ends in .js, .mjs or .cjs. What is written in another language is made into one of these before.`,
    ],
    [
      'plugins: [plugins/p.js, plugins/p.js]',
      'module.exports = {};',
      `site.yaml:3:25 error config/value: "plugins/p.js" appears twice
  3 | plugins: [plugins/p.js, plugins/p.js]
    |                         ^^^^^^^^^^^^
  Name files below the folder plugins/: plugins: [plugins/numbers.js].`,
    ],
    [
      'plugins: plugins/p.js',
      'throw new Error("no table");',
      `plugins/p.js error plugin/load: the plugin cannot be loaded: no table
  Nothing is published without it. Mend it, or take it out of plugins: in site.yaml.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = [];',
      `plugins/p.js error plugin/value: the plugin exports nothing by default that is one
  Write export default {helpers: {…}, markdown(parser) {…}}, with one of the two or both.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = {helper: {}};',
      `plugins/p.js error plugin/value: a plugin has no "helper"
  Did you mean "helpers"? It has helpers and markdown.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = {helpers: {label: () => ""}};',
      `plugins/p.js error plugin/value: "label" is a helper of Gazeta
  Give yours another name.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = {helpers: {thousands: 3}};',
      `plugins/p.js error plugin/value: the helper "thousands" is no function
  Write thousands(value) { … }.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = {markdown: "==", helpers: []};',
      `plugins/p.js error plugin/value: "helpers" has no names
  Write helpers: {thousands(value) { return …; }}.

plugins/p.js error plugin/value: "markdown" is no function
  Write markdown(parser, {language}) { parser.use(…); }.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = {markdown() { throw new Error("no rule"); }};',
      `plugins/p.js error plugin/load: the plugin failed when it was given the parser: no rule
  Nothing is published without it. Mend it, or take it out of plugins: in site.yaml.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = {markdown(parser) { parser.use(undefined); }};',
      `plugins/p.js error plugin/load: the plugin failed when it was given the parser: Cannot read properties of undefined (reading 'apply')
  Nothing is published without it. Mend it, or take it out of plugins: in site.yaml.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = {async markdown() { throw new Error("late"); }};',
      `plugins/p.js error plugin/load: the plugin failed when it was given the parser: it returned a promise, for which no text waits
  Nothing is published without it. Mend it, or take it out of plugins: in site.yaml.`,
    ],
    [
      'plugins: plugins/p.js',
      'module.exports = {markdown(parser) { parser.core.ruler.push("x", () => { throw null; }); }};',
      `articles/a.md error plugin/markdown: a plugin failed on this text: null
  Mend the plugin that reads Markdown, or take it out of plugins: in site.yaml.`,
    ],
  ])('%s: %s', (setting, code, told) => {
    const files: Record<string, string> = code === '' ? {} : { 'plugins/p.js': code };
    const one = wrong(files, `${setting}\n`);
    const count = told.split(' error ').length - 1;
    one
      .exits(told.startsWith('articles/') ? 1 : 2)
      .says(told + (count === 1 ? end : end.replace('1 error', `${count} errors`)));
  });

  test('two plugins with one helper', () => {
    const one = wrong(
      { 'plugins/a.js': NUMBERS, 'plugins/b.js': NUMBERS },
      'plugins: [plugins/a.js, plugins/b.js]\n',
    );
    expect(one.exits(2).stderr).toContain(
      'plugins/b.js error plugin/value: plugins/a.js has a helper "thousands", too',
    );
  });

  test('a helper that fails is told where it was called', () => {
    const one = wrong(
      {
        'plugins/numbers.js': NUMBERS,
        'templates/article.hbs': '<p>\n{{thousands article.headline}}</p>',
      },
      'plugins: plugins/numbers.js\n',
    );
    expect(one.exits(1).stderr).toContain('templates/article.hbs:2:');
    expect(one.stderr).toContain('the helper "thousands" needs a number');
  });

  test.each([
    ['{{t 3}}', 'throw "no table"', ':1:1', 'the helper "t" failed: no table'],
    ['{{t 3}}', 'throw null', ':1:1', 'the helper "t" failed: null'],
    ['{{t 3}}', 'return Promise.resolve("x")', ':1:1', 'the helper "t" returns a promise'],
    ['{{t 3}}', 'return Promise.reject(new Error())', ':1:1', 'the helper "t" returns a promise'],
    ['{{t 3}}', 'return Symbol("x")', ':1:1', 'the helper "t" returns a symbol'],
    // The list is that of many pages.
    [
      '\n{{#each (t site.sections)}}{{/each}}',
      'return a.reverse()',
      ':2:9',
      'the helper "t" changes a list or record that other pages are made from',
    ],
    [
      '\n{{#each (t l=site.sections)}}{{/each}}',
      'return a.hash.l.sort()',
      ':2:9',
      'the helper "t" changes a list or record that other pages are made from',
    ],
  ])('%j: a helper that does %s', (template, code, place, told) => {
    const one = wrong(
      {
        'plugins/p.js': `module.exports = { helpers: { t(a) { ${code} } } };`,
        'templates/article.hbs': template,
        'site.yaml':
          'title: P\nurl: https://x.example\nsections: [news, sport]\nplugins: plugins/p.js\n',
      },
      '',
    );
    expect(one.exits(1).stderr).toContain(`templates/article.hbs${place} error template/render: `);
    expect(one.stderr).toContain(told);
  });

  test.each(['this', 'else', 'true', '__proto__', 'two words'])('a helper "%s"', (name) => {
    const code = `module.exports = { helpers: { ['${name}']: () => '' } };`;
    const one = wrong({ 'plugins/p.js': code }, 'plugins: plugins/p.js\n');
    expect(one.exits(2).stderr).toContain(`"${name}" is no name that a template can call`);
  });

  test('a template that calls what no plugin adds', () => {
    const one = wrong({ 'templates/article.hbs': '{{thousand 3}}', ...FILES }, BOTH);
    expect(one.stderr).toContain('Did you mean "thousands"?');
  });
});

test('gazeta why tells of a change of theirs', () => {
  const one = paper(FILES, BOTH).build().exits(0);
  one
    .edit({ 'plugins/numbers.js': NUMBERS.replaceAll('u00a0', 'u2009') })
    .build()
    .exits(0);
  one.gazeta('why', '/2026/11/20/a/').exits(0);
  expect(one.stdout.replace(/\s+/g, ' ')).toContain(
    'a change in the settings of texts or the plugins.',
  );
});

test.each(['check', 'why /', 'next'])('gazeta %s knows them', (line) => {
  paper(FILES, BOTH)
    .gazeta(...line.split(' '))
    .exits(0);
});
