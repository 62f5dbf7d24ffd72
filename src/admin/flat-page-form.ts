/** The form of one of the paper's own pages: the few keys that a page has. */
import { FLAT_PAGE_FIELDS } from '../news/flat-page.ts';
import { flatPageField } from '../news/flat-page-fields.ts';
import type { FormPlan } from './form.ts';

export const FLAT_PAGE_FORM: FormPlan = {
  written: FLAT_PAGE_FIELDS,
  // What most pages have, then their languages; addresses and instants are for few.
  shown: [
    ...(['title', 'summary', 'body', 'image', 'draft', 'updated', 'lang', 'translations'] as const),
    ...(['slug', 'permalink', 'aliases', 'date', 'publish', 'expires'] as const),
  ],
  // A page has no date, and what was saved readers see.
  begins: {},
  spec: flatPageField,
};
