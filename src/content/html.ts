/** Raw HTML in Markdown: what an author may write, and what is left out (`html: safe`). */
import type { IOptions } from 'sanitize-html';
import { lazily } from '../base/lazy.ts';
import { quickPortable } from './quick-portable.ts';
import { hidesItself } from './seen-text.ts';

// Loaded at the first article with raw HTML: most papers have none.
const sanitizer = lazily<(html: string, options: IOptions) => string>('sanitize-html');

/** How raw HTML is treated: through an allow list, as it is, or shown as text. */
export type HtmlMode = 'safe' | 'trusted' | 'none';

const TAGS = (
  'a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt ' +
  'em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s ' +
  'samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul ' +
  'var wbr'
).split(' ');

const OPTIONS: IOptions = {
  allowedTags: TAGS,
  allowedAttributes: {
    '*': ['id', 'class', 'lang', 'dir', 'title', 'role', 'aria-label', 'aria-hidden'],
    a: ['href', 'rel', 'hreflang'],
    col: ['span'],
    colgroup: ['span'],
    del: ['datetime'],
    ins: ['datetime'],
    details: ['open'],
    img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    table: ['tabindex'],
    source: ['srcset', 'media', 'type', 'sizes', 'width', 'height'],
    td: ['colspan', 'rowspan', 'headers'],
    th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
    time: ['datetime'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sms'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'srcset'],
  allowProtocolRelative: true,
  selfClosing: ['br', 'col', 'hr', 'img', 'source', 'wbr'],
  transformTags: { td: aligned, th: aligned, table: focusable, '*': withoutThemeId },
};
const ALLOWED = new Set(TAGS);

/** `text-align: right` as the theme's class for it; null if a style says something else. */
export function alignClass(style: string): string | null {
  const side = /^\s*text-align\s*:\s*(left|right|center)\s*;?\s*$/i.exec(style)?.[1];
  return side === undefined ? null : `align-${side.toLowerCase()}`;
}

/** An id that begins with `_` is one of the theme's. */
function withoutThemeId(tagName: string, { id, ...attribs }: Record<string, string>) {
  return {
    tagName,
    attribs: id === undefined || id.startsWith('_') ? attribs : { id, ...attribs },
  };
}

/** A table that is wider than its place is scrolled, which needs the focus where there is no mouse. */
function focusable(tagName: string, { tabindex: _, ...attribs }: Record<string, string>) {
  return { tagName, attribs: { ...attribs, tabindex: '0' } };
}

/** A cell whose alignment is a style. */
function aligned(tagName: string, { style = '', ...attribs }: Record<string, string>) {
  const align = alignClass(style);
  const names = [attribs.class, align].filter((name) => name != null && name !== '').join(' ');
  return { tagName, attribs: names === '' ? attribs : { ...attribs, class: names } };
}

/** Names of the elements in a piece of raw HTML that the allow list leaves out. */
export function refusedElements(html: string): string[] {
  const names = [...html.matchAll(/<([a-z][a-z0-9-]*)/gi)].map((m) => (m[1] ?? '').toLowerCase());
  return names.filter((name) => !ALLOWED.has(name));
}

/** What the sanitizer leaves out with all that is in it: what a page hides would be seen without the attributes that hide it. */
const UNSEEN = { tagName: 'script', attribs: {} };

/** What a body keeps where it leaves the site: no names of places and classes, which would clash with others'. */
function portable(page: string): IOptions {
  const full = (attribs: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(attribs).map(([name, value]) =>
        /^(?:href|src|poster)$/.test(name) && URL.canParse(value, page)
          ? [name, new URL(value, page).href]
          : [name, value],
      ),
    );
  const { '*': everywhere = [], ...ofTags } = OPTIONS.allowedAttributes as Record<string, string[]>;
  return {
    ...OPTIONS,
    allowedAttributes: {
      ...ofTags,
      // One size of a picture is enough where nobody knows how it will be shown.
      img: ['src', 'alt', 'width', 'height'],
      source: [],
      table: [],
      '*': everywhere.filter((name) => /^(?:lang|dir|title)$/.test(name)),
    },
    transformTags: {
      '*': (tagName, attribs) =>
        hidesItself(tagName, (name) => attribs[name])
          ? UNSEEN
          : { tagName, attribs: full(attribs) },
    },
  };
}

/** A body through the allow list; elements that an author left open are closed. */
export function sanitize(html: string): string {
  // The sanitizer ends elements without content as XML does; what it writes has no other "/>".
  return sanitizer()(html, OPTIONS).replace(/ \/>/g, '>');
}

/**
 * The HTML of a body as a feed carries it: through the allow list whatever the paper trusts its authors
 * with, all addresses full (`page` is the article's own), and without ids.
 */
export function portableHtml(html: string, page: string): string {
  return quickPortable(html, page) ?? fullyPortable(html, page);
}

/** The same by the sanitizer, whatever the HTML. */
export function fullyPortable(html: string, page: string): string {
  return sanitizer()(html, portable(page)).trim();
}
