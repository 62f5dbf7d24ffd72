/** Markdown to HTML: CommonMark 0.31.2 and what newsrooms add to it. The only file that knows markdown-it. */
import type createParser from 'markdown-it';
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { lazily } from '../base/lazy.ts';
import { recent } from '../base/recent.ts';
import { type Body, cutSlots, droppedFrom } from './body.ts';
import { HeadingPlaces } from './heading-places.ts';
import { alignClass, type HtmlMode, refusedElements, sanitize } from './html.ts';
import { firstParagraphOf } from './html-text.ts';
import { summaryOf } from './other-tags.ts';
import { type Remark, remarksOn } from './outline.ts';
import { type OwnSite, withinSite } from './own-site.ts';
import {
  type EngineText,
  type PlainBody,
  type PlainSettings,
  plainMarkdown,
} from './plain-markdown.ts';
import { quicken } from './quick-parser.ts';
import { quotesOf } from './quotes.ts';

/** Teaches a parser more, by `parser.use` and its rulers; called for each parser, of which each language has one. */
export type MarkdownExtension = (parser: MarkdownIt, about: { readonly language: string }) => void;

/** What the paper decides about Markdown. */
export interface MarkdownSettings {
  readonly html: HtmlMode;
  readonly own: OwnSite;
  /** False gives CommonMark with tables and strikethrough and nothing else; for tests of conformance. */
  readonly extras: boolean;
  /** What the paper's plugins teach the parser; then each body is a matter of the parser. */
  readonly extensions?: readonly MarkdownExtension[];
  /** False leaves the parser as it comes, for tests; what it gives is the same. */
  readonly quick?: boolean;
}

/** Something that was left out of a body. Lines count from 1 within the body. */
export interface RefusedHtml {
  readonly line: number;
  readonly element: string;
}

/** A rendered body and what the rest of the house needs to know about it. */
export interface RenderedMarkdown {
  readonly body: Body;
  /** The plain text of the first paragraph that has any, without tags of other systems; or an empty string. */
  firstParagraph(): string;
  readonly refused: readonly RefusedHtml[];
  /** What the HTML that was left out points at, and the body does not: nobody may have it sooner for that. */
  readonly dropped: readonly string[];
  /** What a reader who listens, or a search engine, would miss; found when it is asked for. */
  remarks(): readonly Remark[];
}

/** Renders bodies; made once a build, since it keeps one parser for each language. */
export type Markdown = (body: string, language: string) => RenderedMarkdown;

// The parser and what it is taught, loaded at the first body.
const engine = lazily<typeof createParser>('markdown-it');
const footnote = lazily<(parser: MarkdownIt) => void>('markdown-it-footnote');
const anchor = lazily<(parser: MarkdownIt, options: object) => void>('markdown-it-anchor');

export function markdown(given: MarkdownSettings): Markdown {
  const { extensions = [], quick = true } = given;
  const settings = { ...given, quick: quick && extensions.length === 0 };
  const parsers = new Map<string, MarkdownIt>();
  const parserOf = (language: string): MarkdownIt => {
    let parser = parsers.get(language);
    if (parser === undefined) {
      parser = makeParser(settings, language);
      parsers.set(language, parser);
    }
    return parser;
  };
  const plainSettings = recent(
    (language: string): PlainSettings => ({
      quotes: settings.extras ? quotesOf(language) : null,
      isElsewhere: (target) => isElsewhere(target, settings.own),
      engine: (text) => inlineText(parserOf(language), text, settings.own),
      withinSite: (target) => withinSite(target, settings.own) ?? target,
    }),
  );
  return (body, language) => {
    const plain = settings.quick ? plainMarkdown(body, plainSettings(language)) : null;
    if (plain !== null) return renderedPlain(plain);
    const parser = parserOf(language);
    const env = {};
    const tokens = parser.parse(body, env);
    const raw = settings.html === 'safe' ? rawHtml(tokens) : [];
    const made = parser.renderer.render(tokens, parser.options, env);
    // What plugins write is no more trusted than what authors do, whether there is raw HTML beside it or not.
    const isLoose = raw.length > 0 || (settings.html !== 'trusted' && extensions.length > 0);
    const html = isLoose ? sanitize(made) : made;
    const kept = cutSlots(html, settings.own);
    return {
      body: kept,
      dropped: isLoose ? droppedFrom(made, kept, settings.own) : [],
      firstParagraph: () =>
        firstParagraph(tokens) ||
        (tokens.some(({ type }) => type === 'html_block') ? firstParagraphOf(html) : ''),
      remarks: () => remarksOn(tokens),
      refused: raw.flatMap(({ line, html }) =>
        refusedElements(html).map((element) => ({ line, element })),
      ),
    };
  };
}

/** Makes the parser of a language for nothing but what its extensions throw. */
export function tryExtensions(given: MarkdownSettings, language: string): void {
  makeParser({ ...given, quick: false }, language);
}

