/** Templates: what a site may change, and what it is told when that fails. */
import { describe, expect, test } from 'vitest';
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
    'templates/assets/site.css': 'body{}',
    'templates/labels/en.yaml': 'latest-news: The wire',
  })
    .build()
    .exits(0)
    .shows('index.html', '<footer>Mine</footer>', 'The wire', 'All the latest news');
  const css = /href="(\/assets\/site\.[0-9a-f]{8}\.css)"/.exec(paper.read('index.html'))?.[1];
  paper.expect(`${css}`.slice(1), 'body{}');
  expect(paper.outputs().filter((out) => out.startsWith('assets/'))).toHaveLength(1);
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
    .shows('2026/11/21/sq/index.html', 'Ballina', '<header class="masthead" lang="en">')
    .shows('2026/11/22/fr/index.html', 'Home');
});

const faults: [string, string, string][] = [
  [
    'templates/home.hbs',
    '<p>\n{{#if newest}}\nx{{/each}}',
    `templates/home.hbs:2:4 error template/syntax: if doesn't match each
  2 | {{#if newest}}
    |    ^^^^^^^^^^^
  Look for a {{ without }}, or a {{#block}} that is not closed by a {{/block}} of its name.`,
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
  Did you mean "label"? The helpers are asset, differs, each, if, label, log, lookup, unless, with.`,
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
    '{{asset "site.scss"}}',
    `templates/home.hbs error template/render: there is no templates/assets/site.scss
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
];

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
