/** Footnotes of WordPress 6.3 and later: their texts are kept beside the post, and shown where it has a block for them. */
import { isElement, type Node } from './dom.ts';

const BLOCK = /<!-- wp:footnotes\b[^>]*-->/;

/** A text with its footnotes; `kept` is what the post has under the key `footnotes`. */
export function withFootnotes(html: string, kept: string): string {
  if (kept.trim() === '' || !BLOCK.test(html)) return html;
  const items = notesOf(kept).map(({ id, content }) => `<li data-note="${id}">${content}</li>`);
  return items.length === 0
    ? html
    : html.replace(BLOCK, () => `<ol class="wp-block-footnotes">${items.join('')}</ol>`);
}

function notesOf(kept: string): { id: string; content: string }[] {
  try {
    const all: unknown = JSON.parse(kept);
    if (!Array.isArray(all)) return [];
    return all.flatMap((one: unknown) => {
      const { id, content } = (one ?? {}) as Record<string, unknown>;
      const isNote = typeof id === 'string' && /^[\w-]+$/.test(id) && typeof content === 'string';
      return isNote ? [{ id, content }] : [];
    });
  } catch {
    return [];
  }
}

/** The note that a sign in the text stands for; empty if it is no such sign. */
export const noteOf = (node: Node): string =>
  node.nodeName === 'SUP' ? (node.getAttribute('data-fn') ?? '') : '';

/** The numbers of the notes of a text by their names. */
export function numbersOf(list: Node | null): ReadonlyMap<string, number> {
  const items = list === null ? [] : Array.from(list.childNodes).filter(isElement);
  return new Map(items.map((item, at) => [item.getAttribute('data-note') ?? '', at + 1]));
}
