/** Modules that a paper brings, loaded without waiting. */
import type * as ChildProcess from 'node:child_process';
import { createRequire } from 'node:module';
import { lazily } from './lazy.ts';

const processes = lazily<typeof ChildProcess>('node:child_process');

/** The value of a module by its absolute path, CommonJS or ES. Throws what it throws; of wrong syntax the stack tells where. */
export function loadModule(path: string): unknown {
  try {
    return createRequire(path)(path);
  } catch (error) {
    if (error instanceof SyntaxError && !error.stack?.includes(path)) {
      // Of an ES module that is required Node keeps the line to itself.
      const { stderr } = processes().spawnSync(process.execPath, ['--check', path]);
      const told = stderr.toString();
      if (told.includes(error.message)) error.stack = `${told}\n${error.stack}`;
    }
    throw error;
  }
}
