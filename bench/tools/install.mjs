/** Where the peers are kept, and how they get there: nothing of them is in the system or in our package. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const BENCH = fileURLToPath(new URL('..', import.meta.url));
export const ROOT = path.dirname(path.resolve(BENCH));
export const CACHE = path.join(ROOT, 'node_modules/.cache/gazeta-bench');

/** What a command said; an error has what it complained of. */
export async function say(command, args, options = {}) {
  const { stdout } = await promisify(execFile)(command, args, options);
  return stdout.trim();
}

/** A folder of the cache, filled by `fill` unless it has been; half an installation is none. */
export async function installed(name, fill) {
  const folder = path.join(CACHE, name);
  const done = path.join(folder, 'installed');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fill(folder);
  writeFileSync(done, '');
  return folder;
}

/** Packages of npm in a folder of their own; `{folder, version}`, the version that of the first. */
export async function fromNpm(name, packages) {
  const folder = await installed(name, async (cwd) => {
    writeFileSync(path.join(cwd, 'package.json'), '{"private": true}\n');
    await say('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd });
  });
  const main = packages[0].slice(0, packages[0].lastIndexOf('@'));
  const about = path.join(folder, 'node_modules', main, 'package.json');
  return { folder, version: JSON.parse(readFileSync(about, 'utf8')).version };
}
