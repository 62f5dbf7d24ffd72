/** Real builds that are really killed: `npm run kills -- 500` is the same, longer. */
import { expect, test } from 'vitest';
import { killBuilds } from '../tools/kills.mjs';

test('40 builds killed at random moments lose nothing', { timeout: 600_000 }, async () => {
  const landed = await killBuilds(40, { seed: 7 });
  // Were none killed while it wrote, nothing would have been tried.
  expect(landed.during).toBeGreaterThan(4);
});
