/** config.json of the editor: what Sveltia CMS is told, and what our own part of the editor must know of the paper. */
import type { SiteConfig } from '../config.ts';
import type { People } from '../news/person.ts';
import type { Say } from '../render/labels.ts';
import type { AdminSettings } from '../settings/backends.ts';
import { ARTICLE_FORM } from './article-form.ts';
import { FLAT_PAGE_FORM } from './flat-page-form.ts';
import { type FormFacts, formFields, formWidgets } from './form.ts';

/** The names under which our own ways to read and write files are known to Sveltia CMS (templates/admin/editor.js). */
const FORMATS = { articles: 'gazeta', pages: 'gazeta-page' } as const;

/** Sveltia CMS wants a back end; without one nobody can sign in, and this is never asked. */
const NO_BACKEND = { name: 'github', repo: 'local/paper', auth_methods: ['token'] };

/** Folders below `articles/` and `pages/` that are looked into. */
const DEPTH = 12;

/** The text of config.json. */
export function editorConfig(
  { news, pages }: Pick<SiteConfig, 'news' | 'pages'>,
  admin: AdminSettings,
  people: People,
  say: Say,
): string {
  const { locales } = news;
  const word = (key: string) => say(locales[0].language, key, {});
  const facts: FormFacts = { ...news, people, word };
  const fields = formFields(ARTICLE_FORM, facts);
  const pageFields = formFields(FLAT_PAGE_FORM, facts);
  const inFolder = (path: string) => (admin.folder === '' ? path : `${admin.folder}/${path}`);
  const cms = {
    backend: admin.backend ?? NO_BACKEND,
    app_title: pages.title,
    ...(pages.origin === null ? {} : { site_url: pages.origin + pages.base }),
    show_preview_links: false,
    media_folder: inFolder(`public/${admin.media}`),
    public_folder: `/${admin.media}`,
    // Names of files become addresses; pictures of other services are not asked for.
    media_libraries: {
      default: { config: { slugify_filename: true } },
      stock_assets: { providers: [] },
    },
    slug: { encoding: 'ascii', clean_accents: true },
    collections: [
      {
        name: 'articles',
        label: word('stories'),
        folder: inFolder('articles'),
        format: FORMATS.articles,
        nested: { depth: DEPTH },
        // As `gazeta new` names them: the day in the zone of the paper, and the headline.
        slug: '{{date | truncate(10)}}-{{title}}',
        // Two articles would have one address.
        duplicate: false,
        fields: formWidgets(ARTICLE_FORM, fields, facts),
      },
      {
        name: 'pages',
        label: word('pages'),
        folder: inFolder('pages'),
        format: FORMATS.pages,
        nested: { depth: DEPTH },
        // A new one lies in `pages/` itself, so that of two with one name none takes the place of the other.
        slug: '{{title}}',
        duplicate: false,
        fields: formWidgets(FLAT_PAGE_FORM, pageFields, facts),
      },
    ],
  };
  const authors = fields.find(({ name }) => name === 'authors')?.choices ?? [];
  const paper = {
    isLocalOnly: admin.backend === null,
    timezone: news.timezone,
    flashTag: news.flash.tag,
    people: authors,
    fields,
    pageFields,
  };
  return `${JSON.stringify({ cms, paper }, null, 1)}\n`;
}
