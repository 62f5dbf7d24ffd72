/** Where the references of a text lead, and a text with its links and pictures. */
import { filledBody, type WaitingBody } from '../content/bodies.ts';
import { type Body, fillSlots, type SlotTargets } from '../content/body.ts';
import type { HtmlBytes } from '../content/html-bytes.ts';
import type { PictureSize } from '../content/picture.ts';
import type { Edition } from '../news/edition.ts';
import type { Referrer } from '../news/reference.ts';
import { type PictureSources, pictureSources } from './picture-sources.ts';
import type { PageSettings } from './settings.ts';
import { resolvedHref } from './views.ts';

/** Where a reference of a text leads. */
export interface TargetView {
  readonly href: string;
  /** Of a picture, if it is known. */
  readonly size: PictureSize | null;
  /** Of a picture of which smaller ones are made. */
  readonly sources: PictureSources | null;
}

const NOWHERE: ReadonlyMap<string, TargetView> = new Map();

/** Where each of an article's references leads; those where readers cannot go are left out. */
export function links(
  from: Referrer,
  edition: Edition,
  settings: PageSettings,
): ReadonlyMap<string, TargetView> {
  if (from.references.length === 0) return NOWHERE;
  const shown = new Set<string>();
  for (const { kind, target } of from.references) if (kind === 'image') shown.add(target);
  const found = new Map<string, TargetView>();
  for (const { target } of from.references) {
    const resolved = edition.resolve(from, target);
    if (resolved === null) continue;
    const size = shown.has(target) ? edition.picture(from, target) : null;
    const sources = pictureSources(size, resolved.suffix, settings);
    found.set(target, { href: resolvedHref(resolved, settings), size, sources });
  }
  return found;
}

/** A body with its links and pictures. */
export function bodyHtml(body: Body, targets: ReadonlyMap<string, TargetView>): string {
  return fillSlots(body, slotTargets(targets));
}

/** The same for feeds, whose readers are left no choice among files. */
export function plainBodyHtml(body: Body, targets: ReadonlyMap<string, TargetView>): string {
  const sources = (text: string) => {
    const own = targets.get(text)?.sources ?? null;
    return own === null ? null : { ...own, srcset: null };
  };
  return fillSlots(body, { ...slotTargets(targets), sources });
}

/** A body with its links and pictures, for its page. */
export function pageHtml(
  body: WaitingBody,
  targets: ReadonlyMap<string, TargetView>,
): HtmlBytes | string {
  return filledBody(body, slotTargets(targets));
}

function slotTargets(targets: ReadonlyMap<string, TargetView>): SlotTargets {
  const target = (text: string) => targets.get(text)?.href ?? null;
  return {
    link: target,
    image: target,
    size: (text) => targets.get(text)?.size ?? null,
    sources: (text) => targets.get(text)?.sources ?? null,
  };
}
