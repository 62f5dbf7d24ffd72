/** Libraries that are loaded when something first needs them, and never by a command that does not. */
import { createRequire } from 'node:module';
import { once } from './once.ts';

const require = createRequire(import.meta.url);

/**
 * A library by its name, as a function that gives it: the first call loads it, without waiting. It is
 * `require`, which gives ES modules too (their `default` is a property then).
 */
export function lazily<Library>(name: string): () => Library {
  return once(() => require(name) as Library);
}
