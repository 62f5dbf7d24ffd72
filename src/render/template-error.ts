/** What fails while a template makes a page: where it stands, and through which templates it came about. */
import type Handlebars from 'handlebars';
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import { offsetAt } from './template-faults.ts';
import type { Theme } from './theme.ts';

/** A template that failed on a view. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  constructor(
    message: string,
    /** Names of templates from the innermost outwards, each once where they call one another without end. */
    readonly chain: readonly string[],
    readonly line: number | null,
    readonly column: number | null,
    /** What the place is found by in the text of the innermost, where Handlebars does not tell the line. */
    readonly sought: Sought | null = null,
  ) {
    super(message);
  }
}

/** A value that something was to be taken from, by its name; or a call of a template, `null` for any of the chain. */
export type Sought = { readonly property: string } | { readonly partial: string | null };

/** Where the text of a template has what is sought, from its beginning. */
export function placesOf(sought: Sought, chain: readonly string[], source: string): number[] {
  const names = 'partial' in sought ? (sought.partial === null ? chain : [sought.partial]) : [];
  return [...source.matchAll(/\{\{[^{}]*\}\}/g)]
    .filter(([text]) => {
      if ('property' in sought) return after(text, ['.', '/'], sought.property);
      return /^\{\{~?#?>/.test(text) && names.some((name) => after(text, ['>', ' ', '"'], name));
    })
    .map(({ index }) => index);
}

/** Whether a name stands in a text, behind one of some signs and not as the beginning of a longer one. */
function after(text: string, signs: readonly string[], name: string): boolean {
  for (let at = text.indexOf(name); at > 0; at = text.indexOf(name, at + 1))
    if (signs.includes(text[at - 1] ?? '') && !/[\w/-]/.test(text[at + name.length] ?? ''))
      return true;
  return false;
}

/** The helper, whose faults say where it is called, as those of Handlebars do. */
export function locating(helper: (...args: never[]) => unknown): Handlebars.HelperDelegate {
  return function (this: unknown, ...args: unknown[]) {
    try {
      return Reflect.apply(helper, this, args);
    } catch (error) {
      const { loc } = args.at(-1) as { loc?: hbs.AST.SourceLocation };
      if (loc !== undefined && error instanceof Error && !('lineNumber' in error))
        Object.assign(error, { lineNumber: loc.start.line, column: loc.start.column });
      throw error;
    }
  };
}

/** How much of a value is told. */
const LOGGED = 300;

/** The helper `log`, which tells values at the place where it stands: on the standard output they would be among results. */
export function logging(
  { templates }: Pick<Theme, 'templates'>,
  tell: (logged: Diagnostic) => void,
): Handlebars.HelperDelegate {
  return (...args: unknown[]) => {
    const { loc } = args.pop() as { loc: hbs.AST.SourceLocation };
    const text = args
      .map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')))
      .map((value) => (value.length > LOGGED ? `${value.slice(0, LOGGED)}…` : value));
    const { file, source } = templates.get(loc.source ?? '') ?? { file: '', source: '' };
    const at = offsetAt(source, loc.start.line, loc.start.column);
    tell(
      diagnostic(
        'template/log',
        placeAt(file, source, at, loc.end.column - loc.start.column),
        text.join(' '),
      ),
    );
  };
}

type Block = (context: unknown, options?: unknown) => unknown;

/** What a partial is given between its tags stands in the template that calls it, and so do its faults. */
export function traceBlock(data: Record<string, unknown> | undefined, caller: string): void {
  const block = data?.['partial-block'] as (Block & { isTraced?: true }) | undefined;
  if (data === undefined || block === undefined || block.isTraced) return;
  const traced: Block = (context, options) => {
    try {
      return block(context, options);
    } catch (error) {
      // One without a template is that of the call, which stands here.
      const isPlaced = error instanceof TemplateError && error.chain.length > 0;
      throw isPlaced ? error : trace(error, caller, context);
    }
  };
  data['partial-block'] = Object.assign(traced, block, { isTraced: true });
}

/** Templates that call one another without an end, as far as anybody can tell. */
export function tooDeep(): TemplateError {
  const message = 'templates call one another more than a hundred deep';
  return new TemplateError(message, [], null, null, { partial: null });
}

/** What was thrown while a template was shown, as an error that knows of the template. */
export function trace(error: unknown, name: string, view: unknown): TemplateError {
  if (error instanceof TemplateError) {
    const { message, chain, line, column, sought } = error;
    const isEndless = sought !== null && 'partial' in sought && sought.partial === null;
    if (isEndless && chain.includes(name)) return error;
    return new TemplateError(message, [...chain, name], line, column, sought);
  }
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
  const line = lineNumber ?? null;
  const failed = (text: string, sought: Sought | null = null, chain = [name]) =>
    new TemplateError(text, chain, line, column ?? null, sought);

  const [, taken] = /^Cannot read properties of \w+ \(reading '(.*)'\)/s.exec(message) ?? [];
  if (taken !== undefined && (view === null || view === undefined))
    return failed(`"${name}" is called with a value that is not there`, { partial: name }, []);
  if (taken !== undefined && line === null)
    return failed(
      `the page reads "${taken}" of a value that is missing; check that with {{#if}} first`,
      { property: taken },
    );
  const [, called] = /^The partial (.*) could not be found/s.exec(message) ?? [];
  if (called === '@partial-block')
    return failed(
      `"${name}" needs content; call it as {{#> ${name}}}…{{/${name}}}`,
      { partial: name },
      [],
    );
  if (called !== undefined)
    return failed(`there is no partial "${called}" here`, { partial: called });
  // Handlebars ends its messages with the line and column, which the place already says.
  const text = message
    .replace(/ - \d+:\d+$/, '')
    .replace(/^"(.*)" not defined in .*$/s, '"$1" is not part of the view')
    .replace(/^Cannot use 'in' operator to search for '(.*?)' in .*$/s, 'a text has no "$1"');
  return failed(text);
}
