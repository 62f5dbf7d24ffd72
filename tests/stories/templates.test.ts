/** Templates: what a site may change, and what it is told when that fails. */
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import type { RailMode } from '../../src/pages/settings.ts';
import { helpers } from '../../src/render/helpers.ts';
import { site, story } from '../rig.ts';

const PAPER = {
  'site.yaml': 'title: Gazeta\nurl: https://x.example\n',
  'articles/a.md': story('A & B', '2026-11-20T08:00', 'Text.', [
    'section: Rajoni',
    'weather: snow',
  ]),
};

test('a site’s own template wins over the default of the same name, and only that one', () => {
  site({
    ...PAPER,
    'templates/article.hbs': '{{article.headline}}|{{{body}}}|{{lookup article.extra "weather"}}',
  })
    .build()
    .exits(0)
    .expect('2026/11/20/a/index.html', 'A &amp; B|<p>Text.</p>\n|snow')
    .shows('index.html', '<!doctype html>', 'A & B');
});

test('a partial, a style sheet and single labels can be changed alone', () => {
  const paper = site({
    ...PAPER,
    'templates/partials/footer.hbs': '<footer>Mine</footer>',
    'templates/assets/site.css': 'body { margin: 0; }\n',
    'templates/labels/en.yaml': 'latest-news: The wire',
  })
    .build()
    .exits(0)
    .shows('index.html', '<footer>Mine</footer>', 'The wire', 'All the latest news');
  const css = /href="(\/_assets\/site\.[0-9a-f]{8}\.css)"/.exec(paper.read('index.html'))?.[1];
  paper.expect(`${css}`.slice(1), 'body{margin:0}');
  expect(paper.outputs().filter((out) => out.includes('_assets/site.'))).toHaveLength(1);
});

test('a page’s words are in its language, and fall back to English', () => {
  site({
    ...PAPER,
    'articles/sq.md': story('S', '2026-11-21', 'x', ['lang: sq']),
    'articles/fr.md': story('F', '2026-11-22', 'x', ['lang: fr-CH']),
    'templates/labels/fr.yaml': 'by: Par',
  })
    .build()
    .exits(0)
    .shows('2026/11/21/sq/index.html', 'Ballina', '<header class="masthead" lang="en" dir="ltr">')
    .shows('2026/11/22/fr/index.html', 'Home');
});

test('words are in one script: Serbian is Cyrillic unless the language says otherwise', () => {
  site({
    ...PAPER,
    'articles/sr.md': story('S', '2026-11-21', 'x', ['lang: sr']),
    'articles/me.md': story('M', '2026-11-22', 'x', ['lang: sr-ME']),
    'templates/labels/sr.yaml': 'home: Почетна',
  })
    .build()
    .exits(0)
    .shows('2026/11/21/sr/index.html', 'Почетна', 'Најновије вести')
    .shows('2026/11/22/me/index.html', 'Naslovna', 'Najnovije vesti')
    .hides('2026/11/22/me/index.html', 'Почетна');
});

test('a word can hold values, and has a form for each count', () => {
  site({
    'site.yaml': 'language: sr\n',
    'articles/a.md': story('A', '2026-11-20'),
    'templates/labels/sr.yaml': [
      'hail: "Добар дан, {name}"',
      'views: {one: "{count} преглед", few: "{count} прегледа", other: "{count} прегледа!"}',
    ].join('\n'),
    'templates/labels/en.yaml': 'minutes: {one: a minute, other: "{count} minutes"}',
    'templates/home.hbs': [
      '{{label "part-of" part=3}}',
      '{{label "views" count=1}}',
      '{{label "views" count=2003}}',
      '{{label "views" count=5}}',
      '{{label "minutes" count=1}}',
      '{{label "minutes" count=21}}',
      '{{label "hail" name="<b>" count=7}}',
      '',
    ].join('\n'),
  })
    .build()
    .exits(0)
    .expect(
      'index.html',
      [
        '3. део серијала',
        '1 преглед',
        '2.003 прегледа',
        '5 прегледа!',
        'a minute',
        '21 minutes',
        'Добар дан, &lt;b&gt;',
        '',
      ].join('\n'),
    );
});

test('a template can ask for the direction of a language', () => {
  site({ ...PAPER, 'templates/home.hbs': '{{dir page.language}} {{dir "ku-Arab"}}' })
    .build()
    .exits(0)
    .expect('index.html', 'ltr rtl');
});

