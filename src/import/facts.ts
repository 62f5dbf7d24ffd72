/**
 * What has to be known of whole exports before the first file can be written: who is who, which file is which picture,
 * where each post is, and how many stand in which section. Read in a pass of its own, so that no text of an article is kept.
 */
import type { Instant } from '../base/instant.ts';
import { ownText } from '../base/own-text.ts';
import type { OwnSite } from '../content/own-site.ts';
import { languagesOf } from './language-of.ts';
import { ownSite, pagePath } from './old-site.ts';
import { type PagePlace, pagePlaces } from './page-places.ts';
import { changeOf, dateOf, fateOf, identityOf, lineOf, metaOf, plain, postName } from './post.ts';
import { type ExportSections, sectionsOfExport } from './sections.ts';
import { type Writer, writersOf } from './writers.ts';
import type { WxrEnd, WxrRecord } from './wxr.ts';

/** A picture or another file that was uploaded. */
export interface Upload {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
}

/** A post's day and address, by which the pattern of addresses is found. */
export interface Placed {
  /** Which post it is (post, identityOf). */
  readonly post: string;
  readonly day: string;
  readonly slug: string;
  /** Names of the section, from the desk to the part; null without one. */
  readonly section: readonly string[] | null;
  /** As Polylang or WPML writes it; null without one. */
  readonly language: string | null;
  /** True if readers do not see it yet. */
  readonly isScheduled: boolean;
  /** What its writers log in as. */
  readonly writers: readonly string[];
  readonly path: string;
}

export interface ExportFacts {
  readonly title: string;
  readonly description: string;
  /** The public address of the paper, without a slash at its end; empty if the export does not tell. */
  readonly url: string;
  readonly language: string;
  readonly own: OwnSite;
  /** Names of authors by what they log in as. */
  readonly authors: ReadonlyMap<string, string>;
  /** Who wrote something that readers see, or will, by what they log in as. */
  readonly writers: ReadonlyMap<string, Writer>;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** The numbers of the uploads that belong to a post. */
  readonly uploadsOf: ReadonlyMap<string, readonly string[]>;
  /** Blocks that posts share, by their numbers. */
  readonly blocks: ReadonlyMap<string, string>;
  /** Addresses of the pages that WordPress makes for uploads. */
  readonly uploadPages: ReadonlySet<string>;
  /** Addresses within the site by the numbers of posts and pages. */
  readonly paths: ReadonlyMap<string, string>;
  readonly sections: ExportSections;
  /** When each item was changed last, by what it is (post, identityOf): of several exports that have one, that version counts. */
  readonly changes: ReadonlyMap<string, string>;
  readonly placed: readonly Placed[];
  /** Where the pages are, by what they are (post, identityOf); none if pages become articles. */
  readonly pages: ReadonlyMap<string, PagePlace>;
  /** Instants with the local time that the export gives for them, one of each month. */
  readonly clocks: readonly { readonly instant: Instant; readonly local: string }[];
  /** The languages of posts, the most frequent first. */
  readonly languages: readonly string[];
  /** Items by their types: `post`, `page`, `attachment`. */
  readonly types: ReadonlyMap<string, number>;
  readonly comments: number;
  /** False if there is nothing that becomes an article: none is there, or all were thrown away. */
  readonly hasArticles: boolean;
}

