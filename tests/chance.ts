/**
 * What is left to chance, and is the same each time: of a change the tests say what they said yesterday. Other seeds
 * are tried by `npm run chance`.
 */
import fc from 'fast-check';

export { fc };

/** `CASE` is the path of a case that failed, as the library prints it. */
const { SEED = '20261128', TIMES = '1', CASE } = process.env;

fc.configureGlobal({ seed: Number(SEED) });

/** For `fc.assert`: so many cases, or times as many. */
export const cases = (usual: number): { numRuns: number; path?: string } => ({
  numRuns: Math.ceil(usual * Number(TIMES)),
  ...(CASE === undefined ? {} : { path: CASE }),
});
