/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification), with Atom's, Dublin Core's and Media RSS's elements. */
import { element, textElement, XML_DECLARATION, xmlText } from '../../base/xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

const NAMESPACES = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

export function rss(feed: Feed): string {
  const { title, page, description, language, updated, self, hub, icon, entries } = feed;
  const channel = [
    textElement('title', title),
    textElement('link', page),
    textElement('description', description),
    textElement('language', language),
    textElement('lastBuildDate', rfc822(updated)),
    // WebSub (W3C Recommendation), 4: one self and any number of hubs.
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
    hub === null ? '' : element('atom:link', { rel: 'hub', href: hub }),
    icon === null
      ? ''
      : element('image', {}, [
          textElement('url', icon),
          textElement('title', title),
          textElement('link', page),
        ]),
    ...entries.map(item),
  ];
  return XML_DECLARATION + element('rss', NAMESPACES, [element('channel', {}, channel)]);
}

function item(entry: FeedEntry): string {
  const { id, url, title, published, summary, html, authors, categories, image } = entry;
  return element('item', {}, [
    textElement('title', title),
    textElement('link', url),
    textElement('guid', id, { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(published)),
    ...authors.map(({ name }) => textElement('dc:creator', name)),
    ...categories.map((name) => textElement('category', name)),
    // Readers take a description for HTML (RSS 2.0, "Elements of <item>"); ours is text.
    summary === '' ? '' : textElement('description', xmlText(summary)),
    html === null || html === '' ? '' : textElement('content:encoded', html),
    image === null
      ? ''
      : element('media:content', { url: image.url, medium: 'image', type: image.type }, [
          image.alt === '' ? '' : textElement('media:description', image.alt, { type: 'plain' }),
          image.credit === null ? '' : textElement('media:credit', image.credit),
        ]),
  ]);
}

/** `Tue, 26 Sep 2023 08:15:00 GMT`: RFC 822 as RSS has it, with a year of four digits. */
function rfc822(instant: number): string {
  return new Date(instant).toUTCString();
}
