/** Which addresses are the site's own, however they are written. */
import { decodedAddress } from '../base/paths.ts';

/** Where the site itself stands, so that full addresses of its own pages are known as such. */
export interface OwnSite {
  /** `https:`, unless the paper's url says `http:`. */
  readonly scheme: string;
  /** `example.org`, with a port if it has one; empty if the paper has no url. */
  readonly host: string;
  /** The path of the paper's url without closing slash, or empty. */
  readonly base: string;
}

// Browsers take a backslash for a slash, and as many as there are for two (URL Standard, 4.4).
const FULL = /^(?:(https?:)([/\\]*)|[/\\]{2,})([^/\\?#]*)([^?#]*)(.*)$/is;

/** What has a scheme; but a place on its author's computer is a file that is not there. */
const SCHEME = /^(?!file:)[a-z][a-z0-9+.-]+:/i;

/** An address as one within the site; null if it is another site's, or a bare fragment. */
export function withinSite(target: string, own: OwnSite): string | null {
  if (/^(?:#|$)/.test(target)) return null;
  const full = FULL.exec(target);
  if (full === null) return SCHEME.test(target) ? null : target;
  const [, scheme = own.scheme, slashes = '//', host = '', path = '', suffix = ''] = full;
  // With one slash or none the scheme of the page itself says nothing.
  const isBare = slashes.length < 2 && scheme.toLowerCase() === own.scheme;
  if (isBare && slashes === '') return `./${host}${path}${suffix}`;
  if (!isBare && (own.host === '' || !isSameHost(host, own.host, scheme))) return null;
  const whole = (isBare ? `/${host}${path}` : path).replaceAll('\\', '/');
  const place = withoutBase(whole, own.base);
  return place === null ? null : `${place || '/'}${suffix}`;
}

/** Names that are written as they are meant, as nearly all are. */
const PLAIN_HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** A host may be written with its default port, a closing dot, or letters that are not ASCII. */
function isSameHost(written: string, host: string, scheme: string): boolean {
  const lower = written.toLowerCase();
  if (lower === host) return true;
  const whole = `${scheme}//${written}/`;
  if (PLAIN_HOST.test(lower) || !URL.canParse(whole)) return false;
  return new URL(whole).host.replace(/\.(?=:|$)/, '') === host;
}

/** The path below the site's own, which may be percent-encoded; null if it is not below that. */
function withoutBase(path: string, base: string): string | null {
  if (path === base || path.startsWith(`${base}/`)) return path.slice(base.length);
  if (base === '' || !path.includes('%')) return null;
  const names = path.split('/');
  const depth = base.split('/').length;
  if (decodedAddress(names.slice(0, depth).join('/')) !== base) return null;
  return names
    .slice(depth)
    .map((name) => `/${name}`)
    .join('');
}
