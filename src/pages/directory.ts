/** Directories: all sections, all authors, all tags of the paper. */
import { byCollation, initialOf } from '../base/collation.ts';
import { type Address, href } from '../base/paths.ts';
import { type Mark, markOf } from '../memo/mark.ts';
import type { SiteView } from './chrome.ts';
import { type PageView, pageView } from './head.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page } from './page.ts';
import { frontAlternates } from './share.ts';
import { type LinkView, sectionView } from './views.ts';

/** The data of `sections.hbs`, `authors.hbs` and `tags.hbs`. */
export interface DirectoryView {
  readonly site: SiteView;
  readonly page: PageView;
  readonly groups: readonly GroupView[];
}

/** Links under a heading: names under their first letter, the parts of a section under the section. */
export interface GroupView {
  readonly heading: LinkView | { readonly name: string; readonly href: null };
  readonly links: readonly LinkView[];
}

/** The sections in the order of the navigation, each with its parts. */
export function sectionsPage(paper: LocalPaper): Page {
  const { local, settings } = paper;
  return directory('sections', paper, () =>
    local.sections
      .filter(({ parent }) => parent === null)
      .map((one) => ({
        heading: sectionView(one, settings),
        links: local.sections
          .filter(({ slug }) => slug.startsWith(`${one.slug}/`))
          .map((part) => sectionView(part, settings)),
      })),
  );
}

/** The authors by name. */
export function authorsPage(paper: LocalPaper): Page {
  return ofNames('authors', paper.local.authors, paper.settings.addresses.author, paper);
}

/** The tags by name. */
export function tagsPage(paper: LocalPaper): Page {
  return ofNames('tags', paper.local.tags, paper.settings.addresses.tag, paper);
}

function ofNames(
  kind: 'authors' | 'tags',
  list: readonly Named[],
  addressOf: (slug: string) => Address,
  paper: LocalPaper,
): Page {
  return directory(
    kind,
    paper,
    () => byInitial(list, addressOf, paper),
    () => markOfNames(list),
  );
}

function directory(
  kind: 'sections' | 'authors' | 'tags',
  paper: LocalPaper,
  read: () => readonly GroupView[],
  mark?: () => Mark,
): Page {
  const { settings, site } = paper;
  const at = settings.addresses[kind];
  const alternates = frontAlternates((other) => other[kind], settings);
  return page(
    kind,
    at,
    { site, groups: paper.slice(`directory of ${kind}`, read, mark) },
    (values): DirectoryView => ({
      ...values,
      page: pageView(kind, at, settings, { title: null, alternates }),
    }),
  );
}

/** Who or what has a page of its own. */
interface Named {
  readonly name: string;
  readonly slug: string;
}

/** Of names and addresses: they are put into the order of the language only to be shown. */
function markOfNames(list: readonly Named[]): Mark {
  return markOf(list.map(({ name, slug }) => `${name}\n${slug}`).join('\n'));
}

/** Names in the order of the language, under their first letters. */
function byInitial(
  list: readonly Named[],
  addressOf: (slug: string) => Address,
  { settings: { base, language } }: LocalPaper,
): GroupView[] {
  const compare = byCollation(language);
  const groups = new Map<string, LinkView[]>();
  for (const { name, slug } of list.toSorted((a, b) => compare(a.name, b.name))) {
    const letter = initialOf(name, language);
    const links = groups.get(letter) ?? [];
    links.push({ name, href: href(base, addressOf(slug)) });
    groups.set(letter, links);
  }
  return [...groups].map(([name, links]) => ({ heading: { name, href: null }, links }));
}
