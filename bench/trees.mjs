/** Output folders as they are: what is in them, and what one run changed. */
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

/** The content of each file as a hash, by path. */
export function snapshot(folder) {
  const hashes = new Map();
  for (const name of filesBelow(folder)) {
    const content = readFileSync(path.join(folder, name));
    hashes.set(name, createHash('sha1').update(content).digest('base64'));
  }
  return hashes;
}

/** How many files are new, have other bytes, or are gone. */
export function difference(before, after) {
  let changed = 0;
  for (const [name, hash] of after) if (before.get(name) !== hash) changed++;
  for (const name of before.keys()) if (!after.has(name)) changed++;
  return changed;
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
