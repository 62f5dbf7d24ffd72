/** `gazeta init`: a new paper, from answers to files. */
import { FilesError } from '../../base/files.ts';
import { CONFIG_FILE } from '../../content/discover.ts';
import type { Parsed } from '../arguments.ts';
import { tellFindings } from '../findings.ts';
import { UsageError, type World } from '../world.ts';
import { outcome } from './outcome.ts';
import { needsGazeta } from './package-text.ts';
import { paperFiles } from './paper.ts';
import { type Answers, type Facts, QUESTIONS, type QuestionName } from './questions.ts';
import { rehearse } from './rehearsal.ts';

/** Runs the command; returns the exit code. */
export function initCommand(parsed: Parsed<'init'>, world: World, version: string): number {
  const written: string[] = [];
  try {
    return make(parsed, world, version, written);
  } catch (error) {
    if (!(error instanceof FilesError)) throw error;
    const done =
      written.length === 0 ? 'Nothing was written' : `Written so far: ${written.join(', ')}`;
    world.printer.message(
      `${world.printer.paint('red', 'error')} output/file: ${error.message}\n  ${done}. Name a folder where you may write, or run the command again when the cause is gone; files that are there stay.`,
    );
    return 74;
  }
}

/** Makes the paper; `written` has what was written also if a disk fails on the way. */
function make(
  { values: options, positionals }: Parsed<'init'>,
  world: World,
  version: string,
  written: string[],
): number {
  const { files, printer } = world;
  const facts = factsOf(positionals, world);
  const answers = answersOf(options, facts);
  const paper = paperFiles(answers, facts, world.now, version);
  const found = rehearse(paper, world);
  if (found.length > 0) {
    tellFindings(world, found, false);
    printer.message('Nothing was written: these answers cause the errors above. Change them.');
    return 2;
  }
  const kept: string[] = [];
  for (const [file, text] of Object.entries(paper)) {
    const isNew = files.create(`${facts.folder}/${file}`, new TextEncoder().encode(text));
    (isNew ? written : kept).push(file);
  }
  const manifest = kept.includes('package.json')
    ? new TextDecoder().decode(files.read(`${facts.folder}/package.json`))
    : null;
  const unsaid = QUESTIONS.map(({ name }) => name).filter((name) => options[name] === undefined);
  outcome(
    {
      answers,
      unsaid: options.yes ? [] : unsaid,
      written,
      kept,
      facts,
      lacksGazeta: manifest !== null && !needsGazeta(manifest),
      json: options.json ?? false,
    },
    world,
  );
  return 0;
}

/** What is said, and for the rest what holds without it. Throws a UsageError at what cannot be. */
function answersOf(options: Parsed<'init'>['values'], facts: Facts): Answers {
  const answers: Partial<Record<QuestionName, string>> = {};
  for (const { name, fallback, problem } of QUESTIONS) {
    const given = options[name];
    const wrong = given === undefined ? null : problem(given);
    if (wrong !== null) throw new UsageError(`--${name} "${given}" ${wrong}`);
    answers[name] = given ?? fallback(facts, answers);
  }
  return answers as Answers;
}

/** What is known of the folder. Throws a UsageError if no paper can be made there. */
export function factsOf(
  positionals: readonly string[],
  { files, resolve, zone }: Pick<World, 'files' | 'resolve' | 'zone'>,
): Facts {
  const [name = '.', ...more] = positionals;
  if (more.length > 0)
    throw new UsageError(
      `name one folder: gazeta init ${name}; a value of several words stands in quotes`,
    );
  const folder = resolve(name);
  if (files.kind(folder) === 'file')
    throw new UsageError(`${folder} is a file: name a folder, which is made if it is not there`);
  if (files.kind(`${folder}/${CONFIG_FILE}`) !== 'none')
    throw new UsageError(
      `there is a paper already: ${folder}/${CONFIG_FILE}. Build it with gazeta build --site ${name}, or name another folder`,
    );
  const articles = `${folder}/articles`;
  const hasArticles = files.kind(articles) === 'folder' && files.list(articles).length > 0;
  return { folder, zone, hasArticles };
}
