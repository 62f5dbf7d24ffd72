/** What `gazeta init` says at its end: what was made, and the next two commands. */
import { folderOf } from '../../base/paths.ts';
import { namedFrom, quoted } from '../report.ts';
import type { World } from '../world.ts';
import { IGNORED } from './package-text.ts';
import { workflowFile } from './paper.ts';
import { type Answers, EXAMPLE_URL, type Facts, type QuestionName } from './questions.ts';

export interface Outcome {
  readonly answers: Answers;
  /** What nobody said, and nobody agreed to leave to the defaults. */
  readonly unsaid: readonly QuestionName[];
  readonly written: readonly string[];
  /** Files that were there. */
  readonly kept: readonly string[];
  readonly facts: Facts;
  /** True if there was a package.json that does not name Gazeta. */
  readonly lacksGazeta: boolean;
  readonly json: boolean;
}

/** Tells it. */
export function outcome(one: Outcome, { files, printer, here }: World): void {
  const { answers, unsaid, written, kept, facts, json } = one;
  const next = nextCommands(one, here);
  if (json) {
    const { folder } = facts;
    printer.out(JSON.stringify({ exitCode: 0, folder, written, kept, next }, null, 2));
    return;
  }
  if (unsaid.length > 0)
    printer.message(
      [
        'Nothing was asked, since this is no terminal. What was not said is:',
        ...unsaid.map((name) => `  --${name} "${answers[name]}"`),
      ].join('\n'),
    );
  for (const file of kept)
    printer.message(`${file} was there already and stays as it is.${advice(file, one)}`);
  if (facts.hasArticles) printer.message('There are articles already, so none was written.');
  const workflow = workflowFile(answers);
  const hints = [
    answers.url === EXAMPLE_URL
      ? 'Before you publish, write the address of the paper into site.yaml: url.'
      : null,
    workflow === null ? null : `How it is published stands in the comments of ${workflow}.`,
    displaced(workflow, facts.folder, files),
  ].filter((line) => line !== null);
  printer.out(
    [
      `Made ${answers.title.trim()} in ${facts.folder}:`,
      ...written.map((file) => `  ${file}`),
      '',
      'Next:',
      ...next.map((line) => `  ${line}`),
      ...(hints.length === 0 ? [] : ['', ...hints]),
    ].join('\n'),
  );
}

/** Hosts look for their workflows in the folder of the repository, and in no other. */
function displaced(workflow: string | null, folder: string, files: World['files']): string | null {
  if (workflow === null || !/^\.git(?:hub|lab)/.test(workflow)) return null;
  for (let at = folder; at !== ''; at = folderOf(at)) {
    if (files.kind(`${at}/.git`) === 'none') continue;
    if (at === folder) return null;
    return `The paper is within the repository ${at}: move ${workflow} to the same place there, and let its steps run in ${folder.slice(at.length + 1)}/.`;
  }
  return null;
}

function nextCommands({ facts: { folder }, lacksGazeta }: Outcome, here: string): string[] {
  const install = lacksGazeta ? 'npm install gazeta' : 'npm install';
  return [
    folder === here ? install : `cd ${quoted(namedFrom(here, folder))} && ${install}`,
    'npx gazeta build',
  ];
}

function advice(file: string, { lacksGazeta }: Outcome): string {
  if (file === '.gitignore') return ` See that it has ${IGNORED.join(', ')}.`;
  return file === 'package.json' && lacksGazeta ? ' It does not name gazeta yet.' : '';
}
