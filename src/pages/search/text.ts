/** What there is to find in an article, as text: its headline, and all else that readers see of it. */
import type { Body } from '../../content/body.ts';
import { seenText } from '../../content/seen-text.ts';
import type { Article } from '../../news/article.ts';
import { shownTags } from '../../news/lists.ts';
import { sectionTitle } from '../../news/section.ts';

/** The words of a body's HTML. Where links and pictures lead is not among them: it may be what nobody sees yet. */
export function bodyText(body: Body): string {
  return seenText(body.map((part) => (typeof part === 'string' ? part : partText(part))).join(''));
}

function partText(part: Exclude<Body[number], string>): string {
  return 'link' in part || 'linkEnd' in part || 'attribute' in part ? '' : ' ';
}

/** What an article says of itself beside its headline and its text. */
export function aboutText(article: Article, flashTag: string): string {
  const { authors, corrections, kicker, location, section, series, standfirst, image } = article;
  return [
    standfirst,
    kicker,
    location,
    section === null ? null : sectionTitle(section, article.language),
    ...authors.map(({ name }) => name),
    ...shownTags(article, flashTag),
    series?.name,
    image?.caption,
    image?.credit,
    ...corrections.map(({ text }) => text),
  ]
    .filter((text) => text)
    .join(' \n');
}
