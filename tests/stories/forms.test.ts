/** Front matter in YAML, TOML and JSON: three ways to say the same. */
import { describe, expect, test } from 'vitest';
import { jpeg } from '../pictures.ts';
import { site } from '../rig.ts';

const SETTINGS = 'url: https://x.example\ntimezone: Europe/Belgrade\n';
const BODY = 'The text.\n\n## More\n';

const YAML = `---
title: "KFOR: more"
date: 2023-09-26T10:15
updated: 2023-09-27 09:00:00 +0200
expires: 2099-01-01
tags: [flash-news, 11.10, 2024]
priority: 3
image: {src: /images/a.jpg, alt: A road}
corrections:
  - {date: 2023-09-28, text: "600, not 6,000."}
weather: {now: sunny}
---
${BODY}`;

const FORMS: Readonly<Record<string, string>> = {
  'TOML between +++': `+++
title = "KFOR: more"
date = 2023-09-26T10:15:00 # local
updated = 2023-09-27T09:00:00+02:00
expires = 2099-01-01
tags = ["flash-news", 11.10, 2024]
priority = 3
weather.now = 'sunny'
[image]
src = "/images/a.jpg"
alt = """A road"""
[[corrections]]
date = 2023-09-28
text = "600, not 6,000."
+++
${BODY}`,
  'TOML after ---toml': `---toml
"title" = 'KFOR: more'
date = 2023-09-26 10:15:00
updated = 2023-09-27T07:00:00Z
expires = 2099-01-01
tags = [
  "flash-news", # a comment, with a "quote" and an = sign
  11.10, 2024,
]
priority = 3
image = { src = "/images/a.jpg", alt = "A road" }
corrections = [{ date = 2023-09-28, text = "600, not 6,000." }]
weather = { now = "sunny" }
---
${BODY}`,
  'JSON after ---json': `---json
{
  "title": "KFOR: more",
  "date": "2023-09-26T10:15", "updated": "2023-09-27T07:00Z", "expires": "2099-01-01",
  "tags": ["flash-news", 11.10, 2024],
  "priority": 3,
  "image": {"src": "/images/a.jpg", "alt": "A road"},
  "corrections": [{"date": "2023-09-28", "text": "600, not 6,000."}],
  "weather": {"now": "sunny"}
}
---
${BODY}`,
  'JSON in braces': `{
\t"title": "KFOR: more",
\t"date": "2023-09-26T10:15:00+02:00",
\t"updated": "2023-09-27T07:00Z",
\t"expires": "2099-01-01",
\t"tags": ["flash-news", 11.10, 2024],
\t"priority": 3,
\t"image": {
\t\t"src": "/images/a.jpg", "alt": "A road"
\t},
\t"corrections": [{"date": "2023-09-28", "text": "600, not 6,000."}],
\t"weather": {"now": "sunny"}
}
${BODY}`,
};

const build = (article: string) =>
  site({
    'site.yaml': SETTINGS,
    'articles/kfor.md': article,
    'public/images/a.jpg': jpeg(4, 3),
  }).build();

describe('the same article gives the same bytes in every form', () => {
  const yaml = build(YAML).exits(0).says('').snapshot();

  test('of which there is something to see', () => {
    expect(yaml['2023/09/26/kfor/index.html']).toContain(
      '<a rel="tag" href="/tags/11-10/">11.10</a>',
    );
    expect(yaml['2023/09/26/kfor/index.html']).toContain('600, not 6,000.');
  });

  test.each(Object.entries(FORMS))('%s', (_, article) => {
    expect(build(article).exits(0).says('').snapshot()).toEqual(yaml);
  });

  test.each(Object.entries(FORMS))(
    '%s, with CRLF, a mark and a blank line before it',
    (_, text) => {
      const article = `\ufeff\r\n${text.replace(/\n/g, '\r\n')}`;
      expect(build(article).exits(0).snapshot()).toEqual(yaml);
    },
  );
});

test.each([
  ['+++\ntitle = "A"\ndate = 2026-02-30\n+++\n', 'articles/kfor.md:3:8 error'],
  [
    '+++\ntitle = A\n+++\n',
    'articles/kfor.md:2:9 error front-matter/toml: a text must be in quotes',
  ],
  ['+++\ntitle: A\n+++\n', 'articles/kfor.md:2:1 error front-matter/toml: a line without "="'],
  ['+++\ntitle = "A\n+++\n', 'error front-matter/toml: a quotation mark is not closed'],
  [
    '+++\ntitle = "A"\ntitle = "B"\n+++\n',
    'articles/kfor.md:3:1 error front-matter/toml: "title" appears twice',
  ],
  [
    '+++\ntitle = "A"\ndate = 2026-11-20\ndraft = yes\n+++\n',
    'articles/kfor.md:4:9 error front-matter/toml: "yes" is neither true nor false',
  ],
  [
    '+++\ntitle = "A"\ndate = 2026-11-20\ndraft = "perhaps"\n+++\n',
    'articles/kfor.md:4:9 error article/value: "draft" is neither true nor false',
  ],
  [
    '+++\ntitle = "A"\n',
    'articles/kfor.md:1:1 error front-matter/unclosed: the front matter has no closing +++',
  ],
  [
    '---json\n{"title": "A",}\n---\n',
    'articles/kfor.md:2:14 error front-matter/json: a comma after the last value',
  ],
  ['---json\n{title: "A"}\n---\n', 'articles/kfor.md:2:2 error front-matter/json'],
  [
    '---json\n{"title": A}\n---\n',
    'articles/kfor.md:2:11 error front-matter/json: a text must be in double quotes',
  ],
  [
    '---json\n["title"]\n---\n',
    'articles/kfor.md:2:1 error front-matter/json: the front matter is no object',
  ],
  [
    '---json\n{"title": "A" // x\n}\n---\n',
    'articles/kfor.md:2:15 error front-matter/json: a comment',
  ],
  [
    '---json\n{"title": "A" "date": "2026-11-20"}\n---\n',
    'articles/kfor.md:2:15 error front-matter/json: a comma is missing before this',
  ],
  [
    '{\n"title": "A\n}\n',
    'articles/kfor.md:2:10 error front-matter/json: a quotation mark is not closed',
  ],
  [
    '{\n"title": "A"\n',
    'articles/kfor.md:1:1 error front-matter/unclosed: the front matter has no closing }',
  ],
  [
    '{\n"title": "A", "date": "2026-11-20", "date": "2026-11-21"\n}\n',
    'articles/kfor.md:2:37 error front-matter/duplicate-key: "date" appears twice',
  ],
  [
    '{\n"title": "A", "date": "2026-02-30"\n}\n',
    'articles/kfor.md:2:23 error article/date: "2026-02-30" is not a day',
  ],
  ['{ "title": "A" }\nText', 'error front-matter/missing'],
  ['---js\nmodule.exports = {}\n---\n', 'front matter in "js" is not read'],
  ['+++js\nx\n+++\n', 'front matter in "js" is not read'],
  [
    '---\ntitle: A\ndate: 2026-11-20\nDate: 2026-11-21\n---\n',
    'articles/kfor.md:4:1 error front-matter/duplicate-key: "Date" appears twice',
  ],
])('what is wrong is shown where it stands: %j', (article, message) => {
  expect(build(article).exits(1).stderr).toContain(message);
});
