/** Starts the editor: Sveltia CMS with the configuration of the paper, and our way to read and write its files. */
import { articleFormat, pageFormat } from './entry.js';
import CMS from './sveltia-cms.js';
import * as yaml from './yaml/index.js';

const response = await fetch('config.json');
const { cms, paper } = await response.json();
const isLocal = /^(127\.0\.0\.1|(.+\.)?localhost)$/.test(location.hostname);

// Without a back end there is nothing to sign in to: only files on this computer can be edited.
if (isLocal || !paper.isLocalOnly) {
  const { classList } = document.documentElement;
  const tell = () => classList.toggle('is-open', location.hash !== '');
  classList.add('is-here');
  addEventListener('hashchange', tell);
  tell();
  CMS.registerCustomFormat('gazeta', 'md', articleFormat(paper, yaml));
  CMS.registerCustomFormat('gazeta-page', 'md', pageFormat(paper, yaml));
  CMS.init({ config: { ...cms, load_config_file: false } });
}
