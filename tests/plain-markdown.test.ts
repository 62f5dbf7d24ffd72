/** Plain Markdown is written without the engine, and as the engine writes it (content/plain-markdown). */
import { describe, expect, test } from 'vitest';
import { markdown } from '../src/content/markdown.ts';
import { plainMarkdown } from '../src/content/plain-markdown.ts';
import { cases, fc } from './chance.ts';
import { whole } from './rendered.ts';

const own = { scheme: 'https:', host: 'x.example', base: '' };

describe('Plain Markdown', () => {
  const pairs = [true, false].map((extras) => {
    const settings = { html: 'safe', own, extras } as const;
    return [markdown(settings), markdown({ ...settings, quick: false })] as const;
  });
  const same = (text: string, language = 'fr') => {
    for (const [quick, plain] of pairs)
      expect(whole(quick(text, language))).toEqual(whole(plain(text, language)));
  };
  const isRead = (text: string) => {
    const engine = () => {
      throw new Error(`the engine is asked for ${text}`);
    };
    const withinSite = (target: string) => target;
    const settings = { quotes: ['„', '“'], isElsewhere: () => false, engine, withinSite };
    return plainMarkdown(text, settings) !== null;
  };

  test('what articles are made of needs no engine', () => {
    for (const text of [
      'One line.\n\nTwo *lines*\nwith **both**.\n',
      '## A heading\n\n- one\n- two\n',
      '1. one\n2. two\n\n## Another\n',
      '> A word.\n>\n> — Somebody\n\n---\n\n2026 was 1.5 times as long, & < 5 %.\n',
      'It\'s "said" (see [the report](/a/report/) and [another](https://y.example/b)).\n',
    ]) {
      expect(isRead(text), text).toBe(true);
      same(text);
    }
  });

  test('what has other blocks is left to it', () => {
    for (const text of ['    code', '| a |\n|---|', 'a\n---', '<b>a</b>', '[a]: /b', '- a\n\n- b'])
      expect(isRead(text), text).toBe(false);
  });

  test('a byte-order mark within a heading is no part of its address', () => {
    for (const text of ['# r\ufeffo[', '# i\ufeffs*', '# W\ufeffu\\', '# a\ufeffb']) same(text);
  });

  test('whatever the blocks', () => {
    const block = fc.constantFrom(
      ...['One.\n', 'Two *em* lines\nhere "q" it\'s\n', '\n', '\n', '\n\n', '## Head\n', '#tag\n'],
      ...['- item\n', '- item "x"\n- two\n', '* x\n', '1. a\n2. b\n', '3) c\n', '> q\n', '>\n'],
      ...['> q\n> - l\n', '> # h\n>\n', '---\n', '* * *\n', '__\n', '**b** x\n', '2023 was\n'],
      ...['1.5 m\n', '[l](/x) y\n', '![p](/x.png)\n', 'a ![p](/x.png "t")\n', '`c` d\n', ' in\n'],
      ...['    code\n', 'trail  \n', 'x | y\n', '|-|-|\n', '-\n', '=\n', '> > n\n', '## "h" & <\n'],
      ...[
        '####### seven\n',
        '## Head *x*\n',
        '"Quoted," she\n',
        '\u0001\n',
        '## \u00a0\n',
        '\u00a0\n',
      ],
    );
    const text = fc.array(block, { maxLength: 9 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (one) => same(one)),
      cases(2000),
    );
  });

  test('whatever the signs', () => {
    const sign = fc.constantFrom(
      ...['a', 'b', 'é', '7', ' ', ' ', '\n', '"', "'", '*', '**', '_', '.', ',', '(', ')', '“'],
      ...[
        '-',
        '!',
        '?',
        ':',
        '&',
        '<',
        '[',
        ']',
        '](/b)',
        '[a](/b/)',
        '[a b](https://y.example/b)',
      ],
      ...['[c](https://x.example/)', '[d](e.md)', '🙂', '\u0301'],
    );
    const text = fc.array(sign, { maxLength: 12 }).map((parts) => `a ${parts.join('')}`);
    fc.assert(
      fc.property(text, (one) => same(one)),
      cases(4000),
    );
  });
});
