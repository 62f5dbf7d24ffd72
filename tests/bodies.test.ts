/** Bodies wait as bytes, and come again as they were; a page has them as if they were texts. */
import { expect, test } from 'vitest';
import { bodyPlaces, bodyStore, filledBody, StoredBody } from '../src/content/bodies.ts';
import { type Body, type BodyPart, fillSlots, type SlotTargets } from '../src/content/body.ts';
import { HtmlBytes } from '../src/content/html-bytes.ts';
import type { Page } from '../src/pages/page.ts';
import { renderer } from '../src/render/render.ts';
import type { Theme } from '../src/render/theme.ts';
import { cases, fc } from './chance.ts';

const targets: SlotTargets = {
  link: (target) => (target.includes('x') ? null : `/base${target}`),
  image: (target) => (target.includes('x') ? null : `/base${target}`),
  size: () => ({ width: 2, height: 1 }),
  sources: () => null,
};

const html = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('<p>„ë“ – 𝄞</p>\n', '\u0001', '[', '=', '\u0000=\u0000', 'a'.repeat(70_000)),
);
const slot: fc.Arbitrary<BodyPart> = fc.oneof(
  fc.record({ link: fc.string(), attributes: fc.constantFrom('', ' rel="x"') }),
  fc.constant({ linkEnd: true } as const),
  fc.record({ image: fc.string(), attributes: fc.constantFrom('', ' alt="ë"') }),
  fc.record({
    attribute: fc.constant('srcset'),
    files: fc.array(
      fc.record({ target: fc.string(), within: fc.boolean(), descriptor: fc.constant(' 2x') }),
    ),
  }),
);
/** Two texts in a row are one. */
const body: fc.Arbitrary<Body> = fc
  .array(fc.oneof(html, slot), { maxLength: 8 })
  .map((parts) =>
    parts.filter((part, at) => typeof part !== 'string' || typeof parts[at - 1] !== 'string'),
  );

function store() {
  let kept = new Uint8Array(0);
  const scratch = {
    append(bytes: Uint8Array) {
      const at = kept.length;
      kept = Uint8Array.from([...kept, ...bytes]);
      return at;
    },
    read: (offset: number, length: number) => kept.subarray(offset, offset + length),
  };
  const parsed = () => ['<p>parsed</p>'];
  const own = (thread: number) => (thread === 1 ? scratch : null);
  return bodyStore(bodyPlaces(3), 1, scratch, own, parsed);
}

test('what was put away comes again', () => {
  fc.assert(
    fc.property(body, body, (first, second) => {
      const bodies = store();
      bodies.put(0, first);
      bodies.put(1, second);
      for (const [row, one] of [first, second].entries()) {
        expect(bodies.of({ path: 'a.md', row })).toEqual(one);
        const waiting = bodies.waiting({ path: 'a.md', row });
        expect(waiting).toBeInstanceOf(StoredBody);
        expect(`${filledBody(waiting, targets)}`).toBe(fillSlots(one, targets));
      }
      expect(bodies.of({ path: 'b.md', row: 2 })).toEqual(['<p>parsed</p>']);
      expect(filledBody(bodies.waiting({ path: 'b.md' }), targets)).toBe('<p>parsed</p>');
    }),
    cases(200),
  );
});

test('a page has HTML that is bytes as it has a text', () => {
  const pages = (source: string) => {
    const theme: Theme = {
      templates: new Map([
        ['article', { file: 'article.hbs', source }],
        ['partials/p', { file: 'partials/p.hbs', source: '{{#each this}}[{{@key}}]{{/each}}' }],
      ]),
      labels: new Map([['en', new Map([['part', 'Part {part}']])]]),
      assets: new Map(),
      hasFonts: false,
      shipped: () => ({}),
    };
    return renderer(theme, '', 'ssi', { value: (_, __, make) => make() });
  };
  const made = (source: string, text: string, isText: boolean) => {
    const view = {
      body: isText ? text : new HtmlBytes([new TextEncoder().encode(text), '']),
      title: '\u0000=\u0000',
      page: { language: 'en', fragments: { latest: '/latest/' } },
    };
    const bytes = pages(source).render({ kind: 'article', view: () => view } as unknown as Page);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  for (const source of [
    '<p>{{{body}}}</p>ë',
    '{{{body}}}{{{body}}}',
    '{{body}} {{{body}}}',
    '{{title}} {{{body}}}',
    '{{#if body}}yes{{/if}}',
    '{{body.length}}',
    '{{#with body}}{{{this}}}{{/with}}',
    '{{#unless body}}no{{/unless}}{{label "part" part=body.length}}',
    '{{#fragment "latest"}}{{{body}}}{{/fragment}}{{title}}',
    '{{#differs body}}{{{body}}}{{/differs}}',
    '{{label "part" part=body}}',
    '{{#each body}}[{{@key}}]{{else}}none{{/each}}',
    '{{body.pieces}}',
    '{{#if body.room}}yes{{/if}}',
    '{{#unless body.[0]}}empty{{/unless}}',
    '{{#with body}}{{#if this.[1]}}two{{/if}}{{/with}}',
    '{{> partials/p body}}',
    '{{> partials/p body x=1}}',
  ])
    for (const text of ['<b>„ë“</b>', 'plain', '𝄞 \u0000=\u0000'])
      expect([source, made(source, text, false)]).toEqual([source, made(source, text, true)]);
});
