/** Words of the theme that a language of the paper lacks, and words that no template says. For `gazeta check`. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import { suggest } from '../base/suggest.ts';
import { PAGE_KINDS } from '../pages/page.ts';
import { languageChain, readLabels } from './labels.ts';
import type { Theme } from './theme.ts';

/** How many words a message names. */
const NAMED = 5;

/** A word that is named by a value, `{{label article.extra.kind}}`. The kinds of pages, as the theme says them, are known. */
const COMPUTED = /[{(]~?\s*label\s+(?!["']|page\.kind\b)/;

/** `languages` are those of the paper, `ours` the folder of the default theme. */
export function unsaidWords(
  files: Pick<Files, 'read'>,
  ours: string,
  { labels, templates }: Pick<Theme, 'labels' | 'templates'>,
  languages: readonly string[],
): Diagnostic[] {
  const fileOf = (language: string) => `templates/labels/${language}.yaml`;
  const english = [...(labels.get('en')?.keys() ?? [])];
  const lacking = languages.flatMap((language) => {
    const [, ...chain] = languageChain(language);
    // English of a country has what it does not say otherwise.
    if (/^en\b/.test(language)) return [];
    const missing = english.filter((key) => !chain.some((from) => labels.get(from)?.has(key)));
    if (missing.length === 0) return [];
    const names = missing.slice(0, NAMED).join(', ');
    return diagnostic(
      'check/labels',
      fileOf(language),
      missing.length === english.length
        ? `the theme has no words in "${language}", and says them in English`
        : `pages in "${language}" say some words in English: ${names}${missing.length > NAMED ? ', …' : ''}`,
      `Put them into ${fileOf(language)}, in lines such as "home: …" (docs/templates.md).`,
    );
  });

  const theirs = new TextDecoder().decode(files.read(`${ours}/labels/en.yaml`));
  const known = new Set<string>([...readLabels('', theirs).labels.keys(), ...PAGE_KINDS]);
  // Which words a value names, nobody can tell.
  const isComputed = [...templates.values()].some(({ source }) => COMPUTED.test(source));
  const isSaid = (key: string) =>
    [...templates.values()].some(({ source }) =>
      [`"${key}"`, `'${key}'`].some((text) => source.includes(text)),
    );
  const unsaid = [...labels].flatMap(([language, words]) =>
    [...words.keys()]
      .filter((key) => !known.has(key) && !isSaid(key))
      .flatMap((key) => {
        const meant = suggest(key, known);
        if (isComputed && meant === null) return [];
        return diagnostic(
          'check/labels',
          fileOf(language),
          `no template says the word "${key}"`,
          meant === null
            ? `A template says it so: {{label "${key}"}}.`
            : `Did you mean "${meant}"?`,
        );
      }),
  );
  return [...lacking, ...unsaid];
}
