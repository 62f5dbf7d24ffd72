/** Where code of the paper failed. */

/** A line, from 1, of a file relative to the site. */
export interface ThrownAt {
  readonly file: string;
  readonly line: number;
}

/**
 * The place in a folder at which something was thrown, by its stack; null if that tells none. A syntax error has it in its
 * first line. Nobody can mend our own code or the parser's, which may be installed there, too.
 */
export function thrownAt(site: string, error: unknown): ThrownAt | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  // An ES module stands there by its address, and another module by its path.
  const folders = [site, encodeURI(site)].map(escaped).join('|');
  const frames = stack.matchAll(new RegExp(`(file://)?(?:${folders})/([^\n:]+):(\\d+)`, 'g'));
  for (const [, scheme, name = '', line] of frames) {
    if (/^node_modules\/(?:gazeta|markdown-it)\//.test(name)) continue;
    return { file: scheme === undefined ? name : decodeURI(name), line: Number(line) };
  }
  return null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
