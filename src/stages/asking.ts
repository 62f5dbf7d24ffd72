/** Which page is meant: by its address, by its file below the output folder, or by its own file. */
import { type Address, address, addressFault } from '../base/paths.ts';
import { suggest } from '../base/suggest.ts';
import { decoded } from '../news/reference.ts';

/** What somebody named. */
export type Asked =
  /** The file of an article or a page, relative to the site; it may not be there. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'address'; readonly address: Address }
  /** It can be no page of this paper. */
  | { readonly kind: 'elsewhere' };

/** Where the paper is, on the disk and on the web. Folders are absolute. */
export interface Whereabouts {
  readonly site: string;
  readonly out: string;
  readonly origin: string | null;
  /** The path of the paper's url. */
  readonly base: string;
}

/** Reads `text`, of which `full` is the absolute path if it is the name of a file. */
export function readAsked(
  text: string,
  full: string,
  { site, out, origin, base }: Whereabouts,
): Asked {
  const below = (folder: string, path: string) =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length) : null;
  // A file may be named from the folder of the command, or from that of the paper.
  for (const path of [full, `${site}/${text.replace(/^\.\//, '')}`]) {
    const published = below(out, path);
    if (published !== null) return asAddress(published);
    const file = below(site, path);
    if (file !== null && /^\/(?:articles|pages)\//.test(file))
      return { kind: 'file', path: file.slice(1) };
  }
  if (/^[a-z]+:\/\//i.test(text)) {
    const own = origin !== null && below(origin, `${text}/`) !== null;
    return own ? asAddress(withoutBase(text.slice(origin.length) || '/')) : { kind: 'elsewhere' };
  }
  return asAddress(withoutBase(text.startsWith('/') ? text : `/${text}`));

  function withoutBase(path: string): string {
    return base !== '' && `${path}/`.startsWith(`${base}/`) ? path.slice(base.length) || '/' : path;
  }
}

/** As a browser has it: percent-encoded, with what follows the address. */
function asAddress(text: string): Asked {
  const path = decoded(text.replace(/[?#].*$/, ''));
  return addressFault(path) === null
    ? { kind: 'address', address: address(path) }
    : { kind: 'elsewhere' };
}

/** The few candidates that were most likely meant: spelled nearly so, or of the same name in another folder. */
export function nearest(wanted: string, candidates: readonly string[]): readonly string[] {
  const byName = new Map<string, string[]>();
  for (const one of candidates) {
    const others = byName.get(lastName(one));
    if (others === undefined) byName.set(lastName(one), [one]);
    else others.push(one);
  }
  const name = lastName(wanted);
  const spelled = suggest(wanted, candidates);
  const alike = byName.has(name) ? name : suggest(name, byName.keys());
  const named = alike === null ? [] : (byName.get(alike) ?? []);
  return [...new Set([...(spelled === null ? [] : [spelled]), ...named])].slice(0, NEAREST);
}

/** How many are worth reading. */
const NEAREST = 3;

/** `story` of `/2026/11/20/story/`. */
function lastName(path: string): string {
  return /([^/]+)\/?$/.exec(path)?.[1] ?? '';
}
