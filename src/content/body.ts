/**
 * The body of an article after Markdown: HTML cut at every place whose final form is known only when
 * the page is made, because it depends on what else readers may see.
 */
import {
  type AttributeSlot,
  attributeSlots,
  type FilesSlot,
  type LeadSlot,
} from './attribute-slots.ts';
import { escapeAttribute, hasAttribute, takeAttribute } from './attributes.ts';
import type { OwnSite } from './own-site.ts';
import type { PictureSize } from './picture.ts';
import { type Attribute, type Tag, tagsOf } from './tags.ts';

/** A link within the site begins here; `target` is as the author wrote it. */
export interface LinkSlot {
  readonly link: string;
  /** The other attributes, as HTML with a leading space, or empty. */
  readonly attributes: string;
}

/** The last opened link ends here. */
export interface LinkEnd {
  readonly linkEnd: true;
}

/** A picture within the site. */
export interface ImageSlot {
  readonly image: string;
  readonly attributes: string;
  /** The same picture in other sizes, if the author gave some. */
  readonly srcset?: FilesSlot;
}

/** A place whose final form is known only when the page is made. */
export type Slot = LinkSlot | LinkEnd | ImageSlot | FilesSlot | LeadSlot;

/** HTML, or a slot. */
export type BodyPart = string | Slot;

/** The whole body in order. Plain data. */
export type Body = readonly BodyPart[];

/** What a slot's target has become: an address to write, or null for "not to be had". */
export interface SlotTargets {
  link(target: string): string | null;
  image(target: string): string | null;
  /** The size of a picture; null if it is not known. */
  size(target: string): PictureSize | null;
  /** Other files of a picture, in its place; null of one that has none. */
  sources(target: string): { readonly src: string; readonly srcset: string | null } | null;
}

/**
 * Cuts HTML into parts. Addresses of other sites, and those of a mere place on the page, stay as they
 * are. A full address of the site's own becomes one within the site.
 */
export function cutSlots(html: string, own: OwnSite): Body {
  const parts: BodyPart[] = [];
  let done = 0;
  let inSlot = false;
  const cut = (at: number, end: number, part: BodyPart): void => {
    if (at > done) parts.push(html.slice(done, at));
    if (part !== '') parts.push(part);
    done = end;
  };
  // What follows an attribute without a blank would go on the name before it.
  const cutAttribute = ({ from, to }: Attribute, slot: Slot | null): void => {
    cut(from, to, slot ?? '');
    if (!/[\s/>]/.test(html[to] ?? '>')) parts.push(' ');
  };
  for (const tag of tagsOf(html)) {
    const { name, from, to } = tag;
    if (name === '/a') {
      if (inSlot) cut(from, to, { linkEnd: true });
      inSlot = false;
      continue;
    }
    const found = attributeSlots(tag, own);
    const whole = wholeSlot(tag, found, html);
    if (name === 'a') inSlot = whole !== null;
    if (whole !== null) cut(from, to, whole);
    else for (const { slot, attribute } of withRepeated(found, tag)) cutAttribute(attribute, slot);
  }
  if (done < html.length) parts.push(html.slice(done));
  return parts;
}

/**
 * With the attributes to leave out, whose names stand in the tag before them: they would count where the first is left
 * out, and what they name waits for nobody.
 */
function withRepeated(
  found: readonly AttributeSlot[],
  { repeated }: Tag,
): readonly { readonly slot: Slot | null; readonly attribute: Attribute }[] {
  if (repeated.length === 0) return found;
  const cuts = repeated.map((attribute) => ({ slot: null, attribute }));
  return [...found, ...cuts].sort((a, b) => a.attribute.from - b.attribute.from);
}

/** The HTML of a body with its slots filled. A link without a target becomes its text; a picture, its alternative text. */
export function fillSlots(body: Body, targets: SlotTargets): string {
  const filled = slotFiller(targets);
  let html = '';
  for (const part of body) html += typeof part === 'string' ? part : filled(part);
  return html;
}

/** Gives the HTML of slots, which are asked for in their order. */
export function slotFiller(targets: SlotTargets): (slot: Slot) => string {
  let open = false;
  return (slot) => {
    if ('link' in slot && 'attributes' in slot) {
      const target = targets.link(slot.link);
      open = target !== null;
      return target === null ? '' : `<a href="${escapeAttribute(target)}"${slot.attributes}>`;
    }
    if ('linkEnd' in slot) {
      const end = open ? '</a>' : '';
      open = false;
      return end;
    }
    if ('attribute' in slot) return filledFiles(slot, targets);
    if ('named' in slot) return filledLead(slot, targets);
    const sources = slot.srcset === undefined ? targets.sources(slot.image) : null;
    const target = sources?.src ?? targets.image(slot.image);
    const srcset = slot.srcset === undefined ? '' : filledFiles(slot.srcset, targets);
    return target === null
      ? (takeAttribute('alt', slot.attributes).raw ?? '')
          .replace(/</g, '&lt;')
          .replace(/>/g, '&gt;')
      : `<img src="${escapeAttribute(target)}"${srcset}${choice(slot, sources?.srcset ?? null, targets)}${slot.attributes}${room(slot, targets)}>`;
  };
}

