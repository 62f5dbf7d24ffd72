/** Helpers of plugins as templates call them: whatever somebody wrote, it is text on a page or a fault that is told. */
import type { Helpers } from './helpers.ts';

/** The helpers, each of which ends with a value or an Error, and changes nothing that other pages are made from. */
export function guarded(helpers: Helpers): Helpers {
  return Object.fromEntries(
    Object.entries(helpers).map(([name, helper]) => [name, guard(name, helper)]),
  );
}

function guard(name: string, helper: Helpers[string]): Helpers[string] {
  return function (this: unknown, ...args: unknown[]) {
    for (const value of args.slice(0, -1)) freeze(value);
    const { hash } = args.at(-1) as { readonly hash?: unknown };
    freeze(hash);
    let value: unknown;
    try {
      value = Reflect.apply(helper, this, args);
    } catch (error) {
      throw faultOf(name, error);
    }
    if (typeof value === 'symbol') throw new Error(`the helper "${name}" returns a symbol`);
    if (!isPromise(value)) return value;
    // What becomes of it is no matter any more, and would else end the process.
    value.then(nothing, nothing);
    throw new Error(`the helper "${name}" returns a promise, for which no page waits`);
  };
}

function faultOf(name: string, error: unknown): Error {
  if (!(error instanceof Error) || error.message === '')
    return new Error(`the helper "${name}" failed: ${String(error)}`);
  if (!(error instanceof TypeError) || !REFUSED.test(error.message)) return error;
  return new Error(
    `the helper "${name}" changes a list or record that other pages are made from, too, and not a copy of it: ${error.message}`,
  );
}

/** What V8 says where something is frozen. */
const REFUSED = /read only property|is not extensible|^Cannot (?:delete|redefine) property/;

const frozen = new WeakSet<object>();

/** Lists and records are shared by pages: one that a helper sorts would be another on the next page. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || frozen.has(value) || !isData(value)) return;
  frozen.add(value);
  Object.freeze(value);
  for (const { value: part } of Object.values(Object.getOwnPropertyDescriptors(value)))
    freeze(part);
}

function isData(value: object): boolean {
  const made = Object.getPrototypeOf(value);
  return Array.isArray(value) || made === Object.prototype || made === null;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

function nothing(): void {}
