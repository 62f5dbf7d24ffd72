/** Which pages and files an edition has. */
import type { Address } from '../base/paths.ts';
import type { Bodies } from '../content/bodies.ts';
import type { Edition } from '../news/edition.ts';
import type { Redirect } from '../news/redirect.ts';
import { archivePages } from './archive.ts';
import { articlePages } from './article.ts';
import { authorList, authorPage } from './author.ts';
import { correctionsPage } from './corrections.ts';
import { newsSitemap } from './crawlers/news-sitemap.ts';
import { robots } from './crawlers/robots.ts';
import { sitemaps } from './crawlers/sitemap.ts';
import { authorsPage, sectionsPage, tagsPage } from './directory.ts';
import { feedFiles } from './feeds/feeds.ts';
import { flatPage } from './flat-page.ts';
import { latestFragment } from './fragment.ts';
import { homePage, paperList, sectionFront, sectionList } from './front.ts';
import { latestPage } from './latest.ts';
import { type LocalPaper, localPaper } from './local-paper.ts';
import { webManifest } from './manifest.ts';
import { notFoundPage } from './not-found.ts';
import { type Page, type Planned, type PlannedRow, planned, type TextFile } from './page.ts';
import { redirectPage } from './redirect.ts';
import { searchFiles } from './search/index-files.ts';
import { searchPage } from './search/search-page.ts';
import { seriesList, seriesPage } from './series.ts';
import type { PageSettings } from './settings.ts';
import { tagList, tagPage } from './tag.ts';
import { withdrawnPage } from './withdrawn.ts';

/**
 * All of them: each language's fronts and lists one at a time, then its articles, newest first.
 * `redirects` are those that are pages; `hasRobots` is true if the paper has a robots.txt of its own.
 */
export function* plan(
  edition: Edition,
  settings: PageSettings,
  bodies: Bodies,
  redirects: readonly Redirect[],
  hasRobots: boolean,
): Generator<Planned | PlannedRow> {
  const papers = edition.locales.map((local) => localPaper(edition, local, settings));
  const byPrefix = new Map(papers.map((paper) => [paper.local.locale.prefix, paper]));
  for (const paper of papers)
    for (const one of localPages(paper, bodies)) yield planned(one, paper.decided);
  const [main] = papers as [LocalPaper];
  const robotsFile = hasRobots ? null : robots(papers);
  if (robotsFile !== null) yield planned(robotsFile, main.decided);
  for (const paper of papers) yield articlePages(paper, bodies);
  for (const article of edition.withdrawn) {
    const paper = byPrefix.get(article.locale.prefix);
    if (paper !== undefined) yield planned(withdrawnPage(article, paper), paper.decided);
  }
  for (const redirect of redirects) {
    const { settings, decided } = paperAt(redirect.to, papers);
    yield planned(redirectPage(redirect, settings), decided);
  }
}

/** The paper in the language in which an address stands. */
function paperAt(address: Address, [main, ...others]: readonly LocalPaper[]): LocalPaper {
  const own = others.find(({ settings }) => address.startsWith(`${settings.prefix}/`));
  return own ?? (main as LocalPaper);
}

/** What one language has beside its articles. */
function* localPages(paper: LocalPaper, bodies: Bodies): Generator<Page | TextFile> {
  const { local, settings } = paper;
  const { surfaces, feeds, rail } = settings;
  const tags = surfaces.tags ? local.tags : [];
  const lists = {
    sections: local.sections.map((one) => sectionList(one, paper)),
    authors: local.authors.map((one) => authorList(one, paper)),
    tags: tags.map((one) => tagList(one, paper)),
    series: local.series.map((one) => seriesList(one, paper)),
  };

  const fronts: Page[] = [
    homePage(paper),
    latestPage(paper),
    ...local.sections.map((one) => sectionFront(one, paper)),
    ...local.authors.map((one) => authorPage(one, paper, bodies)),
    ...tags.map((one) => tagPage(one, paper)),
    ...local.series.map((one) => seriesPage(one, paper)),
    sectionsPage(paper),
    authorsPage(paper),
    ...(surfaces.tags ? [tagsPage(paper)] : []),
    correctionsPage(paper),
    ...local.flatPages.map((one) => flatPage(one, paper, bodies)),
  ];
  yield* fronts;
  yield notFoundPage(paper);
  if (surfaces.search) yield searchPage(paper);
  if (rail !== 'baked') yield latestFragment(paper);
  yield* archivePages([paperList(paper), ...Object.values(lists).flat()], paper);

  const withFeeds = [
    ...lists.sections,
    ...(feeds.authors ? lists.authors : []),
    ...(feeds.tags ? lists.tags : []),
  ];
  yield* feedFiles(paper, withFeeds, bodies);
  const empty = new Set(
    lists.sections.filter(({ newestFirst }) => newestFirst.length === 0).map(({ front }) => front),
  );
  yield* sitemaps(
    paper,
    fronts.map(({ address }) => address).filter((address) => !empty.has(address)),
  );
  yield* newsSitemap(paper);
  yield* searchFiles(paper, bodies);
  const manifest = webManifest(paper);
  if (manifest !== null) yield manifest;
}
