/**
 * The news sitemap (Google, "News sitemaps", schema sitemap-news/0.9): the articles of the last two days,
 * at most a thousand. Without one there is no file: the schema refuses an empty list.
 */
import { isoLocal } from '../../base/instant.ts';
import { href } from '../../base/paths.ts';
import { element, textElement, XML_DECLARATION } from '../../base/xml.ts';
import type { Article } from '../../news/article.ts';
import type { LocalPaper } from '../local-paper.ts';
import { type TextFile, textFile } from '../page.ts';

const SIZE = 1000;
const NAMESPACES = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

/** True if there is something to name. */
export function hasNewsSitemap({ local, settings }: LocalPaper): boolean {
  const { surfaces, origin } = settings;
  return surfaces.sitemaps && origin !== null && local.recent.length > 0;
}

export function* newsSitemap(paper: LocalPaper): Generator<TextFile> {
  if (!hasNewsSitemap(paper)) return;
  const { local, settings } = paper;
  const { addresses, base, origin, timezone, title } = settings;
  const news = paper.slice('news sitemap', () =>
    local.recent.slice(0, SIZE).map((article: Article) => ({
      loc: origin + href(base, article.address),
      language: newsLanguage(article.language),
      // The first publication, whatever was corrected since.
      published: isoLocal(article.published, timezone),
      title: article.title,
    })),
  );
  yield textFile('sitemap', addresses.news, { news }, (values) => {
    const urls = values.news.map((one) =>
      element('url', {}, [
        textElement('loc', one.loc),
        element('news:news', {}, [
          element('news:publication', {}, [
            textElement('news:name', title),
            textElement('news:language', one.language),
          ]),
          textElement('news:publication_date', one.published),
          textElement('news:title', one.title),
        ]),
      ]),
    );
    return XML_DECLARATION + element('urlset', NAMESPACES, urls);
  });
}

/** The language as the schema has it: two or three letters, and two forms of Chinese. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn';
  return language;
}
