/** The icons of a paper for its preview: drawn when a browser asks for one, and again if their picture is another. */
import type { Files } from '../base/files.ts';
import type { WithDiagnostics } from '../base/findings.ts';
import { hash } from '../base/hash.ts';
import { recent } from '../base/recent.ts';
import type { SiteConfig } from '../config.ts';
import type { OutputFile } from '../output/collect.ts';
import { drawIcons } from '../output/icons.ts';

export interface DrawnIcons {
  /** The icons of a paper with these settings. Drawing them takes a second. */
  of(config: SiteConfig): readonly OutputFile[];
  /** What is wrong if their picture is not there. Whether it can be drawn is seen when it is. */
  faults(config: SiteConfig): WithDiagnostics;
}

export function drawnIcons(files: Files, site: string, version: string): DrawnIcons {
  const draw = recent((key: string) => {
    const [, icon = ''] = key.split('\n');
    return drawIcons(files, site, icon, version, () => false).icons;
  });
  return {
    of({ pages: { icon } }) {
      const bytes = icon === null ? null : files.readIfThere(`${site}/${icon}`);
      return bytes === null ? [] : draw(`${hash(bytes)}\n${icon}`);
    },
    faults({ pages: { icon } }) {
      const isMissing = icon !== null && files.kind(`${site}/${icon}`) !== 'file';
      return isMissing ? drawIcons(files, site, icon, version, () => false) : { diagnostics: [] };
    },
  };
}
