/**
 * A template as the source of a plain function: what Handlebars read becomes a program that looks nothing up at run
 * time. It knows the parts of the language that themes are made of; what needs more throws `Unknown`.
 *
 * What was read may come from a store that others can write to. Nothing of it becomes code: texts and names are
 * written as JSON, and where a name is not, it is one of a set that we know (tests/hostile-templates.test.ts).
 */

/** A part of the language, or a use of it, that is left to Handlebars. */
export class Unknown extends Error {}

/** Names that all objects, lists or texts answer to: for these Handlebars asks whose they are. */
const INHERITED = [Object.prototype, Array.prototype, String.prototype, Number.prototype];

function isInherited(name: string): boolean {
  return name !== 'length' && INHERITED.some((one) => name in one);
}

/** What stands around a part of a template. */
interface Scope {
  /** The variables of the contexts, the nearest first. */
  readonly contexts: readonly string[];
  /** The variable of the frame. */
  readonly frame: string;
}

/**
 * The source of a function that makes a template's function, of what `support` of quick-templates gives. `names` are
 * those of the templates there are. Throws, mostly Unknown, if that cannot be done.
 */
export function quickSource(
  template: hbs.AST.Program,
  names: ReadonlySet<string>,
  helpers: ReadonlySet<string>,
): string {
  const { source, climbs } = written(template, names, helpers, false);
  return climbs ? written(template, names, helpers, true).source : source;
}

