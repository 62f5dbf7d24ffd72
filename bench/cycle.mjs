/** One tool and one paper: its site, and the steps one after another. */
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LATER, linkCorpus, NOW } from './corpus.mjs';
import { applyEdit, undoEdits } from './edits.mjs';
import { measureHeap } from './heap.mjs';
import { measure } from './measure.mjs';
import { addRun } from './store.mjs';
import { census, difference, snapshot } from './trees.mjs';

/** Lays out a site for a tool. */
export function layOut(tool, corpus, folder) {
  const site = path.join(folder, tool.id, 'site');
  cpSync(tool.source, site, { recursive: true });
  tool.prepare(site, tool.found);
  linkCorpus(corpus, path.join(site, tool.articles));
  const template = readFileSync(path.join(site, tool.template), 'utf8');
  if (!template.includes('<article')) throw new Error(`${tool.id}: its template has no <article>`);
  return { site, template };
}

/** The site as it was laid out, without what the tool has made: that is moved away, and perhaps removed later. */
export function reset(tool, corpus, { site, template }, attic) {
  for (const name of tool.made) {
    const folder = path.join(site, name);
    if (existsSync(folder)) renameSync(folder, mkdtempSync(path.join(attic, 'made-')));
  }
  undoEdits(corpus, path.join(site, tool.articles), tool);
  writeFileSync(path.join(site, tool.template), template);
}

/** What happens before a step. */
function edit(step, tool, { edits }, { site, template }) {
  const hasFile = step in edits && !(step === 'clock' && tool.hasClock);
  if (hasFile) applyEdit(path.join(site, tool.articles), edits[step]);
  if (step === 'template')
    writeFileSync(
      path.join(site, tool.template),
      template.replace('<article', '<article data-edited="yes"'),
    );
}

/** That an article appeared with its step, and not before: a build that does not do the job is no measure. */
function prove(step, edits, before, after) {
  const page = edits[step]?.page;
  if (page === undefined) return;
  const has = (files) => [...files.keys()].some((name) => name.endsWith(page));
  if (has(before) || !has(after))
    throw Object.assign(new Error(`the article of "${step}" did not appear with it`), { step });
}

/**
 * A cold build and some steps upon it, once. What of them `isWanted` goes into the row, and is saved at once. What
 * they change is counted the first time only: it is the same each time.
 */
export async function cycle({ tool, corpus, state, row, steps, isWanted, limit, save }) {
  const out = path.join(state.site, tool.out);
  const isCounted = row.made === null || steps.some((step) => row.steps[step] === undefined);
  let before = null;
  for (const step of steps) {
    edit(step, tool, corpus, state);
    const now = step === 'clock' ? LATER : NOW;
    const command = tool.command(tool.found, state.site, now);
    try {
      const figures = await measure(command, { limit });
      if (isWanted(step)) addRun(row, step, figures);
    } catch (error) {
      error.step = step;
      throw error;
    }
    if (isCounted) {
      if (step === 'cold') row.made = census(out);
      if (steps.length > 1) {
        const after = snapshot(out, before ?? undefined);
        if (before !== null) {
          prove(step, corpus.edits, before, after);
          Object.assign(row.steps[step], difference(before, after));
        }
        before = after;
      }
    }
    save();
  }
}

/** A cold build more, for its heap; it is slower, so its time does not count. */
export async function cycleHeap({ tool, state, row, save }) {
  row.heap = await measureHeap(tool.command(tool.found, state.site, NOW));
  save();
}
