/** What is wrong with a template as it is written: it cannot be read, or calls what is not there. */
import type Handlebars from 'handlebars';
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import { didYouMean, suggest } from '../base/suggest.ts';
import { blockFault } from './template-blocks.ts';
import type { TemplateSource, Theme } from './theme.ts';

/** How helpers are called. Each takes as many values as here, and has something within it if it has here. */
const CALLS: Readonly<Record<string, string>> = {
  if: '{{#if article.image}}…{{/if}}',
  unless: '{{#unless article.image}}…{{/unless}}',
  each: '{{#each cards}}…{{/each}}',
  with: '{{#with article}}…{{/with}}',
  lookup: '{{lookup article.extra "weather"}}',
  asset: '{{asset "site.css"}}',
  fonts: '{{#each (fonts page.language)}}…{{/each}}',
  label: '{{label "home"}}',
  differs: '{{#differs language}}…{{/differs}}',
  dir: '{{dir page.language}}',
  fragment: '{{#fragment "latest"}}…{{/fragment}}',
};

const COUNTS = ['is none', 'is one', 'are two'];

/** A template's faults: helpers and partials that do not exist, and helpers that cannot be called like this. */
export function callFaults(
  engine: typeof Handlebars,
  program: hbs.AST.Program,
  { file, source }: TemplateSource,
  { templates }: Pick<Theme, 'templates'>,
  knownHelpers: ReadonlySet<string>,
): Diagnostic[] {
  const { partials, helpers, inline, own } = namesIn(engine, program);
  const found: Diagnostic[] = [];
  const tell = (code: 'template/partial' | 'template/helper', at: Use['at'], ...text: Said) =>
    found.push(diagnostic(code, placeIn(file, source, at), ...text));

  for (const { name, at } of partials) {
    if (name === null)
      tell(
        'template/partial',
        at,
        'the name of a partial is computed',
        'A partial is called by its name. Choose between partials with {{#if}}.',
      );
    else if (name !== '@partial-block' && !inline.has(name) && !templates.has(name))
      tell('template/partial', at, `there is no partial "${name}"`, whichPartial(name, templates));
  }
  for (const { name, at, values, isBlock, isCall } of helpers) {
    if (name === null) continue;
    if (!knownHelpers.has(name)) {
      if (!isCall) continue;
      tell(
        'template/helper',
        at,
        `there is no helper "${name}"`,
        `${didYouMean(suggest(name, [...knownHelpers, 'else if']))}The helpers are ${[...knownHelpers].sort().join(', ')}.`,
      );
      continue;
    }
    const form = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
    if (form === undefined || own.has(name)) continue;
    const help = `Write it like this: ${form}.`;
    const wanted = name === 'lookup' ? 2 : 1;
    if (values !== wanted)
      tell(
        'template/helper',
        at,
        `the helper "${name}" takes ${wanted === 1 ? 'one value' : 'two values'}, and here ${COUNTS[values] ?? 'are more'}`,
        help,
      );
    else if (form.startsWith(`{{#${name} `) && !isBlock)
      tell('template/helper', at, `the helper "${name}" has nothing within it here`, help);
  }
  return found;
}

type Said = readonly [message: string, help: string];

/** What to do about a partial that is not there. */
function whichPartial(name: string, templates: Theme['templates']): string {
  const isInline = ({ source }: TemplateSource) =>
    [`inline "${name}"`, `inline '${name}'`].some((text) => source.includes(text));
  if ([...templates.values()].some(isInline))
    return 'An inline partial is known in the file that defines it. Make a file of it.';
  const known = [...templates.keys()];
  const bare = name.replace(/^(?:\.?\/|templates\/)+/, '').replace(/\.hbs$/, '');
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  const meant =
    [bare, `partials/${bare}`].find((one) => templates.has(one)) ??
    known.find((one) => one.endsWith(`/${last}`)) ??
    suggest(name, known);
  return `${didYouMean(meant)}A partial is named by its path below templates/, without .hbs.`;
}

interface Use {
  /** Null if it is computed. */
  readonly name: string | null;
  readonly at: hbs.AST.SourceLocation;
}

interface HelperUse extends Use {
  /** How many are handed over, without those that have names. */
  readonly values: number;
  readonly isBlock: boolean;
  /** False for a name alone, which is that of a value if there is no such helper. */
  readonly isCall: boolean;
}

/** The partials and helpers that a template calls, and the partials and names that it defines itself. */
function namesIn(engine: typeof Handlebars, program: hbs.AST.Program) {
  const partials: Use[] = [];
  const helpers: HelperUse[] = [];
  const inline = new Set<string>();
  const own = new Set<string>();
  type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;
  const call = ({ type, path, params, hash }: Call, isBlock: boolean) => {
    const isCall = type === 'SubExpression' || params.length > 0 || hash !== undefined;
    helpers.push({ ...use(path), values: params.length, isBlock, isCall });
  };

  class Names extends engine.Visitor {
    override Program(node: hbs.AST.Program): void {
      for (const name of node.blockParams ?? []) own.add(name);
      super.Program(node);
    }
    override PartialStatement(node: hbs.AST.PartialStatement): void {
      partials.push(use(node.name));
      super.PartialStatement(node);
    }
    override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
      partials.push(use(node.name));
      super.PartialBlockStatement(node);
    }
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      call(node, false);
      super.MustacheStatement(node);
    }
    override BlockStatement(node: hbs.AST.BlockStatement): void {
      call(node, true);
      super.BlockStatement(node);
    }
    override SubExpression(node: hbs.AST.SubExpression): void {
      call(node, false);
      super.SubExpression(node);
    }
    override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
      const name = node.params[0];
      if (name !== undefined && 'value' in name) inline.add(String(name.value));
      super.DecoratorBlock(node);
    }
  }
  new Names().accept(program);
  return { partials, helpers, inline, own };
}

function use(node: hbs.AST.Node): Use {
  const name =
    'original' in node ? String(node.original) : 'value' in node ? String(node.value) : null;
  return { name, at: node.loc };
}

function placeIn(file: string, source: string, at: hbs.AST.SourceLocation) {
  const length = at.end.line === at.start.line ? at.end.column - at.start.column : 1;
  return placeAt(file, source, offsetAt(source, at.start.line, at.start.column), length);
}

/** The offset of a line (from 1) and column (from 0). */
export function offsetAt(source: string, line: number, column: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = source.indexOf('\n', offset) + 1;
  return offset + column;
}

/** What Handlebars could not read. */
export function syntaxFault(
  { file, source }: TemplateSource,
  error: Error & { lineNumber?: number; column?: number },
): Diagnostic {
  const blocks = blockFault(source);
  // Of a block that ends otherwise Handlebars says the same, of one that does not end only that the file does.
  if (blocks !== null && /EOF|doesn't match|OPEN_ENDBLOCK/.test(error.message))
    return diagnostic(
      'template/syntax',
      placeAt(file, source, blocks.at, blocks.length),
      blocks.message,
      blocks.help,
    );
  const line = error.lineNumber ?? Number(/line (\d+)/.exec(error.message)?.[1] ?? 1);
  const start = offsetAt(source, line, 0);
  const text = source.slice(start).split('\n')[0] ?? '';
  const column = error.column ?? text.length - text.trimStart().length;
  return diagnostic(
    'template/syntax',
    placeAt(file, source, start + column, text.trim().length),
    /^(?:Parse|Lexical) error/.test(error.message)
      ? 'Handlebars cannot read this line'
      : error.message.replace(/ - \d+:\d+$/, ''),
    'Look for a {{ without }}, or a {{#block}} that is not closed by a {{/block}} of its name.',
  );
}
