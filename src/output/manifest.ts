/**
 * The record of what a build published into an output folder: the right to remove a file later.
 * A checksummed text file in the site's store; a damaged one counts as none.
 *
 *     gazeta manifest 1
 *     <hash> <size> <kind> <path>
 *     ...
 *     end <hash of all lines before>
 */
import type { Files } from '../base/files.ts';
import { type Hash, hash } from '../base/hash.ts';
import type { OutPath } from '../base/paths.ts';

/** One published file. */
export interface Published {
  readonly out: OutPath;
  readonly hash: Hash;
  /** Bytes. */
  readonly size: number;
  /** `article` for articles' own pages, which the guard against mass removal counts. */
  readonly kind: 'article' | 'other';
}

/** Published files by path. */
export type Manifest = ReadonlyMap<OutPath, Published>;

const HEADER = 'gazeta manifest 1';

/** Lines under a header, with a checksum that tells a cut or changed file from a whole one. */
export function seal(header: string, lines: readonly string[]): string {
  const text = `${[header, ...lines].join('\n')}\n`;
  return `${text}end ${hash(text)}\n`;
}

/** The lines of a sealed text; null if it is another kind of text, or is damaged. */
export function unseal(header: string, text: string): string[] | null {
  const end = text.lastIndexOf('end ');
  const body = text.slice(0, Math.max(0, end));
  if (!body.startsWith(`${header}\n`) || text.slice(end) !== `end ${hash(body)}\n`) return null;
  return body.split('\n').slice(1, -1);
}

/** The manifest as text. */
export function writeManifest(manifest: Manifest): string {
  const entries = [...manifest.values()].sort(byPath);
  return seal(
    HEADER,
    entries.map(({ out, hash: content, size, kind }) => `${content} ${size} ${kind} ${out}`),
  );
}

/** Reads a manifest; null if the text is none, or was cut or changed. */
export function readManifest(text: string): Manifest | null {
  const lines = unseal(HEADER, text);
  if (lines === null) return null;
  const manifest = new Map<OutPath, Published>();
  for (const line of lines) {
    const [content = '', size = '', kind = '', ...path] = line.split(' ');
    const out = path.join(' ') as OutPath;
    manifest.set(out, {
      out,
      hash: content as Hash,
      size: Number(size),
      kind: kind === 'article' ? 'article' : 'other',
    });
  }
  return manifest;
}

/** Reads a manifest file; null if it is missing or damaged. */
export function loadManifest(files: Files, path: string): Manifest | null {
  const bytes = files.readIfThere(path);
  return bytes === null ? null : readManifest(new TextDecoder().decode(bytes));
}

function byPath(a: Published, b: Published): number {
  return a.out < b.out ? -1 : 1;
}
