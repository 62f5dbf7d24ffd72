/** What of a post or a page stands for it elsewhere: a sentence and a picture. */
import { scalar } from '../content/front-matter-text.ts';
import type { ExportFacts } from './facts.ts';
import { lineOf, metaOf, plain } from './post.ts';
import type { WxrRecord } from './wxr.ts';

/** What the desk wrote for lists, else for search engines (Yoast SEO, Rank Math). */
export function summary(item: WxrRecord): string | null {
  const text =
    lineOf(item, 'excerpt:encoded') ||
    [metaOf(item, '_yoast_wpseo_metadesc'), metaOf(item, 'rank_math_description')]
      .filter((one) => !PLACEHOLDER.test(one))
      .map(plain)
      .find((one) => one !== '');
  return text === undefined ? null : scalar(text);
}

/** What these plugins fill in: `%%excerpt%%`, `%title%`. */
const PLACEHOLDER = /%%|%[a-z_]+(?:\([^()]*\))?%/;

/** The lead picture; `placeOf` tells where its address leads now. */
export function picture(
  item: WxrRecord,
  { uploads }: Pick<ExportFacts, 'uploads'>,
  placeOf: (target: string) => string,
): string | null {
  const found = uploads.get(metaOf(item, '_thumbnail_id'));
  if (found === undefined || found.url === '') return null;
  const src = placeOf(found.url);
  const parts = [
    `src: ${JSON.stringify(src)}`,
    found.alt === '' ? null : `alt: ${JSON.stringify(found.alt)}`,
    found.caption === '' ? null : `caption: ${JSON.stringify(found.caption)}`,
  ].filter((part) => part !== null);
  return `{${parts.join(', ')}}`;
}

/** True if its lead picture, which is `lead`, is not in the exports. */
export const lacksPicture = (item: WxrRecord, lead: string | null): boolean =>
  lead === null && /^[1-9]/.test(metaOf(item, '_thumbnail_id'));
