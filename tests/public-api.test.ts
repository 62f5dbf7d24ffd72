import { expect, test } from 'vitest';
import * as api from '../src/index.ts';

test('the public API is what it was; a change here is a change for users', () => {
  expect(Object.keys(api).sort()).toEqual([
    'FilesError',
    'build',
    'isInstantFault',
    'memoryFiles',
    'nodeFiles',
    'readInstant',
    'resizer',
    'unresized',
  ]);
});
