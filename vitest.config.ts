import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Expectations are literals, written by people; CI never writes any.
    update: false,
    // A story builds whole papers; how fast is bench/'s business.
    testTimeout: 60_000,
    // All processors: it leaves one idle otherwise, and of two that is half.
    maxWorkers: '100%',
    hookTimeout: 60_000,
  },
});
