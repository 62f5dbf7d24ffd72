/** Names of output files that no disk, or not every disk, can hold: told before anything is written. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { OutPath } from '../base/paths.ts';
import { FORBIDDEN } from '../base/paths.ts';
import { STAGED } from './journal.ts';

/** The most bytes of one name on the file systems in use (ext4, APFS; NTFS counts units), with its temporary form. */
const LONGEST_NAME = 255 - STAGED.length;

/** What is right without a closer look: short, and of names that begin with a letter or digit. */
const PLAIN = /^(?:[A-Za-z0-9_][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

/** Tells whether a path can stand in the output folder. `maker` is a file of the site, or a page in words. */
export type NameCheck = (
  out: OutPath,
  maker: string,
) => { readonly diagnostics: readonly Diagnostic[] };

const FINE = { diagnostics: [] };

/** `longestPath` is the most bytes of a whole path on this system. */
export function nameCheck(outFolder: string, longestPath: number): NameCheck {
  const room = longestPath - Buffer.byteLength(`${outFolder}${STAGED}/${STAGED}`);
  return (out, maker) => {
    if (out.length <= Math.min(LONGEST_NAME, room) && PLAIN.test(out) && !out.includes(STAGED))
      return FINE;
    const fault = faultOf(out, room);
    if (fault === null) return FINE;
    return {
      diagnostics: [
        diagnostic(
          'output/name',
          maker,
          `${shortened(out)} cannot be written: ${fault}`,
          'Give it another name: an article by a line slug: or permalink: in its front matter, a file by its own.',
        ),
      ],
    };
  };
}

function faultOf(out: OutPath, room: number): string | null {
  const names = out.split('/');
  if (FORBIDDEN.test(out)) return 'a name has a character that file names cannot have';
  if (names.some((name) => name === '..' || name === '.' || name === ''))
    return 'it leaves the output folder, or names no file';
  if (names.some((name) => name.endsWith(STAGED))) return `names that end in ${STAGED} are ours`;
  const long = names.find((name) => Buffer.byteLength(name) > LONGEST_NAME);
  if (long !== undefined)
    return `a name has ${Buffer.byteLength(long)} bytes, and ${LONGEST_NAME} are the most`;
  const bytes = Buffer.byteLength(out);
  return bytes > room
    ? `the path has ${bytes} bytes, and ${room} are left below this folder`
    : null;
}

function shortened(out: string): string {
  return out.length <= 80 ? out : `${out.slice(0, 40)}…${out.slice(-30)}`;
}
