/** The outline of a body: its headings and pictures, and what is amiss with them. */
import { hasAttribute, takeAttribute } from './attributes.ts';

/** A token of the Markdown parser, as far as it matters here. */
export interface OutlineToken {
  readonly type: string;
  readonly tag: string;
  readonly content: string;
  /** The lines from and to, from 0. */
  readonly map: readonly number[] | null;
  readonly children: readonly OutlineToken[] | null;
  /** Of pictures. */
  attrGet?(name: string): string | number | null;
}

/** Something to mend. Lines count from 1 within the body. */
export interface Remark {
  readonly kind: 'alt' | 'heading';
  readonly line: number;
  /** The picture's address, or the heading's level with the one it follows: `h4 after h2`. */
  readonly about: string;
}

/** Pictures without alternative text (WCAG 1.1.1), and headings that skip a level (WCAG 1.3.1). */
export function remarksOn(tokens: readonly OutlineToken[]): Remark[] {
  const remarks: Remark[] = [];
  // The headline is the page's h1.
  let level = 1;
  for (const token of tokens) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === 'heading_open') {
      const own = Number(token.tag.slice(1));
      if (own > level + 1 || own === 1)
        remarks.push({ kind: 'heading', line, about: `${token.tag} after h${level}` });
      level = own;
    }
    if (token.type === 'html_block') remarks.push(...picturesWithoutAlt(token.content, line));
    for (const child of token.children ?? []) {
      if (child.type === 'html_inline') remarks.push(...picturesWithoutAlt(child.content, line));
      if (child.type === 'image' && child.content.trim() === '')
        remarks.push({ kind: 'alt', line, about: String(child.attrGet?.('src') ?? '') });
    }
  }
  return remarks;
}

/** Pictures of raw HTML that say nothing; an empty text says that there is nothing to say (HTML Standard, 4.8.4.4). */
function picturesWithoutAlt(html: string, firstLine: number): Remark[] {
  const pictures = html.matchAll(/<!--[\s\S]*?-->|<img((?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?)>/gi);
  return [...pictures].flatMap(({ 1: attributes, index }) => {
    if (attributes === undefined || hasAttribute(attributes, 'alt')) return [];
    const line = firstLine + html.slice(0, index).split('\n').length - 1;
    return [{ kind: 'alt', line, about: takeAttribute('src', attributes).raw ?? '' }];
  });
}
