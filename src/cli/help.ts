/** `gazeta --help` and `gazeta help COMMAND`, from the table of commands. */
import type { Parsed } from './arguments.ts';
import type { Command, Option } from './command.ts';
import { COMMAND_NAMES, COMMANDS, type CommandName, isCommand } from './commands.ts';
import { noCommand } from './mistakes.ts';
import { UsageError, type World } from './world.ts';

/** As many columns as a terminal surely has. */
const WIDTH = 80;

/** What all commands do, on one screen. */
export function overview(): string {
  return [
    'Gazeta, the static site generator for newsrooms.',
    '',
    'Usage: gazeta <command> [options]',
    '',
    ...table(COMMAND_NAMES.map((name) => [name, COMMANDS[name].about])),
    '',
    'gazeta help <command> explains one; gazeta --version prints the version.',
  ].join('\n');
}

/** The first line of a command's help. */
export function usage(name: CommandName): string {
  const words = COMMANDS[name].words;
  return `Usage: gazeta ${name}${words === '' ? '' : ` ${words}`} [options]`;
}

/** All about one command. */
export function helpOf(name: CommandName): string {
  const { text, options, examples, exitCodes }: Command = COMMANDS[name];
  return [
    usage(name),
    ...text.split('\n\n').flatMap((paragraph) => ['', ...wrapped(paragraph, '')]),
    '',
    ...table(Object.entries(options).map(([option, one]) => [optionText(option, one), one.about])),
    '',
    examples.length === 1 ? 'An example:' : 'Examples:',
    '',
    ...exampleLines(examples),
    '',
    ...wrapped(`Exit codes: ${exitCodes}`, ''),
  ].join('\n');
}

/** Runs `gazeta help`. */
export function helpCommand({ positionals }: Parsed<'help'>, { printer }: World): number {
  const [name, ...more] = positionals;
  if (more.length > 0) throw new UsageError('name one command: gazeta help build');
  if (name !== undefined && !isCommand(name)) throw noCommand(name);
  printer.out(name === undefined ? overview() : helpOf(name));
  return 0;
}

function optionText(name: string, { value, short }: Option): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `${long}, -${short}`;
}

/** Examples with what each is for: beside them, or below where one of them is long. */
function exampleLines(examples: Command['examples']): string[] {
  const rows = examples.map(([line, about]) => [`gazeta ${line}`, about] as const);
  const beside = table(rows);
  return beside.length === rows.length && beside.every((line) => line.length <= WIDTH)
    ? beside
    : rows.flatMap(([line, about]) => [`  ${line}`, `      ${about}`]);
}

/** Two columns, the second one wrapped. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const wide = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) => {
    const indent = ' '.repeat(wide + 4);
    const [first = '', ...others] = wrapped(right, indent);
    return [`  ${left.padEnd(wide)}  ${first.trimStart()}`, ...others];
  });
}

function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, indent + line];
}
