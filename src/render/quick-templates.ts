/**
 * Templates as plain functions, made of what Handlebars read of a theme (quick-source). They give what Handlebars gives,
 * or throw: then Handlebars does it and says what is wrong (tests/quick.test.ts).
 */
import { HtmlBytes } from '../content/html-bytes.ts';
import type { Helpers } from './helpers.ts';
import { quickSource, Unknown } from './quick-source.ts';

/**
 * Makes the text of a page; throws whatever is amiss, even where Handlebars would go on. HTML that is bytes is added to
 * `placed`, and `PLACE` stands for it in the text; without that list it is a text like any other.
 */
export type QuickTemplate = (view: object, placed?: HtmlBytes[]) => string;

/** What stands for HTML that is bytes. Where the text has it of its own, its count tells. */
export const PLACE = '\u0000=\u0000';

/** The private variables of a template, `@root` and those of `each`. One of these for each loop. */
interface Frame {
  readonly root: object;
  /** What a caller puts between `{{#> layout}}` and `{{/layout}}`. */
  readonly block: Body | undefined;
  key?: string | number;
  index?: number;
  first?: boolean;
  last?: boolean;
}

type Body = (context: unknown, frame: Frame) => string;

/**
 * Templates as functions by name, of programs as Handlebars reads them. Each is made when a page first needs it, and
 * what it calls as well: of most builds that is one page or two. Those that are `recursive` are left to Handlebars.
 */
export function quickTemplates(
  templates: Iterable<string>,
  programOf: (name: string) => hbs.AST.Program,
  helpers: Helpers,
  recursive: () => ReadonlySet<string>,
): ReadonlyMap<string, QuickTemplate> {
  const partials: Record<string, Body> = Object.create(null);
  const placing: Placing = { placed: undefined };
  const runtime = { helpers, partials, ...support(placing) };
  const names = new Set(templates);
  const helperNames = new Set(Object.keys(helpers));
  for (const name of names)
    Object.defineProperty(partials, name, {
      configurable: true,
      get() {
        if (recursive().has(name)) throw new Unknown();
        const source = quickSource(programOf(name), names, helperNames);
        // It holds names and texts as JSON only, and Handlebars would make a function of it as well.
        const value = new Function('run', source)(runtime) as Body;
        Object.defineProperty(partials, name, { value });
        return value;
      },
    });
  return new Map(
    [...names].map((name) => [
      name,
      (view, placed) => {
        placing.placed = placed;
        return (partials[name] as Body)(view, { root: view, block: undefined });
      },
    ]),
  );
}

const SPECIAL = /[&<>"'`=]/;

/** The signs that Handlebars escapes, as it does. */
const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
};

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"'`=]/g, (sign) => ESCAPED[sign] ?? '') : text;
}

/** Where the page that is being made has its HTML that is bytes. */
interface Placing {
  placed: HtmlBytes[] | undefined;
}

/** What the written programs call. */
function support(placing: Placing) {
  const again = (): never => {
    throw new Unknown();
  };
  return {
    again,
    /** A value as text of HTML. */
    escape(value: unknown): string {
      if (typeof value === 'string') return escaped(value);
      if (value === null || value === undefined) return '';
      if (value instanceof HtmlBytes) return escaped(value.toString());
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : again();
    },
    /** A value that is HTML. */
    raw(value: unknown): string {
      if (typeof value === 'string') return value;
      if (value === null || value === undefined) return '';
      if (!(value instanceof HtmlBytes)) return again();
      if (placing.placed === undefined) return value.toString();
      placing.placed.push(value);
      return PLACE;
    },
    /** Whether `if` goes on. */
    truth(value: unknown): boolean {
      if (typeof value === 'function') again();
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    },
    /** Whether `with` goes on. Handlebars takes 0 for something here, and nowhere else. */
    given(value: unknown): boolean {
      if (typeof value === 'function' || value === 0) again();
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    },
    /** A value that must be there, if only as undefined. */
    missing(holder: unknown, name: string): undefined {
      if (typeof holder !== 'object' || holder === null || !(name in holder)) again();
      return undefined;
    },
    /** A property whose name is also that of something that all lists and texts have. */
    own(holder: object, name: string): unknown {
      const value = (holder as Record<string, unknown>)[name];
      return value === null || value === undefined || Object.hasOwn(holder, name) ? value : again();
    },
    /** A context, which is something. */
    context: (value: unknown): unknown => (value === null || value === undefined ? again() : value),
    /** A context to which more is added. */
    fields: (value: unknown): unknown => (value instanceof HtmlBytes ? again() : value),
    /** The items of `each` with their keys; no keys for a list. */
    items(value: unknown): { items: readonly unknown[]; keys: readonly string[] | null } {
      if (Array.isArray(value)) return { items: value, keys: null };
      if (typeof value === 'function' || value instanceof HtmlBytes) again();
      if (typeof value !== 'object' || value === null) return NONE;
      if (Symbol.iterator in value) again();
      return { items: Object.values(value), keys: Object.keys(value) };
    },
  };
}

const NONE = { items: [], keys: null };
