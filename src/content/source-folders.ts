/** Where a site keeps what people wrote: nothing is ever published there, and nothing removed. */
import { PLUGINS_FOLDER } from './plugins-folder.ts';

/** The folders of the sources, below the site; a paper has as many of them as it needs. */
export const SOURCE_FOLDERS: readonly string[] = [
  'articles',
  'authors',
  'pages',
  'public',
  'templates',
  PLUGINS_FOLDER,
];
