/**
 * The addresses of the paper's own pages, present and former. A page at one that is somebody else's is told and left out,
 * and so is such a former address, whatever the instant: neither must take an article off.
 */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import type { Address } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import type { DraftsOption } from './article.ts';
import { aliasFault, type Reserved } from './faults.ts';
import type { FlatPage } from './flat-page.ts';
import { placeMarkOf } from './places.ts';
import type { Register } from './register.ts';
import { isSetAside } from './schedule.ts';

/** What they are looked up in. */
export interface AddressWorld extends DraftsOption {
  readonly register: Pick<Register, 'articles' | 'columns'>;
  /** All addresses that are not for articles: those of others, and what is kept here. */
  readonly reserved: Reserved;
  /** Keeps an address for the file of a page. */
  readonly reserve: (address: Address, path: string) => void;
  /** Finds a text in the front matter of a file. */
  readonly locate: (path: string, text: string) => Where;
}

/** The paper's own pages by whether they have their address for themselves. */
export interface AddressedPages {
  /** Each with the former addresses that are its own. */
  readonly alone: readonly FlatPage[];
  readonly clashing: readonly FlatPage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Of two pages at one address the one keeps it whose file comes first. */
export function addressPages(all: readonly FlatPage[], world: AddressWorld): AddressedPages {
  const diagnostics: Diagnostic[] = [];
  const clashing = new Set<FlatPage>();
  for (const page of all) {
    if (isSetAside(page, world)) continue;
    const { path, address } = page;
    const other = world.reserved.at(placeMarkOf(address)) ?? world.reserved.later(address);
    if (other === undefined) world.reserve(address, path);
    else {
      clashing.add(page);
      diagnostics.push(
        diagnostic(
          'article/address',
          path,
          `its address ${address} is also that of ${other}`,
          'Give the page another file name, or a line permalink:.',
        ),
      );
    }
  }
  const own = withOwnAliases(
    all.filter((page) => !clashing.has(page)),
    world,
  );
  return {
    alone: own.pages,
    clashing: [...clashing],
    diagnostics: [...diagnostics, ...own.diagnostics],
  };
}

function withOwnAliases(
  pages: readonly FlatPage[],
  world: AddressWorld,
): { readonly pages: readonly FlatPage[]; readonly diagnostics: readonly Diagnostic[] } {
  const { reserved, reserve, locate } = world;
  const articleAt = articlesAt(pages, world);
  const diagnostics: Diagnostic[] = [];
  const own = pages.map((page) => {
    if (page.aliases.length === 0 || isSetAside(page, world)) return page;
    const aliases = page.aliases.filter((alias) => {
      const place = placeMarkOf(alias);
      const other = reserved.at(place) ?? reserved.later(alias) ?? articleAt.get(place);
      if (other === undefined) reserve(alias, page.path);
      // What a host serves under two names may have both: `/about/index.html`.
      else if (other !== page.path)
        diagnostics.push(aliasFault(locate(page.path, alias), alias, other));
      return other === undefined;
    });
    return aliases.length === page.aliases.length ? page : { ...page, aliases };
  });
  return { pages: own, diagnostics };
}

/** The files of the articles at these former addresses; of a hundred thousand articles none is read. */
function articlesAt(
  pages: readonly FlatPage[],
  { register: { articles, columns }, drafts }: AddressWorld,
): ReadonlyMap<Mark, string> {
  const wanted = new Set(pages.flatMap(({ aliases }) => aliases.map(placeMarkOf)));
  const found = new Map<Mark, string>();
  if (wanted.size === 0) return found;
  for (const article of articles) {
    const place = columns.place[article.row] as Mark;
    if (wanted.has(place) && !isSetAside(article, { drafts })) found.set(place, article.path);
  }
  return found;
}
