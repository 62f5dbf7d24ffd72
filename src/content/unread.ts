/** What lies in a paper and is not read. */
import { type Code, type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import type { Passed } from '../base/tree.ts';
import { SOURCE_FOLDERS } from './source-folders.ts';

/** Why a file or folder was not read, and its path from the site. */
export type Unread =
  | Passed
  | readonly [why: 'section page' | 'no address' | 'no name' | 'no folder', path: string];

const ADVICE: Record<Unread[0], readonly [code: Code, problem: string, help: string]> = {
  'no folder': [
    'site/unread',
    'there is no folder behind this',
    'Put the folder there, mend the link, or remove it. What was in the folder would be taken off the site.',
  ],
  'no file': [
    'site/unread',
    'this is a link that leads to no file',
    'Put the file there, mend the link, or remove it. What it led to would be taken off the site.',
  ],
  'linked folder': [
    'check/linked',
    'this is a link to a folder, whose files are not read',
    'Links to folders may lead in a circle. Put the folder itself there, or a link to each of its files.',
  ],
  'not UTF-8': [
    'site/unread',
    'the name is not UTF-8 text, so the file cannot be opened',
    'Give it another name. Plain letters, digits and hyphens are safe everywhere.',
  ],
  'no address': [
    'source/name',
    'the file is not published: its name is too long, or has a sign that addresses cannot have',
    'Give it another name. Plain letters, digits and hyphens are safe everywhere.',
  ],
  // Of public/, where nothing is lost: its other files are published.
  'no name': [
    'source/name',
    'it is not published: its name is not UTF-8 text, so it cannot be opened',
    'Give it another name. Plain letters, digits and hyphens are safe everywhere.',
  ],
  'section page': [
    'source/ending',
    'this is no article: _index.md is where Hugo describes a section',
    'Name the section in site.yaml, under sections:, and remove the file. If it is an article, name it index.md.',
  ],
};

/** Folders that a paper need not have; what is wrong without `articles/` is told with its settings (config). */
const FOLDERS = SOURCE_FOLDERS.filter((name) => name !== 'articles');

/**
 * Those of them that are there by name only: a link whose folder is not mounted, or the file that a checkout makes of a link where
 * the system has none.
 */
export function folderless(files: Files, site: string): readonly Unread[] {
  return FOLDERS.filter((name) => {
    const kind = files.kind(`${site}/${name}`);
    return kind === 'file' || (kind === 'none' && files.linkOf(`${site}/${name}`) !== null);
  }).map((name) => ['no folder', name]);
}

/** What is wrong with each of those that were not read; with `remarks` also where it may be meant. */
export function unreadFaults(unread: readonly Unread[], remarks: boolean): Diagnostic[] {
  return unread
    .map(([why, path]) => {
      const [code, problem, help] = ADVICE[why];
      return diagnostic(code, path, problem, help);
    })
    .filter(({ code }) => remarks || code !== 'check/linked');
}
