/**
 * What Handlebars read of the templates of a theme, kept from build to build: data, of which a build makes functions
 * (quick-templates), and never code, since a store may come from elsewhere.
 */

/** A program for each template, as JSON by its name. */
export type KeptPrograms = Readonly<Record<string, string>>;

/** Programs of templates that come with Gazeta, as JSON by the marks of their sources. */
export type ShippedPrograms = Readonly<Record<string, string>>;

/** Where these lie, beside the folder of the default theme; written when Gazeta is made (tools/bundle.mjs). */
export const SHIPPED = 'lib/programs.json';

/** Where things stand, and what was decided by that: only a message needs it, and then Handlebars reads anew. */
const LEFT_OUT = new Set([
  'loc',
  'strip',
  'openStrip',
  'inverseStrip',
  'closeStrip',
  'chained',
  'rightStripped',
  'leftStripped',
]);

/** A program as it is kept. */
export function keptProgram(program: hbs.AST.Program): string {
  return JSON.stringify(program, needed);
}

function needed(this: unknown, key: string, value: unknown): unknown {
  if (LEFT_OUT.has(key)) return undefined;
  if (key === 'original' && (this as hbs.AST.Node).type === 'ContentStatement') return undefined;
  if (key === 'body')
    return (value as hbs.AST.Statement[]).filter(({ type }) => type !== 'CommentStatement');
  return value;
}

/** A program that was kept. It is believed to be one by nobody: what is made of it says what it knows. */
export function programIn(programs: KeptPrograms, name: string): hbs.AST.Program {
  return JSON.parse(programs[name] ?? 'null');
}
