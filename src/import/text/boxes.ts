/** Shortcodes of plugins that make pages of boxes: of a box the text stays that is in it, and what it shows by its attributes. */
import { escapeAttribute as asText } from '../../content/attributes.ts';
import type { Upload } from '../facts.ts';
import { decoded } from '../post.ts';
import { withPairs } from './pairs.ts';

/** Names of boxes, by the plugins they come from. */
const BOX =
  /^(?:vc|td[a-z]?|et_pb|fusion|av|mk|qode|nectar|wpb|ux|row|col|column|columns?_\w+|one_\w+|two_\w+|three_\w+|four_\w+)(?:_|$)/i;

/** HTML of WPBakery, which it keeps so that WordPress does not touch it. */
const RAW = /\[vc_raw_html\b[^[\]]*\]/gi;

/** Attributes that are a headline, by what they belong to. */
const HEADLINES: Readonly<Record<string, string>> = {
  vc_custom_heading: 'text',
  td_block_text_with_title: 'custom_title',
};

const ADDRESS = /^(?:https?:)?\/\/\S+$|^\/\S+$/;

/** What a box shows by itself, as HTML; null if the name is no box. */
export function boxOf(
  name: string,
  given: ReadonlyMap<string, string>,
  picture: (id: string) => Upload | null,
): string | null {
  if (!BOX.test(name)) return null;
  const lower = name.toLowerCase();
  const value = (...keys: readonly string[]): string =>
    keys.map((key) => given.get(key)?.trim() ?? '').find((one) => one !== '') ?? '';
  const headline = value(HEADLINES[lower] ?? '-');
  if (headline !== '') return `<h2>${asText(headline)}</h2>`;
  if (/image|photo/.test(lower)) {
    const src = value('src', 'image', 'image_url');
    const found = picture(value('image', 'image_id').replace(/\|.*$/, ''));
    const shown = ADDRESS.test(src) ? src : (found?.url ?? '');
    const alt = value('alt') || (found?.alt ?? '');
    return shown === '' ? '' : `<p><img src="${asText(shown)}" alt="${asText(alt)}"></p>`;
  }
  if (/video|youtube|vimeo/.test(lower)) return linkTo(player(lower, value('link', 'src', 'id')));
  if (/button|btn/.test(lower)) {
    const kept = /(?:^|\|)url:([^|]*)/.exec(value('link'))?.[1] ?? value('link');
    const text = value('button_text', 'title');
    return linkTo(value('button_url', 'url', 'href') || decoded(kept), text);
  }
  return '';
}

/** A text in which pictures of Avada, whose address stands between tags, are pictures. */
export function withFrames(html: string): string {
  return withPairs(
    html,
    /\[fusion_imageframe\b([^[\]]*)\]/gi,
    () => '\\[/fusion_imageframe\\]',
    ({ begin: [, attributes = ''], inside }) => {
      const alt = /\balt="([^"]*)"/.exec(attributes)?.[1] ?? '';
      return ADDRESS.test(inside.trim())
        ? `\n\n<p><img src="${asText(inside.trim())}" alt="${asText(alt)}"></p>\n\n`
        : `\n\n${inside}\n\n`;
    },
  );
}

/** A text in which the HTML that was kept so is HTML. */
export function withoutRawHtml(html: string): string {
  return withPairs(
    html,
    RAW,
    () => '\\[/vc_raw_html\\]',
    ({ inside }) => {
      const bare = inside.replace(/<[^<>]*>|\s+/g, '');
      const isKept = bare.length % 4 === 0 && /^[A-Za-z0-9+/]+=*$/.test(bare);
      return `\n\n${isKept ? decoded(Buffer.from(bare, 'base64').toString('utf8')) : inside}\n\n`;
    },
  );
}

function player(name: string, video: string): string {
  if (video === '' || ADDRESS.test(video)) return video;
  if (name.includes('youtube')) return `https://www.youtube.com/watch?v=${video}`;
  return name.includes('vimeo') ? `https://vimeo.com/${video}` : '';
}

function linkTo(address: string, text = address): string {
  return ADDRESS.test(address)
    ? `<p><a href="${asText(address)}">${asText(text || address)}</a></p>`
    : '';
}
