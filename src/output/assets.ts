/** Files that are published as they are: `public/`, the theme's assets, and files beside articles. */
import type { Files } from '../base/files.ts';
import { type OutPath, outPath } from '../base/paths.ts';
import type { Edition } from '../news/edition.ts';
import { attachmentAddress } from '../news/reference.ts';
import type { Theme } from '../render/theme.ts';

/** A file to copy. */
export interface AssetFile {
  readonly out: OutPath;
  /** Where it is, absolute. */
  readonly path: string;
  /** As a reader of messages knows it. */
  readonly shown: string;
}

/** What systems and editors leave behind. Other names with a dot are meant: `.well-known/`, `.nojekyll`. */
const LITTER = /(^|\/)(\.DS_Store|\.git|\.gitkeep|\.gitignore|Thumbs\.db|[^/]*~|[^/]*\.swp)(\/|$)/;

/** The files of `public/`, relative to the site. */
export function publicFiles(files: Files, site: string): ReadonlySet<string> {
  const folder = `${site}/public`;
  if (files.kind(folder) !== 'folder') return new Set();
  const paths = files.list(folder, true).map(({ path }) => path);
  return new Set(paths.filter((path) => !LITTER.test(path)).map((path) => `public/${path}`));
}

/** All files to copy, but those that readers may not see yet. */
export function assets(
  edition: Edition,
  site: string,
  publicPaths: ReadonlySet<string>,
  theme: Theme,
): AssetFile[] {
  return [
    ...[...theme.assets.values()].map(({ address, path }) => ({
      out: outPath(address),
      path,
      shown: path,
    })),
    ...[...publicPaths]
      .filter((file) => !edition.withheld.has(file))
      .map((file) => ({
        out: file.slice('public/'.length) as OutPath,
        path: `${site}/${file}`,
        shown: file,
      })),
    ...edition.attachments.map((file) => ({
      out: outPath(attachmentAddress(file)),
      path: `${site}/${file}`,
      shown: file,
    })),
  ];
}
