/** The helpers of templates, beside Handlebars' own. docs/templates.md lists them. */
import type { HelperDelegate, HelperOptions } from 'handlebars';
import { isEmpty } from '../base/is-empty.ts';
import { direction, languageTag, likelyScript } from '../base/language.ts';
import { href } from '../base/paths.ts';
import type { RailMode } from '../pages/settings.ts';
import { phrasebook } from './labels.ts';
import type { Theme } from './theme.ts';

/** What helpers need of the root of a view. */
interface Root {
  readonly page: {
    readonly language: string;
    /** Addresses of fragments by name; null on a page that is current as it is. */
    readonly fragments: Readonly<Record<string, string>> | null;
  };
}

/**
 * The place of a fragment in a page. The forms are those of mod_include of Apache and ngx_http_ssi_module of
 * nginx, and of the ESI Language Specification 1.0 (https://www.w3.org/TR/esi-lang, 3.1, 3.6 and 3.8): without
 * ESI the comment is one and the content is shown; with ESI the comment is opened and the content removed.
 */
const PLACED: Readonly<Record<RailMode, (address: string, content: () => string) => string>> = {
  snapshot: (address, content) => `<div data-fragment="${attribute(address)}">${content()}</div>`,
  baked: (_, content) => content(),
  ssi: (address) => `<!--#include virtual="${address}" -->`,
  esi: (address, content) =>
    `<!--esi <esi:include src="${attribute(address)}" onerror="continue"/> --><esi:remove>${content()}</esi:remove>`,
};

/** The files of the typeface by script (ISO 15924); digits and signs are in that of Latin. */
const FIRST_FONTS: Readonly<Record<string, readonly string[]>> = {
  Latn: ['literata-latin'],
  Cyrl: ['literata-latin', 'literata-cyrillic'],
};

/** An address, whose other signs are percent-encoded, as the value of an attribute. */
function attribute(address: string): string {
  return address.replaceAll('&', '&amp;');
}

/** Helpers by name. */
export type Helpers = Readonly<Record<string, HelperDelegate>>;

/** What a helper says that needs a name and was given a value without one: most often the quotation marks are missing. */
function unquoted(helper: string, example: string): string {
  return `the helper "${helper}" needs a text; names stand in quotation marks: {{${helper} "${example}"}}`;
}

/** Handlebars' own; it calls the last two where a name is that of no helper. */
export const BUILT_IN = ['if', 'unless', 'each', 'with', 'lookup', 'log'];
const MISSING = ['helperMissing', 'blockHelperMissing'];

const OURS = ['asset', 'fonts', 'label', 'differs', 'dir', 'fragment'];

/** True of names that a plugin cannot take. */
export function isTakenHelper(name: string): boolean {
  return [...BUILT_IN, ...MISSING, ...OURS].includes(name);
}

const NO_VALUES: Readonly<Record<string, unknown>> = {};

/** The helpers of a theme. */
export function helpers(theme: Theme, base: string, rail: RailMode): Helpers {
  const say = phrasebook(theme.labels);
  const root = (options: HelperOptions) => options.data.root as Root;
  const firstFonts = new Map<string, readonly string[]>();

  return {
    /** `{{asset "site.css"}}`: the address of a file of `templates/assets/`. */
    asset(name: unknown) {
      if (typeof name !== 'string') throw new Error(unquoted('asset', 'site.css'));
      const asset = theme.assets.get(name);
      if (asset === undefined) throw new Error(`there is no templates/assets/${name}`);
      return href(base, asset.address);
    },

    /**
     * `{{#each (fonts page.language)}}`: the addresses of the files of the theme's typeface that a page in a
     * language begins with; none if the paper has it set in another.
     */
    fonts(language: unknown) {
      const tag = String(language);
      let addresses = firstFonts.get(tag);
      if (addresses === undefined) {
        const names = theme.hasFonts ? (FIRST_FONTS[likelyScript(tag) ?? ''] ?? []) : [];
        addresses = names.flatMap((name) => {
          const asset = theme.assets.get(`fonts/${name}.woff2`);
          return asset === undefined ? [] : [href(base, asset.address)];
        });
        firstFonts.set(tag, addresses);
      }
      return addresses;
    },

    /**
     * `{{label "part-of" part=3}}`: a word of the theme in the page's language, with its values; in
     * another with `language=`, for what stands in that one.
     */
    label(key: unknown, options: HelperOptions) {
      if (typeof key !== 'string') throw new Error(unquoted('label', 'home'));
      // Most words have no values, and every page has a dozen of these.
      if (isEmpty(options.hash)) return say(root(options).page.language, key, NO_VALUES);
      const { language = root(options).page.language, ...values } = options.hash;
      return say(String(language), key, values);
    },

    /**
     * `{{#differs language}} lang="…"{{/differs}}`: for text in another language than its page, or than
     * what it stands in, `{{#differs language from=outer}}`.
     */
    differs(this: unknown, language: unknown, options: HelperOptions) {
      const around = options.hash.from ?? root(options).page.language;
      return language === around ? options.inverse(this) : options.fn(this);
    },

    /** `<html dir="{{dir page.language}}">`: `rtl` or `ltr`. */
    dir(language: unknown) {
      if (typeof language !== 'string' || languageTag(language) === null)
        throw new Error('the helper "dir" needs a language tag');
      return direction(language);
    },

    /** `{{#fragment "latest"}}…{{/fragment}}`: a part that many pages share, here as it is now. */
    fragment(this: unknown, name: unknown, options: HelperOptions) {
      const addresses = root(options).page.fragments;
      if (addresses === null) return options.fn(this);
      const address = new Map(Object.entries(addresses)).get(String(name));
      if (address === undefined)
        throw new Error(`there is no fragment "${name}"; there is ${Object.keys(addresses)}`);
      // What a block helper returns is not escaped, so this needs no SafeString.
      return PLACED[rail](address, () => options.fn(this));
    },
  };
}
