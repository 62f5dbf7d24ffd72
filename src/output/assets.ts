/** Files that are published as they are: `public/`, the theme's assets, and files beside articles. */
import type { Files } from '../base/files.ts';
import { type OutPath, outPath } from '../base/paths.ts';
import type { Stat } from '../content/discover.ts';
import type { Shelf } from '../content/shelf.ts';
import { markOf, mix, NO_MARK } from '../memo/mark.ts';
import type { Edition } from '../news/edition.ts';
import { attachmentAddress } from '../news/reference.ts';
import type { Theme } from '../render/theme.ts';
import type { OutputFile } from './collect.ts';

/**
 * All files to copy, but those that readers may not see yet, and those of `public/` that are `taken` up
 * by a file of ours. One that was written before `settled` is known by its size and time.
 */
export function assets(
  edition: Edition,
  files: Files,
  site: string,
  shelf: Shelf,
  theme: Theme,
  taken: ReadonlySet<string>,
  settled: number,
): OutputFile[] {
  const own = (file: string, out: OutPath, stat: Stat | undefined): OutputFile => ({
    out,
    maker: file,
    // Also its name: a place is found whatever the letter case (output/manifest).
    key:
      stat === undefined || stat.mtime >= settled
        ? NO_MARK
        : mix(markOf(out), stat.size, stat.mtime * 1000, stat.inode),
    bytes: () => files.read(`${site}/${file}`),
  });
  return [
    ...[...theme.assets.values()].map(({ address, maker, bytes }) => ({
      out: outPath(address),
      maker,
      // Its name tells its content.
      key: markOf(address),
      bytes,
    })),
    ...[...shelf.publicFiles]
      .filter(([file]) => !edition.withheld.has(file) && !taken.has(file))
      .map(([file, stat]) => own(file, file.slice('public/'.length) as OutPath, stat)),
    ...edition.attachments.map((file) =>
      own(file, outPath(attachmentAddress(file)), shelf.attachments.get(file)),
    ),
  ];
}
