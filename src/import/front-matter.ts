/** The front matter of articles, under the keys by which the paper reads it: `fields` of site.yaml may name others. */
import { scalar } from '../content/front-matter-text.ts';
import type { Candidate, FieldName, FieldNames } from '../news/fields.ts';

/** What is said of an article: of each field its value as YAML, in their order. */
export type Said = readonly (readonly [field: FieldName, value: string])[];

/** One key of the paper, with the keys around it; `negated` says the opposite. */
interface Key {
  readonly way: readonly string[];
  readonly negated: boolean;
}

/** The key that says a field. Its own where the paper reads that too, else a plain one; null if the paper reads none. */
export function keyOf(field: FieldName, names: FieldNames): Key | null {
  const found = names[field];
  const constant = found.findIndex((one) => 'constant' in one);
  const keys = (constant < 0 ? found : found.slice(0, constant)).flatMap(asKey);
  // Only of what is true or false there is an opposite.
  const usable = keys.filter(({ negated }) => !negated || field === 'draft');
  return (
    usable.find(({ way, negated }) => !negated && way.join('.') === field) ??
    usable.find(({ way }) => way.length === 1) ??
    usable[0] ??
    null
  );
}

function asKey(one: Candidate): Key[] {
  return 'constant' in one ? [] : [{ way: one.key.split('.'), negated: one.negated }];
}

/** The block, between its lines. A key stands once: what another field has already said under it counts. */
export function frontMatter(said: Said, names: FieldNames): string {
  const lines = new Map<string, string | Map<string, string>>();
  for (const [field, value] of said) {
    const { way, negated } = keyOf(field, names) ?? { way: [field], negated: false };
    const [outer = field, ...inner] = way.map(scalar);
    const own = negated ? String(value !== 'true') : value;
    const known = lines.get(outer);
    const record = known instanceof Map ? known : new Map<string, string>();
    const [first, ...rest] = inner;
    if (first === undefined) lines.set(outer, known ?? own);
    else if (typeof known !== 'string') {
      const whole = rest.reduceRight((so, key) => `{${key}: ${so}}`, own);
      lines.set(outer, record.set(first, record.get(first) ?? whole));
    }
  }
  const block = [...lines].map(([key, value]) => {
    if (typeof value === 'string') return `${key}: ${value}`;
    return `${key}: {${[...value].map(([inner, one]) => `${inner}: ${one}`).join(', ')}}`;
  });
  return `---\n${block.join('\n')}\n---\n`;
}