describe('a fragment', () => {
  const LATEST = { latest: '/a&b/_fragments/latest.html' };
  const theme = {
    templates: new Map(),
    labels: new Map(),
    assets: new Map(),
    hasFonts: false,
    shipped: () => ({}),
  };
  const render = (mode: RailMode, fragments: Record<string, string> | null, name = 'latest') => {
    const handlebars = Handlebars.create();
    handlebars.registerHelper(helpers(theme, '', mode));
    return handlebars.compile(`<p>{{#fragment "${name}"}}<i>{{text}}</i>{{/fragment}}</p>`)({
      page: { language: 'en', fragments },
      text: '<',
    });
  };

  test.each<[RailMode, string]>([
    ['snapshot', '<p><div data-fragment="/a&amp;b/_fragments/latest.html"><i>&lt;</i></div></p>'],
    ['baked', '<p><i>&lt;</i></p>'],
    ['ssi', '<p><!--#include virtual="/a&b/_fragments/latest.html" --></p>'],
    [
      'esi',
      '<p><!--esi <esi:include src="/a&amp;b/_fragments/latest.html" onerror="continue"/> -->' +
        '<esi:remove><i>&lt;</i></esi:remove></p>',
    ],
  ])('%s', (mode, html) => {
    expect(render(mode, LATEST)).toBe(html);
  });

  test('is its content on a page that is always up to date itself', () => {
    expect(render('ssi', null)).toBe('<p><i>&lt;</i></p>');
  });

  test('that does not exist is an error', () => {
    expect(() => render('baked', LATEST, 'x')).toThrow('there is no fragment "x"; there is latest');
    expect(() => render('baked', LATEST, 'toString')).toThrow('there is no fragment "toString"');
  });
});

