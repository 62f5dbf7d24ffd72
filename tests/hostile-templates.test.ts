/**
 * What Handlebars read of a theme is kept in a store, which may come from elsewhere. Whatever stands there is data: of
 * the functions that are made of it none runs anything but what the house wrote.
 */
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import type { Helpers } from '../src/render/helpers.ts';
import { keptProgram, programIn } from '../src/render/programs.ts';
import { quickSource } from '../src/render/quick-source.ts';
import { quickTemplates } from '../src/render/quick-templates.ts';
import { cases, fc } from './chance.ts';

/** What would be seen if a text were run. */
const CODE = 'globalThis.hacked = true';
const ATTACKS: readonly unknown[] = [
  ...[`"); ${CODE}; ("`, `\${${CODE}}`, `\`; ${CODE}; \``, `'; ${CODE}; '`, `*/ ${CODE} /*`],
  ...[
    `"];${CODE};["`,
    `\u2028${CODE}\u2029`,
    `\n${CODE}\n`,
    `\\"; ${CODE} //`,
    CODE,
    `x)}${CODE}//`,
  ],
  ...['constructor', '__proto__', 'prototype', 'toString', 'at', 'map', 'length', 'hasOwnProperty'],
  ...['@partial-block', 'run', 'out', 'if', 'each', 'part', 'same', '', '0', '-1'],
  ...[0, 1, -1, 0.5, 99, 1e300, true, false, null],
  ...[[], [CODE], [[CODE]], ['constructor', 'constructor'], {}, { length: 1, 0: CODE }],
  ...[{ toString: CODE }, { type: 'StringLiteral', value: CODE }, { __proto__: null, a: CODE }],
  ...[
    { type: 'PathExpression', data: false, depth: 0, parts: ['constructor'], original: 'x' },
    { type: 'PathExpression', data: true, depth: 0, parts: ['root', CODE], original: CODE },
    { type: 'SubExpression', path: { type: 'PathExpression', original: CODE }, params: [] },
  ],
];

const TEXT = [
  'a{{name}}{{{html}}}{{@root.name}}{{same name x="y" z=1 on=true no=null un=undefined}}',
  '{{#if (same name)}}b{{else}}c{{/if}}{{#unless no}}d{{/unless}}{{#with record}}{{../name}}{{/with}}',
  '{{#each list}}{{@index}}{{@key}}{{this}}{{else}}e{{/each}}{{#wrap name}}f{{else}}g{{/wrap}}',
  '  {{> part record name="x"}}\n{{#> part}}{{name}}{{/part}}{{> @partial-block}}',
].join('');

const HELPERS: Helpers = {
  same: (value: unknown) => value,
  wrap(this: unknown, _value: unknown, options: Handlebars.HelperOptions) {
    return options.fn(this);
  },
};

const programs = {
  page: keptProgram(Handlebars.parse(TEXT)),
  part: keptProgram(Handlebars.parse('[{{name}}{{#if list}}{{> @partial-block}}{{/if}}]')),
};

/** Every place in a program: the way to it. */
function placesIn(value: unknown, way: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...way]];
  return [
    [...way],
    ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...way, key])),
  ];
}

function changed(way: readonly string[], value: unknown): hbs.AST.Program {
  if (way.length === 0) return JSON.parse(JSON.stringify(value));
  const program = programIn(programs, 'page');
  put(program, way, value);
  return program;
}

function put(program: hbs.AST.Program, way: readonly string[], value: unknown): void {
  let holder = program as unknown as Record<string, unknown>;
  for (const key of way.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  // As a store has it: JSON, whose keys are always own ones.
  const plain = JSON.parse(JSON.stringify(value));
  Object.defineProperty(holder, way.at(-1) ?? '', {
    value: plain,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

const NAMES = new Set(['page', 'part']);

/** Without texts, numbers and the like: what is left are the words that the house writes. */
function wordsOf(source: string): Set<string> {
  return new Set(source.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[A-Za-z_$][\w$]*|`|\\|\/[/*]/g));
}
const VOCABULARY =
  /^(?:use|strict|return|let|const|for|if|else|out|h|h1|run|true|false|null|undefined|typeof|object|e\d*|(?:context|frame|list|keys|at)\d+|keys|escape|raw|again|missing|own|truth|given|items|context|fields|helpers|partials|call|block|root|key|index|first|last|length|name|hash|data|fn|inverse)$/;

/** Runs it, as a page would; null if it is left to Handlebars. */
function rendered(program: hbs.AST.Program): unknown {
  const made = quickTemplates(
    NAMES,
    (name) => (name === 'page' ? program : programIn(programs, name)),
    HELPERS,
    () => new Set(),
  );
  const list = [1, 2];
  const view = { name: 'N', html: '<b>', record: { name: 'R' }, list, no: false };
  try {
    return made.get('page')?.(view);
  } catch {
    return null;
  }
}

function harmless(program: hbs.AST.Program): void {
  let source = '';
  try {
    source = quickSource(program, NAMES, new Set(Object.keys(HELPERS)));
  } catch {
    return;
  }
  const foreign = [...wordsOf(source)].filter((word) => !VOCABULARY.test(word));
  if (foreign.length > 0) expect(foreign).toEqual([]);
  const text = rendered(program);
  if (text !== null && typeof text !== 'string') expect(text).toBe('a text');
  if ('hacked' in globalThis || Object.keys(Object.prototype).length > 0)
    expect(source).toBe('harmless');
}

describe('a program from a store that somebody changed', () => {
  const places = placesIn(programIn(programs, 'page'));

  test('is the one that was read, if nobody did', () => {
    const source = quickSource(programIn(programs, 'page'), NAMES, new Set(Object.keys(HELPERS)));
    expect(source).toBe(quickSource(Handlebars.parse(TEXT), NAMES, new Set(Object.keys(HELPERS))));
    expect(places.length).toBeGreaterThan(200);
  });

  test('runs nothing of what stands in any one of its places', () => {
    for (const place of places) for (const attack of ATTACKS) harmless(changed(place, attack));
  });

  test('nor in several', () => {
    const change = fc.tuple(fc.constantFrom(...places.slice(1)), fc.constantFrom(...ATTACKS));
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 6 }), (changes) => {
        const program = programIn(programs, 'page');
        for (const [place, attack] of changes)
          try {
            put(program, place, attack);
          } catch {
            // An earlier change took the place away.
          }
        harmless(program);
      }),
      cases(3000),
    );
  });
});
