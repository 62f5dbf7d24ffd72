/** The order of names as readers of a language expect it (CLDR's collations, by Intl). */
import { readersLocale } from './language.ts';

const collators = new Map<string, Intl.Collator>();

/** Compares names in the order of a language: in Albanian `Ç` after `C`, `Zh` after `Z`. */
export function byCollation(language: string): (a: string, b: string) => number {
  const collator = collatorOf(language, 'variant');
  // Names that are equal to the collation keep one order on every machine.
  return (a, b) => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Letters that a language counts as one, though they are written with two signs. */
const DIGRAPHS: Readonly<Record<string, readonly string[]>> = {
  sq: ['dh', 'gj', 'll', 'nj', 'rr', 'sh', 'th', 'xh', 'zh'],
  'sr-Latn': ['dž', 'lj', 'nj'],
  hr: ['dž', 'lj', 'nj'],
  bs: ['dž', 'lj', 'nj'],
};

/** The letter under which a directory has a name: `Shqipëria` under `Sh` in Albanian; `#` for what is no letter. */
export function initialOf(name: string, language: string): string {
  const start = name.normalize('NFC').replace(/^[^\p{L}\p{N}]+/u, '');
  const first = [...start][0];
  if (first === undefined || !/\p{L}/u.test(first)) return '#';
  const digraphs = DIGRAPHS[language] ?? DIGRAPHS[language.split('-')[0] ?? ''] ?? [];
  const folded = start.toLocaleLowerCase(language);
  const digraph = digraphs.find((one) => folded.startsWith(one));
  if (digraph !== undefined)
    return (digraph[0] ?? '').toLocaleUpperCase(language) + digraph.slice(1);
  const upper = first.toLocaleUpperCase(language);
  // A letter with a mark that the language does not count as a letter of its own stands with the bare one.
  const bare = upper.normalize('NFD').replace(/\p{M}+/gu, '');
  return collatorOf(language, 'base').compare(upper, bare) === 0 ? bare : upper;
}

function collatorOf(language: string, sensitivity: 'base' | 'variant'): Intl.Collator {
  const key = `${sensitivity} ${language}`;
  let collator = collators.get(key);
  if (collator === undefined) {
    const locales = readersLocale(language);
    collator = new Intl.Collator([...locales], { sensitivity, numeric: sensitivity === 'variant' });
    collators.set(key, collator);
  }
  return collator;
}
