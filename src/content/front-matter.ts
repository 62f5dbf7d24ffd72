/**
 * Front matter: content/form knows its forms, gray-matter cuts the block from the body, and the reader
 * of its language reads it. This is the only file that knows gray-matter.
 */
import type Matter from 'gray-matter';
import { type Diagnostic, diagnostic, type Place, placeAt } from '../base/diagnostic.ts';
import { lazily } from '../base/lazy.ts';
import { ownText } from '../base/own-text.ts';
import { type Field, isFault, type Reading } from './field.ts';
import { type Block, type FormName, findBlock } from './form.ts';
import { blockFault, missing } from './form-fault.ts';
import { readJson } from './json.ts';
import { readToml } from './toml.ts';
import { readYaml, textsCutInYaml } from './yaml.ts';
import type { CutText } from './yaml-cut.ts';

/** A key of the front matter, with where it stands in the file. */
export interface FrontMatterField {
  readonly key: string;
  readonly value: unknown;
  /** A scalar as it was written; null for lists and records. */
  readonly written: string | null;
  /** Found when they are asked for: messages need them, articles do not. */
  readonly place: Place;
  readonly keyPlace: Place;
}

/** A text that ends where a comment begins, with where that stands in the file. */
export interface CutInFile extends Pick<CutText, 'path' | 'lost' | 'asMeant'> {
  readonly place: Place;
}

/** An article file in its two parts. */
export interface FrontMatter {
  readonly fields: readonly FrontMatterField[];
  readonly cuts: readonly CutInFile[];
  readonly body: string;
}

/** What was read of a file; the front matter is null when a fault left nothing to work with. */
export interface FrontMatterFile {
  readonly frontMatter: FrontMatter | null;
  readonly diagnostics: Diagnostic[];
}

/** Keys that decide what is published, when and where: a duplicate could publish too early. */
const SAFETY_KEYS = new Set(['date', 'publish', 'expires', 'draft', 'permalink', 'slug']);

const READERS: Readonly<Record<FormName, (block: string) => Reading>> = {
  yaml: readYaml,
  toml: readToml,
  json: readJson,
};

/**
 * Splits an article's text. `text` has LF line ends and no byte-order mark.
 * The front matter is null when a fault left nothing to work with.
 */
export function readFrontMatter(file: string, text: string): FrontMatterFile {
  const block = findBlock(text);
  const fault = block === null ? missing(file, text) : blockFault(block, file, text);
  if (block?.form == null || fault !== null)
    return { frontMatter: null, diagnostics: fault === null ? [] : [fault] };

  const { inner, offset: blockOffset, body } = cut(block, block.form, text);
  const reading = inner === null ? [] : READERS[block.form](inner);
  if (isFault(reading)) {
    const where = placeAt(file, text, blockOffset + reading.offset);
    const code = `front-matter/${block.form}` as const;
    return {
      frontMatter: null,
      diagnostics: [diagnostic(code, where, reading.problem, reading.help)],
    };
  }
  const place: PlaceOf = (offset, length) => placeAt(file, text, blockOffset + offset, length);
  const { fields, diagnostics } = withoutRepeats(reading, place);
  const cuts = block.form === 'yaml' && inner !== null ? cutsIn(inner, place) : [];
  return { frontMatter: { fields: placed(fields, place), cuts, body }, diagnostics };
}

/** Reads a file that is all front matter, `authors/arta.yaml`; of a key that appears twice the last one counts. */
export function readDataFile(file: string, text: string): FrontMatterFile {
  const fields = readYaml(text);
  if (isFault(fields)) {
    const where = placeAt(file, text, fields.offset);
    const fault = diagnostic('front-matter/yaml', where, fields.problem, fields.help);
    return { frontMatter: null, diagnostics: [fault] };
  }
  const place: PlaceOf = (offset, length) => placeAt(file, text, offset, length);
  const frontMatter = { fields: placed(fields, place), cuts: cutsIn(text, place), body: '' };
  return { frontMatter, diagnostics: [] };
}

/** The place in the file of what stands at an offset of the text that was read. */
type PlaceOf = (offset: number, length: number) => Place;

/** Those of a text of YAML. */
function cutsIn(text: string, placeOf: PlaceOf): readonly CutInFile[] {
  return textsCutInYaml(text).map(({ path, lost, asMeant, offset, length }) => {
    return { path, lost, asMeant, place: placeOf(offset, length) };
  });
}

