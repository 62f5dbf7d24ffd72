/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { isoLocal } from '../../base/instant.ts';
import type { Feed } from './feed.ts';

export function jsonFeed(feed: Feed): string {
  const { title, description, language, page, self, hub, icon, publisher, timezone } = feed;
  const data = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    ...(description === title ? {} : { description }),
    ...(icon === null ? {} : { icon }),
    authors: [publisher],
    language,
    ...(hub === null ? {} : { hubs: [{ type: 'WebSub', url: hub }] }),
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      // One of the two contents must be there.
      ...(entry.html === null || entry.html === ''
        ? { content_text: entry.summary || entry.title }
        : { content_html: entry.html }),
      ...(entry.summary === '' ? {} : { summary: entry.summary }),
      ...(entry.image === null ? {} : { image: entry.image.url }),
      date_published: isoLocal(entry.published, timezone),
      date_modified: isoLocal(entry.updated, timezone),
      ...(entry.authors.length === 0 ? {} : { authors: entry.authors }),
      ...(entry.categories.length === 0 ? {} : { tags: entry.categories }),
      language: entry.language,
    })),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}
