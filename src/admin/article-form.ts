/** The form of an article: all keys that Gazeta reads. */
import { FIELDS, type FieldName } from '../news/fields.ts';
import type { FormPlan } from './form.ts';

/** In this order `gazeta new` writes keys; the others follow in that of the documentation. */
const WRITTEN: readonly FieldName[] = [
  ...(['title', 'date', 'publish', 'section', 'tags', 'authors'] as const),
  ...(['summary', 'lang', 'draft'] as const),
];

export const ARTICLE_FORM: FormPlan = {
  written: [...new Set([...WRITTEN, ...(Object.keys(FIELDS) as FieldName[])])],
  // The text after the summary.
  shown: [
    ...(['title', 'section', 'tags', 'authors', 'summary', 'body', 'image', 'draft'] as const),
    ...(['date', 'publish', 'lang', 'translations', 'corrections'] as const),
  ],
  // As `gazeta new` makes it: an article begins now, and as a draft.
  begins: { date: '{{now}}', draft: true },
  spec: (name) => FIELDS[name],
};