/** Gathers them; `types` are those of the items that become articles. */
export function gathering(types: ReadonlySet<string>) {
  const authors = new Map<string, string>();
  const writers = new Map<string, Writer>();
  const uploads = new Map<string, Upload>();
  const blocks = new Map<string, string>();
  const uploadsOf = new Map<string, string[]>();
  const links = new Map<string, string>();
  const uploadLinks: string[] = [];
  const pages = pagePlaces();
  const counts = new Map<string, number>();
  const clocks = new Map<string, { instant: Instant; local: string }>();
  const languages = new Map<string, number>();
  const posts = new Map<string, Omit<Placed, 'post' | 'path'> & { readonly link: string }>();
  const changes = new Map<string, string>();
  const sections = sectionsOfExport(languages);
  const heads: WxrEnd[] = [];
  let comments = 0;
  let hasArticles = false;

  const takePost = (item: WxrRecord, isNew: boolean) => {
    if (fateOf(item) === 'none') return;
    hasArticles = true;
    if (isNew) comments += item.comments;
    const section = sections.count(item);
    const date = dateOf(item, 'wp:post_date');
    if (date?.instant != null)
      clocks.set(date.local.slice(0, 7), { instant: date.instant, local: ownText(date.local) });
    for (const language of languagesOf(item)) add(languages, language);
    const post = ownText(identityOf(item));
    if (changes.get(post) === changeOf(item) && date !== null && fateOf(item) === 'published') {
      const own = writersOf(item);
      for (const { login, name } of own)
        if (!writers.has(login))
          writers.set(ownText(login), { login: ownText(login), name: ownText(name) });
      posts.set(post, {
        day: date.local.slice(0, 10),
        slug: ownText(postName(item)),
        section,
        language: languagesOf(item).map(ownText)[0] ?? null,
        isScheduled: item.text('wp:status').trim() === 'future',
        writers: own.map(({ login }) => ownText(login)),
        link: kept(item, 'link'),
      });
    }
  };

  return {
    take(record: WxrRecord): void {
      if (record.kind === 'author')
        authors.set(
          record.text('wp:author_login').trim(),
          lineOf(record, 'wp:author_display_name') || record.text('wp:author_login').trim(),
        );
      else if (record.kind !== 'item') sections.take(record);
      else {
        const type = typeOf(record);
        const id = kept(record, 'wp:post_id');
        const item = ownText(identityOf(record));
        const known = changes.get(item);
        const isNew = known === undefined;
        if (isNew) add(counts, type);
        if (isNew || known < changeOf(record)) changes.set(item, ownText(changeOf(record)));
        if (type === 'attachment') {
          uploads.set(id, uploadOf(record));
          if (!isNew) return;
          const parent = record.text('wp:post_parent').trim();
          const others = uploadsOf.get(parent);
          if (others === undefined) uploadsOf.set(parent, [id]);
          else others.push(id);
          uploadLinks.push(kept(record, 'link'));
        } else links.set(id, kept(record, 'link'));
        if (type === 'wp_block' && fateOf(record) === 'published')
          blocks.set(id, ownText(record.text('content:encoded')));
        if (type === 'guest-author') takeGuest(record, authors);
        if (type === 'nav_menu_item') sections.takeMenu(record);
        if (types.has(type)) takePost(record, isNew);
        else if (type === PAGE && fateOf(record) !== 'none') {
          if (isNew) comments += record.comments;
          if (changes.get(item) === changeOf(record)) pages.take(record);
        }
      }
    },
    /** The end of an export. */
    end: (head: WxrEnd): void => void heads.push(head),
    facts(): ExportFacts {
      const say = (...names: string[]) =>
        names.flatMap((name) => heads.map((head) => head.text(name))).find((text) => text !== '') ??
        '';
      const url = say('wp:base_blog_url', 'link', 'wp:base_site_url').replace(/\/+$/, '');
      const own = ownSite(url);
      const pathOf = (link: string) => pagePath(link, own);
      const paths = [...links].flatMap(([id, link]) => {
        const path = pathOf(link);
        return path === null ? [] : [[id, path] as const];
      });
      const places = pages.places(pathOf);
      return {
        title: say('title'),
        description: say('description'),
        // Without what belongs to no address of a site, such as a query.
        url: own.host === '' ? '' : `${own.scheme}//${own.host}${own.base}`,
        language: say('language'),
        own,
        authors,
        writers,
        uploads,
        blocks,
        uploadsOf,
        uploadPages: new Set(uploadLinks.map(pathOf).filter((path) => path !== null)),
        paths: new Map([
          ...[...places.values()].map(({ id, path }) => [id, path] as const),
          ...paths,
        ]),
        pages: places,
        sections,
        changes,
        placed: [...posts].flatMap(([post, { link, ...facts }]) => {
          const path = pathOf(link);
          return path === null ? [] : [{ ...facts, post, path }];
        }),
        clocks: [...clocks.values()],
        languages: [...languages].sort((a, b) => b[1] - a[1]).map(([name]) => name),
        types: counts,
        comments,
        hasArticles,
      };
    },
  };
}

/** The type of what WordPress calls a page: About, Imprint. */
export const PAGE = 'page';

/** What is kept of an export, and does not keep the rest of it. */
const kept = (record: WxrRecord, name: string): string => ownText(record.text(name).trim());

/** The type of an item; exports of the first version do not tell, and have posts only. */
export const typeOf = (item: WxrRecord): string => item.text('wp:post_type').trim() || 'post';

function uploadOf(item: WxrRecord): Upload {
  return {
    url: kept(item, 'wp:attachment_url') || kept(item, 'guid'),
    alt: ownText(plain(metaOf(item, '_wp_attachment_image_alt'))),
    caption: ownText(lineOf(item, 'excerpt:encoded')),
  };
}

/** A writer without an account, of the plugin Co-Authors Plus. */
function takeGuest(item: WxrRecord, authors: Map<string, string>): void {
  const login = metaOf(item, 'cap-user_login');
  const name = metaOf(item, 'cap-display_name') || lineOf(item, 'title');
  if (login !== '' && name !== '') authors.set(login, name);
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
