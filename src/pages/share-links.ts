/**
 * Links by which readers pass an article on: plain links, which tell nobody anything until they are followed.
 * Each is made from the article's full address and its headline.
 */

/** The ways to share, by the names of site.yaml. The name of a service is the same in all languages. */
export const SHARE_WAYS = {
  email: {
    name: null,
    // RFC 6068, 2: spaces are %20, never +.
    link: (url, title) => `mailto:?subject=${title}&body=${url}`,
  },
  whatsapp: { name: 'WhatsApp', link: (url, title) => `https://wa.me/?text=${title}%20${url}` },
  viber: { name: 'Viber', link: (url, title) => `viber://forward?text=${title}%20${url}` },
  telegram: {
    name: 'Telegram',
    link: (url, title) => `https://t.me/share/url?url=${url}&text=${title}`,
  },
  facebook: {
    name: 'Facebook',
    link: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  },
  bluesky: {
    name: 'Bluesky',
    link: (url, title) => `https://bsky.app/intent/compose?text=${title}%20${url}`,
  },
  x: { name: 'X', link: (url, title) => `https://x.com/intent/post?url=${url}&text=${title}` },
  linkedin: {
    name: 'LinkedIn',
    link: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  },
} as const satisfies Record<
  string,
  { name: string | null; link: (url: string, title: string) => string }
>;
export type ShareWay = keyof typeof SHARE_WAYS;

/** A way to share. */
export interface ShareLinkView {
  /** The name of the service; null for mail, which the theme's words name. */
  readonly name: string | null;
  readonly href: string;
}

/** The links for an article; none while it has no full address. */
export function shareLinks(
  ways: readonly ShareWay[],
  url: string | null,
  headline: string,
): readonly ShareLinkView[] {
  if (url === null || ways.length === 0) return [];
  const [address, title] = [encodeURIComponent(url), encodeURIComponent(headline)];
  return ways.map((way) => ({
    name: SHARE_WAYS[way].name,
    href: SHARE_WAYS[way].link(address, title),
  }));
}
