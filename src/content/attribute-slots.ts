/** Attributes of raw HTML that lead to pages and files, each a slot of a body (content/body). */
import { meantBy } from './attributes.ts';
import { type OwnSite, withinSite } from './own-site.ts';
import type { Attribute, Tag } from './tags.ts';

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

/** An attribute of raw HTML that leads to a page or a file within the site, and is no picture. */
export interface LeadSlot {
  readonly link: string;
  /** The attribute, `href` or `src`. */
  readonly named: string;
}

/** Elements whose `src` is a file, which is missed if it is not there. */
const SHOWS_SRC = /^(?:img|source|video|audio|track|iframe|embed|input)$/;

/** What an attribute holds: files that are shown, or where it leads; null if it is none of these. */
function kindOf(tag: string, attribute: string): 'file' | 'files' | 'lead' | null {
  switch (attribute) {
    case 'src':
      return SHOWS_SRC.test(tag) ? 'file' : 'lead';
    case 'srcset':
    case 'imagesrcset':
    case 'data-srcset':
      return 'files';
    case 'poster':
      return 'file';
    case 'data':
      return tag === 'object' ? 'file' : null;
    case 'href':
    case 'xlink:href':
      // All addresses of the page would follow from it.
      return tag === 'base' ? null : 'lead';
    case 'data-src':
    case 'data-poster':
      return 'lead';
    default:
      return null;
  }
}

/** An attribute, and what it holds. */
export interface AttributeSlot {
  readonly slot: FilesSlot | LeadSlot;
  readonly attribute: Attribute;
}

const NONE: readonly never[] = [];

/** The attributes that lead within the site. */
export function attributeSlots(
  { name: tag, attributes }: Tag,
  own: OwnSite,
): readonly AttributeSlot[] {
  let found: AttributeSlot[] | null = null;
  for (const attribute of attributes) {
    const kind = kindOf(tag, attribute.name);
    if (kind === null || attribute.raw === null) continue;
    const slot = slotOf(kind, attribute.name, meantBy(attribute.raw), own);
    if (slot === null) continue;
    found ??= [];
    found.push({ slot, attribute });
  }
  return found ?? NONE;
}

function slotOf(
  kind: 'file' | 'files' | 'lead',
  name: string,
  value: string,
  own: OwnSite,
): FilesSlot | LeadSlot | null {
  // What programs read may be no address at all.
  const isSure = !name.startsWith('data-');
  const named = (url: string, descriptor: string): NamedFile => {
    const target = withinSite(url, own);
    const within = target !== null && (isSure || target.startsWith('/'));
    return { target: within ? target : url, within, descriptor };
  };
  const files = kind === 'files' ? candidatesOf(value, named) : [named(asAddress(value), '')];
  const [file] = files;
  if (file === undefined || !files.some(({ within }) => within)) return null;
  return kind === 'lead' ? { link: file.target, named: name } : { attribute: name, files };
}

/** An address without what browsers leave out of it (URL Standard, 4.4). */
function asAddress(value: string): string {
  return /[\t\n\f\r ]/.test(value) ? value.replace(/[\t\n\r]/g, '').trim() : value;
}

const BETWEEN = /[\s,]*/y;
const CANDIDATE = /\S+/y;
const DESCRIPTOR = /[^,]*/y;

/** A picture's candidates: addresses that neither begin nor end with a comma (HTML Standard, 4.8.4.2.1). */
function candidatesOf(
  value: string,
  named: (url: string, descriptor: string) => NamedFile,
): NamedFile[] {
  const found: NamedFile[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [text = ''] = pattern.exec(value) ?? [];
    at += text.length;
    return text;
  };
  for (take(BETWEEN); at < value.length; take(BETWEEN)) {
    const written = take(CANDIDATE);
    const ended = written.endsWith(',');
    const url = ended ? written.slice(0, withoutCommas(written)) : written;
    const descriptor = ended ? '' : take(DESCRIPTOR).trim();
    found.push(named(url, descriptor === '' ? '' : ` ${descriptor}`));
  }
  return found;
}

function withoutCommas(text: string): number {
  let end = text.length;
  while (text[end - 1] === ',') end--;
  return end;
}
