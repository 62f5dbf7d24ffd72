/**
 * Addresses, output paths and the way from one to the other. Paths use `/` on every system;
 * base/files translates at the border.
 */

declare const kind: unique symbol;

/** The address of a page within the site, `/2026/11/23/slug/` or `/feed.xml`, without the base path. */
export type Address = string & { readonly [kind]: 'Address' };

/** A file's path within the output folder, `2026/11/23/slug/index.html`. */
export type OutPath = string & { readonly [kind]: 'OutPath' };

/** The most bytes a file name may have on the file systems in use (ext4, APFS, NTFS). */
const MAX_NAME_BYTES = 255;

/** Control characters, and what is a separator elsewhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
export const FORBIDDEN = /[\u0000-\u001f\u007f\\]/;

/** An address as nearly all are: names of letters, digits, `-` and `_`, none of which can be too long or a "..". */
const PLAIN = /^(?:\/[A-Za-z0-9_-]+)+(?:\/|\.[A-Za-z0-9]+)$/;

/** Why a text cannot be an address, as the end of a sentence; null if it can. */
export function addressFault(text: string): string | null {
  if (text.length < MAX_NAME_BYTES - STAGED_ROOM && PLAIN.test(text)) return null;
  if (!text.startsWith('/')) return 'does not begin with "/"';
  if (FORBIDDEN.test(text)) return 'has a character that file names cannot have';
  if (/[?#]/.test(text)) return 'has a "?" or "#", which end an address';
  const names = text.slice(1).split('/');
  if (names.some((name) => name === '..' || name === '.')) return 'leaves its folder with "."';
  if (names.slice(0, -1).some((name) => name === '')) return 'has an empty part ("//")';
  if (names.some((name) => Buffer.byteLength(name) > MAX_NAME_BYTES - STAGED_ROOM))
    return 'has a part that is too long for a file name';
  return null;
}

/** Bytes of a file name that a temporary form of it may add (output/publish). */
const STAGED_ROOM = 16;

/**
 * The address in its one form: a page's address ends in `/` unless its last part is a file name
 * with an ending; `index.html` is its folder. Throws if `text` has a fault; ask `addressFault` first about
 * text from outside.
 */
export function address(text: string): Address {
  const fault = addressFault(text);
  if (fault !== null) throw new Error(`address ${JSON.stringify(text)} ${fault}`);
  if (text.endsWith('/')) return text as Address;
  const page = text.replace(/\/index\.html$/i, '/');
  const last = page.slice(page.lastIndexOf('/') + 1);
  return (last === '' || /\.[a-z0-9]+$/i.test(last) ? page : `${page}/`) as Address;
}

/** The endings under which hosts serve a file as a page. */
const PAGE_ENDING = /(?:\/|\.s?html?)$/i;

/**
 * True if a page can be at the address. Under any other ending hosts serve it as what that says, and browsers show no page but
 * save a program, a PDF, or "2" of `/covid.2`.
 */
export function isPageAddress(page: Address): boolean {
  return PAGE_ENDING.test(page);
}

/** Why no page can be at an address, as `addressFault` tells it of any text; null if one can. */
export function pageFault(text: string): string | null {
  const fault = addressFault(text);
  if (fault !== null || isPageAddress(address(text))) return fault;
  return `ends in "${text.slice(text.lastIndexOf('.'))}", and hosts do not serve that as a page`;
}

/** The file that a static host serves at the address. */
export function outPath(page: Address): OutPath {
  return (page.endsWith('/') ? `${page.slice(1)}index.html` : page.slice(1)) as OutPath;
}

/** What stands in an address as it is. */
const UNRESERVED = /^[A-Za-z0-9_./-]*$/;

/** The address as it stands in a page: with the site's base path, and percent-encoded (RFC 3986). */
export function href(base: string, page: Address): string {
  const whole = base + page;
  return UNRESERVED.test(whole) ? whole : encodeURI(whole);
}

/** `folder/name` resolved with `.` and `..`; null if it leaves the root it started from. */
export function joinWithin(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** An address without its percent-encoding, as people write it; as it is where that is faulty (RFC 3986, 2.4). */
export function decodedAddress(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** The folder part of a path: `a/b.md` gives `a`, `b.md` gives an empty string. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
