/** The files of a build as they are made: each has one maker, is counted, and is staged while there is no error. */
import type { WithDiagnostics } from '../base/findings.ts';
import type { OutPath } from '../base/paths.ts';
import { type Claims, claims } from './claims.ts';
import type { Published } from './manifest.ts';
import type { Publisher } from './publish.ts';

/** A file of the output that is no page. */
export interface OutputFile {
  readonly out: OutPath;
  /** What makes it: a file of the site, or a page in words. */
  readonly maker: string;
  bytes(): Uint8Array;
}

/** Takes files in. */
export interface Collector {
  /** `maker` is a file of the site, or a page in words. */
  add(out: OutPath, maker: string, bytes: Uint8Array, kind?: Published['kind']): void;
  readonly names: Claims;
  /** All files so far, with their bytes. */
  readonly published: readonly { readonly out: OutPath; readonly size: number }[];
}

/** `note` tells what is wrong; `target` stages, or is null if nothing is to be published. */
export function collector(
  target: Publisher | null,
  note: (found: WithDiagnostics) => unknown,
  isFatal: () => boolean,
): Collector {
  const names = claims();
  const published: { out: OutPath; size: number }[] = [];
  return {
    names,
    published,
    add(out, maker, bytes, kind = 'other') {
      note(names.claim(out, maker, kind));
      published.push({ out, size: bytes.length });
      if (!isFatal()) target?.stage(out, bytes, kind);
    },
  };
}
