/** Writing XML 1.0: elements, attributes, and text that can be in them. */
import type * as Escape from 'entities/escape';
import { lazily } from './lazy.ts';

const entities = lazily<typeof Escape>('entities/escape');

/** The first line of a document in UTF-8. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Attributes in their order; one that is null is left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

// XML 1.0 (fifth edition), 2.2: no control characters but tab and line ends, no lone surrogates.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as content of an element or value of an attribute. */
export function xmlText(text: string): string {
  return entities().escapeUTF8(text.replace(FORBIDDEN, ''));
}

/** An element with a text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return `<${name}${written(attributes)}>${xmlText(text)}</${name}>\n`;
}

/** An element with others in it, or with none. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly string[] = [],
): string {
  const start = `<${name}${written(attributes)}`;
  const content = children.join('');
  return content === '' ? `${start}/>\n` : `${start}>\n${content}</${name}>\n`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
}
