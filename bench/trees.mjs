/** Folders as they are: what is in them, and what one run wrote and changed. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All files below a folder, by path within it. */
function* filesBelow(folder, within = '') {
  for (const entry of readdirSync(path.join(folder, within), { withFileTypes: true })) {
    const name = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, name);
    else yield name;
  }
}

const hashOf = (file) => createHash('sha1').update(readFileSync(file)).digest('base64');

/** What any write to a file changes: which file it is, and when it was written or renamed, to the nanosecond. */
function stampOf(file) {
  const { ino, mtimeNs, ctimeNs, size } = lstatSync(file, { bigint: true });
  return `${ino} ${mtimeNs} ${ctimeNs} ${size}`;
}

/**
 * Each file by path, with its stamp and a hash of its content. Files with the stamp that they had in the snapshot
 * before are not read again: a million of them take minutes.
 */
export function snapshot(folder, before = new Map()) {
  const files = new Map();
  for (const name of filesBelow(folder)) {
    const file = path.join(folder, name);
    const stamp = stampOf(file);
    const known = before.get(name);
    files.set(name, known?.stamp === stamp ? known : { stamp, hash: hashOf(file) });
  }
  return files;
}

/** How many files are new, have other bytes, or are gone; and how many were written, with whatever bytes. */
export function difference(before, after) {
  let changed = 0;
  let written = 0;
  for (const [name, { stamp, hash }] of after) {
    const known = before.get(name);
    if (known?.hash !== hash) changed++;
    if (known?.stamp !== stamp) written++;
  }
  for (const name of before.keys()) if (!after.has(name)) changed++;
  return { changed, written };
}

/** What a tool made, by kind. The addresses of articles end with their number; no other page's does. */
export function census(folder) {
  const count = { articles: 0, lists: 0, feeds: 0, others: 0, bytes: 0 };
  for (const name of filesBelow(folder)) {
    if (/-\d+\/index\.html$/.test(name)) count.articles++;
    else if (name.endsWith('.html')) count.lists++;
    else if (/\.(xml|json)$/.test(name)) count.feeds++;
    else count.others++;
    count.bytes += lstatSync(path.join(folder, name)).size;
  }
  return count;
}

/** Some folders as a short word that is another one when any of their files is. */
export function fingerprint(folders, isWanted = () => true) {
  const hash = createHash('sha1');
  for (const folder of folders)
    for (const name of [...filesBelow(folder)].filter(isWanted).sort())
      hash.update(`${name}\0${hashOf(path.join(folder, name))}\0`);
  return hash.digest('hex').slice(0, 10);
}
