/**
 * Where the pages of WordPress are: About, Imprint. Their links tell; those that WordPress shows to nobody, or not yet, have
 * links such as `/?page_id=12`, and will be below the pages that they are parts of.
 */
import { ownText } from '../base/own-text.ts';
import { slugify } from '../base/slug.ts';
import { fateOf, identityOf, lineOf, postName } from './post.ts';
import type { WxrRecord } from './wxr.ts';

/** Where a page is. */
export interface PagePlace {
  /** Its number. */
  readonly id: string;
  /** Within the site. */
  readonly path: string;
  /** False if its link does not tell that. */
  readonly isLinked: boolean;
  /** True if readers see it, or will. */
  readonly isPublic: boolean;
}

interface Known {
  readonly id: string;
  readonly link: string;
  readonly name: string;
  /** The number of the page that it is a part of. */
  readonly parent: string;
  readonly isPublic: boolean;
}

/** Gathers them. */
export function pagePlaces() {
  const pages = new Map<string, Known>();
  return {
    take(item: WxrRecord): void {
      const id = ownText(item.text('wp:post_id').trim());
      pages.set(ownText(identityOf(item)), {
        id,
        link: ownText(item.text('link').trim()),
        name: ownText(postName(item) || slugify(lineOf(item, 'title')) || `page-${slugify(id)}`),
        parent: ownText(item.text('wp:post_parent').trim()),
        isPublic: fateOf(item) === 'published',
      });
    },
    /** Where each is, by what it is; `pathOf` reads a link. */
    places(pathOf: (link: string) => string | null): ReadonlyMap<string, PagePlace> {
      const byId = new Map([...pages.values()].map((page) => [page.id, page]));
      const pathBelow = (page: Known): string => {
        const names: string[] = [];
        const seen = new Set<Known>();
        let folder = '/';
        // A circle, which only a damaged database has, ends where it began.
        for (let at: Known | undefined = page; at !== undefined && !seen.has(at); ) {
          const own = pathOf(at.link);
          // What is below the home page has its name above it all the same.
          if (own !== null && own !== '/') {
            folder = own;
            break;
          }
          seen.add(at);
          names.unshift(at.name);
          at = byId.get(at.parent);
        }
        return `${folder.replace(/(?:\/|\.[a-z0-9]+)?$/i, '')}/${names.join('/')}/`;
      };
      return new Map(
        [...pages].map(([item, page]) => {
          const { id, isPublic } = page;
          const linked = pathOf(page.link);
          const path = linked ?? pathBelow(page);
          return [item, { id, path, isLinked: linked !== null, isPublic }];
        }),
      );
    },
  };
}
