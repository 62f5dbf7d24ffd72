/**
 * The questions of `gazeta init` on a terminal. The answers become the options that would have said them, so that the
 * command itself asks nothing.
 */
import { FilesError } from '../../base/files.ts';
import { readArguments } from '../arguments.ts';
import { UsageError, type World } from '../world.ts';
import { factsOf } from './init.ts';
import { QUESTIONS, type QuestionName } from './questions.ts';

/** Asks one question; null if there will be no answer any more. */
export type Ask = (question: string) => Promise<string | null>;

/** What the interview sees of the world. */
export type InterviewWorld = Pick<World, 'files' | 'resolve' | 'printer' | 'zone'>;

/**
 * A command line with the answers to what it leaves open; as it is if there is nothing to ask. Null if the questions were
 * not answered to the end.
 */
export async function answered(
  args: readonly string[],
  world: InterviewWorld,
  ask: Ask,
): Promise<readonly string[] | null> {
  const open = args[0] === 'init' ? openQuestions(args, world) : null;
  if (open === null) return args;
  const { facts, given } = open;
  const answers: Partial<Record<QuestionName, string>> = { ...given };
  const added: string[] = [];
  world.printer.message('A new paper. Press Enter to accept what is in brackets.\n');
  for (const { name, ask: text, hint, isAsked, fallback, problem } of QUESTIONS) {
    if (answers[name] !== undefined) continue;
    const usual = fallback(facts, answers);
    if (isAsked(facts) && hint !== undefined) world.printer.message(hint);
    const answer = isAsked(facts) ? await askUntilRight(text, usual, problem) : usual;
    if (answer === null) return null;
    answers[name] = answer;
    added.push(`--${name}=${answer}`);
  }
  world.printer.message('');
  // Options stand before a "--", after which everything is a word.
  return ['init', ...added, '--yes', ...args.slice(1)];

  async function askUntilRight(
    text: string,
    usual: string,
    problem: (answer: string) => string | null,
  ): Promise<string | null> {
    for (;;) {
      const typed = await ask(`${text} [${usual}]: `);
      if (typed === null) return null;
      const answer = typed.trim() === '' ? usual : typed.trim();
      const wrong = problem(answer);
      if (wrong === null) return answer;
      world.printer.message(`  "${answer}" ${wrong}.`);
    }
  }
}

/** What is known and said before anything is asked; null if nothing is to be asked, or the command will refuse. */
function openQuestions(args: readonly string[], world: InterviewWorld) {
  try {
    const { values, positionals } = readArguments('init', args.slice(1));
    if (values.yes || values.help || values.json) return null;
    const facts = factsOf(positionals, world);
    const given: Partial<Record<QuestionName, string>> = {};
    for (const { name, problem } of QUESTIONS) {
      const value = values[name];
      if (value === undefined) continue;
      if (problem(value) !== null) return null;
      given[name] = value;
    }
    return { facts, given };
  } catch (error) {
    // The command meets the same, and tells it.
    if (error instanceof UsageError || error instanceof FilesError) return null;
    throw error;
  }
}
