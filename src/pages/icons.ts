/** The paper's icon in the forms that browsers, telephones and search engines ask for. */
import { address, href } from '../base/paths.ts';
import type { PageSettings } from './settings.ts';

/** Where the icons stand, and how many pixels their sides have. */
export const ICONS = {
  /** What browsers and readers of feeds ask for without being told. */
  ico: { address: address('/favicon.ico'), size: 48 },
  svg: { address: address('/icons/icon.svg') },
  apple: { address: address('/icons/apple-touch-icon.png'), size: 180 },
  small: { address: address('/icons/icon-192.png'), size: 192 },
  large: { address: address('/icons/icon-512.png'), size: 512 },
  /** With room at its edges, which some systems cut away (W3C, Web Application Manifest, 5.2.6). */
  maskable: { address: address('/icons/icon-maskable.png'), size: 512 },
} as const;

/** The files of the paper's icon. */
export interface IconsView {
  readonly ico: string;
  /** Null if the icon is no SVG. */
  readonly svg: string | null;
  readonly apple: string;
  readonly manifest: string;
}

/** Null if the paper has no icon. */
export function iconsView({ icon, base, addresses }: PageSettings): IconsView | null {
  if (icon === null) return null;
  return {
    ico: href(base, ICONS.ico.address),
    svg: isVector(icon) ? href(base, ICONS.svg.address) : null,
    apple: href(base, ICONS.apple.address),
    manifest: href(base, addresses.manifest),
  };
}

/** True if an icon's file is an SVG. */
export function isVector(icon: string): boolean {
  return /\.svg$/i.test(icon);
}