const faults: [string, string, string][] = [
  [
    'templates/home.hbs',
    '<p>\n{{#if newest}}\nx{{/each}}',
    `templates/home.hbs:2:1 error template/syntax: this block is closed by {{/each}} in line 3
  2 | {{#if newest}}
    | ^^^^^^^^^^^^^^
  Close it by {{/if}} before, or take out what is too much.`,
  ],
  [
    'templates/home.hbs',
    '{{#> layout}}\n{{!-- {{#each}} --}}\n{{#if newest}}\n{{#each top}}{{^}}-{{/each}}\n',
    `templates/home.hbs:3:1 error template/syntax: this block is not closed
  3 | {{#if newest}}
    | ^^^^^^^^^^^^^^
  Close it by {{/if}}.`,
  ],
  [
    'templates/home.hbs',
    'a\n{{/if}}',
    `templates/home.hbs:2:1 error template/syntax: {{/if}} closes nothing
  2 | {{/if}}
    | ^^^^^^^
  Take it out, or open its block before.`,
  ],
  [
    'templates/home.hbs',
    'a\n{{!-- no end',
    `templates/home.hbs:2:1 error template/syntax: Handlebars cannot read this line
  2 | {{!-- no end
    | ^^^^^^^^^^^^
  Look for a {{ without }}, or a {{#block}} that is not closed by a {{/block}} of its name.`,
  ],
  [
    'templates/home.hbs',
    '{{#if lead top}}x{{/if}}',
    `templates/home.hbs:1:4 error template/helper: the helper "if" takes one value, and here are two
  1 | {{#if lead top}}x{{/if}}
    |    ^^
  Write it like this: {{#if article.image}}…{{/if}}.`,
  ],
  [
    'templates/home.hbs',
    '{{label}}',
    `templates/home.hbs:1:3 error template/helper: the helper "label" takes one value, and here is none
  1 | {{label}}
    |   ^^^^^
  Write it like this: {{label "home"}}.`,
  ],
  [
    'templates/home.hbs',
    '{{fragment "latest"}}',
    `templates/home.hbs:1:3 error template/helper: the helper "fragment" has nothing within it here
  1 | {{fragment "latest"}}
    |   ^^^^^^^^
  Write it like this: {{#fragment "latest"}}…{{/fragment}}.`,
  ],
  [
    'templates/home.hbs',
    '{{> templates/card.hbs}}',
    `templates/home.hbs:1:5 error template/partial: there is no partial "templates/card.hbs"
  1 | {{> templates/card.hbs}}
    |     ^^^^^^^^^^^^^^^^^^
  Did you mean "partials/card"? A partial is named by its path below templates/, without .hbs.`,
  ],
  [
    'templates/home.hbs',
    '{{> (lookup . "x")}}',
    `templates/home.hbs:1:5 error template/partial: the name of a partial is computed
  1 | {{> (lookup . "x")}}
    |     ^^^^^^^^^^^^^^
  A partial is called by its name. Choose between partials with {{#if}}.`,
  ],
  [
    'templates/home.hbs',
    'a\n{{#if site.logo.src}}x{{/if}}',
    `templates/home.hbs:2:1 error template/render: the page reads "src" of a value that is missing; check that with {{#if}} first
  2 | {{#if site.logo.src}}x{{/if}}
    | ^
  It happened while / was made. docs/templates.md lists what each template receives.`,
  ],
  [
    'templates/home.hbs',
    '{{#> layout}}\n{{> partials/card section}}\n{{/layout}}',
    `templates/home.hbs:2:1 error template/render: "partials/card" is called with a value that is not there
  2 | {{> partials/card section}}
    | ^^^^^^^^^^^^^
  It happened while / was made (templates/home.hbs > gazeta/templates/layout.hbs > templates/home.hbs). docs/templates.md lists what each template receives.`,
  ],
  [
    'templates/home.hbs',
    'a\n{{> layout}}',
    `templates/home.hbs:2:1 error template/render: "layout" needs content; call it as {{#> layout}}…{{/layout}}
  2 | {{> layout}}
    | ^^^^^^
  It happened while / was made. docs/templates.md lists what each template receives.`,
  ],
  [
    'templates/partials/footer.hbs',
    '<footer>\n{{> partials/footer}}\n</footer>',
    `templates/partials/footer.hbs:2:1 error template/render: templates call one another more than a hundred deep
  2 | {{> partials/footer}}
    | ^
  It happened while / was made (gazeta/templates/home.hbs > gazeta/templates/layout.hbs > templates/partials/footer.hbs). docs/templates.md lists what each template receives.`,
  ],
  [
    'templates/home.hbs',
    '<p>\n  {{site.title</p>',
    `templates/home.hbs:2:3 error template/syntax: Handlebars cannot read this line
  2 |   {{site.title</p>
    |   ^^^^^^^^^^^^^^^^
  Look for a {{ without }}, or a {{#block}} that is not closed by a {{/block}} of its name.`,
  ],
  [
    'templates/home.hbs',
    'x {{labell "home"}}',
    `templates/home.hbs:1:5 error template/helper: there is no helper "labell"
  1 | x {{labell "home"}}
    |     ^^^^^^
  Did you mean "label"? The helpers are asset, differs, dir, each, fonts, fragment, if, label, log, lookup, unless, with.`,
  ],
  [
    'templates/home.hbs',
    '{{> partials/rial}}',
    `templates/home.hbs:1:5 error template/partial: there is no partial "partials/rial"
  1 | {{> partials/rial}}
    |     ^^^^^^^^^^^^^
  Did you mean "partials/rail"? A partial is named by its path below templates/, without .hbs.`,
  ],
  [
    'templates/partials/rail.hbs',
    'a\n{{site.titel}}',
    `templates/partials/rail.hbs:2:3 error template/render: "titel" is not part of the view
  2 | {{site.titel}}
    |   ^^^^^
  It happened while / was made (gazeta/templates/home.hbs > gazeta/templates/layout.hbs > templates/partials/rail.hbs). docs/templates.md lists what each template receives.`,
  ],
  [
    'templates/home.hbs',
    '{{#> layout}}\n{{site.titel}}\n{{/layout}}',
    `templates/home.hbs:2:3 error template/render: "titel" is not part of the view
  2 | {{site.titel}}
    |   ^^^^^
  It happened while / was made (templates/home.hbs > gazeta/templates/layout.hbs > templates/home.hbs). docs/templates.md lists what each template receives.`,
  ],
  [
    'templates/home.hbs',
    '{{asset "site.scss"}}',
    `templates/home.hbs:1:1 error template/render: there is no templates/assets/site.scss
  1 | {{asset "site.scss"}}
    | ^
  It happened while / was made. docs/templates.md lists what each template receives.`,
  ],
  [
    'templates/labels/en.yaml',
    'by: [a]',
    `templates/labels/en.yaml:1:5 error template/labels: the label "by" is not a text
  1 | by: [a]
    |     ^^^
  Write it as one line: by: "…".`,
  ],
  [
    'templates/labels/sr.yaml',
    'views:\n  one: "{count} преглед"\n  few: "{count} прегледа"',
    `templates/labels/sr.yaml:2:3 error template/labels: the label "views" has no form "other"
  2 |   one: "{count} преглед"
    |   ^^^^^^^^^^^^^^^^^^^^^^
  Add other: "…", the form for each count that has none of its own.`,
  ],
  [
    'templates/labels/en.yaml',
    'views: {on: a view, other: "{count} views"}',
    `templates/labels/en.yaml:1:8 error template/labels: the label "views" has a form "on", which is no plural category
  1 | views: {on: a view, other: "{count} views"}
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  The categories are zero, one, two, few, many, other. A text that begins with { stands in quotes.`,
  ],
  [
    'templates/labels/en.yaml',
    'views: {one: 1, other: "{count} views"}',
    `templates/labels/en.yaml:1:8 error template/labels: the form "one" of the label "views" is not a text
  1 | views: {one: 1, other: "{count} views"}
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Write it in quotes: one: "…".`,
  ],
  [
    'templates/labels/en_GB.yaml',
    'by: By',
    `templates/labels/en_GB.yaml error template/labels: "en_GB" is not a language tag
  Name the file by the language of its words as in BCP 47: sq.yaml, en-GB.yaml, sr-Latn.yaml.`,
  ],
  ...(
    [
      [
        '{{label home}}',
        'the helper "label" needs a text; names stand in quotation marks: {{label "home"}}',
      ],
      ['{{label "lable"}}', 'there is no label "lable" in labels/en.yaml'],
      ['{{label "part-of"}}', 'the label "part-of" needs a value: part=…'],
      [
        '{{label "part-of" part=site}}',
        'the label "part-of" cannot show its part: it is not a text or number',
      ],
      ['{{label "by" name="A"}}', 'the label "by" has no {name} in it'],
      ['{{label "parts-count"}}', 'the label "parts-count" needs a value: count=…'],
      [
        '{{label "parts-count" count="two"}}',
        'the label "parts-count" cannot show its count: it is not a number',
      ],
      ['{{dir "en_GB"}}', 'the helper "dir" needs a language tag'],
    ] as const
  ).map(([body, message]): [string, string, string] => [
    'templates/home.hbs',
    body,
    `templates/home.hbs:1:1 error template/render: ${message}
  1 | ${body}
    | ^
  It happened while / was made. docs/templates.md lists what each template receives.`,
  ]),
];

