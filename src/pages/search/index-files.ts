/**
 * The search index of one language: which parts there are, what each article of a part shows, and which words are in which.
 * What there is to load for a search is a file for each word and part, the newest part first.
 *
 *     _search/parts.json            [["2026-11", 4], …]: the parts, the newest first, and in how many files their words are
 *     _search/2026-11/stories.json  [[address, headline, date, its words, section, summary, language if another], …], oldest first
 *     _search/2026-11/0.json        {"kfor": "1.4.2", …}: a word, and where it stands
 *
 * Where: numbers in base 36, each the difference from the one before: twice the place of the story in the list, and one more
 * if the word is in its headline.
 */
import { type Address, address, href } from '../../base/paths.ts';
import { recent } from '../../base/recent.ts';
import type { Bodies } from '../../content/bodies.ts';
import { markOfData } from '../../memo/mark.ts';
import type { Article } from '../../news/article.ts';
import { sectionTitle } from '../../news/section.ts';
import type { LocalPaper } from '../local-paper.ts';
import { type TextFile, textFile } from '../page.ts';
import { dateView } from '../views.ts';
import { type SearchPart, searchParts } from './parts.ts';
import { aboutText, bodyText } from './text.ts';
import { shardOf, wordsOf } from './words.ts';

/** All files of it. */
export function* searchFiles(paper: LocalPaper, bodies: Bodies): Generator<TextFile> {
  const { local, settings } = paper;
  const { addresses, surfaces } = settings;
  if (!surfaces.search) return;
  const at = (name: string): Address => address(`${addresses.searchIndex}${name}.json`);
  const parts = searchParts(local.articles);
  const list = parts.map(({ name, shards }) => [name, shards] as const);
  yield textFile(
    'search',
    at('parts'),
    {
      parts: paper.slice(
        'search parts',
        () => list,
        () => markOfData(list),
      ),
    },
    (values) => JSON.stringify(values.parts),
  );
  const wordsIn = recent((part: SearchPart) => indexOf(part, bodies, settings.flashTag), 1);
  for (const part of parts) {
    const { name, articles, shards, mark } = part;
    const stories = paper.slice(
      `search stories ${name}`,
      () => articles.map((article) => storyRow(article, paper)),
      () => mark,
    );
    yield textFile('search', at(`${name}/stories`), { stories }, (values) =>
      JSON.stringify(values.stories),
    );
    for (let shard = 0; shard < shards; shard++) {
      const words = paper.slice(
        `search words ${name} ${shard}`,
        () => wordsIn(part)[shard] ?? {},
        () => mark,
      );
      yield textFile('search', at(`${name}/${shard}`), { words }, (values) =>
        JSON.stringify(values.words),
      );
    }
  }
}

/** What a result shows of an article. */
function storyRow(article: Article, { settings }: LocalPaper): readonly string[] {
  const { title, language, section, summary } = article;
  const date = dateView(article.published, language, settings);
  const row = [
    href(settings.base, article.address),
    title,
    date.iso,
    date.text,
    section === null ? '' : sectionTitle(section, language),
    summary,
  ];
  return language === settings.language ? row : [...row, language];
}

/** Words with the places where they stand, by the files in which they are. */
type Shards = readonly Readonly<Record<string, string>>[];

function indexOf({ articles, shards }: SearchPart, bodies: Bodies, flashTag: string): Shards {
  const places = new Map<string, number[]>();
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    const headline = new Set(wordsOf(article.title));
    const text = `${aboutText(article, flashTag)}\n${bodyText(bodies.of(article))}`;
    for (const word of new Set([...headline, ...wordsOf(text)])) {
      const place = at * 2 + Number(headline.has(word));
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  }
  const files: [string, string][][] = Array.from({ length: shards }, () => []);
  for (const word of [...places.keys()].sort())
    files[shardOf(word, shards)]?.push([word, differences(places.get(word) ?? [])]);
  return files.map((words) => Object.fromEntries(words));
}

function differences(places: readonly number[]): string {
  return places.map((place, at) => (place - (places[at - 1] ?? 0)).toString(36)).join('.');
}