/** What keeps a picture's place while it loads, which it need not do before it is near; empty if its author saw to that. */
function room({ image, attributes }: ImageSlot, targets: SlotTargets): string {
  if (hasAttribute(attributes, 'width', 'height')) return '';
  const size = targets.size(image);
  if (size === null) return '';
  const when = hasAttribute(attributes, 'loading') ? '' : ' loading="lazy"';
  const how = hasAttribute(attributes, 'decoding') ? '' : ' decoding="async"';
  return ` width="${size.width}" height="${size.height}"${when}${how}`;
}

/** How wide a picture of a text is: as wide as a column of text, or the screen (HTML Standard, 4.8.4.2.2). */
const COLUMN = { pixels: 584, sizes: '(min-width: 40rem) 36.5rem, 100vw' };

/** Pixels: no screen is narrower. */
const LEAST_SCREEN = 320;

/** The files among which a browser chooses, and by what; its author may have said how wide the picture is. */
function choice(
  { image, attributes }: ImageSlot,
  srcset: string | null,
  targets: SlotTargets,
): string {
  if (srcset === null) return '';
  const said = /^\d+$/.exec(takeAttribute('width', attributes).raw ?? '')?.[0];
  const width = said === undefined ? targets.size(image)?.width : Number(said);
  const sizes = hasAttribute(attributes, 'sizes') ? '' : ` sizes="${sizesOf(width)}"`;
  return ` srcset="${escapeAttribute(srcset)}"${sizes}`;
}

/**
 * How wide one of a width is shown. Of one that is narrower than the column that is its own width, which a browser takes for that of
 * the picture wherever a style sheet says none, as that for paper.
 */
function sizesOf(width: number = COLUMN.pixels): string {
  if (width >= COLUMN.pixels) return COLUMN.sizes;
  return width <= LEAST_SCREEN ? `${width}px` : `(min-width: ${width}px) ${width}px, 100vw`;
}

/** The files that a part of a body asks for. */
export function filesOfPart(part: BodyPart): string[] {
  if (typeof part === 'string') return [];
  if ('attribute' in part)
    return part.files.filter(({ within }) => within).map(({ target }) => target);
  if ('image' in part)
    return [part.image, ...(part.srcset === undefined ? [] : filesOfPart(part.srcset))];
  return [];
}

/** What HTML points at within the site, and the body does not that is left of it. */
export function droppedFrom(html: string, kept: Body, own: OwnSite): string[] {
  const known = new Set(kept.flatMap(targetsOfPart));
  return cutSlots(html, own)
    .flatMap(targetsOfPart)
    .filter((target) => !known.has(target));
}

function targetsOfPart(part: BodyPart): string[] {
  return typeof part !== 'string' && 'link' in part ? [part.link] : filesOfPart(part);
}

function filledLead({ link, named }: LeadSlot, targets: SlotTargets): string {
  const target = targets.link(link);
  return target === null ? '' : ` ${named}="${escapeAttribute(target)}"`;
}

/** The attribute with the files that are to be had; nothing if none is. */
function filledFiles({ attribute, files }: FilesSlot, targets: SlotTargets): string {
  const texts = files.flatMap(({ target, within, descriptor }) => {
    const address = within ? targets.image(target) : target;
    return address === null ? [] : [address + descriptor];
  });
  return texts.length === 0 ? '' : ` ${attribute}="${escapeAttribute(texts.join(', '))}"`;
}

/** A link or a picture as a whole, if nothing else in its tag leads within the site but a picture's other sizes. */
function wholeSlot(
  { name, attributes, isClosed }: Tag,
  found: readonly AttributeSlot[],
  html: string,
): LinkSlot | ImageSlot | null {
  const of = (wanted: string) => found.find(({ attribute }) => attribute.name === wanted);
  const main = of(name === 'a' ? 'href' : 'src');
  const sizes = name === 'img' ? of('srcset') : undefined;
  const isWhole = isClosed && found.length === (sizes === undefined ? 1 : 2);
  if (main === undefined || !isWhole || (name !== 'a' && name !== 'img')) return null;
  const others = attributes.filter((one) => one !== main.attribute && one !== sizes?.attribute);
  const rest = others.map((one) => html.slice(one.from, one.to)).join('');
  if ('link' in main.slot) return { link: main.slot.link, attributes: rest };
  const image = main.slot.files[0]?.target ?? '';
  if (sizes === undefined || 'link' in sizes.slot) return { image, attributes: rest };
  return { image, attributes: rest, srcset: sizes.slot };
}
