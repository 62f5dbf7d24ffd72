/** The site of an export: which addresses are its own, and what they are within it. */
import { decodedAddress } from '../base/paths.ts';
import { type OwnSite, withinSite } from '../content/own-site.ts';

/** The site of an address; without a host if it is none. */
export function ownSite(url: string): OwnSite {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    return { scheme: 'https:', host: '', base: '' };
  const { protocol, host, pathname } = new URL(url);
  const base = decodedAddress(pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '');
  return { scheme: protocol, host, base };
}

/** An address as a path within the site, with or without "www."; null if it leads elsewhere. */
export function pathWithin(target: string, own: OwnSite): string | null {
  if (own.host === '') return null;
  const other = own.host.startsWith('www.') ? own.host.slice(4) : `www.${own.host}`;
  const path = withinSite(target, own) ?? withinSite(target, { ...own, host: other });
  if (path === null || !path.startsWith('/')) return null;
  const end = path.search(/[?#]/);
  return end < 0 ? decodedAddress(path) : decodedAddress(path.slice(0, end)) + path.slice(end);
}

/** The address of a page of the site, by a link; null if that leads elsewhere, or is a short one. */
export function pagePath(link: string, own: OwnSite): string | null {
  const path = pathWithin(link, own);
  // WordPress writes a slash too many where a setting has one, and answers without it.
  return path === null || /[?#]/.test(path) ? null : path.replace(/\/{2,}/g, '/');
}
