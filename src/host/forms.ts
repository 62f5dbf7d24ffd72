/** The forms in which an address is asked for, and how it is written for a host. */
import { type Address, href } from '../base/paths.ts';

/** An address as readers ask for it, decoded and with the base path. */
export interface Forms {
  /** `/old/` and `/old`; a file such as `/old/page.html` has one form. */
  readonly plain: readonly string[];
  /** `/old/index.html`; a file has none. */
  readonly index: readonly string[];
}

/** All forms that name the same page on a static host. */
export function formsOf(base: string, page: Address): Forms {
  const whole = base + page;
  if (!page.endsWith('/')) return { plain: [whole], index: [] };
  const bare = whole.slice(0, -1);
  return { plain: bare === '' ? [whole] : [whole, bare], index: [`${whole}index.html`] };
}

/** Both kinds of forms together. */
export function allForms(base: string, page: Address): readonly string[] {
  const { plain, index } = formsOf(base, page);
  return [...plain, ...index];
}

/**
 * Where a redirect leads, as the value of `Location`. `$`, `:`, `=` and `*` mean something in the
 * files of one host or another; percent-encoded they are the same address everywhere.
 */
export function location(base: string, to: Address): string {
  return href(base, to).replace(/[$:=*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
