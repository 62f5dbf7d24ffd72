/**
 * Front matter: gray-matter finds the block and its body, content/yaml reads the block. This is the
 * only file that knows gray-matter.
 */
import matter from 'gray-matter';
import { type Diagnostic, diagnostic, type Place, placeAt } from '../base/diagnostic.ts';
import { type Field, isYamlFault, readYaml } from './yaml.ts';

/** A key of the front matter, with where it stands in the file. */
export interface FrontMatterField {
  readonly key: string;
  readonly value: unknown;
  /** A scalar as it was written; null for lists and records. */
  readonly written: string | null;
  readonly place: Place;
}

/** An article file in its two parts. */
export interface FrontMatter {
  readonly fields: readonly FrontMatterField[];
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** What was read of a file; the front matter is null when a fault left nothing to work with. */
export interface FrontMatterFile {
  readonly frontMatter: FrontMatter | null;
  readonly diagnostics: Diagnostic[];
}

/** Keys that decide what is published, when and where: a duplicate could publish too early. */
const SAFETY_KEYS = new Set(['date', 'publish', 'expires', 'draft', 'permalink', 'slug']);

const EXAMPLE = `---
title: The headline
date: 2026-11-23T09:00
section: Rajoni
---`;

/**
 * Splits an article's text. `text` has LF line ends and no byte-order mark.
 * The front matter is null when a fault left nothing to work with.
 */
export function readFrontMatter(file: string, text: string): FrontMatterFile {
  const fail = (d: Diagnostic) => ({ frontMatter: null, diagnostics: [d] });

  // A blank line before the block is invisible in an editor; it is no reason to lose an article.
  const lead = /^\s*\n(?=---)/.exec(text)?.[0].length ?? 0;
  const trimmed = text.slice(lead);
  if (!trimmed.startsWith('---')) {
    const first = text.search(/\S/);
    return fail(
      diagnostic(
        'front-matter/missing',
        placeAt(file, text, Math.max(0, first), 3),
        'the file does not begin with front matter',
        `Begin the file with:\n${EXAMPLE}`,
      ),
    );
  }

  const opening = /^---[^\n]*/.exec(trimmed)?.[0] ?? '---';
  const language = opening.slice(3).trim();
  if (language !== '' && !/^ya?ml$/i.test(language))
    return fail(
      diagnostic(
        'front-matter/language',
        placeAt(file, text, lead, opening.length),
        `front matter in ${JSON.stringify(language)} is not read`,
        /^(js|javascript|coffee|coffeescript|cson)$/i.test(language)
          ? 'It would run as a program at every build. Write the block in YAML, after a plain ---.'
          : 'Write the block in YAML, after a plain ---.',
      ),
    );
  if (!/\n---[ \t]*(\n|$)/.test(trimmed))
    return fail(
      diagnostic(
        'front-matter/unclosed',
        placeAt(file, text, lead, opening.length),
        'the front matter has no closing ---',
        'Put a line with --- after the last key, before the text of the article.',
      ),
    );

  let reading: ReturnType<typeof readYaml> = [];
  // Options are always passed: without them gray-matter remembers a faulty file as an empty one.
  const { content } = matter(trimmed, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: (block) => {
          reading = readYaml(block);
          return {};
        },
      },
    },
  });
  // gray-matter cuts the language off with the opening line, blanks alone it leaves to the block.
  const blockOffset = lead + (language === '' ? 3 : opening.length);
  if (isYamlFault(reading))
    return fail(
      diagnostic(
        'front-matter/yaml',
        placeAt(file, text, blockOffset + reading.offset),
        reading.problem,
        reading.help,
      ),
    );

  const bodyOffset = text.length - content.length;
  const place = (offset: number, length: number) =>
    placeAt(file, text, blockOffset + offset, length);
  const { fields, diagnostics } = withoutRepeats(reading, place);
  return {
    frontMatter: {
      fields: fields.map(({ key, value, written, offset, length }) => ({
        key,
        value,
        written,
        place: place(offset, length),
      })),
      body: content,
      bodyLine: lineOf(text, bodyOffset),
    },
    diagnostics,
  };
}

/** Of repeated keys the last counts; each repetition is reported. */
function withoutRepeats(
  fields: readonly Field[],
  place: (offset: number, length: number) => Place,
): { fields: Field[]; diagnostics: Diagnostic[] } {
  const last = new Map<string, Field>();
  const diagnostics: Diagnostic[] = [];
  for (const field of fields) {
    const earlier = last.get(field.key);
    if (earlier !== undefined) {
      const where = place(field.keyOffset, field.key.length);
      const line = place(earlier.keyOffset, 1).line;
      diagnostics.push(
        SAFETY_KEYS.has(field.key)
          ? diagnostic(
              'front-matter/duplicate-key',
              where,
              `"${field.key}" stands twice, first on line ${line}`,
              'It decides what readers see, so Gazeta does not guess. Keep one of the two lines.',
            )
          : diagnostic(
              'front-matter/repeated-key',
              where,
              `"${field.key}" stands twice, first on line ${line}; this one counts`,
              'Remove one of the two lines.',
            ),
      );
      last.delete(field.key);
    }
    last.set(field.key, field);
  }
  return { fields: [...last.values()], diagnostics };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
