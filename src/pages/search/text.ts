/** What there is to find in an article, as text: its headline, and all else that readers see of it. */
import type { Body } from '../../content/body.ts';
import { decodeEntities } from '../../content/entities.ts';
import type { Article } from '../../news/article.ts';
import { sectionTitle } from '../../news/section.ts';

/** Elements within words: `<em>K</em>FOR` is one word. Any other tag parts words. */
const WITHIN =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b[^<>]*>/gi;

/** The words of a body's HTML. Where links and pictures lead is not among them: it may be what nobody sees yet. */
export function bodyText(body: Body): string {
  const html = body.map((part) => (typeof part === 'string' ? part : partText(part))).join('');
  return decodeEntities(html.replace(WITHIN, '').replace(/<[^<>]*>/g, ' '));
}

function partText(part: Exclude<Body[number], string>): string {
  return 'link' in part || 'linkEnd' in part || 'attribute' in part ? '' : ' ';
}

/** What an article says of itself beside its headline and its text. */
export function aboutText(article: Article): string {
  const { authors, kicker, location, section, standfirst, tags, image } = article;
  return [
    standfirst,
    kicker,
    location,
    section === null ? null : sectionTitle(section, article.language),
    ...authors.map(({ name }) => name),
    ...tags,
    image?.caption,
  ]
    .filter((text) => text)
    .join(' \n');
}