/** The source, and whether somebody in it climbs to a context around. Then levels must be `counted`. */
function written(
  template: hbs.AST.Program,
  names: ReadonlySet<string>,
  helpers: ReadonlySet<string>,
  counted: boolean,
): { source: string; climbs: boolean } {
  let variables = 0;
  const fresh = (kind: string) => `${kind}${variables++}`;
  let climbs = false;

  const program = (node: hbs.AST.Program, scope: Scope): string => {
    if ((node.blockParams ?? []).length > 0) throw new Unknown();
    return node.body.map((statement) => write(statement, scope)).join('');
  };
  const optional = (node: hbs.AST.Program | undefined, scope: Scope) =>
    node === undefined ? '' : program(node, scope);

  const write = (node: hbs.AST.Statement, scope: Scope): string => {
    switch (node.type) {
      case 'ContentStatement': {
        const { value } = node as hbs.AST.ContentStatement;
        return value === '' ? '' : `out += ${quoted(value)};\n`;
      }
      case 'CommentStatement':
        return '';
      case 'MustacheStatement': {
        const mustache = node as hbs.AST.MustacheStatement;
        const show = mustache.escaped ? 'run.escape' : 'run.raw';
        return `out += ${show}(${mustacheValue(mustache, scope)});\n`;
      }
      case 'BlockStatement':
        return block(node as hbs.AST.BlockStatement, scope);
      case 'PartialStatement': {
        const { name, params, hash, indent } = node as Partial;
        return partial(name, params, hash, indent, scope, scope.frame);
      }
      case 'PartialBlockStatement':
        return partialBlock(node as hbs.AST.PartialBlockStatement, scope);
      default:
        throw new Unknown();
    }
  };

  const mustacheValue = (node: hbs.AST.MustacheStatement, scope: Scope): string => {
    const { params, hash } = node;
    if (node.path.type !== 'PathExpression') throw new Unknown();
    const path = node.path as hbs.AST.PathExpression;
    if (params.length > 0 || hash !== undefined || isHelperName(path))
      return helper(path, params, hash, scope, '');
    return lookUp(path, scope, true);
  };

  /** A name alone is that of a helper if there is one. */
  const isHelperName = ({ data, depth, parts, original }: hbs.AST.PathExpression) =>
    !data &&
    depth === 0 &&
    parts.length === 1 &&
    original === parts[0] &&
    (helpers.has(original) || BUILT_IN.has(original));

  const helper = (
    path: hbs.AST.PathExpression,
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    scope: Scope,
    bodies: string,
  ): string => {
    const name = path.original;
    if (typeof name !== 'string' || !helpers.has(name)) throw new Unknown();
    const [context = ''] = scope.contexts;
    const args = params.map((param) => `${value(param, scope)}, `).join('');
    const options = `{ name: ${quoted(name)}, hash: ${hashOf(hash, scope)}, data: ${scope.frame}${bodies} }`;
    return `run.helpers[${quoted(name)}].call(${context}, ${args}${options})`;
  };

  const hashOf = (hash: hbs.AST.Hash | undefined, scope: Scope): string => {
    const pairs = (hash?.pairs ?? []).map(({ key, value: node }) => {
      if (key === '__proto__') throw new Unknown();
      return `${quoted(key)}: ${value(node, scope)}`;
    });
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  };

  /** A parameter. */
  const value = (node: hbs.AST.Expression, scope: Scope): string => {
    switch (node.type) {
      case 'PathExpression':
        return lookUp(node as hbs.AST.PathExpression, scope, false);
      case 'StringLiteral':
        return quoted((node as hbs.AST.StringLiteral).value);
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return plain((node as hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value);
      case 'NullLiteral':
        return 'null';
      case 'UndefinedLiteral':
        return 'undefined';
      case 'SubExpression': {
        const { path, params, hash } = node as hbs.AST.SubExpression;
        if (path.type !== 'PathExpression') throw new Unknown();
        return `(${helper(path as hbs.AST.PathExpression, params, hash, scope, '')})`;
      }
      default:
        throw new Unknown();
    }
  };

  /** What a path leads to. Of one that is shown, `strict`, the end must be there. */
  const lookUp = (path: hbs.AST.PathExpression, scope: Scope, strict: boolean): string => {
    const { data, depth } = path;
    const parts = [...path.parts] as string[];
    if (!Number.isInteger(depth)) throw new Unknown();
    let found: string;
    if (data) {
      const [variable = '', ...rest] = parts;
      if (depth > 0 || !FRAME_VARIABLES.has(variable)) throw new Unknown();
      found = `${scope.frame}.${variable}`;
      parts.splice(0, parts.length, ...rest);
      if (rest.length === 0 && strict) return `(${found} ?? run.again())`;
    } else {
      if (depth > 0) climbs = true;
      const context = scope.contexts[depth];
      // Beyond the template's own levels nothing is.
      if (context === undefined) throw new Unknown();
      found = context;
    }
    // A letter of HTML: what is bytes has none (content/html-bytes).
    if (parts.some((part) => /^\d+$/.test(part))) throw new Unknown();
    parts.forEach((part, at) => {
      const name = quoted(part);
      const isLast = at === parts.length - 1;
      const property = isInherited(part) ? `run.own(h, ${name})` : `h[${name}]`;
      found =
        isLast && strict
          ? `((h = ${found}) !== null && typeof h === "object" && (h1 = ${property}) !== undefined ? h1 : run.missing(h, ${name}))`
          : isInherited(part)
            ? `run.own(${found}, ${name})`
            : `${found}[${name}]`;
    });
    return found;
  };

  const block = (node: hbs.AST.BlockStatement, scope: Scope): string => {
    const { params, hash, inverse } = node;
    // A block without anything, `{{^list}}…{{/list}}`, has no program.
    const body = node.program as hbs.AST.Program | undefined;
    const path = node.path as hbs.AST.PathExpression;
    const name = path.original;
    const [first, ...others] = params;
    if (!BUILT_IN.has(name)) {
      if (!helpers.has(name) || body === undefined) throw new Unknown();
      const bodies = `, fn: ${bodyOf(body, scope)}, inverse: ${inverse === undefined ? '() => ""' : bodyOf(inverse, scope)}`;
      return `out += run.raw(${helper(path, params, hash, scope, bodies)});\n`;
    }
    if (hash !== undefined || first === undefined || others.length > 0) throw new Unknown();
    const subject = value(first, scope);
    const yes = () => optional(body, scope);
    const no = () => optional(inverse, scope);
    const choice = (test: string, then: string, other: string) =>
      other === '' ? `if (${test}) {\n${then}}\n` : `if (${test}) {\n${then}} else {\n${other}}\n`;
    if (name === 'if') return choice(`run.truth(${subject})`, yes(), no());
    if (name === 'unless') return choice(`!run.truth(${subject})`, yes(), no());
    if (name === 'with') {
      const context = fresh('context');
      const inner = optional(body, within(context, scope));
      const entered = `${level(context, scope)}${inner}`;
      return `{\nconst ${context} = ${subject};\n${choice(`run.given(${context})`, entered, no())}}\n`;
    }
    if (name === 'each') return each(body, inverse, subject, scope);
    throw new Unknown();
  };

  const each = (
    body: hbs.AST.Program | undefined,
    inverse: hbs.AST.Program | undefined,
    subject: string,
    scope: Scope,
  ): string => {
    const [list, keys, frame, at, context] = ['list', 'keys', 'frame', 'at', 'context'].map(fresh);
    const inner: Scope = { contexts: [`${context}`, ...scope.contexts], frame: `${frame}` };
    const outer = scope.frame;
    const loop = [
      `const ${frame} = { root: ${outer}.root, block: ${outer}.block, key: 0, index: 0, first: true, last: false };`,
      `for (let ${at} = 0; ${at} < ${list}.length; ${at}++) {`,
      // A hole in a list is passed over by Handlebars, and a null is a context that it makes one of.
      `const ${context} = run.context(${list}[${at}]);`,
      `${frame}.key = ${keys} === null ? ${at} : ${keys}[${at}];`,
      `${frame}.index = ${at};`,
      `${frame}.first = ${at} === 0;`,
      `${frame}.last = ${at} === ${list}.length - 1;`,
      `${level(`${context}`, scope)}${optional(body, inner)}}`,
    ].join('\n');
    const empty = optional(inverse, scope);
    return [
      '{',
      `const { items: ${list}, keys: ${keys} } = run.items(${subject});`,
      `${loop}`,
      empty === '' ? '}\n' : `if (${list}.length === 0) {\n${empty}}\n}\n`,
    ].join('\n');
  };

  const within = (context: string, { contexts, frame }: Scope): Scope => ({
    contexts: [context, ...contexts],
    frame,
  });

  /** Handlebars counts a level only where the context is another one. */
  const level = (context: string, { contexts: [around = ''] }: Scope): string =>
    counted ? `if (${context} == ${around}) run.again();\n` : '';

  /** The body of a helper's block, which the helper shows as it stands: with the context around it, and nothing besides. */
  const bodyOf = (node: hbs.AST.Program, scope: Scope): string => {
    const [context, frame] = ['context', 'frame'].map(fresh);
    return `(${context}, ${frame}) => {\nif (${context} !== ${scope.contexts[0]} || ${frame} !== undefined) run.again();\nlet out = "", h, h1;\n${program(node, scope)}return out;\n}`;
  };

  /** The context of a partial. */
  const contextOf = (
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    scope: Scope,
  ): string => {
    const [first, ...others] = params;
    if (others.length > 0) throw new Unknown();
    const context = first === undefined ? `${scope.contexts[0]}` : value(first, scope);
    if (hash === undefined) return first === undefined ? context : `run.context(${context})`;
    return `{ ...run.fields(${context}), ...${hashOf(hash, scope)} }`;
  };

  const partial = (
    name: hbs.AST.Expression,
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    indent: string,
    scope: Scope,
    frame: string,
  ): string => {
    const called = nameOf(name);
    const callee =
      called === '@partial-block' ? `${scope.frame}.block` : `run.partials[${quoted(called)}]`;
    if (called !== '@partial-block' && !names.has(called)) throw new Unknown();
    const before = indent === '' ? '' : `out += ${quoted(indent)};\n`;
    return `${before}out += ${callee}(${contextOf(params, hash, scope)}, ${frame});\n`;
  };

  const partialBlock = (node: hbs.AST.PartialBlockStatement, scope: Scope): string => {
    if (nameOf(node.name) === '@partial-block') throw new Unknown();
    const [context, frame, within] = ['context', 'frame', 'frame'].map(fresh);
    const inner: Scope = { contexts: [`${context}`, ...scope.contexts], frame: `${within}` };
    const outer = scope.frame;
    const body = [
      `(${context}, ${frame}) => {`,
      `const ${within} = { ...${frame}, block: ${outer}.block };`,
      `let out = "", h, h1;`,
      `${level(`${context}`, scope)}${program(node.program, inner)}return out;`,
      '}',
    ].join('\n');
    const given = `{ ...${outer}, block: ${body} }`;
    return partial(node.name, node.params, node.hash, '', scope, given);
  };

  const [context, frame] = [fresh('context'), fresh('frame')];
  const body = program(template, { contexts: [context], frame });
  return {
    source: `"use strict";\nreturn (${context}, ${frame}) => {\nlet out = "", h, h1;\n${body}return out;\n};`,
    climbs,
  };
}

/** A text as code. */
function quoted(text: unknown): string {
  if (typeof text !== 'string') throw new Unknown();
  return JSON.stringify(text);
}

/** A number, true or false as code. */
function plain(value: unknown): string {
  if (typeof value !== 'boolean' && !Number.isFinite(value)) throw new Unknown();
  return JSON.stringify(value);
}

/** The statement as Handlebars has it; its types leave out the blanks before it. */
interface Partial extends hbs.AST.PartialStatement {
  readonly indent: string;
}

/** Handlebars' own helpers; `lookup` and `log` are left to it. */
const BUILT_IN = new Set([
  'if',
  'unless',
  'each',
  'with',
  'lookup',
  'log',
  'helperMissing',
  'blockHelperMissing',
]);

const FRAME_VARIABLES = new Set(['root', 'key', 'index', 'first', 'last']);

/** The name of a partial as it stands in the template. */
function nameOf(node: hbs.AST.Expression): string {
  if (node.type === 'SubExpression') throw new Unknown();
  return String((node as hbs.AST.PathExpression).original);
}
