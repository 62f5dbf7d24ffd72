/** The package.json of a new paper, so that `npm install` brings Gazeta, and its .gitignore. */
import { nameOf } from '../../base/paths.ts';
import { slugify } from '../../base/slug.ts';

/** The text of package.json, with Gazeta at the version that makes the paper. */
export function packageText(folder: string, version: string): string {
  const own = {
    // npm takes no package that has the name of one that it needs.
    name: slugify(nameOf(folder)).replace(/^gazeta$/, 'gazeta-paper') || 'paper',
    private: true,
    scripts: { build: 'gazeta build', check: 'gazeta check' },
    dependencies: { gazeta: `^${version}` },
  };
  return `${JSON.stringify(own, null, 2)}\n`;
}

/** True if a package.json names Gazeta among what it needs; also if nobody can read it. */
export function needsGazeta(text: string): boolean {
  try {
    const { dependencies, devDependencies } = JSON.parse(text);
    return 'gazeta' in { ...dependencies, ...devDependencies };
  } catch {
    return true;
  }
}

/** What does not belong among the sources: it is made again from them. */
export const IGNORED = ['dist/', '.gazeta/', 'node_modules/'];

export const GITIGNORE = `${IGNORED.join('\n')}\n`;
