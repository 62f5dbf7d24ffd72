/** Places within a text to which links of the same text lead: `#sources`, and the footnotes of Word. */
import { escapeAttribute } from '../../content/attributes.ts';
import type { Node } from './dom.ts';

const LINK = /\bhref\s*=\s*["']#([^"'\s<>]+)["']/gi;
const PLACE = /<([a-z][a-z0-9]*)\s(?:[^<>]*\s)?(?:id|name)\s*=\s*["']([^"'\s<>]+)["'][^<>]*>/gi;
/** Elements at whose beginning the place is. Before any other. */
const WITHIN =
  /^(?:a|b|blockquote|cite|dd|div|dt|em|figcaption|h[1-6]|i|li|p|span|strong|sup|td|th|u)$/i;

/** A text in which these places are elements of their own; others are not needed. */
export function withPlaces(html: string): string {
  const wanted = new Set(Array.from(html.matchAll(LINK), ([, name = '']) => name));
  if (wanted.size === 0) return html;
  return html.replace(PLACE, (tag, element: string, name: string) => {
    if (!wanted.delete(name)) return tag;
    const place = `<span data-place="${name}"></span>`;
    return WITHIN.test(element) ? tag + place : place + tag;
  });
}

/** The place as it stands in the text; empty if the element is none. */
export function placeAt(node: Node): string {
  const name = node.getAttribute('data-place') ?? '';
  return name === '' ? '' : `<span id="${escapeAttribute(named(name))}"></span>`;
}

/** A link to a place. */
export const toPlace = (href: string): string =>
  href.startsWith('#') ? `#${named(href.slice(1))}` : href;

/** Names that begin with `_`, as Word's, are the theme's here. */
const named = (name: string): string => name.replace(/^_+(?=.)/, '');
