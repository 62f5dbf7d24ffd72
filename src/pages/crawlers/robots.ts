/** robots.txt (RFC 9309): what crawlers are to leave, and where the sitemaps are. */
import { href } from '../../base/paths.ts';
import { PAPER_ADDRESSES } from '../addresses.ts';
import type { LocalPaper } from '../local-paper.ts';
import { slice, type TextFile, textFile } from '../page.ts';
import { hasNewsSitemap } from './news-sitemap.ts';

/** Null below a base path: crawlers ask for it at the root of a host only (RFC 9309, 2.3). */
export function robots(papers: readonly LocalPaper[]): TextFile | null {
  if (papers.some(({ settings }) => settings.base !== '')) return null;
  const lines = slice('robots', () => [
    'User-agent: *',
    ...papers.map(({ settings }) => `Disallow: ${settings.prefix}/_fragments/`),
    '',
    ...papers.flatMap((paper) => sitemapLines(paper)),
  ]);
  return textFile(
    'robots',
    PAPER_ADDRESSES.robots,
    { lines },
    (values) => `${values.lines.join('\n').trimEnd()}\n`,
  );
}

function sitemapLines(paper: LocalPaper): string[] {
  const { local, settings } = paper;
  const { addresses, base, origin, surfaces } = settings;
  if (!surfaces.sitemaps || origin === null || local.articles.length === 0) return [];
  const files = [addresses.sitemap, ...(hasNewsSitemap(paper) ? [addresses.news] : [])];
  return files.map((file) => `Sitemap: ${origin}${href(base, file)}`);
}
