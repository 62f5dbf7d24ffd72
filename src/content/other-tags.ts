/** What other systems put something in the place of; in a paper that moved in it stands for readers to see. */

const SHORTCODES = 'audio|caption|embed|gallery|playlist|video';

/** Such tags by their systems. What only looks a little like one may be meant: `{{ name }}`, `[video]`. */
export const OTHER_TAGS: readonly (readonly [system: string, tag: RegExp])[] = [
  ['Hugo', /\{\{[<%][^{}]{0,500}[>%]\}\}|\{#[\w-]{1,100}\}/g],
  [
    'Jekyll',
    /(?<!\{)\{%[^{}]{0,500}%\}|\{\{\s?(?:site|page)\.[^{}]{0,100}\}\}|\{:[^{}\n]{1,100}\}/g,
  ],
  [
    'WordPress',
    new RegExp(
      `\\[(?:/(?:${SHORTCODES})|(?:${SHORTCODES})\\s[^[\\]\\n]{0,500}=[^[\\]\\n]{0,500})\\]`,
      'g',
    ),
  ],
];

/** A picture of WordPress, which may be a paragraph by itself; what is between its tags is said of the picture. */
const CAPTION = /\[caption\s[^[\]]{0,500}\][^[\]]{0,1000}\[\/caption\]/g;

/** A text without them, on one line: what lists show of it. */
export function summaryOf(text: string): string {
  let bare = text.includes('[caption') ? text.replace(CAPTION, ' ') : text;
  if (/[{[]/.test(text)) for (const [, tag] of OTHER_TAGS) bare = bare.replace(tag, '');
  return bare.replace(/\s+/g, ' ').trim();
}
