/** Exports of WordPress, as its exporter writes them, from what a test says of a post. */

export interface PostFacts {
  readonly id?: number;
  readonly title?: string;
  readonly link?: string;
  readonly name?: string;
  readonly type?: string;
  readonly status?: string;
  readonly date?: string;
  readonly gmt?: string;
  readonly modified?: string;
  readonly creator?: string;
  readonly html?: string;
  readonly excerpt?: string;
  readonly password?: string;
  readonly sticky?: boolean;
  readonly parent?: number;
  readonly url?: string;
  /** `[domain, nicename, name]`. */
  readonly terms?: readonly (readonly [string, string, string])[];
  readonly meta?: Readonly<Record<string, string | readonly string[]>>;
  readonly more?: string;
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** An item. What is not said is as of a plain post of 5 June 2024, in summer time. */
export function post(facts: PostFacts): string {
  const {
    id = 1,
    date = '2024-06-05 16:04:00',
    gmt = '2024-06-05 14:04:00',
    name = 'bridge',
  } = facts;
  const meta = Object.entries(facts.meta ?? {}).flatMap(([key, values]) =>
    [values]
      .flat()
      .map(
        (value) =>
          `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(String(value))}</wp:meta_value></wp:postmeta>`,
      ),
  );
  return `<item>
<title>${cdata(facts.title ?? 'The bridge')}</title>
<link>${facts.link ?? `https://paper.example/${date.slice(0, 10).replaceAll('-', '/')}/${name}/`}</link>
<dc:creator>${cdata(facts.creator ?? '')}</dc:creator>
<content:encoded>${cdata(facts.html ?? '<!-- wp:paragraph --><p>Text.</p><!-- /wp:paragraph -->')}</content:encoded>
<excerpt:encoded>${cdata(facts.excerpt ?? '')}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${cdata(date)}</wp:post_date>
<wp:post_date_gmt>${cdata(gmt)}</wp:post_date_gmt>
${facts.modified === undefined ? '' : `<wp:post_modified>${cdata(facts.modified)}</wp:post_modified>`}
<wp:post_name>${cdata(name)}</wp:post_name>
<wp:status>${cdata(facts.status ?? 'publish')}</wp:status>
<wp:post_parent>${facts.parent ?? 0}</wp:post_parent>
<wp:post_type>${cdata(facts.type ?? 'post')}</wp:post_type>
<wp:post_password>${cdata(facts.password ?? '')}</wp:post_password>
<wp:is_sticky>${facts.sticky ? 1 : 0}</wp:is_sticky>
${facts.url === undefined ? '' : `<wp:attachment_url>${cdata(facts.url)}</wp:attachment_url>`}
${(facts.terms ?? []).map(([domain, nicename, term]) => `<category domain="${domain}" nicename="${nicename}">${cdata(term)}</category>`).join('\n')}
${meta.join('\n')}
${facts.more ?? ''}
</item>`;
}

/** A category of the paper. */
export const category = (id: number, nicename: string, name: string, parent = ''): string =>
  `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${cdata(nicename)}</wp:category_nicename><wp:category_parent>${cdata(parent)}</wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`;

/** An author by the name that is shown. */
export const author = (login: string, name: string): string =>
  `<wp:author><wp:author_login>${cdata(login)}</wp:author_login><wp:author_email>${cdata(`${login}@paper.example`)}</wp:author_email><wp:author_display_name>${cdata(name)}</wp:author_display_name></wp:author>`;

/** An export of a paper in Albanian. */
export function wxr(...parts: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Lajmet e Kalasë</title>
<link>https://paper.example</link>
<description>Lajme nga rajoni</description>
<language>sq</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://paper.example</wp:base_site_url>
<wp:base_blog_url>https://paper.example</wp:base_blog_url>
${parts.join('\n')}
</channel>
</rss>
`;
}
