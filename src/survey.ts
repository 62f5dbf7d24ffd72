/** All files that a build reads, as they lie there: names, sizes and times. Nothing is read but site.yaml. */
import type { FileEntry, Files } from './base/files.ts';
import { CONFIG_FILE } from './config.ts';
import { discover, type Sources } from './content/discover.ts';
import { type Mark, markOfBytes, mix } from './memo/mark.ts';
import { markOfFiles } from './memo/root.ts';
import { publicFiles } from './output/assets.ts';

/** What there is. */
export interface Survey {
  readonly sources: Sources;
  readonly publicFiles: ReadonlyMap<string, FileEntry>;
  /** Those of the default theme and of the site's own, by their folders. */
  readonly theme: readonly FileEntry[];
  readonly templates: readonly FileEntry[];
  /** Stands for site.yaml. */
  readonly config: Mark;
}

/** Looks at all of them; `theme` is the folder of the default theme. */
export function survey(files: Files, site: string, theme: string): Survey {
  const listed = (folder: string) => (files.kind(folder) === 'folder' ? files.list(folder) : []);
  return {
    sources: discover(files, site),
    publicFiles: publicFiles(files, site),
    theme: listed(theme),
    templates: listed(`${site}/templates`),
    config: markOfBytes(files.readIfThere(`${site}/${CONFIG_FILE}`) ?? new Uint8Array()),
  };
}

/** Stands for all of that. */
export function markOfSurvey({ sources, publicFiles, theme, templates, config }: Survey): Mark {
  return mix(
    markOfFiles(sources.articles),
    markOfFiles(sources.people),
    markOfFiles(sources.attachments.values()),
    markOfFiles(publicFiles.values()),
    markOfFiles(theme),
    markOfFiles(templates),
    config,
  );
}

/** A file and what stands for its content. */
export type Content = readonly [path: string, content: Mark];

/** Reading more than these takes longer than a build that finds nothing to do. */
const FEW = 200;

/**
 * The files that were written so late that they may be written again at what is the same time to the file system, with
 * their contents; null if they are many.
 */
export function unsettledIn(
  files: Files,
  site: string,
  theme: string,
  { sources, publicFiles, templates, theme: ofTheme }: Survey,
  settled: number,
): readonly Content[] | null {
  const found: string[] = [];
  const look = (listed: Iterable<FileEntry>, folder: string): void => {
    for (const { path, mtime } of listed)
      if (mtime >= settled && found.length <= FEW) found.push(`${folder}/${path}`);
  };
  look(sources.articles, site);
  look(sources.people, site);
  look(sources.attachments.values(), site);
  look(publicFiles.values(), site);
  look(templates, `${site}/templates`);
  look(ofTheme, theme);
  return found.length > FEW ? null : found.map((path) => [path, contentOf(files, path)]);
}

/** True if files have the contents that they had. */
export function areSame(files: Files, contents: readonly Content[]): boolean {
  return contents.every(([path, content]) => contentOf(files, path) === content);
}

function contentOf(files: Files, path: string): Mark {
  return markOfBytes(files.readIfThere(path) ?? new Uint8Array());
}
