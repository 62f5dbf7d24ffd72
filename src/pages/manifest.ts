/** The web app manifest (W3C, Web Application Manifest), for readers who put the paper on their home screen. */
import { direction } from '../base/language.ts';
import { href } from '../base/paths.ts';
import { ICONS, isVector } from './icons.ts';
import type { LocalPaper } from './local-paper.ts';
import { type TextFile, textFile } from './page.ts';

/** Null if the paper has no icon: a manifest without one is of no use. */
export function webManifest({ settings }: LocalPaper): TextFile | null {
  const { addresses, base, description, icon, language, title } = settings;
  if (icon === null) return null;
  const home = href(base, addresses.home);
  const png = ({ address, size }: { address: typeof ICONS.small.address; size: number }) => ({
    src: href(base, address),
    type: 'image/png',
    sizes: `${size}x${size}`,
  });
  const data = {
    name: title,
    ...(description === '' ? {} : { description }),
    lang: language,
    dir: direction(language),
    id: home,
    start_url: home,
    scope: home,
    display: 'browser',
    icons: [
      ...(isVector(icon)
        ? [{ src: href(base, ICONS.svg.address), type: 'image/svg+xml', sizes: 'any' }]
        : []),
      png(ICONS.small),
      png(ICONS.large),
      { ...png(ICONS.maskable), purpose: 'maskable' },
    ],
  };
  return textFile('manifest', addresses.manifest, {}, () => `${JSON.stringify(data, null, 1)}\n`);
}
