/** What an article or a page points at: another one, an address, or a file of the paper. */
import {
  type Address,
  address,
  addressFault,
  folderOf,
  joinWithin,
  outPath,
} from '../base/paths.ts';
import { MARKDOWN_FILE } from '../content/discover.ts';
import type { Reference } from '../content/document.ts';

/** Names of files, whoever knows them. */
interface Names {
  has(file: string): boolean;
}

/** The files that articles can refer to, as far as their names go. */
interface KnownFiles {
  readonly attachments: Names;
  readonly publicFiles: Names;
}

/** What a reference means, before it is known who may see it. */
export type Target =
  /** The file of an article or a page; it may not exist. `suffix` is the query and fragment, as written. */
  | { readonly kind: 'article'; readonly path: string; readonly suffix: string }
  /** A file beside the articles, published under `/media/`. */
  | { readonly kind: 'attachment'; readonly file: string; readonly suffix: string }
  /** An address within the site: a page or a file of `public/`. `place` is its path as written. */
  | {
      readonly kind: 'address';
      readonly address: Address;
      readonly place: string;
      readonly suffix: string;
    }
  /** A relative file that is not there. */
  | { readonly kind: 'missing'; readonly file: string };

/** True if an address is on another site: it has a scheme or a host. */
export function isElsewhere(target: string): boolean {
  return /^(?:https?:)?\/\//i.test(target);
}

/** Reads a reference of the article at `path`. */
export function readReference(path: string, target: string, shelf: KnownFiles): Target {
  const cut = target.search(/[?#]/);
  const suffix = cut < 0 ? '' : target.slice(cut);
  const place = decoded(cut < 0 ? target : target.slice(0, cut));
  if (place.startsWith('/')) {
    // Hosts serve a page under its file's name too.
    const page = place.replace(/\/index\.html?$/i, '/');
    // An author may write the file's path from the site's root, as editors complete it.
    if (MARKDOWN_FILE.test(place) && /^\/(?:articles|pages)\//.test(place))
      return { kind: 'article', path: place.slice(1), suffix };
    return addressFault(page) === null
      ? { kind: 'address', address: address(page), place, suffix }
      : { kind: 'missing', file: place };
  }
  const file = joinWithin(folderOf(path), place);
  if (file === null) return { kind: 'missing', file: place };
  // So editors complete the name of a file of public/: `../public/images/bridge.jpg`.
  if (file.startsWith('public/'))
    return readReference(path, encodeURI(file.slice('public'.length)) + suffix, shelf);
  if (MARKDOWN_FILE.test(file)) return { kind: 'article', path: file, suffix };
  if (shelf.attachments.has(file)) return { kind: 'attachment', file, suffix };
  return { kind: 'missing', file };
}

/**
 * The address of a file beside the articles: `/media/` and its path below `articles/`. One beside the
 * files of authors is at `/media/authors/`.
 */
export function attachmentAddress(file: string): Address {
  return address(`/media/${file.replace(/^articles\//, '')}`);
}

/** The address at which a file of the paper is published, of `public/` or beside the articles. */
export function addressOfFile(file: string): Address {
  return file.startsWith('public/')
    ? (file.slice('public'.length) as Address)
    : attachmentAddress(file);
}

/** The file of `public/` that an address means, or null. */
export function publicFile(target: Address, shelf: KnownFiles): string | null {
  const names = [publicName(target), `public${target.replace(/\/$/, '')}`];
  return names.find((file) => shelf.publicFiles.has(file)) ?? null;
}

function publicName(target: Address): string {
  return `public/${outPath(target)}`;
}

type WithinSite = Extract<Target, { kind: 'address' }>;

/** The files of `public/` that an address may mean: `/press` is `press/index.html`, or a file without an ending. */
export function publicNames({ address: target, place }: WithinSite): readonly string[] {
  if (place === target || !target.endsWith('/')) return [publicName(target)];
  const written = `public${place}`;
  return `${place}/` === target ? [publicName(target), written] : [written];
}

/** Where an address leads that is no article's: to a file without an ending as it is, else to a page. */
export function addressIn({ address: target, place }: WithinSite, shelf: KnownFiles): Address {
  const isFile = `${place}/` === target && shelf.publicFiles.has(`public${place}`);
  return isFile ? (place as Address) : target;
}

/** The file of the paper that a target means; null if it means none, or one that is not there. */
export function fileOf(target: Target, shelf: KnownFiles): string | null {
  return allFilesOf(target, shelf)[0] ?? null;
}

function allFilesOf(target: Target, shelf: KnownFiles): readonly string[] {
  if (target.kind === 'attachment') return [target.file];
  if (target.kind !== 'address') return [];
  return publicNames(target).filter((file) => shelf.publicFiles.has(file));
}

/** What can refer to files: an article, or a person of the paper. */
export interface Referrer {
  /** The file, relative to the site. */
  readonly path: string;
  readonly image: { readonly src: string } | null;
  readonly references: readonly Reference[];
}

/** All files of the paper that one refers to, its picture among them. */
export function filesOf({ path, image, references }: Referrer, shelf: KnownFiles): string[] {
  const targets = references.map(({ target }) => target);
  if (image !== null) targets.push(image.src);
  return targets.flatMap((text) => allFilesOf(readReference(path, text, shelf), shelf));
}

/** The same as `filesOf`, of what one shows as pictures. */
export function pictureFilesOf(one: Referrer, shelf: KnownFiles): string[] {
  return filesOf(
    { ...one, references: one.references.filter(({ kind }) => kind === 'image') },
    shelf,
  );
}

/** A path without its percent-encoding (RFC 3986); as it is where that is faulty. */
export function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return path.split('/').map(decodeURIComponent).join('/');
  } catch {
    return path;
  }
}
