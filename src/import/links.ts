/** Where links and pictures of the old site lead in the new one. */
import type { ExportFacts } from './facts.ts';
import { pathWithin } from './old-site.ts';

export interface Links {
  /** Where an address of a text leads now. */
  readonly placeOf: (target: string) => string;
  /** True if an address leads to a picture, or to WordPress' page of one. */
  readonly isPicture: (target: string) => boolean;
  /** Paths of pictures and other files that were asked for. */
  readonly media: ReadonlySet<string>;
}

/** A short form of an address, by the number of a post. */
const SHORT = /^\/(?:index\.php)?\?(?:.*&)?(?:p|page_id|attachment_id)=(\d+)(?:&|$)/;

/** Jetpack's copies of pictures, which are gone with the account. */
const COPY = /^(?:https?:)?\/\/i\d\.wp\.com\//i;

/** What lies on the old server as a file. */
const FILE =
  /\/wp-content\/uploads\/|\.(?:jpe?g|png|gif|webp|avif|svg|pdf|docx?|xlsx?|pptx?|zip|mp3|mp4|m4a|ogg|webm)$/i;

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|bmp|svg)(?:[?#]|$)|[?&]attachment_id=/i;

export function linksOf({
  own,
  paths,
  uploadPages,
}: Pick<ExportFacts, 'own' | 'paths' | 'uploadPages'>): Links {
  const media = new Set<string>();
  return {
    media,
    isPicture: (target) =>
      PICTURE.test(target) || uploadPages.has(pathWithin(fromRoot(target, own), own) ?? ''),
    placeOf(target) {
      const whole = fromRoot(target, own);
      const path = pathWithin(whole.replace(COPY, 'https://'), own);
      if (path === null) return whole.startsWith('//') ? `https:${whole}` : whole;
      const known = paths.get(SHORT.exec(path)?.[1] ?? '');
      if (known !== undefined) return known;
      const bare = path.replace(/[?#].*$/, '');
      if (!FILE.test(bare)) return path;
      media.add(bare);
      return bare;
    },
  };
}

/** A link from the root of a server on which the paper has a part only, in full. */
function fromRoot(target: string, { scheme, host, base }: ExportFacts['own']): string {
  return base !== '' && /^\/(?!\/)/.test(target) ? `${scheme}//${host}${target}` : target;
}
