/** Where the plugins of a paper are. */

/** The folder with their files, and all that they import from one another. */
export const PLUGINS_FOLDER = 'plugins';

/** npm's list of what is installed, which they may import too. */
export function installedIn(site: string): string {
  return `${site}/node_modules/.package-lock.json`;
}
