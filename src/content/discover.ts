import type { FileEntry, Files } from '../base/files.ts';

/** What tells a file from what it was before without reading it. */
export type Stat = Pick<FileEntry, 'size' | 'mtime' | 'inode'>;

/** One file of `articles/` or `authors/`; its path is relative to the site, `articles/rajoni/2023-09-26-kfor.md`. */
export type Source = FileEntry;

/** What lies in a site's `articles/` and `authors/` folders. */
export interface Sources {
  /** Markdown files, sorted by path. */
  readonly articles: readonly Source[];
  /** Files of `authors/` that describe a person, sorted by path. */
  readonly people: readonly Source[];
  /** All other files, which articles may refer to by relative path: pictures, documents. */
  readonly attachments: ReadonlyMap<string, FileEntry>;
}

const MARKDOWN = /\.(md|markdown)$/i;
const PERSON = /\.(md|markdown|ya?ml)$/i;

/** Finds the articles, the people, and the files beside them. */
export function discover(files: Files, site: string): Sources {
  const articles: Source[] = [];
  const attachments = new Map<string, FileEntry>();
  const listed = (folder: string) =>
    files.kind(`${site}/${folder}`) === 'folder'
      ? files.list(`${site}/${folder}`, false, `${folder}/`)
      : [];
  for (const file of listed('articles')) {
    if (MARKDOWN.test(file.path)) articles.push(file);
    else attachments.set(file.path, file);
  }
  const people: Source[] = [];
  for (const file of listed('authors')) {
    if (PERSON.test(file.path)) people.push(file);
    else attachments.set(file.path, file);
  }
  return { articles, people, attachments };
}
