/** The files of `public/` that the settings name, pictures above all: published whatever articles say of them. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { decodedAddress } from '../base/paths.ts';
import { type OwnSite, withinSite } from '../content/own-site.ts';
import { ICONS } from '../pages/icons.ts';
import type { PaperSettings } from '../pages/settings.ts';
import type { ThemeSettings } from '../pages/theme-settings.ts';

type Named = Pick<PaperSettings, 'publisher' | 'theme' | 'icon'>;

/** The files of its logos, relative to the site. */
export function logoFiles(paper: Named): readonly string[] {
  return addresses(paper).map(fileOf);
}

/** All that the paper shows itself: its logos and icon, and what its links lead to. */
export function ownFiles(paper: Named, own: OwnSite): readonly string[] {
  const { theme, publisher, icon } = paper;
  const links = [...theme.header, ...(theme.footer ?? [])].map(({ href }) => href);
  const files = [...links, ...Object.values(publisher.policies), publisher.logo].flatMap((link) => {
    const target = withinSite(link ?? '', own);
    return target === null ? [] : [fileOf(target)];
  });
  return [...logoFiles(paper), ...files, ...(icon === null ? [] : [icon])];
}

/** Those that are not there. */
export function logoFaults(
  paper: Named,
  hasFile: (file: string) => boolean,
  locate: (address: string) => Where,
): readonly Diagnostic[] {
  return addresses(paper)
    .filter((address) => !isThere(address, paper, hasFile))
    .map((address) =>
      diagnostic(
        'site/logo',
        locate(address),
        `the picture "${address}" is not there`,
        `Put it into the folder of the paper as ${fileOf(address)}, or correct its address.`,
      ),
    );
}

/** The logo of the masthead as far as it is there; without its picture for light pages the name is shown. */
export function shownLogo(paper: Named, hasFile: (file: string) => boolean): ThemeSettings['logo'] {
  const { logo } = paper.theme;
  if (logo === null || !isThere(logo.src, paper, hasFile)) return null;
  const hasDark = logo.dark !== null && isThere(logo.dark, paper, hasFile);
  return { src: logo.src, dark: hasDark ? logo.dark : null };
}

/** The icons that are drawn by the build are there, too. */
function isThere(address: string, { icon }: Named, hasFile: (file: string) => boolean): boolean {
  return hasFile(fileOf(address)) || (icon !== null && isIcon(address));
}

/** Each once; those on other sites are their affair. */
function addresses({ publisher, theme }: Named): string[] {
  const all = [publisher.logo, theme.logo?.src ?? null, theme.logo?.dark ?? null];
  return [...new Set(all.filter((one) => one !== null))].filter((one) => one.startsWith('/'));
}

function isIcon(address: string): boolean {
  return Object.values(ICONS).some((icon) => icon.address === address);
}

/** The file that is served at an address, without `?` and `#` and what follows them. */
function fileOf(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  return `public${decodedAddress(path)}`;
}
