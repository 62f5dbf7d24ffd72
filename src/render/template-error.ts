/** What fails while a template makes a page: where it stands, and through which templates it came about. */
import type Handlebars from 'handlebars';

/** A template that failed on a view. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  constructor(
    message: string,
    /** Names of templates from the innermost outwards. */
    readonly chain: readonly string[],
    readonly line: number | null,
    readonly column: number | null,
  ) {
    super(message);
  }
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

type Block = (context: unknown, options?: unknown) => unknown;

/** What a partial is given between its tags stands in the template that calls it, and so do its faults. */
export function traceBlock(data: Record<string, unknown> | undefined, caller: string): void {
  const block = data?.['partial-block'] as (Block & { isTraced?: true }) | undefined;
  if (data === undefined || block === undefined || block.isTraced) return;
  const traced: Block = (context, options) => {
    try {
      return block(context, options);
    } catch (error) {
      throw error instanceof TemplateError ? error : trace(error, caller);
    }
  };
  data['partial-block'] = Object.assign(traced, block, { isTraced: true });
}

export function trace(error: unknown, name: string): TemplateError {
  if (error instanceof TemplateError)
    return new TemplateError(error.message, [...error.chain, name], error.line, error.column);
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
  // Handlebars ends its messages with the line and column, which the place already says.
  const text = message
    .replace(/ - \d+:\d+$/, '')
    .replace(/^"(.*)" not defined in .*$/s, '"$1" is not part of the view');
  return new TemplateError(text, [name], lineNumber ?? null, column ?? null);
}
