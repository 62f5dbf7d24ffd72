/** The outline of a body: its headings and pictures, and what is amiss with them. */

/** A token of the Markdown parser, as far as it matters here. */
interface Token {
  readonly type: string;
  readonly tag: string;
  readonly content: string;
  /** The lines from and to, from 0. */
  readonly map: readonly number[] | null;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | number | null;
}

/** Something to mend. Lines count from 1 within the body. */
export interface Remark {
  readonly kind: 'alt' | 'heading';
  readonly line: number;
  /** The picture's address, or the heading's level with the one it follows: `h4 after h2`. */
  readonly about: string;
}

/** Pictures without alternative text (WCAG 1.1.1), and headings that skip a level (WCAG 1.3.1). */
export function remarksOn(tokens: readonly Token[]): Remark[] {
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
    for (const child of token.children ?? [])
      if (child.type === 'image' && child.content.trim() === '')
        remarks.push({ kind: 'alt', line, about: String(child.attrGet('src') ?? '') });
  }
  return remarks;
}
