/** A file that is all front matter: `authors/arta.yaml`. */
import { diagnostic, placeAt } from '../base/diagnostic.ts';
import { isFault } from './field.ts';
import { cutsIn, type FrontMatterFile } from './front-matter.ts';
import { readYaml } from './yaml.ts';

/** Reads the fields of a YAML file; of a key that stands twice the last one counts. */
export function readDataFile(path: string, text: string): FrontMatterFile {
  const fields = readYaml(text);
  if (isFault(fields)) {
    const place = placeAt(path, text, fields.offset);
    const fault = diagnostic('front-matter/yaml', place, fields.problem, fields.help);
    return { frontMatter: null, diagnostics: [fault] };
  }
  const located = fields.map(({ key, value, written, keyOffset, keyLength, offset, length }) => ({
    key,
    value,
    written,
    place: placeAt(path, text, offset, length),
    keyPlace: placeAt(path, text, keyOffset, keyLength),
  }));
  const cuts = cutsIn(text, (offset, length) => placeAt(path, text, offset, length));
  return { frontMatter: { fields: located, cuts, body: '' }, diagnostics: [] };
}
