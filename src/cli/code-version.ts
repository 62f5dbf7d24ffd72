/** What the pages of the same sources depend on beside them: the code, its packages, and the tables that Node brings. */
import type { Files } from '../base/files.ts';
import { hash } from '../base/hash.ts';
import { folderOf } from '../base/paths.ts';

/** Tables of languages, time zones, letters, and of addresses (ada: WHATWG URL with its IDNA). */
const TABLES = ['icu', 'tz', 'unicode', 'ada'] as const;

/**
 * Stands for all of that. `home` is the folder of Gazeta, `packages` the names of what it imports, which may have been
 * updated without it.
 */
export function codeVersion(files: Files, home: string, packages: readonly string[]): string {
  // The command and all that it loads later; but not what runs in browsers, which is no build's.
  const code = files
    .list(`${home}/lib`)
    .filter(({ path }) => path.endsWith('.js') && !path.startsWith('serve/'))
    .map(({ path, size }) => hash(files.read(`${home}/lib/${path}`, size)));
  const imported = [
    ...packages.map((name) => `${name}/package.json`),
    // What these import in turn: to look for each would take longer than a build that finds nothing changed.
    ...INSTALLED,
  ].map((name) => {
    const bytes = nearest(files, home, name);
    return bytes === null ? '' : hash(bytes);
  });
  const tables = TABLES.map((name) => process.versions[name] ?? '');
  return [hash([...code, ...imported].join(' ')), ...tables, process.arch].join(' ');
}

/** What npm, pnpm and Yarn keep of all that they installed. */
const INSTALLED = ['.package-lock.json', '.pnpm/lock.yaml', '.yarn-integrity', '.yarn-state.yml'];

/** A file where Node finds it: in the nearest node_modules that has it. */
function nearest(files: Files, home: string, name: string): Uint8Array | null {
  for (let folder = home; folder !== ''; folder = folderOf(folder)) {
    if (folder.endsWith('/node_modules')) continue;
    const bytes = files.readIfThere(`${folder}/node_modules/${name}`);
    if (bytes !== null) return bytes;
  }
  return null;
}
