/**
 * TOML as a flat list of fields that know where they stand. Dates stay text, as in YAML: base/instant
 * is the one place that reads them. This is the only file that knows smol-toml.
 */
import type * as Toml from 'smol-toml';
import { lazily } from '../base/lazy.ts';
import { type Fault, type Field, isTooDeep, type Reading, TOO_DEEP } from './field.ts';
import { explainToml } from './toml-fault.ts';
import { scanToml, type TomlToken } from './toml-places.ts';
import { unseenInKeys } from './unseen.ts';

/** Loaded at the first front matter in TOML. */
const toml = lazily<typeof Toml>('smol-toml');

/** The fields of a TOML text, in order; or its first fault. */
export function readToml(text: string): Reading {
  const { parse } = toml();
  try {
    // The text itself first, so that a fault has its place; then with the dates as text.
    if (isTooDeep(parse(text))) return TOO_DEEP;
    const { statements, tokens } = scanToml(text);
    const data: Readonly<Record<string, unknown>> = parse(withTexts(text, tokens));

    const written = new Map(tokens.map((token) => [token.offset, token.text]));
    const fields = new Map<string, Field>();
    for (const { key: raw, keyOffset, offset, length, whole } of statements) {
      const key = nameOf(raw);
      // A table goes on after its first line; that one is its place.
      if (fields.has(key)) continue;
      const value = data[key] ?? null;
      const form = whole ? written.get(offset) : undefined;
      fields.set(key, {
        key,
        value,
        written: typeof value === 'object' ? null : (form ?? String(value)),
        keyOffset,
        keyLength: raw.length,
        offset,
        length,
      });
    }
    return unseenInKeys([...fields.values()]) ?? [...fields.values()];
  } catch (error) {
    return faultOf(error, text);
  }
}

const NUMBER_OR_LOGICAL =
  /^[+-]?(?:\d[\d_]*(?:\.[\d_]+)?(?:e[+-]?[\d_]+)?|0[box][\da-f_]+|inf|nan)$/i;

/**
 * The text with quotation marks around its dates, which are to stay as they were written, and around
 * numbers in lists, as in YAML: a tag `11.10` is not `11.1`.
 */
function withTexts(text: string, tokens: readonly TomlToken[]): string {
  let result = '';
  let from = 0;
  for (const { offset, text: token, listed } of tokens) {
    const isDate = !/^(?:true|false)$/.test(token) && !NUMBER_OR_LOGICAL.test(token);
    const isNumber = NUMBER_OR_LOGICAL.test(token);
    if (!isDate && !(listed && isNumber)) continue;
    result += `${text.slice(from, offset)}"${token}"`;
    from = offset + token.length;
  }
  return result + text.slice(from);
}

/** The name that a key has, without its quotation marks and escapes. */
function nameOf(raw: string): string {
  return /^["']/.test(raw) ? (Object.keys(toml().parse(`${raw} = 0`))[0] ?? raw) : raw;
}

function faultOf(error: unknown, text: string): Fault {
  if (!(error instanceof toml().TomlError)) throw error;
  let start = 0;
  for (let line = 1; line < error.line; line++) start = text.indexOf('\n', start) + 1;
  const message = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? '';
  return explainToml(message, text, start + error.column - 1);
}
