/**
 * What became of a published site since somebody was last told of it. What they were told is kept as the manifest of that time, so
 * that nothing is lost whatever comes between: a build that was killed when all was in place, one that nobody listed.
 */
import type { Files } from '../base/files.ts';
import type { OutPath } from '../base/paths.ts';
import { recordFiles, writeRecord } from './journal.ts';
import {
  loadManifest,
  type Manifest,
  manifestOf,
  noRows,
  readManifest,
  writeManifest,
} from './manifest.ts';
import type { Changes } from './publish.ts';

/** Who is told: those of `gazeta watch --on-publish`, or of `gazeta build --changes`. */
export type Told = 'handed' | 'listed';

/** What they do not know yet. */
export interface Since {
  readonly now: Manifest;
  readonly changes: Changes;
  /** To be called when they were told. */
  keep(): void;
}

/** What changed since; null if nothing is published. Of what nobody was told, every file is new. */
export function changesSince(files: Files, records: string, told: Told): Since | null {
  const bytes = files.readIfThere(recordFiles(records).manifest);
  const now = bytes && readManifest(bytes);
  if (bytes === null || now === null) return null;
  const before = loadManifest(files, recordOf(records, told)) ?? manifestOf(noRows());
  return {
    now,
    changes: difference(before, now),
    keep: () => writeRecord(files, recordOf(records, told), bytes, true),
  };
}

/** Who was never told is so from here on: of what is published now they know. */
export function beginTelling(files: Files, records: string, told: Told): void {
  const record = recordOf(records, told);
  if (files.kind(record) !== 'none') return;
  const bytes = files.readIfThere(recordFiles(records).manifest);
  const nothing = () => Buffer.concat(writeManifest(manifestOf(noRows())));
  writeRecord(files, record, bytes ?? nothing(), true);
}

function recordOf(records: string, told: Told): string {
  return `${records}/${told}`;
}

/** From one manifest to another; both are sorted by place. */
function difference(before: Manifest, now: Manifest): Changes {
  const written: OutPath[] = [];
  const removed: OutPath[] = [];
  let unchanged = 0;
  const [old, fresh] = [before.rows.place, now.rows.place];
  let [row, other] = [0, 0];
  while (row < old.length || other < fresh.length) {
    const place = old[row] ?? Number.POSITIVE_INFINITY;
    const place2 = fresh[other] ?? Number.POSITIVE_INFINITY;
    if (place < place2) removed.push(before.outOf(row++));
    else if (place > place2) written.push(now.outOf(other++));
    else {
      // A path may differ by its letter case and have the place of another.
      const [from, to] = [before.outOf(row), now.outOf(other)];
      if (from !== to) removed.push(from);
      if (from === to && before.hashOf(row) === now.hashOf(other)) unchanged++;
      else written.push(to);
      row++;
      other++;
    }
  }
  return { written: written.sort(), removed: removed.sort(), unchanged };
}