/** A text that stands for itself, without the blocks around it. */
function inlineText(parser: MarkdownIt, text: string, own: OwnSite): EngineText {
  const env = {};
  const tokens = parser.parseInline(text, env);
  const [token] = tokens as [Token];
  const html = parser.renderer.render(tokens, parser.options, env);
  return { body: cutSlots(html, own), plain: plainText(token.children ?? []), token };
}

function renderedPlain(plain: PlainBody): RenderedMarkdown {
  const { outline } = plain;
  return {
    body: plain.body(),
    firstParagraph: () => plain.firstParagraph(),
    remarks: () => remarksOn(outline),
    refused: [],
    dropped: [],
  };
}

function makeParser(settings: MarkdownSettings, language: string): MarkdownIt {
  const parser = engine()({
    html: settings.html !== 'none',
    typographer: settings.extras,
    quotes: quotesOf(language),
  });
  // Of the typographer only the quotes: "(c)" and "+-" in a report mean what they say.
  parser.disable('replacements');
  if (settings.quick) quicken(parser);
  if (!settings.extras) return parser;

  // The parser would leave these as they are typed; so they are told, and never published (content/body).
  const { validateLink } = parser;
  parser.validateLink = (url) => validateLink(url) || /^file:/i.test(url);
  parser.use(footnote());
  // Of each text that is parsed; the parser's own search takes a time that grows with the square of equal headings.
  const places = new WeakMap<object, HeadingPlaces>();
  parser.use(anchor(), {
    slugifyWithState: (heading: string, { env }: StateCore) => {
      const known = places.get(env) ?? new HeadingPlaces();
      places.set(env, known);
      return known.of(heading);
    },
  });
  for (const extend of settings.extensions ?? []) extend(parser, { language });
  parser.core.ruler.push('columns', columns);
  parser.core.ruler.push('figures', figures);
  parser.core.ruler.push('links-and-images', (state) => linksAndImages(state, settings.own));
  return parser;
}

/**
 * The alignment of a table's columns as a class: a page whose policy allows no styles of its own keeps it. A table
 * that is wider than its place is scrolled, which needs the focus where there is no mouse.
 */
function columns(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'table_open') token.attrSet('tabindex', '0');
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const style = token.attrGet('style');
    token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
    if (style !== null) token.attrSet('class', alignClass(String(style)) ?? '');
  }
}

/** A picture alone in its paragraph, with a title, becomes a figure; the title is its caption. */
function figures(state: StateCore): void {
  state.tokens.forEach((paragraph, at) => {
    if (paragraph.type !== 'paragraph_open') return;
    const inline = state.tokens[at + 1];
    const close = state.tokens[at + 2];
    if (inline?.type !== 'inline' || inline.children?.length !== 1 || close === undefined) return;
    const [image] = inline.children;
    if (image?.type !== 'image') return;
    const title = image.attrGet('title');
    if (title === null || title === '') return;
    image.attrs = image.attrs?.filter(([name]) => name !== 'title') ?? null;
    const caption = new state.Token('text', '', 0);
    caption.content = String(title);
    inline.children = [
      image,
      new state.Token('figcaption_open', 'figcaption', 1),
      caption,
      new state.Token('figcaption_close', 'figcaption', -1),
    ];
    for (const token of [paragraph, close]) {
      token.type = token === paragraph ? 'figure_open' : 'figure_close';
      token.tag = 'figure';
      token.hidden = false;
    }
  });
}

/** Links to other sites say so; pictures load when they come near the screen. */
function linksAndImages(state: StateCore, own: OwnSite): void {
  for (const block of state.tokens)
    for (const token of block.children ?? []) {
      if (token.type === 'image') {
        token.attrSet('loading', 'lazy');
        token.attrSet('decoding', 'async');
      } else if (token.type === 'link_open') {
        const target = String(token.attrGet('href') ?? '');
        if (isElsewhere(target, own)) token.attrSet('rel', 'external noopener');
      }
    }
}

function isElsewhere(target: string, own: OwnSite): boolean {
  return /^(?:https?:)?\/\//i.test(target) && withinSite(target, own) === null;
}

/** All raw HTML of a body with the line on which its block begins. */
function rawHtml(tokens: readonly Token[]): { line: number; html: string }[] {
  const found: { line: number; html: string }[] = [];
  for (const token of tokens) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === 'html_block') found.push({ line, html: token.content });
    for (const child of token.children ?? [])
      if (child.type === 'html_inline') found.push({ line, html: child.content });
  }
  return found;
}

function firstParagraph(tokens: readonly Token[]): string {
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'paragraph_open' || token.level !== 0) continue;
    const text = summaryOf(plainText(tokens[at + 1]?.children ?? []));
    if (text !== '') return text;
  }
  return '';
}

function plainText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
  }
  return text.replace(/\s+/g, ' ').trim();
}
