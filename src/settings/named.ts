/** What site.yaml names of the paper, and where: for findings about pages that are made already. */
import type { Where } from '../base/diagnostic.ts';
import type { Redirect } from '../news/redirect.ts';
import type { ThemeSettings } from '../pages/theme-settings.ts';
import { placeIn } from './place.ts';

/** Something that a setting names. */
export interface Named {
  readonly text: string;
  /** Found when a message needs it. */
  where(): Where;
}

/** Where former addresses of `redirects:` lead. */
export function namedInRedirects(
  redirects: readonly Redirect[],
  read: () => Uint8Array,
): readonly Named[] {
  return redirects.map(({ from, to }) => ({
    text: to,
    // The key may be written without its last slash.
    where: () =>
      placeIn(read(), ['redirects', from], ['redirects', from.slice(0, -1)], ['redirects']),
  }));
}

/** The addresses of the links in masthead and footer, and the sections of the blocks; `read` gives the settings' file. */
export function namedInTheme(
  { header, footer, home }: ThemeSettings,
  read: () => Uint8Array,
): { readonly links: readonly Named[]; readonly sections: readonly Named[] } {
  const links = Object.entries({ header, footer: footer ?? [] }).flatMap(([key, list]) =>
    list.map(({ name, href }, at) => ({
      text: href,
      // In a list, else under its name; a name with blanks around it is not found, but its key is.
      where: () =>
        placeIn(read(), ['theme', key, at, 'href'], ['theme', key, name], ['theme', key]),
    })),
  );
  const blocks = ['theme', 'home', 'blocks'];
  const sections = (home.blocks ?? []).map(({ section }, at) => ({
    text: section,
    where: () => placeIn(read(), [...blocks, at, 'section'], [...blocks, at]),
  }));
  return { links, sections };
}
