/** What a new paper says of itself, as far as the exports tell. */
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import { prefixOf } from '../news/locale.ts';
import { section } from '../news/section.ts';
import { claimsOf } from './claims.ts';
import type { ExportFacts } from './facts.ts';
import { formerLists } from './former-lists.ts';
import { patternOf } from './pattern.ts';
import { zoneOf } from './zone.ts';

/** Its settings. */
export interface NewPaper {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly language: string;
  /** The other languages. */
  readonly languages: readonly string[];
  /** Null where the exports do not tell. */
  readonly timezone: string | null;
  readonly permalink: string;
  /** As articles name them, `Rajoni / Kosova`. */
  readonly sections: readonly string[];
  /** From addresses of WordPress' lists to those of the paper's. */
  readonly redirects: Readonly<Record<string, string>>;
}

/** What a paper of these exports says of itself; `zone` is that of the computer. */
export function newPaperOf(facts: ExportFacts, zone: string | undefined): NewPaper {
  const tagOf = (text: string) => (languageFault(text) === null ? languageTag(text) : null);
  const language = tagOf(facts.language) ?? 'en';
  const languages = facts.languages
    .map(tagOf)
    .filter((tag) => tag !== null && tag !== language && tag !== language.split('-')[0]);
  const claims = claimsOf(
    facts,
    ['', ...(languages as string[]).map(prefixOf)].map((prefix) => ({ prefix })),
    facts.sections.inOrder().map((names) => section(names).slug),
  );
  return {
    title: facts.title,
    description: facts.description,
    url: facts.url,
    language,
    languages: [...new Set(languages as string[])],
    timezone: zoneOf(facts.clocks, language, zone),
    permalink: patternOf(facts.placed),
    sections: facts.sections.inOrder().map((names) => names.join(' / ')),
    redirects: formerLists(
      facts,
      (own) => {
        const tag = own === null ? null : tagOf(own);
        return tag !== null && languages.includes(tag) ? prefixOf(tag) : '';
      },
      (place) => claims.ownerOf(place, '') === null,
    ),
  };
}
