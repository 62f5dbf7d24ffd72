/** The text of a post, and what it begins with. */
import { cutHeadline } from '../news/headline.ts';
import type { ExportFacts } from './facts.ts';
import { metaOf, plain } from './post.ts';
import { withFootnotes } from './text/footnotes.ts';
import { hasBlocks, withParagraphs } from './text/paragraphs.ts';
import { withoutShortcodes } from './text/shortcodes.ts';
import type { WxrRecord } from './wxr.ts';

/** What of a text is not there. */
export interface Missing {
  /** The name of a shortcode that stays. */
  readonly shortcode: (name: string) => void;
  /** A block that posts share, and that the exports do not have. */
  readonly block: () => void;
}

/** The text in Markdown. */
export function bodyOf(
  item: WxrRecord,
  facts: ExportFacts,
  toMarkdown: (html: string) => string,
  missing: Missing,
): string {
  const written = item.text('content:encoded');
  if (written.trim() === '') return '';
  const id = item.text('wp:post_id').trim();
  const whole = withSharedBlocks(written, facts.blocks, missing.block);
  const html = withoutShortcodes(
    withFootnotes(whole, metaOf(item, 'footnotes')),
    {
      picture: (number) => facts.uploads.get(number) ?? null,
      own: () => facts.uploadsOf.get(id) ?? [],
    },
    missing.shortcode,
  );
  return toMarkdown(hasBlocks(written) ? html : withParagraphs(html));
}

/** Its settings are JSON in which `-->` cannot be; they may have parts, such as texts that a post has instead. */
const SHARED = /<!-- wp:block (\{(?:(?!-->)[\s\S])*\}) \/-->/g;

/** A text with the blocks that several posts share; `around` are those that it stands in. */
function withSharedBlocks(
  html: string,
  blocks: ReadonlyMap<string, string>,
  missing: () => void,
  around: readonly string[] = [],
): string {
  return html.replace(SHARED, (_, settings: string) => {
    const number = /"ref":(\d+)/.exec(settings)?.[1] ?? '';
    const block = blocks.get(number);
    if (block === undefined) missing();
    // One that holds itself, which only a damaged database has, stands there once.
    return block === undefined || around.includes(number)
      ? ''
      : withSharedBlocks(block, blocks, missing, [...around, number]);
  });
}

/** What a text without a headline begins with. */
export function headlineFrom(body: string): string {
  const lines = body.replace(/<span id="[^"]*"><\/span>/g, '').split('\n');
  const first = lines.find((line) => /\p{L}/u.test(line) && !/^[<!>]/.test(line)) ?? '';
  const bare = first
    .replace(/^(?:[-+]|\d+[.)]) /, '')
    .replace(/\\(?=\S)|[*#`]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return cutHeadline(plain(bare));
}
