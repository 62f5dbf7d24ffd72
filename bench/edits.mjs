/** What happens to a paper after it is built, one thing at each step. */
import { linkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { article, textOf } from './corpus.mjs';

/** The steps in their order; each builds, upon what those before have made. */
export const STEPS = [
  { id: 'cold', name: 'cold', about: 'neither output nor caches' },
  { id: 'nothing', name: 'nothing changed', about: 'built once more' },
  { id: 'body', name: 'a body', about: 'one paragraph more in an article of the middle' },
  { id: 'headline', name: 'a headline', about: 'another headline of that article' },
  {
    id: 'publish',
    name: 'publish the newest',
    about: 'a new article, of the same day as the newest',
  },
  { id: 'backdated', name: 'a backdated one', about: 'a new article of four years ago' },
  { id: 'template', name: 'a template', about: 'an attribute in the template of articles' },
  // The last, since nothing may be built afterwards with an earlier time.
  { id: 'clock', name: 'an embargo passes', about: 'the time of an article that is there comes' },
];

export const nameOf = (id) => STEPS.find((step) => step.id === id).name;

/** The file of each step that has one, and how the name of the page ends that the step makes appear. */
export function editsOf(size) {
  const old = article(Math.floor(size / 2), size);
  const corrected = { ...old, body: `${old.body}\nPërditësim: lajmi u plotësua.\n` };
  const renamed = { ...corrected, title: `${old.title} sot` };
  const file = (one) => ({ path: one.path, text: textOf(one) });
  // The addresses of articles end with their number.
  const added = (at) => ({ ...file(article(at, size)), page: `-${at}/index.html` });
  return {
    body: file(corrected),
    headline: file(renamed),
    publish: added(size),
    backdated: added(size + 1),
    clock: added(size + 2),
  };
}

/** Replaces a file and never writes into one, since it may be that of all tools. */
export function applyEdit(to, edit) {
  const file = path.join(to, edit.path);
  rmSync(file, { force: true });
  writeFileSync(file, edit.text);
}

/** Back to the corpus as it was made; tools with a clock have the article with the embargo from the start. */
export function undoEdits({ folder, edits }, to, { hasClock }) {
  for (const { path: name } of Object.values(edits)) rmSync(path.join(to, name), { force: true });
  linkSync(path.join(folder, edits.body.path), path.join(to, edits.body.path));
  if (hasClock) applyEdit(to, edits.clock);
}
