import type { Files } from '../base/files.ts';

/** One file of `articles/` or `authors/`. */
export interface Source {
  /** Relative to the site, `articles/rajoni/2023-09-26-kfor.md`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** What lies in a site's `articles/` and `authors/` folders. */
export interface Sources {
  /** Markdown files, sorted by path. */
  readonly articles: readonly Source[];
  /** Files of `authors/` that describe a person, sorted by path. */
  readonly people: readonly Source[];
  /** All other files, which articles may refer to by relative path: pictures, documents. */
  readonly attachments: ReadonlySet<string>;
}

const MARKDOWN = /\.(md|markdown)$/i;
const PERSON = /\.(md|markdown|ya?ml)$/i;

/** Finds the articles, the people, and the files beside them. */
export function discover(files: Files, site: string): Sources {
  const articles: Source[] = [];
  const attachments = new Set<string>();
  for (const { path, size } of files.list(`${site}/articles`)) {
    if (MARKDOWN.test(path)) articles.push({ path: `articles/${path}`, size });
    else attachments.add(`articles/${path}`);
  }
  const people: Source[] = [];
  const authors = `${site}/authors`;
  for (const { path, size } of files.kind(authors) === 'folder' ? files.list(authors) : []) {
    if (PERSON.test(path)) people.push({ path: `authors/${path}`, size });
    else attachments.add(`authors/${path}`);
  }
  return { articles, people, attachments };
}
