/** Names of authors that may not be meant: misspelled ones, and several in one. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { slugify } from '../base/slug.ts';
import { suggest } from '../base/suggest.ts';
import type { Article } from './article.ts';
import type { Byline, People } from './person.ts';

/** Letters of a name below which others are near to it by chance, as those of agencies are. */
const SHORTEST = 5;

/** Tells of each name once, where it first stands. */
export function* adviseOnAuthors(
  articles: readonly Article[],
  people: People,
  /** Finds a text in an article's front matter. */
  locate: (path: string, text: string) => Where,
): Generator<Diagnostic> {
  const seen = new Set<string>();
  for (const { path, authors } of articles)
    for (const author of authors) {
      if (seen.has(author.slug)) continue;
      seen.add(author.slug);
      if (people.has(author.slug)) continue;
      const told = severalNames(author, people) ?? nearName(author, people);
      if (told !== null)
        yield diagnostic('check/author-name', locate(path, author.name), told.problem, told.help);
    }
}

interface Told {
  readonly problem: string;
  readonly help: string;
}

/** A list that was written as one text: each part is somebody's, or first and last name. */
function severalNames({ name }: Byline, people: People): Told | null {
  const names = name.split(/\s*[,;]\s*/).filter((one) => one !== '');
  if (names.length < 2) return null;
  const isName = (one: string) => /\S\s+\S/.test(one) || people.has(slugify(one));
  if (!names.every(isName)) return null;
  return {
    problem: `"${name}" counts as one person`,
    help: `Write several authors as a list: authors: [${names.join(', ')}].`,
  };
}

function nearName({ name, slug }: Byline, people: People): Told | null {
  if (slug.length < SHORTEST) return null;
  const key = suggest(slug, people.keys());
  const person = key === null ? undefined : people.get(key);
  if (key === null || person === undefined) return null;
  const isByFile = key === person.slug && key !== slugify(person.name);
  return {
    problem: `the author "${name}" has no file in authors/`,
    help: `Did you mean "${isByFile ? key : person.name}", of ${person.path}? If it is somebody else, give them a file of their own.`,
  };
}
