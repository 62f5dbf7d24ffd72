/** Pictures, videos and sounds of a text: where they are, and where readers find them. */
import { find, hasClass, type Node } from './dom.ts';

/** The address of a picture, also of one that a script was to load later, or of the larger one to which it led. */
export function sourceOf(node: Node): string {
  const src = (node.getAttribute('src') ?? '').trim();
  const found = src === '' || src.startsWith('data:') ? later(node) : src;
  return found.startsWith('data:') ? '' : (wholeOf(node, found) ?? found);
}

/** A picture of which WordPress made a smaller one, `ura.jpg` of `ura-300x200.jpg`, where that is a link to it; else null. */
function wholeOf({ parentNode }: Node, src: string): string | null {
  const small = fileOf(src);
  const name = small.replace(/-\d+x\d+(?=\.\w+$)/, '');
  if (name === small || parentNode?.nodeName !== 'A') return null;
  const href = (parentNode.getAttribute('href') ?? '').trim();
  return fileOf(href).replace(/-scaled(?=\.\w+$)/, '') === name ? href : null;
}

/** The name of a file, of its address. */
const fileOf = (address: string): string => address.replace(/[?#].*$/, '').replace(/^.*\//, '');

function later(node: Node): string {
  const names = ['data-src', 'data-lazy-src', 'data-original'];
  return names.map((name) => (node.getAttribute(name) ?? '').trim()).find(Boolean) ?? '';
}

/** A picture of one point, which counts readers. */
export const isTracker = (node: Node): boolean =>
  node.nodeName === 'IMG' &&
  ['width', 'height'].some((name) => /^[01](?:px)?$/.test(node.getAttribute(name) ?? ''));

/** A sign that is shown as a picture. */
export const isFace = (node: Node): boolean =>
  hasClass(node, 'emoji') || hasClass(node, 'wp-smiley');

/** The number that WordPress gave a picture, from its class. */
export const numberOf = (node: Node): string =>
  /\bwp-image-(\d+)/.exec(node.className ?? '')?.[1] ?? '';

/** The picture behind a box of text; empty if it has none. */
export function backgroundOf(node: Node): string {
  if (!/\bwp-block-cover/.test(node.className ?? '')) return '';
  const style = node.getAttribute('style') ?? '';
  return /background-image\s*:\s*url\(\s*["']?([^"')]+)/i.exec(style)?.[1]?.trim() ?? '';
}

/** What plays or shows something from elsewhere. */
export const isMedia = (node: Node): boolean =>
  /^(?:IFRAME|VIDEO|AUDIO|OBJECT|EMBED|AMP-(?:YOUTUBE|VIMEO|IFRAME|VIDEO|AUDIO))$/.test(
    node.nodeName,
  ) && !hasClass(node, 'wp-block-file__embed');

/** Where readers find it; empty if that is not known. */
export function mediaOf(node: Node): string {
  const video = node.getAttribute('data-videoid') ?? '';
  if (video !== '')
    return node.nodeName === 'AMP-VIMEO'
      ? `https://vimeo.com/${video}`
      : `https://www.youtube.com/watch?v=${video}`;
  const own = (one: Node) => {
    const src = (one.getAttribute('src') ?? one.getAttribute('data') ?? '').trim();
    return src === '' || src.startsWith('about:') ? later(one) : src;
  };
  const source = find(node, 'source, embed');
  return watched(own(node) || (source === null ? '' : own(source)));
}

/** The page of a video, where what was shown in the text was its player. */
function watched(address: string): string {
  const full = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:/i.test(full) || !URL.canParse(full)) return /^data:/i.test(full) ? '' : full;
  const { hostname, pathname, searchParams } = new URL(full);
  const host = hostname.replace(/^www\./, '');
  const name = /^\/embed\/([\w-]+)/.exec(pathname)?.[1] ?? '';
  if (/^youtube(?:-nocookie)?\.com$/.test(host) && name !== '') {
    const series = searchParams.get('list');
    if (name !== 'videoseries') return `https://www.youtube.com/watch?v=${name}`;
    return series === null ? full : `https://www.youtube.com/playlist?list=${series}`;
  }
  if (host === 'player.vimeo.com')
    return full.replace(/^.*\/video\/(\d+).*$/, 'https://vimeo.com/$1');
  // Facebook's players are about a post or video of its own.
  const about = searchParams.get('href') ?? '';
  if (host.endsWith('facebook.com') && pathname.startsWith('/plugins/') && URL.canParse(about))
    return about;
  return full;
}
