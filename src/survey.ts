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

/** The latest time at which one of them was written. */
export function newestIn({ sources, publicFiles, theme, templates }: Survey): number {
  let newest = 0;
  for (const files of [
    sources.articles,
    sources.people,
    theme,
    templates,
    sources.attachments.values(),
    publicFiles.values(),
  ])
    for (const { mtime } of files) if (mtime > newest) newest = mtime;
  return newest;
}