function placed(fields: readonly Field[], placeOf: PlaceOf): readonly FrontMatterField[] {
  return fields.map((field) => new PlacedField(field, placeOf));
}

class PlacedField implements FrontMatterField {
  readonly key: string;
  readonly value: unknown;
  readonly written: string | null;
  private readonly field: Field;
  private readonly placeOf: PlaceOf;
  private ownPlace: Place | null = null;

  constructor(field: Field, placeOf: PlaceOf) {
    this.key = field.key;
    this.value = field.value;
    this.written = field.written;
    this.field = field;
    this.placeOf = placeOf;
  }
  get place(): Place {
    this.ownPlace ??= this.placeOf(this.field.offset, this.field.length);
    return this.ownPlace;
  }
  get keyPlace(): Place {
    return this.placeOf(this.field.keyOffset, this.field.keyLength);
  }
}

/** What stands in the block, where that begins, and what follows it; null for a block with nothing in it. */
function cut(
  block: Block,
  form: FormName,
  text: string,
): { inner: string | null; offset: number; body: string } {
  // A brace that opens the block is a part of it, which is more than gray-matter's delimiters can say.
  if (block.open === '{') {
    const end = text.lastIndexOf('}', block.bodyStart) + 1;
    const inner = text.slice(block.start, end);
    return { inner, offset: block.start, body: text.slice(block.bodyStart) };
  }
  const plain = cutPlain(block, text);
  if (plain !== null) return plain;
  let inner: string | null = null;
  // Options are always passed: without them gray-matter remembers a faulty file as an empty one.
  const { content } = load()(text.slice(block.start), {
    language: form,
    delimiters: block.open,
    engines: Object.fromEntries(
      [form, block.named.toLowerCase()].map((name) => [
        name,
        {
          parse(found: string) {
            inner = found;
            return {};
          },
        },
      ]),
    ),
  });
  // gray-matter cuts the language off with the opening line, blanks alone it leaves to the block.
  const opening = block.named === '' ? block.open.length : block.opening.length;
  return { inner, offset: block.start + opening, body: content };
}

/**
 * The block between two lines of nothing but `---`, as nearly all articles have it, for which gray-matter would give
 * the same (tests/front-matter.test.ts); null if there is more to it, or nothing in it.
 */
function cutPlain(
  { open, opening, closing, start, bodyStart }: Block,
  text: string,
): { inner: string; offset: number; body: string } | null {
  if (open !== '---' || opening !== open || closing !== open) return null;
  const offset = start + open.length;
  const end = text.indexOf('\n---', offset);
  const after = end + '\n---'.length;
  if (after !== bodyStart && !(text[after] === '\n' && after + 1 === bodyStart)) return null;
  // Its names are kept for long, and most are of Latin-1 where the body is not.
  const inner = ownText(text.slice(offset, end));
  return /^[^\s#]/m.test(inner) ? { inner, offset, body: text.slice(bodyStart) } : null;
}

/** Loaded at the first block that asks for it. */
const load = lazily<typeof Matter>('gray-matter');

/** Of repeated keys the last counts; each repetition is reported. */
function withoutRepeats(
  fields: readonly Field[],
  place: PlaceOf,
): { fields: Field[]; diagnostics: Diagnostic[] } {
  const last = new Map<string, Field>();
  const diagnostics: Diagnostic[] = [];
  for (const field of fields) {
    const name = field.key.toLowerCase();
    // `Date` and `date` are one key, since keys are read in any letter case.
    const id = SAFETY_KEYS.has(name) ? name : field.key;
    const earlier = last.get(id);
    if (earlier !== undefined) {
      const where = place(field.keyOffset, field.keyLength);
      const line = place(earlier.keyOffset, 1).line;
      diagnostics.push(
        SAFETY_KEYS.has(name)
          ? diagnostic(
              'front-matter/duplicate-key',
              where,
              `"${field.key}" appears twice, first on line ${line}`,
              'It decides what readers see, so Gazeta does not guess. Keep one of the two lines.',
            )
          : diagnostic(
              'front-matter/repeated-key',
              where,
              `"${field.key}" appears twice, first on line ${line}; this one counts`,
              'Remove one of the two lines.',
            ),
      );
      last.delete(id);
    }
    last.set(id, field);
  }
  return { fields: [...last.values()], diagnostics };
}
