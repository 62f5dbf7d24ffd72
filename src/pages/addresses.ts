/** Where the pages of a paper stand that are not articles. */
import { type Address, address } from '../base/paths.ts';
import type { Section } from '../news/section.ts';

/** The names under which pages of the paper stand. */
export const ADDRESSES = {
  home: address('/'),
  latest: address('/latest/'),
  corrections: address('/corrections/'),
  'not-found': address('/404.html'),
  author: (slug: string): Address => address(`/authors/${slug}/`),
  series: (slug: string): Address => address(`/series/${slug}/`),
  section: ({ slug }: Section): Address => address(`/${slug}/`),
} as const;

/** What makes these pages, in words for messages. */
export const MAKERS = {
  section: (slug: string) => `the section "${slug}"`,
  author: (slug: string) => `the page of the author "${slug}"`,
  series: (slug: string) => `the page of the series "${slug}"`,
} as const;
