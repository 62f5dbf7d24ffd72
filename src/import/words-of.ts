/** The headline and the text of a post or a page, and how messages call it. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { bodyOf, headlineFrom } from './body-of.ts';
import type { PaperFacts } from './made-file.ts';
import { lineOf } from './post.ts';
import type { WxrRecord } from './wxr.ts';

export interface Words {
  /** Empty if it has none, and no text to make one of. */
  readonly title: string;
  /** In Markdown. */
  readonly body: string;
  /** `the post "Bridge opens"`, with which a message begins. */
  readonly named: string;
  /** Names of shortcodes that stay in the text. */
  readonly left: ReadonlySet<string>;
  /** True if a block that it shares with others is not in the exports. */
  readonly lacksBlock: boolean;
  readonly findings: readonly Diagnostic[];
}

export function wordsOf(
  item: WxrRecord,
  kind: 'post' | 'page',
  paper: Pick<PaperFacts, 'export' | 'toMarkdown'>,
): Words {
  const left = new Set<string>();
  let lacksBlock = false;
  const body = bodyOf(item, paper.export, paper.toMarkdown, {
    shortcode: (name) => left.add(name),
    block: () => {
      lacksBlock = true;
    },
  });
  const own = lineOf(item, 'title');
  const title = own || headlineFrom(body);
  const named = `the ${kind} ${title === '' ? `number ${item.text('wp:post_id').trim()}` : `"${title}"`}`;
  const findings =
    own !== ''
      ? []
      : [
          diagnostic(
            'import/title',
            item.place,
            `${named} has no ${kind === 'post' ? 'headline' : 'title'}`,
            'It has one that was made of its text. Write a better one.',
          ),
        ];
  return { title, body, named, left, lacksBlock, findings };
}
