/** Commands that only look: they need no right to write, and none to read what somebody else's builds keep. */
import { describe, expect, test } from 'vitest';
import { FilesError } from '../../src/base/files.ts';
import type { Instant } from '../../src/base/instant.ts';
import { unresized } from '../../src/output/resize.ts';
import { preview } from '../../src/serve/preview.ts';
import { type Site, site, story } from '../rig.ts';

const STORE = '/site/.gazeta';
const FILES = {
  'site.yaml': 'title: Our Paper\nurl: https://x.example\n',
  'articles/first.md': story('The first', '2026-11-20'),
  'articles/later.md': story('Later', '2026-11-25T06:00'),
};
const COMMANDS = ['check', 'next', 'why /2026/11/20/first/', 'why /'];

const paper = () => site(FILES).build().exits(0);

/** The same paper where no scratch file can be made. */
function readOnly(one: Site): Site {
  Object.assign(one.files, {
    scratch(path: string) {
      throw new FilesError(path, 'EACCES', 'make the folder');
    },
  });
  return one;
}

/** The same paper as somebody sees it who may not look into its store. */
function asAnother(one: Site, code: string): Site {
  for (const act of ['kind', 'read', 'readIfThere', 'reader', 'list', 'sizeOf', 'identity']) {
    const before = one.files[act as 'kind'];
    Object.assign(one.files, {
      [act](path: string, ...more: []) {
        if (path.startsWith(`${STORE}/`)) throw new FilesError(path, code, 'look at');
        return before(path, ...more);
      },
    });
  }
  return one;
}

/** What `gazeta dev` shows. */
function shown({ files }: Site) {
  const now = Date.parse('2026-11-23T12:00:00Z') as Instant;
  const paper = preview(
    {
      files,
      site: '/site',
      store: STORE,
      theme: '/gazeta/templates',
      version: '0.0.0',
      drafts: false,
      clock: () => now,
      jobs: 1,
      worker: null,
      resize: unresized,
    },
    () => 0,
  );
  const { complete, articles } = paper.look(now);
  return { complete, articles };
}

describe.each(COMMANDS)('gazeta %s', (command) => {
  const told = (one: Site) => one.gazeta(...command.split(' ')).exits(0);

  test('tells the same where nothing can be written', () => {
    expect(told(readOnly(paper())).stdout).toBe(told(paper()).stdout);
  });

  test.each(['EACCES', 'EPERM'])('takes a store that may not be read for none: %s', (code) => {
    const without = paper();
    without.files.removeFolder(STORE);
    expect(told(asAnother(paper(), code)).stdout).toBe(told(without).stdout);
  });
});

test('a store on a disk that fails is no store that may not be read', () => {
  asAnother(paper(), 'EIO').gazeta('check').exits(74);
});

test('a preview shows a paper without its store, and where nothing can be written', () => {
  const expected = { complete: true, articles: 1 };
  expect(shown(paper())).toEqual(expected);
  expect(shown(readOnly(asAnother(paper(), 'EACCES')))).toEqual(expected);
});
