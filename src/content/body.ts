/**
 * The body of an article after Markdown: HTML cut at every place whose final form is known only when
 * the page is made, because it depends on what else readers may see.
 */
import { escapeAttribute, hasAttribute, takeAttribute, unescapeAttribute } from './attributes.ts';
import { type OwnSite, withinSite } from './own-site.ts';
import type { PictureSize } from './picture.ts';

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

/** An attribute of raw HTML that names files, one of them within the site at least. */
export interface FilesSlot {
  /** `srcset`, `src`, `poster` or `data`. */
  readonly attribute: string;
  readonly files: readonly NamedFile[];
}

/** One file of an attribute. */
export interface NamedFile {
  readonly target: string;
  /** False if it is another site's; then it stays as it is. */
  readonly within: boolean;
  /** Width or density (` 800w`, ` 2x`), with its space, or empty. */
  readonly descriptor: string;
}

/** A place whose final form is known only when the page is made. */
export type Slot = LinkSlot | LinkEnd | ImageSlot | FilesSlot;

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
}

// In HTML made by markdown-it or the sanitiser attribute values never hold ">" or their own quote.
// Scripts, styles and comments can appear only under `html: trusted`, and pass untouched.
const TAGS =
  /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<a((?:\s[^>]*)?)>|<\/a>|<img((?:\s[^>]*)?)\/?>|<(?:source|video|audio|track|iframe|embed|object)(\s[^>]*)>/gi;
const FILE_ATTRIBUTES = /\s(srcset|src|poster|data)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
// A picture's candidates: addresses that neither begin nor end with a comma (HTML Standard, 4.8.4.2.1).
const CANDIDATES = /[\s,]*([^\s,](?:\S*[^\s,])?)(\s+[^,]*)?(?:,|$)/g;

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
    parts.push(part);
    done = end;
  };
  const cutFiles = (at: number, attributes: string): void => {
    for (const { slot, raw, offset } of filesSlots(attributes, own))
      cut(at + offset, at + offset + raw.length, slot);
  };
  for (const match of html.matchAll(TAGS)) {
    const [tag, , linkAttributes, imageAttributes, fileAttributes] = match;
    const end = match.index + tag.length;
    if (tag === '</a>') {
      if (inSlot) cut(match.index, end, { linkEnd: true });
      inSlot = false;
    } else if (linkAttributes !== undefined) {
      const { value, rest } = takeAttribute('href', linkAttributes);
      const link = value === null ? null : withinSite(value, own);
      inSlot = link !== null;
      if (link !== null) cut(match.index, end, { link, attributes: rest });
    } else if (imageAttributes !== undefined) {
      const { value, rest } = takeAttribute('src', imageAttributes);
      const image = value === null ? null : withinSite(value, own);
      const [srcset] = filesSlots(rest, own);
      if (image === null) cutFiles(match.index + '<img'.length, imageAttributes);
      else if (srcset === undefined) cut(match.index, end, { image, attributes: rest });
      else {
        const attributes = rest.replace(srcset.raw, '');
        cut(match.index, end, { image, attributes, srcset: srcset.slot });
      }
    } else if (fileAttributes !== undefined) {
      cutFiles(match.index + tag.indexOf(fileAttributes), fileAttributes);
    }
  }
  if (done < html.length) parts.push(html.slice(done));
  return parts;
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
    if ('link' in slot) {
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
    const target = targets.image(slot.image);
    const srcset = slot.srcset === undefined ? '' : filledFiles(slot.srcset, targets);
    return target === null
      ? (takeAttribute('alt', slot.attributes).raw ?? '')
      : `<img src="${escapeAttribute(target)}"${srcset}${slot.attributes}${room(slot, targets)}>`;
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

/** The files that a part of a body asks for. */
export function filesOfPart(part: BodyPart): string[] {
  if (typeof part === 'string') return [];
  if ('attribute' in part)
    return part.files.filter(({ within }) => within).map(({ target }) => target);
  if ('image' in part)
    return [part.image, ...(part.srcset === undefined ? [] : filesOfPart(part.srcset))];
  return [];
}

/** The attribute with the files that are to be had; nothing if none is. */
function filledFiles({ attribute, files }: FilesSlot, targets: SlotTargets): string {
  const texts = files.flatMap(({ target, within, descriptor }) => {
    const address = within ? targets.image(target) : target;
    return address === null ? [] : [address + descriptor];
  });
  return texts.length === 0 ? '' : ` ${attribute}="${escapeAttribute(texts.join(', '))}"`;
}

/** The attributes that name a file within the site, with the text and place of each. */
function filesSlots(
  attributes: string,
  own: OwnSite,
): { slot: FilesSlot; raw: string; offset: number }[] {
  return [...attributes.matchAll(FILE_ATTRIBUTES)].flatMap((match) => {
    const attribute = (match[1] ?? '').toLowerCase();
    const value = unescapeAttribute(match[2] ?? match[3] ?? match[4] ?? '');
    const named =
      attribute === 'srcset'
        ? [...value.matchAll(CANDIDATES)].map(([, url = '', descriptor = '']) => ({
            url,
            descriptor: descriptor.trim() === '' ? '' : ` ${descriptor.trim()}`,
          }))
        : [{ url: value, descriptor: '' }];
    const files = named.map(({ url, descriptor }) => {
      const target = withinSite(url, own);
      return { target: target ?? url, within: target !== null, descriptor };
    });
    const slot = { attribute, files };
    return files.some(({ within }) => within) ? [{ slot, raw: match[0], offset: match.index }] : [];
  });
}
