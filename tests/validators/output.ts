import { Parser } from 'htmlparser2';
import { readFolder } from '../rig.ts';

/** What a validator looked at, and what is wrong with it: `file: message`. */
export interface Verdict {
  readonly checked: string;
  readonly findings: readonly string[];
}

/** An output folder, read once. */
export interface Output {
  readonly folder: string;
  /** Paths of all files, sorted. */
  readonly files: readonly string[];
  /** `https://example.org`, and the path below it at which the site stands. */
  readonly origin: string;
  readonly base: string;
  readonly pages: ReadonlyMap<string, HtmlPage>;
  /** The home pages, one for each language. */
  readonly homes: readonly string[];
}

/** What an HTML file says of itself. */
export interface HtmlPage {
  readonly file: string;
  /** The kind of page, as its body has it for a class; `redirect` if it sends readers on. */
  readonly kind: string;
  readonly isDocument: boolean;
  readonly isHidden: boolean;
  readonly canonical: string | null;
  readonly alternates: ReadonlyMap<string, string>;
  readonly structured: readonly string[];
  /** What readers can follow, and what the page loads or names. */
  readonly links: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** Pages to which nothing leads: errors, parts of pages, and what has gone from an address. */
export const UNLINKED: ReadonlySet<string> = new Set([
  'fragment',
  'not-found',
  'redirect',
  'withdrawn',
]);

export function readOutput(folder: string): Output {
  const all = readFolder(folder);
  const files = Object.keys(all).sort();
  const decode = new TextDecoder('utf-8', { fatal: true });
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readPage(file, decode.decode(all[file]))]),
  );
  const home = pages.get('index.html');
  if (home?.canonical == null) throw new Error('the home page has no canonical address');
  const { origin, pathname } = new URL(home.canonical);
  const output = { folder, files, origin, base: pathname.slice(0, -1), pages };
  const homes = [...home.alternates.values()].map((url) => fileOf(output, url) ?? url);
  return { ...output, homes: [...new Set(['index.html', ...homes])] };
}

/** Attributes with an address, by element; those of `a` and `area` are for readers to follow. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  blockquote: ['cite'],
  del: ['cite'],
  embed: ['src'],
  form: ['action'],
  iframe: ['src'],
  img: ['src', 'srcset'],
  ins: ['cite'],
  link: ['href'],
  object: ['data'],
  q: ['cite'],
  script: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  video: ['src', 'poster'],
};

function readPage(file: string, html: string): HtmlPage {
  const links = new Set<string>();
  const resources = new Set<string>();
  const ids = new Set<string>();
  const alternates = new Map<string, string>();
  const structured: string[] = [];
  const page = {
    kind: file.includes('_fragments/') ? 'fragment' : '',
    isDocument: false,
    isHidden: false,
    canonical: null as string | null,
  };
  let data: string | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, href, rel, content } = attributes;
      if (id !== undefined) ids.add(id);
      for (const url of addressesIn(name, attributes)) resources.add(url);
      if (name === 'a' || name === 'area') {
        if (href !== undefined) links.add(href);
      } else if (name === 'html') page.isDocument = true;
      else if (name === 'body' && page.kind === '')
        page.kind = attributes.class?.replace('page-', '') ?? '';
      else if (name === 'link' && rel === 'canonical') page.canonical = href ?? null;
      else if (name === 'link' && attributes.hreflang !== undefined)
        alternates.set(attributes.hreflang, href ?? '');
      else if (name === 'meta' && attributes.name === 'robots')
        page.isHidden ||= content?.includes('noindex') === true;
      else if (name === 'meta' && attributes['http-equiv'] === 'refresh') {
        page.kind = 'redirect';
        resources.add(content?.split('url=')[1] ?? '');
      } else if (name === 'script' && attributes.type === 'application/ld+json') data = '';
    },
    ontext(text) {
      if (data !== null) data += text;
    },
    onclosetag(name) {
      if (name !== 'script' || data === null) return;
      structured.push(data);
      data = null;
    },
  });
  parser.end(html);
  return { file, ...page, alternates, structured, links, resources, ids };
}

export function addressesIn(
  element: string,
  attributes: Readonly<Record<string, string>>,
): string[] {
  return (ADDRESSES[element] ?? []).flatMap((name) => {
    const value = attributes[name];
    if (value === undefined) return [];
    if (name !== 'srcset') return [value];
    return value.split(', ').map((one) => one.trim().split(' ')[0] ?? '');
  });
}

export function parseUrl(url: string, from?: string): URL | null {
  return URL.canParse(url, from) ? new URL(url, from) : null;
}

/** The full address at which a host serves the file. */
export function urlOf({ origin, base }: Pick<Output, 'origin' | 'base'>, file: string): string {
  const address = file.endsWith('index.html') ? file.slice(0, -'index.html'.length) : file;
  return new URL(origin + encodeURI(`${base}/${address}`)).href;
}

/** The file that a host serves at the address, whether or not it exists; null if it is elsewhere. */
export function fileOf({ origin, base }: Pick<Output, 'origin' | 'base'>, url: string) {
  const parsed = parseUrl(url);
  if (parsed?.origin !== origin || !parsed.pathname.startsWith(`${base}/`)) return null;
  const name = decodeURIComponent(parsed.pathname.slice(base.length + 1));
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}
