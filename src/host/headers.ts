/**
 * `_headers` for Cloudflare Pages and Netlify: what browsers may do with the pages, and how long
 * files keep.
 *
 * Both hosts give an address the headers of all rules that match it, and Cloudflare Pages joins two
 * values of one header with a comma ("Headers", developers.cloudflare.com/pages/configuration/headers/;
 * for Netlify the accounts differ). So no two rules here that match one address name the same header.
 * Pages get no Cache-Control: both hosts send `public, max-age=0, must-revalidate` by themselves
 * ("Serving Pages", /pages/configuration/serving-pages/; "Netlify's default cache headers",
 * answers.netlify.com/t/netlifys-default-cache-headers/11992).
 */

/** How raw HTML in articles is treated (settings). */
export type HtmlPolicy = 'safe' | 'trusted' | 'none';

/** A header's name and value. */
export type Header = readonly [string, string];

/**
 * Styles and scripts within a page do not run: what Gazeta makes has none.
 * Whoever writes HTML that is trusted decides what it may load, so there only the frame is guarded.
 */
function contentPolicy(html: HtmlPolicy): string {
  const frame = "frame-ancestors 'self'";
  if (html === 'trusted') return frame;
  return [
    "default-src 'self'",
    "img-src 'self' https: data:",
    "media-src 'self' https:",
    'frame-src https:',
    "style-src 'self'",
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self' https:",
    frame,
  ].join('; ');
}

/** Headers for every page, whatever the host. Strict-Transport-Security is the host's to decide. */
export function securityHeaders(html: HtmlPolicy): readonly Header[] {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=()'],
    ['Content-Security-Policy', contentPolicy(html)],
  ];
}

/** Files whose ending does not tell what they are, with their types (IANA, and the specification of JSON Feed). */
export const TYPES: readonly Header[] = [
  ['feed.xml', 'application/rss+xml; charset=utf-8'],
  ['flash.xml', 'application/rss+xml; charset=utf-8'],
  ['atom.xml', 'application/atom+xml; charset=utf-8'],
  ['feed.json', 'application/feed+json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
];

/** How long files under a fingerprint keep, and pieces of pages that are fetched by themselves. */
export const FOREVER = 'public, max-age=31536000, immutable';
export const BRIEFLY = 'public, max-age=30';

/** The text of `_headers`. */
export function headersFile({ base, html }: { base: string; html: HtmlPolicy }): string {
  const prefix = encodeURI(base);
  const fragment: readonly Header[] = [
    ['Cache-Control', BRIEFLY],
    ['X-Robots-Tag', 'noindex'],
  ];
  const rules: readonly (readonly [string, readonly Header[]])[] = [
    ['/*', securityHeaders(html)],
    ['/_assets/*', [['Cache-Control', FOREVER]]],
    ['/_fragments/*', fragment],
    ['/:paper/_fragments/*', fragment],
    ...TYPES.map(
      ([ending, type]) => [`/*${ending}`, [['Content-Type', type]]] as [string, Header[]],
    ),
  ];
  const blocks = rules.map(([path, headers]) =>
    [prefix + path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `# Written by Gazeta at each build.\n${blocks.join('\n\n')}\n`;
}

/**
 * `_headers` with the policy of the editor at /admin/, in place of that for pages, and a word to search engines.
 *
 * Cloudflare Pages joins the two policies, and browsers then keep to both, unless a later rule takes the first out: `!`
 * ("Detach a header", /pages/configuration/headers/; that the rule must stand after the other, and works with a new
 * value for the same header: github.com/cloudflare/cloudflare-docs/pull/32995). Netlify's documents do not tell; that the
 * later rule counts is told by github.com/jmblog/nuxt-netlify-http2-server-push/pull/7, and not verified.
 */
export function headersWithAdmin(
  text: string,
  { base, policy, headers }: { base: string; policy: string; headers: 'joined' | 'second' },
): string {
  const name = 'Content-Security-Policy';
  const lines = [
    `${encodeURI(base)}/admin/*`,
    ...(headers === 'joined' ? [`  ! ${name}`] : []),
    `  ${name}: ${policy}; frame-ancestors 'self'`,
    '  X-Robots-Tag: noindex',
  ];
  return `${text}\n${lines.join('\n')}\n`;
}
