/** What Git leaves in a file where it could not join two versions of it. */
import { lineAt } from '../base/lines.ts';
import type { Fault } from './field.ts';

/** How the lines begin that stand before the one side, between the two, and after the other. */
const [OURS, PARTING, THEIRS] = ['<<<<<<< ', '=======', '>>>>>>> '];

/** Both sides of a conflict, outside of fenced code, where they may be what an article is about; null if there are none. */
export function findConflict(text: string): Fault | null {
  let inFences = 0;
  for (let at = lineWith(OURS, text, 0); at >= 0; at = lineWith(OURS, text, at + 1)) {
    const parting = lineWith(`${PARTING}\n`, text, at);
    const end = parting < 0 ? -1 : lineWith(THEIRS, text, parting);
    if (end < 0) return null;
    if (isInFence(text, at)) {
      if (++inFences === MOST) return null;
      continue;
    }
    const lines = [at, parting, end].map((place) => lineAt(text, place));
    return {
      offset: at,
      problem: 'the file holds both sides of a conflict',
      help: `Choose one of the two sides, and delete the other and the lines ${lines[0]} (${OURS.trim()}), ${lines[1]} (${PARTING}) and ${lines[2]} (${THEIRS.trim()}).`,
    };
  }
  return null;
}

/** A text with so many of them in its code is about them. */
const MOST = 20;

/** Where the first line from a place on begins with some signs; -1 if none does. Line ends, of which there are many, are looked at last. */
function lineWith(signs: string, text: string, from: number): number {
  let at = text.indexOf(signs, from);
  while (at > 0 && text[at - 1] !== '\n') at = text.indexOf(signs, at + 1);
  return at;
}

/** True if a line stands within a fenced block of code (CommonMark 0.31, 4.5). */
function isInFence(text: string, at: number): boolean {
  let open = '';
  for (const line of text.slice(0, at).split('\n')) {
    const [, fence = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open === '') open = fence[0] === '`' && rest.includes('`') ? '' : fence;
    else if (fence.startsWith(open) && rest.trim() === '') open = '';
  }
  return open !== '';
}
