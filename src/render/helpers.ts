/** The helpers of templates, beside Handlebars' own. docs/templates.md lists them. */
import type { HelperDelegate, HelperOptions } from 'handlebars';
import { href } from '../base/paths.ts';
import { labelsFor, type Theme } from './theme.ts';

/** What helpers need of the root of a view. */
interface Root {
  readonly page: { readonly language: string };
}

/** Helpers by name. */
export function helpers(theme: Theme, base: string): Readonly<Record<string, HelperDelegate>> {
  const labels = new Map<string, ReadonlyMap<string, string>>();
  const pageLanguage = (options: HelperOptions) => (options.data.root as Root).page.language;

  return {
    /** `{{asset "site.css"}}`: the address of a file of `templates/assets/`. */
    asset(name: unknown) {
      const asset = theme.assets.get(String(name));
      if (asset === undefined) throw new Error(`there is no templates/assets/${name}`);
      return href(base, asset.address);
    },

    /** `{{label "latest-news"}}`: a word of the theme in the page's language. */
    label(key: unknown, options: HelperOptions) {
      const language = pageLanguage(options);
      let words = labels.get(language);
      if (words === undefined) {
        words = labelsFor(theme, language);
        labels.set(language, words);
      }
      const word = words.get(String(key));
      if (word === undefined) throw new Error(`there is no label "${key}" in labels/en.yaml`);
      return word;
    },

    /** `{{#differs language}} lang="…"{{/differs}}`: for text in another language than its page. */
    differs(this: unknown, language: unknown, options: HelperOptions) {
      return language === pageLanguage(options) ? options.inverse(this) : options.fn(this);
    },
  };
}
