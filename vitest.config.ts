import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Expectations are literals, written by people; CI never writes any.
    update: false,
    // A story builds whole papers; how fast is bench/'s business. This is for what hangs, on a machine with much else to do.
    testTimeout: 240_000,
    // All processors: it leaves one idle otherwise, and of two that is half.
    maxWorkers: '100%',
    hookTimeout: 240_000,
  },
});
