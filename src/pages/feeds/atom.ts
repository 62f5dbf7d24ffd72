/** A feed as Atom (RFC 4287). */
import { isoLocal } from '../../base/instant.ts';
import { element, textElement, XML_DECLARATION } from '../../base/xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

export function atom(feed: Feed): string {
  const { title, description, language, page, self, hub, icon, publisher, updated } = feed;
  const children = [
    textElement('id', page),
    textElement('title', title),
    description === title ? '' : textElement('subtitle', description),
    textElement('updated', isoLocal(updated, feed.timezone)),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    hub === null ? '' : element('link', { rel: 'hub', href: hub }),
    icon === null ? '' : textElement('icon', icon),
    person(publisher),
    ...feed.entries.map((one) => entry(one, feed)),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language };
  return XML_DECLARATION + element('feed', attributes, children);
}

function entry(one: FeedEntry, { timezone, language }: Feed): string {
  const attributes = { 'xml:lang': one.language === language ? null : one.language };
  return element('entry', attributes, [
    textElement('id', one.id),
    textElement('title', one.title),
    element('link', { rel: 'alternate', type: 'text/html', href: one.url }),
    one.image === null
      ? ''
      : // Section 4.2.7.2: an enclosure is a related resource that may be large.
        element('link', { rel: 'enclosure', type: one.image.type, href: one.image.url }),
    textElement('published', isoLocal(one.published, timezone)),
    textElement('updated', isoLocal(one.updated, timezone)),
    ...one.authors.map(person),
    ...one.categories.map((term) => element('category', { term })),
    one.summary === '' ? '' : textElement('summary', one.summary),
    one.html === null || one.html === '' ? '' : textElement('content', one.html, { type: 'html' }),
  ]);
}

function person({ name, url }: { readonly name: string; readonly url: string }): string {
  return element('author', {}, [textElement('name', name), textElement('uri', url)]);
}
