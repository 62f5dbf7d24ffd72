/** Directories: all sections, all authors, all tags of the paper. */

import { byCollation, initialOf } from '../base/collation.ts';
import { groupBy } from '../base/group.ts';
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
  return directory('sections', settings.addresses.sections, paper, () =>
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
  const { local, settings } = paper;
  const { addresses } = settings;
  return directory(
    'authors',
    addresses.authors,
    paper,
    () =>
      byInitial(
        local.authors.map(({ name, slug }) => ({ name, address: addresses.author(slug) })),
        paper,
      ),
    () => markOfNames(local.authors),
  );
}

/** The tags by name. */
export function tagsPage(paper: LocalPaper): Page {
  const { local, settings } = paper;
  const { addresses } = settings;
  return directory(
    'tags',
    addresses.tags,
    paper,
    () =>
      byInitial(
        local.tags.map(({ name, slug }) => ({ name, address: addresses.tag(slug) })),
        paper,
      ),
    () => markOfNames(local.tags),
  );
}

function directory(
  kind: 'sections' | 'authors' | 'tags',
  at: Address,
  paper: LocalPaper,
  read: () => readonly GroupView[],
  mark?: () => Mark,
): Page {
  const { settings, site } = paper;
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

/** Of names and addresses: they are put into the order of the language only to be shown. */
function markOfNames(list: readonly { readonly name: string; readonly slug: string }[]): Mark {
  return markOf(list.map(({ name, slug }) => `${name}\n${slug}`).join('\n'));
}

/** Names in the order of the language, under their first letters. */
function byInitial(
  names: readonly { readonly name: string; readonly address: Address }[],
  { settings: { base, language } }: LocalPaper,
): GroupView[] {
  const compare = byCollation(language);
  const sorted = names.toSorted((a, b) => compare(a.name, b.name));
  return [...groupBy(sorted, ({ name }) => initialOf(name, language))].map(([letter, within]) => ({
    heading: { name: letter, href: null },
    links: within.map(({ name, address }) => ({ name, href: href(base, address) })),
  }));
}
