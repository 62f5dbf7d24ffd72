/** What articles lack or show too much of, told once for all that do. */
import { type Diagnostic, diagnostic, type Place } from '../base/diagnostic.ts';

/** Posts that have something in common, and where the first one is. */
export interface Tally {
  posts: number;
  first: Place | null;
}

export interface Lacking {
  /** By the names of shortcodes that stay in texts. */
  readonly shortcodes: ReadonlyMap<string, Tally>;
  /** Lead pictures that the exports do not have. */
  readonly pictures: Tally;
  /** Blocks that several posts share, and that the exports do not have. */
  readonly blocks: Tally;
}

/** Counts a post. */
export function tally(so: Tally, place: Place): void {
  so.first ??= place;
  so.posts++;
}

export function lackingIn({ shortcodes, pictures, blocks }: Lacking): Diagnostic[] {
  const found = [...shortcodes].map(([name, { posts, first }]) =>
    diagnostic(
      'import/shortcode',
      first ?? '',
      `the shortcode [${name}] stays in the text of ${posts === 1 ? 'one article' : `${posts} articles`}`,
      'Readers would see it. Search for it in articles/, and write what it stood for.',
    ),
  );
  if (pictures.posts > 0)
    found.push(
      diagnostic(
        'import/picture',
        pictures.first ?? '',
        `${have(pictures)} a lead picture that is not in the export`,
        'Exports of posts alone do not have them. Export "Media" too, or "All content", and name all files together, before the articles are there.',
      ),
    );
  if (blocks.posts > 0)
    found.push(
      diagnostic(
        'import/block',
        blocks.first ?? '',
        `${have(blocks)} a block that is shared with others, and not in the export`,
        'Its text is missing. Export "All content", and name all files together, before the articles are there.',
      ),
    );
  return found;
}

const have = ({ posts }: Tally): string =>
  posts === 1 ? 'an article has' : `${posts} articles have`;
