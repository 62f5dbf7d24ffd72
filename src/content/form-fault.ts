/** What is wrong with a file's front matter whatever is written in it. */
import { type Code, type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import { nameOfSign, UNSEEN_SIGN } from '../base/signs.ts';
import type { Block } from './form.ts';
import { isPageFile } from './pages-folder.ts';

const EXAMPLE = `---
title: The headline
date: 2026-11-23T09:00
---`;
const PAGE_EXAMPLE = `---
title: About us
---`;

/** The fault of a file that does not begin with a block. */
export function missing(file: string, text: string): Diagnostic {
  const [first = ''] = /^.*\S.*$/m.exec(text) ?? [];
  const unseen = unseenBeside('front-matter/missing', file, text, text.indexOf(first), OPENINGS);
  if (unseen !== null) return unseen;
  // Pelican has keys without these lines, Hexo without the first.
  const isBare = /^\s*(?:title|date)\s*:/i.test(text);
  return diagnostic(
    'front-matter/missing',
    placeAt(file, text, Math.max(0, text.search(/\S/)), 3),
    isBare ? 'no line of --- stands above the keys' : 'the file does not begin with front matter',
    !isBare
      ? `Begin the file with:\n${isPageFile(file) ? PAGE_EXAMPLE : EXAMPLE}`
      : /^---[ \t]*$/m.test(text)
        ? 'Put a line with --- above the first key.'
        : 'Put a line with --- above the first key, and another below the last.',
  );
}

/** Why a block cannot be read whatever is in it; null if it can. */
export function blockFault(block: Block, file: string, text: string): Diagnostic | null {
  const { form, open, named, start, opening, closing } = block;
  const where = placeAt(file, text, start, opening.length);
  if (form === null)
    return (
      unseenBeside('front-matter/language', file, text, start, [open]) ??
      diagnostic(
        'front-matter/language',
        where,
        `front matter in ${JSON.stringify(named)} is not read`,
        /^(js|javascript|coffee|coffeescript|cson)$/i.test(named)
          ? 'It would run as a program at every build. Write the block in YAML, after a plain ---.'
          : 'Write the block in YAML, after a plain ---.',
      )
    );
  if (closing !== null) return null;
  const end = open === '{' ? '}' : open;
  for (let at = text.indexOf('\n', start) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    const unseen = unseenBeside('front-matter/unclosed', file, text, at, [end]);
    if (unseen !== null) return unseen;
  }
  return diagnostic(
    'front-matter/unclosed',
    where,
    `the front matter has no closing ${end}`,
    open === '{'
      ? 'Put a line with } after the last key, before the text of the article.'
      : `Put a line with ${end} after the last key, before the text of the article.`,
  );
}

const OPENINGS = ['---', '+++', '{'];

/** A line that looks as if it had nothing but one of some delimiters, and has a sign that does not show. */
function unseenBeside(
  code: Code,
  file: string,
  text: string,
  at: number,
  delimiters: readonly string[],
): Diagnostic | null {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end < 0 ? text.length : end);
  const found = UNSEEN_SIGN.exec(line);
  const shown = line.replace(new RegExp(UNSEEN_SIGN, 'g'), '').trim();
  if (found === null || !delimiters.includes(shown)) return null;
  return diagnostic(
    code,
    placeAt(file, text, at + found.index),
    `${nameOfSign(found[0])} is next to ${shown}`,
    `It does not show. Delete it: nothing else may stand on the line of ${shown}.`,
  );
}
