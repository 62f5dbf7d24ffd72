/** Shortcodes of WordPress, `[caption]…[/caption]`, as the HTML that it shows in their place. */
import { escapeAttribute as asText } from '../../content/attributes.ts';
import type { Upload } from '../facts.ts';
import { boxOf, withFrames, withoutRawHtml } from './boxes.ts';
import { withPairs } from './pairs.ts';

export interface ShortcodeFacts {
  /** A picture by its number. */
  readonly picture: (id: string) => Upload | null;
  /** The pictures of the post itself, which a gallery shows if it names none. */
  readonly own: () => readonly string[];
}

/** `[name attributes]`, and what begins with two brackets is text about a shortcode. */
const OPEN = /(?<!\[)\[([a-z][\w-]*)((?:\s+(?:[^\]"'[]|"[^"]*"|'[^']*')*)?)\/?\](?!\])/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|(\S+)/g;

/** A caption with its picture. */
const CAPTION = /\[(caption|wp_caption)(?=[\s\]])([^[\]]*)\]/gi;
/** Addresses between tags. */
const EMBED = /\[(embed|video|audio|youtube|vimeo)\b[^[\]]*\]/gi;

/** What stands for media, with where they are: the first of these attributes that is there. */
const MEDIA: Readonly<Record<string, readonly string[]>> = {
  video: ['src', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv'],
  audio: ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma'],
  embed: ['src', 'url'],
  youtube: ['src', 'url', 'id', ''],
  vimeo: ['src', 'url', 'id', ''],
};
const SITES: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
};

/** A text without them; `left` is told the names of those that are not known and stay. */
export function withoutShortcodes(
  html: string,
  facts: ShortcodeFacts,
  left: (name: string) => void,
): string {
  if (!html.includes('[')) return html;
  const names = new Set(
    [...html.matchAll(/\[\/([a-z][\w-]*)\s*\]/gi)].map(([, name = '']) => name.toLowerCase()),
  );
  const captions = withPairs(
    withFrames(withoutRawHtml(html)),
    CAPTION,
    ([, name = '']) => `\\[/${name}\\]`,
    ({ begin: [, , attributes = ''], inside }) => captioned(attributes, inside),
  );
  const embedded = withPairs(
    captions,
    EMBED,
    ([, name = '']) => `\\[/${name}\\]`,
    ({ text, inside }) =>
      /^https?:\/\/[^\s[\]<]+$/.test(inside.trim()) ? linked(inside.trim()) : text,
  );
  return embedded
    .replace(/\[\/([a-z][\w-]*)\s*\]/gi, (whole, name: string) =>
      boxOf(name, NOTHING, facts.picture) !== null || name.toLowerCase() in MEDIA ? '\n\n' : whole,
    )
    .replace(OPEN, (whole, name: string, written: string) => {
      const lower = name.toLowerCase();
      const given = attributesOf(written);
      const box = boxOf(lower, given, facts.picture);
      if (box !== null) return `\n\n${box}\n\n`;
      if (lower === 'gallery') return gallery(given, facts);
      const media = MEDIA[lower];
      if (media !== undefined) {
        const value = media.map((key) => given.get(key)).find((one) => one != null && one !== '');
        if (value !== undefined) return linked(addressOf(value, lower));
      }
      // "[sic]" and "[1]" of a text are none: a shortcode has attributes with values, or an end.
      if (names.has(lower) || [...given.keys()].some((key) => key !== '')) left(lower);
      return whole;
    });
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** An address, or of a video its name at the site of the shortcode. */
function addressOf(value: string, name: string): string {
  const bare = value.replace(/^=/, '');
  return /^(?:https?:)?\/\//.test(bare) || bare.startsWith('/')
    ? bare
    : `${SITES[name] ?? ''}${bare}`;
}

/** What else stands with the picture is its caption, unless an attribute is, as before WordPress 3.4. */
function captioned(attributes: string, inside: string): string {
  const picture = /(?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0];
  if (picture === undefined) return inside;
  const rest = inside.replace(picture, '').trim();
  const caption = rest || asText(attributesOf(attributes).get('caption') ?? '');
  return `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
}

function gallery(given: ReadonlyMap<string, string>, { picture, own }: ShortcodeFacts): string {
  const ids = (given.get('ids') ?? given.get('include') ?? '')
    .split(/[\s,]+/)
    .filter((id) => id !== '');
  const without = (given.get('exclude') ?? '').split(/[\s,]+/);
  return (ids.length > 0 ? ids : own().filter((id) => !without.includes(id)))
    .map((id) => ({ id, found: picture(id) }))
    .flatMap(({ id, found }) =>
      found === null
        ? []
        : [
            `<figure><img src="${asText(found.url)}" alt="${asText(found.alt)}" class="wp-image-${id}"><figcaption>${asText(found.caption)}</figcaption></figure>`,
          ],
    )
    .join('\n');
}

function linked(url: string): string {
  const text = asText(url.replaceAll('&amp;', '&').replaceAll('&#038;', '&'));
  return `\n\n<p><a href="${text}">${text}</a></p>\n\n`;
}

/** Attributes by their names; one without a name is under the empty one. */
function attributesOf(written: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare, alone] of written.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? alone ?? '';
    if (!found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), value.replaceAll('&amp;', '&'));
  }
  return found;
}