test('what a template logs is told where it does so, and is not among the results', () => {
  const paper = site({
    ...PAPER,
    'templates/home.hbs': '{{#> layout}}\n{{log "lead" lead.date}}x\n{{/layout}}',
  })
    .build('--json')
    .exits(0);
  const { diagnostics } = JSON.parse(paper.stdout);
  expect(diagnostics).toMatchObject([
    {
      code: 'template/log',
      severity: 'notice',
      message: 'lead {"iso":"2026-11-20T08:00:00+00:00","text":"20 November 2026"}',
      place: { file: 'templates/home.hbs', line: 2, column: 1 },
    },
  ]);
  expect(paper.read('index.html')).toMatch(/\nx\n/);
  // Nothing is made, and nothing logged.
  expect(JSON.parse(paper.build('--json').exits(0).stdout).diagnostics).toEqual([]);
});

describe('a fault in a template', () => {
  test.each(faults)('%s: %s', (file, body, message) => {
    const paper = site({ ...PAPER, [file]: body })
      .build()
      .exits(1)
      .says(`${message}\n\n1 error\nNothing was published; dist/ is as it was.`);
    expect(paper.outputs()).toEqual([]);
  });

  test('that every page meets is told once', () => {
    const paper = site({
      ...PAPER,
      'articles/b.md': story('B', '2026-11-21'),
      'templates/layout.hbs': '{{nothing}}',
    })
      .build()
      .exits(1);
    expect(paper.stderr.match(/template\/render/g)).toHaveLength(1);
  });
});
