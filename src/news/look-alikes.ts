/**
 * Files whose names look like one that is named and not there: in another letter case, with other code points, with a `%20` that
 * addresses read as a space, or by a way that browsers would go: `/images/../bridge.jpg`, `\images\bridge.jpg`.
 */

import { once } from '../base/once.ts';
import { joinWithin } from '../base/paths.ts';
import type { Shelf } from '../content/shelf.ts';
import { decoded, fileOf, type Referrer, readReference, type Target } from './reference.ts';

/** Those that look like the file that a target would be. */
export type LookAlikes = (target: Target) => readonly string[];

/** Finds them on a shelf. */
export function lookAlikes(shelf: Pick<Shelf, 'attachments' | 'publicFiles'>): LookAlikes {
  const names = once(() => byLook([...shelf.attachments.keys(), ...shelf.publicFiles.keys()]));
  return (target) => names().get(folded(fileMeant(target))) ?? [];
}

function byLook(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const file of files) {
    const look = folded(file);
    const others = names.get(look);
    if (others === undefined) names.set(look, [file]);
    else others.push(file);
  }
  return names;
}

/** Those of all files that one refers to and that are not there. */
export function filesMistaken(
  { path, image, references }: Referrer,
  shelf: Shelf,
  alike: LookAlikes,
): readonly string[] {
  const texts = references.map(({ target }) => target);
  if (image !== null) texts.push(image.src);
  return texts.flatMap((text) => {
    const target = readReference(path, text, shelf);
    if (fileOf(target, shelf) !== null) return [];
    return [...alike(target), ...alike(fromRoot(text, shelf))];
  });
}

/**
 * What a reference means, read from the root of the site: without its first slash, with a slash at its end, with the folder `public`,
 * or too far up.
 */
export function fromRoot(text: string, shelf: Pick<Shelf, 'attachments' | 'publicFiles'>): Target {
  const path = text.replace(/[?#].*$/s, '').replaceAll('\\', '/');
  const within = joinWithin('', path.replace(/^(?:\.{0,2}\/)+|\/+$/g, '')) ?? '';
  return readReference('', `/${within.replace(/^public\//, '')}`, shelf);
}

/** Addresses that people copy from a page (content/picture-sizes). */
const SIZE = /^\/_pictures(\/.+)\/\d+\.(?:webp|jpg)$/;

/** The address of the picture of which one is a size; null if it is none of a size. */
export function wholePicture(address: string): string | null {
  return SIZE.exec(address)?.[1] ?? null;
}

/** The file that would be the target's. */
export function fileMeant(target: Target): string {
  if (target.kind === 'address') return `public${wholePicture(target.address) ?? target.address}`;
  if (!('file' in target)) return '';
  // As browsers read it (WHATWG URL): `\` is a slash, at the beginning that of the site, and `..` leads back.
  const file = target.file.replace(/^.*\/(?=\\)/, '').replaceAll('\\', '/');
  return joinWithin(file.startsWith('/') ? 'public' : '', file) ?? '';
}

/** The same for names that look the same, that differ by letter case only, or that an address cannot tell apart. */
function folded(name: string): string {
  return decoded(name).normalize('NFC').toLowerCase();
}
