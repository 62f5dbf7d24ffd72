/** Where a part of a setting stands in site.yaml; found when a message needs it, and not before. */
import { type Place, placeAt, type Where } from '../base/diagnostic.ts';
import { CONFIG_FILE } from '../content/discover.ts';
import type { Field } from '../content/field.ts';
import { readText } from '../content/text.ts';
import { placeInYaml } from '../content/yaml.ts';

/** The way to what is meant within a setting. */
export interface Way {
  /** Keys of records and places in lists, from 0. */
  readonly path: readonly (string | number)[];
  /** True if the last key is meant, and not its value. */
  readonly ofKey?: boolean;
}

/** The way to the setting's own value. */
export const WHOLE: Way = { path: [] };

/** The place of a part of a field; of the field's whole value, if the part is not found. */
export function placeWithin(source: string, field: Field, way: Way): Place {
  const path = [field.key, ...way.path];
  const found =
    way.path.length === 0 ? field : (placeInYaml(source, path, way.ofKey ?? false) ?? field);
  return placeAt(CONFIG_FILE, source, found.offset, found.length);
}

/** The first place of site.yaml to which one of the paths leads; the file as a whole if none does. */
export function placeIn(bytes: Uint8Array, ...paths: readonly Way['path'][]): Where {
  const text = readText(CONFIG_FILE, bytes);
  if (typeof text !== 'string') return CONFIG_FILE;
  for (const path of paths) {
    const found = placeInYaml(text, path, false);
    if (found !== null) return placeAt(CONFIG_FILE, text, found.offset, found.length);
  }
  return CONFIG_FILE;
}
