/** What is made of one file of `articles/`, and kept as long as the file stays as it is. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Parsed } from '../content/document.ts';
import type { ArticleFields, DraftsOption, NewsSettings } from './article.ts';
import { misspelledKeys } from './keys.ts';
import type { People } from './person.ts';
import { addressesOnDays, daysInFields } from './possible-addresses.ts';
import type { Slip } from './slips.ts';
import { type LeftOut, leftOutOf, toArticle } from './to-article.ts';

/** Plain data. */
export interface Entry {
  /** Null if the file cannot be an article now. */
  readonly article: ArticleFields | null;
  /** What an article that is left out refers to: its files are hidden with it. */
  readonly leftOut: LeftOut | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Keys that look like a slip of the hand; each is told once for the whole paper. */
  readonly slips: readonly Slip[];
}

/** Makes an entry of a parsed file. `mentions` gives what a file that cannot be read seems to refer to. Pure. */
export function toEntry(
  { document, diagnostics: faults }: Parsed,
  settings: NewsSettings,
  people: People,
  options: DraftsOption,
  mentions: () => LeftOut | null = () => null,
): Entry {
  if (document === null)
    return { article: null, leftOut: mentions(), diagnostics: faults, slips: [] };
  const { article, diagnostics, slips: within } = toArticle(document, settings, people, options);
  // A draft that nobody sees yet cannot be seen too early.
  const isDraft = 'status' in article && article.status === 'draft' && !options.drafts;
  const slips = misspelledKeys(document, settings.fieldNames).filter(
    ({ diagnostic }) => !isDraft || diagnostic.severity !== 'error',
  );
  // A key that is misspelled may be that of the time: the article may be at another day's address.
  const unsafely = (one: ArticleFields): LeftOut => {
    const { slug, section, locale } = one;
    const parts = { slug, section, prefix: locale.prefix };
    const elsewhere = addressesOnDays(document, daysInFields(document), parts, settings);
    const known = leftOutOf(one);
    return { ...known, addresses: [...known.addresses, ...elsewhere] };
  };
  const unsafe =
    hasErrors(faults) || slips.some(({ diagnostic: { severity } }) => severity === 'error');
  const isWhole = 'address' in article && !unsafe;
  return {
    article: isWhole ? article : null,
    leftOut: isWhole ? null : 'address' in article ? unsafely(article) : article,
    diagnostics: faults.length === 0 ? diagnostics : [...faults, ...diagnostics],
    slips: within.length === 0 ? slips : [...slips, ...within],
  };
}
