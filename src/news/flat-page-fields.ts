/** What the keys of the front matter say of one of the paper's own pages: the table's words, but where those are of articles. */
import { FIELDS, type FieldName, type FieldSpec } from './fields.ts';

type Words = Partial<Pick<FieldSpec, 'about' | 'without'>>;

const WORDS: Readonly<Partial<Record<FieldName, Words>>> = {
  title: { about: 'the name of the page, and its heading' },
  summary: { about: 'one or two sentences, above the text', without: 'none' },
  updated: { about: 'when the text was changed last; it is shown', without: 'nothing' },
  date: {
    about: 'readers see the page from then on, unless there is `publish`; it is not shown',
    without: 'readers see it at once',
  },
  publish: { about: 'readers see the page from then on' },
  expires: { about: 'from then on the page is gone' },
  lang: { without: "that of its folder, `pages/sq/`, else the paper's" },
  translations: { about: 'a key that the versions of one page in several languages share' },
  slug: { about: "the page's part of its address" },
  permalink: { without: 'its folders and its slug' },
  aliases: { about: 'former addresses, or former slugs; they lead to the page' },
};

/** A key as it is meant in a page. */
export function flatPageField(name: FieldName): FieldSpec {
  return { ...FIELDS[name], ...WORDS[name] };
}
