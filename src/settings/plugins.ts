/** `plugins:` of site.yaml: the files with what a paper adds to templates and to Markdown. */
import { type Setting, TEXT } from './settings.ts';
import { textOf } from './values.ts';

const FILE = /^plugins\/(?!\.)[^\\]+\.[cm]?js$/;
const HOW = 'Name files below the folder plugins/: plugins: [plugins/numbers.js].';
const ENDINGS =
  'A plugin ends in .js, .mjs or .cjs. What is written in another language is made into one of these before.';

export const PLUGIN_SETTINGS: Readonly<Record<string, Setting>> = {
  plugins: {
    about: 'files of JavaScript with more helpers for templates, and more Markdown',
    schema: { type: 'array', items: { ...TEXT, pattern: FILE.source } },
    read({ value }, settings, fault) {
      const list = Array.isArray(value) ? value : [value];
      settings.plugins = list.flatMap((one, at) => {
        const file = textOf(one);
        const isFile = file !== null && FILE.test(file) && !file.split('/').includes('..');
        if (isFile && list.indexOf(one) === at) return [file];
        const said = file === null ? 'what "plugins" names' : `"${file}"`;
        const isOther = !isFile && FILE.test(`${file}.js`) && /\.\w+$/.test(file ?? '');
        const problem = isOther
          ? 'is no file of JavaScript'
          : isFile
            ? 'appears twice'
            : 'is no file of the folder plugins/';
        fault('config/value', `${said} ${problem}`, isOther ? ENDINGS : HOW, {
          path: Array.isArray(value) ? [at] : [],
        });
        return [];
      });
    },
  },
};
