/** Where the files of the paper's own pages lie, and which files are such. */

/** The folder, below the site. */
export const PAGES_FOLDER = 'pages/';

/** True for a file in it, by its path relative to the site. */
export function isPageFile(path: string): boolean {
  return path.startsWith(PAGES_FOLDER);
}
