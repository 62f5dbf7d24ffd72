/**
 * Handlebars: templates are checked as a whole, then compiled. The only file that knows Handlebars, which is not even
 * loaded where an earlier build checked the same templates and all pages are made by quick ones.
 */
import type Handlebars from 'handlebars';
import type { Diagnostic } from '../base/diagnostic.ts';
import { lazily } from '../base/lazy.ts';
import { once } from '../base/once.ts';
import { HtmlBytes } from '../content/html-bytes.ts';
import { markOf, markOfData, mix } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import type { RailMode } from '../pages/settings.ts';
import { BUILT_IN, type Helpers, helpers } from './helpers.ts';
import { guarded } from './plugin-helpers.ts';
import { keptProgram, programIn, type ShippedPrograms } from './programs.ts';
import { quickTemplates } from './quick-templates.ts';
import { locating, logging, tooDeep, trace, traceBlock } from './template-error.ts';
import { callFaults, syntaxFault } from './template-faults.ts';
import { recursiveTemplates } from './template-marks.ts';
import type { TemplateSource, Theme } from './theme.ts';

/** Makes the text of a page from a view, as a `QuickTemplate` does; throws a TemplateError. */
export type Template = (view: Readonly<Record<string, unknown>>, placed?: HtmlBytes[]) => string;

/** A template that places nothing. */
type PlainTemplate = (view: Readonly<Record<string, unknown>>) => string;

type Instance = ReturnType<typeof Handlebars.create>;

/**
 * Compiles a theme. With errors the templates are not to be used. Without `memo` nothing is kept, and without `quick`
 * Handlebars makes all pages. What templates log is told; `more` are the helpers of plugins.
 */
export function compileTemplates(
  theme: Theme,
  base: string,
  rail: RailMode,
  memo: Pick<Memo, 'value'> | null = null,
  quick = true,
  tell: (logged: Diagnostic) => void = () => {},
  more: Helpers = {},
): { templates: ReadonlyMap<string, Template>; diagnostics: readonly Diagnostic[] } {
  const own = { ...helpers(theme, base, rail), ...guarded(more) };
  const names = [...theme.templates.keys()];
  const check = once((): Checked => checkAll(theme, Object.keys(own)));
  const make = () => {
    const { programs, diagnostics } = check();
    return diagnostics.length > 0 ? null : Object.fromEntries(programs);
  };
  const mark = () =>
    mix(
      markOfData(Object.keys(own)),
      markOfData([...theme.templates].map(([name, { source }]) => [name, source])),
    );
  const programs = memo === null ? make() : memo.value('templates', mark(), make);
  const sound = programs === null ? [...check().programs.keys()] : names;
  const slow = once(() => compileAll(theme, sound, own, tell));
  const slowly = (name: string) => slow().get(name) as PlainTemplate;
  const recursive = once(() => recursiveTemplates(theme.templates));
  const quickly =
    programs === null || !quick
      ? null
      : quickTemplates(names, (name) => programIn(programs, name), own, recursive);
  // Helpers of plugins are given texts, as docs/templates.md has them.
  const isOfTexts = Object.keys(more).length > 0;
  return {
    templates: new Map(
      sound.map((name) => {
        const template = either(quickly?.get(name), () => slowly(name));
        return [name, isOfTexts ? (view) => template(ofTexts(view)) : template] as const;
      }),
    ),
    diagnostics: programs === null ? check().diagnostics : [],
  };
}

