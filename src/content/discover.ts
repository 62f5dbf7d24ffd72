import type { FileEntry, Files } from '../base/files.ts';

/** What tells a file from what it was before without reading it. */
export type Stat = Pick<FileEntry, 'size' | 'mtime'>;

/** One file of `articles/` or `authors/`. */
export interface Source {
  /** Relative to the site, `articles/rajoni/2023-09-26-kfor.md`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds of the file system's clock. */
  readonly mtime: number;
}

/** What lies in a site's `articles/` and `authors/` folders. */
export interface Sources {
  /** Markdown files, sorted by path. */
  readonly articles: readonly Source[];
  /** Files of `authors/` that describe a person, sorted by path. */
  readonly people: readonly Source[];
  /** All other files, which articles may refer to by relative path: pictures, documents. */
  readonly attachments: ReadonlyMap<string, Stat>;
}

const MARKDOWN = /\.(md|markdown)$/i;
const PERSON = /\.(md|markdown|ya?ml)$/i;

/** Finds the articles, the people, and the files beside them. */
export function discover(files: Files, site: string): Sources {
  const articles: Source[] = [];
  const attachments = new Map<string, Stat>();
  const folder = `${site}/articles`;
  for (const { path, ...rest } of files.kind(folder) === 'folder' ? files.list(folder) : []) {
    if (MARKDOWN.test(path)) articles.push({ path: `articles/${path}`, ...rest });
    else attachments.set(`articles/${path}`, rest);
  }
  const people: Source[] = [];
  const authors = `${site}/authors`;
  for (const { path, ...rest } of files.kind(authors) === 'folder' ? files.list(authors) : []) {
    if (PERSON.test(path)) people.push({ path: `authors/${path}`, ...rest });
    else attachments.set(`authors/${path}`, rest);
  }
  return { articles, people, attachments };
}
