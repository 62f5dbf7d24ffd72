/** Links within the site that lead nowhere, found in the pages as they are made: for `gazeta check`. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { type Address, addressFault, address as asAddress, type OutPath } from '../base/paths.ts';
import { withBase } from '../pages/chrome.ts';
import type { Page } from '../pages/page.ts';
import type { Claims } from './claims.ts';

/** Looks at pages one after the other, and tells at the end which of their links are dead. */
export interface LinkInspector {
  look(page: Page, html: Uint8Array): void;
  /**
   * `locate` finds a text in an article's file. No link of the paper itself is dead for the time at which somebody looks:
   * where `isAwaited` it stands while readers see what it leads to.
   */
  dead(
    made: Pick<Claims, 'has'>,
    locate: (path: string, text: string) => Where,
    isAwaited: (address: Address) => boolean,
  ): { readonly diagnostics: readonly Diagnostic[] };
}

const HREF = /<a\b[^>]*?\shref="([^"]*)"/gi;
const ID = /\sid="([^"]*)"/gi;
/** A link on more pages than this stands in a template, and is told once. */
const MANY = 20;
/** The host of nobody, so that addresses can be resolved by the rules of the web. */
const HOST = 'http://gazeta.invalid';

/** An address that the paper itself links to, from all pages, and where it says so. */
interface OwnLink {
  readonly text: string;
  where(): Where;
}

/** The paper's own links are told where they are written, and not of the pages that show them. */
export function linkInspector(
  site: { origin: string | null; base: string },
  ownLinks: readonly OwnLink[],
): LinkInspector {
  const ids = new Map<OutPath, ReadonlySet<string>>();
  /** For each target, `/path/#fragment`, who links to it. */
  const targets = new Map<string, Set<string>>();
  const decoder = new TextDecoder();

  return {
    look(page, bytes) {
      const html = decoder.decode(bytes);
      ids.set(page.out, new Set([...html.matchAll(ID)].map((match) => decoded(match[1] ?? ''))));
      for (const [, href = ''] of html.matchAll(HREF)) {
        const target = targetOf(decoded(href), site.base + page.address, site);
        if (target === null) continue;
        const makers = targets.get(target);
        if (makers === undefined) targets.set(target, new Set([page.maker]));
        else makers.add(page.maker);
      }
    },
    dead(made, locate, isAwaited) {
      const diagnostics: Diagnostic[] = [];
      const look = (target: string, places: () => Iterable<(text: string) => Where>) => {
        const [path = '', fragment = ''] = target.split(/#(.*)/s);
        const out = outOf(path, made);
        const page = out === null ? undefined : ids.get(out);
        if (out !== null && (fragment === '' || page === undefined || page.has(fragment))) return;
        for (const where of places()) diagnostics.push(fault(where, path, fragment, out));
      };
      const own = new Set<string>();
      for (const { text, where } of ownLinks) {
        const target = targetOf(withBase(site.base, text), `${site.base}/`, site);
        if (target === null || own.has(target)) continue;
        own.add(target);
        const [path = ''] = target.split('#');
        if (addressFault(path) === null && isAwaited(asAddress(path))) continue;
        look(target, () => [where]);
      }
      for (const [target, makers] of targets)
        if (!own.has(target))
          look(target, () =>
            [...makers]
              .slice(0, makers.size > MANY ? 1 : MANY)
              .map(
                (maker) => (text: string) =>
                  /^(?:articles|pages)\//.test(maker) ? locate(maker, text) : maker,
              ),
          );
      return { diagnostics };
    },
  };
}

/** A link's target within the site, percent-decoded and without the base path; null if it leads elsewhere. */
function targetOf(
  href: string,
  from: string,
  { origin, base }: { origin: string | null; base: string },
): string | null {
  if (!URL.canParse(href, HOST + encodeURI(from))) return null;
  const url = new URL(href, HOST + encodeURI(from));
  if (url.origin !== HOST && url.origin !== origin) return null;
  if (!`${url.pathname}/`.startsWith(`${base}/`)) return null;
  // A fragment that asks for a stretch of text is no anchor (URL Fragment Text Directives).
  const fragment = url.hash.slice(1).split(':~:')[0] ?? '';
  try {
    const path = decodeURIComponent(url.pathname.slice(base.length)) || '/';
    return fragment === '' || fragment === 'top' ? path : `${path}#${decodeURIComponent(fragment)}`;
  } catch {
    return null;
  }
}

/** The file that a host serves at a path; null if there is none. */
function outOf(path: string, made: Pick<Claims, 'has'>): OutPath | null {
  const name = path.slice(1);
  const forms = path.endsWith('/')
    ? [`${name}index.html`]
    : [name, `${name}/index.html`, `${name}.html`];
  return (forms as OutPath[]).find((form) => made.has(form)) ?? null;
}

function fault(
  where: (text: string) => Where,
  path: string,
  fragment: string,
  out: OutPath | null,
): Diagnostic {
  if (out === null)
    return diagnostic(
      'check/link',
      where(path),
      `the link to ${path} leads nowhere`,
      'There is neither a page nor a file at this address. Correct it, or remove the link.',
    );
  return diagnostic(
    'check/anchor',
    where(`#${fragment}`),
    `the link to ${path}#${fragment} leads to no place on that page`,
    'Headings have their words as anchor. Correct the part after the #, or remove it.',
  );
}

function decoded(attribute: string): string {
  return attribute
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