/** What Handlebars read of the templates without a fault, and what is wrong with the others. */
interface Checked {
  /** As they are kept. */
  readonly programs: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

function checkAll(theme: Theme, ownHelpers: readonly string[]): Checked {
  const knownHelpers = new Set([...ownHelpers, ...BUILT_IN]);
  const diagnostics: Diagnostic[] = [];
  const programs = new Map<string, string>();
  const shipped = theme.shipped();
  for (const [name, template] of theme.templates) {
    // What it calls is there, whatever the paper has in the place of it.
    const known = shipped[markOf(template.source)];
    if (known !== undefined) {
      programs.set(name, known);
      continue;
    }
    const Engine = load();
    const program = read(Engine, template);
    if ('code' in program) {
      diagnostics.push(program);
      continue;
    }
    const faults = callFaults(Engine, program, template, theme, knownHelpers);
    diagnostics.push(...faults);
    if (faults.length === 0) programs.set(name, keptProgram(program));
  }
  return { programs, diagnostics };
}

/** What Handlebars reads of templates without a fault, to come with Gazeta. */
export function programsOf(sources: readonly string[]): ShippedPrograms {
  return Object.fromEntries(
    sources.map((source) => [markOf(source), keptProgram(load().parse(source))]),
  );
}

/** How deep templates may call one another. Without an end the stack would overflow, in which V8 may end the process. */
const DEEPEST = 100;

/** Templates as Handlebars makes them, each when it is first called. */
function compileAll(
  theme: Theme,
  names: readonly string[],
  own: Helpers,
  tell: (logged: Diagnostic) => void,
): ReadonlyMap<string, PlainTemplate> {
  const handlebars = load().create();
  for (const [name, helper] of Object.entries(own))
    handlebars.registerHelper(name, locating(helper));
  handlebars.registerHelper('log', logging(theme, tell));
  const knownHelpers = Object.fromEntries(Object.keys(own).map((name) => [name, true]));
  const templates = new Map<string, PlainTemplate>();
  const callers: string[] = [];
  for (const name of names) {
    const compiled = handlebars.compile(theme.templates.get(name)?.source ?? '', {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: knownHelpers as KnownHelpers,
      preventIndent: true,
      // Handlebars knows the option; its types do not.
      ...{ srcName: name },
    });
    const traced = (view: unknown, options?: Handlebars.RuntimeOptions) => {
      const caller = callers.at(-1);
      if (caller !== undefined) traceBlock(options?.data, caller);
      const depth = callers.push(name) - 1;
      try {
        if (depth === DEEPEST) throw tooDeep();
        return compiled(view, options);
      } catch (error) {
        const traced = trace(error, name, view);
        // What a call is to blame for goes to its template, unless nobody called.
        throw traced.chain.length === 0 && depth === 0 ? trace(traced, name, view) : traced;
      } finally {
        callers.pop();
      }
    };
    handlebars.registerPartial(name, traced);
    templates.set(name, traced);
  }
  return templates;
}

/** A template as a quick function, and as Handlebars has it for what that does not do. */
function either(quick: Template | undefined, slow: () => PlainTemplate): Template {
  let isQuick = true;
  return (view, placed) => {
    if (isQuick && quick !== undefined)
      try {
        return quick(view, placed);
      } catch {
        placed?.splice(0);
        // Handlebars says what is wrong. If nothing is, it does the other pages of this kind as well.
        const text = slow()(ofTexts(view));
        isQuick = false;
        return text;
      }
    return slow()(ofTexts(view));
  };
}

/** A view with texts in the place of HTML that is bytes. */
function ofTexts(view: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const texts = Object.entries(view).filter(([, value]) => value instanceof HtmlBytes);
  if (texts.length === 0) return view;
  return { ...view, ...Object.fromEntries(texts.map(([name, value]) => [name, String(value)])) };
}

/** Loaded when pages are to be made, and not before. */
const load = lazily<typeof Handlebars>('handlebars');

type KnownHelpers = NonNullable<CompileOptions['knownHelpers']>;
type CompileOptions = NonNullable<Parameters<Instance['compile']>[1]>;

/** A template as Handlebars reads it, or why it cannot. */
function read(engine: typeof Handlebars, template: TemplateSource): hbs.AST.Program | Diagnostic {
  try {
    return engine.parse(template.source);
  } catch (error) {
    return syntaxFault(template, error as Error);
  }
}
