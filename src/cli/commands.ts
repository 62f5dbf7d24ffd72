/**
 * All commands and their options. The one table from which the command line is read, and from which come
 * `gazeta --help`, `gazeta help COMMAND` and what shells complete.
 */
import { STARTS } from '../host/workflows/table.ts';
import { EDITOR_NAMES } from '../serve/editors.ts';
import type { Command } from './command.ts';
import { HELP, JSON_RESULT, now, OUT, SITE, STORE } from './options.ts';

/** The shells for which there are completions. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

const BUILD_CODES = `0 published, 1 errors in content, 2 usage or settings, 3 published with articles held back (onError: hold-back), 70 a bug, 74 a disk failed, 75 another build of this site runs.`;

export const COMMANDS = {
  init: {
    about: 'make a new paper, ready to be built and published',
    words: '[DIR]',
    offer: 'folders',
    text: `Makes a new paper in DIR (default: this folder), ready to be built: site.yaml, a few articles that explain what to do next, package.json, .gitignore, and what the host needs to keep publishing it, so that embargoes lift. On a terminal it asks for anything that you do not give. It never overwrites a file.`,
    options: {
      title: { value: 'NAME', about: 'the name of the paper (default: that of the folder)' },
      language: { value: 'TAG', about: 'its language: en, sq, sr-Latn (default: en)' },
      sections: { value: 'NAMES', about: 'its sections, with commas: "News, Culture, Sport"' },
      timezone: {
        value: 'ZONE',
        about: 'its time zone, Europe/Belgrade (default: that of this computer)',
      },
      url: {
        value: 'URL',
        about: 'its public address (default: https://example.org/, to be changed)',
      },
      host: {
        value: 'HOST',
        about: `where it is published: ${STARTS.join(', ')} (default: any)`,
        offer: STARTS,
      },
      yes: { about: 'ask nothing; use the defaults', short: 'y' },
      json: JSON_RESULT,
      help: HELP,
    },
    examples: [
      ['init my-paper', 'asks, and makes the paper in my-paper/'],
      ['init my-paper --yes', 'asks nothing'],
      [
        'init . --title "Our Paper" --language sq --host github-pages --yes',
        'in this folder, in Albanian, for GitHub Pages',
      ],
    ],
    exitCodes: '0 the paper was made, 2 usage, or there is a paper already, 74 a disk failed.',
  },
  import: {
    about: 'move in from WordPress: an export to articles and pages',
    words: 'EXPORT.xml ...',
    offer: 'files',
    text: `Turns a WordPress export (Tools, Export, All content) into articles: their texts as Markdown, with dates, sections, tags, authors, summaries and pictures, at the addresses that they had. Pages, such as About and Imprint, become files of pages/. What is not public there becomes a draft. If the folder has no paper yet, it makes one, with the title, language, time zone and sections of the export. It never overwrites a file, so a newer export adds what is new.`,
    options: {
      site: SITE,
      types: {
        value: 'LIST',
        about:
          'the types of WordPress that become articles: post,video (default: post); pages become files of pages/ unless page is named here',
      },
      timezone: {
        value: 'ZONE',
        about:
          'the time zone of a new paper, Europe/Belgrade (default: the one that the dates are in)',
      },
      host: {
        value: 'HOST',
        about: `where a new paper is published: ${STARTS.join(', ')} (default: any)`,
        offer: STARTS,
      },
      media: {
        value: 'FILE',
        about: 'write the addresses of pictures and files there, one on each line, for wget -i',
        offer: 'files',
      },
      json: JSON_RESULT,
      help: HELP,
    },
    examples: [
      ['import export.xml --site my-paper', 'a new paper, or more articles for one that is there'],
      ['import export-*.xml --media media.txt', 'several files, and a list of the pictures'],
    ],
    exitCodes:
      '0 imported, 1 a file is not an export, or not a complete one, 2 usage or settings, 74 a disk failed.',
  },
  dev: {
    about: 'write and see: the paper on this computer, always current',
    words: '',
    offer: 'nothing',
    text: `Shows the paper at an address of this computer, and keeps open pages current while files change. Errors appear on the page, with what to do. A bar says what the page is made from, and shows the paper as readers will see it at another moment. Nothing is published.`,
    options: {
      site: SITE,
      port: { value: 'N', about: 'the port (default: 4400, or the next that is free)' },
      host: { value: 'ADDRESS', about: 'who can reach it (default: this computer alone)' },
      open: { about: 'open it in the browser' },
      drafts: { about: 'with drafts' },
      now: now('show the paper as of that moment (default: the clock)'),
      editor: {
        value: 'NAME',
        about: `what files open in: ${EDITOR_NAMES.join(', ')}, or an address with {file} and {line} (default: vscode)`,
        offer: EDITOR_NAMES,
      },
      store: STORE,
      help: HELP,
    },
    examples: [
      ['dev --open', 'this paper, in the browser'],
      ['dev --drafts', 'with what is not finished'],
      ['dev --now 2026-11-24T06:00', 'as readers will see it then'],
    ],
    exitCodes: '0 it was ended, 2 usage or settings, 74 a disk failed.',
  },
  new: {
    about: 'make the file of a new article or page',
    words: '"Headline"',
    offer: 'nothing',
    text: `Makes a file for a new article, with its date, and prints its path; with --page, one for a page of the paper, such as About, in pages/. It never overwrites a file.`,
    options: {
      page: { about: 'a page of the paper: it has no section, author or date' },
      section: {
        value: 'NAME',
        about: 'the section; one that site.yaml declares, if it declares any',
      },
      author: { value: 'NAME', about: 'who writes it: a name, or the name of a file in authors/' },
      flash: { about: 'it is flash news' },
      embargo: { value: 'INSTANT', about: 'readers see it from then on: 2026-11-24T06:00' },
      lang: { value: 'TAG', about: "its language, if it is not the paper's: sq" },
      site: SITE,
      now: now('the date it bears (default: the clock)'),
      json: JSON_RESULT,
      help: HELP,
    },
    examples: [
      ['new "Bridge opens after ten years" --section Sport', 'a draft, in the section Sport'],
      ['new "Budget" --embargo 2026-11-24T06:00', 'nobody sees it before that moment'],
      ['new --page "About us"', 'a draft, pages/about-us.md'],
    ],
    exitCodes: '0 the file was made, 2 usage or settings, 74 a disk failed.',
  },
  build: {
    about: 'turn articles/ into a website in dist/',
    words: '',
    offer: 'nothing',
    text: `Turns articles/ into a website in dist/. Nothing is published while there are errors.`,
    options: {
      site: SITE,
      out: OUT,
      now: now(
        "publish what readers may see at that moment: 2026-11-23T09:00, in the paper's zone unless it has an offset (default: the clock)",
      ),
      drafts: { about: 'with drafts, for a preview; needs --out' },
      changes: {
        value: 'FILE',
        about:
          'write there what changed since the last list, as JSON: files to upload and to remove, addresses to purge from caches',
        offer: 'files',
      },
      'allow-removals': { about: 'publish even if that removes many articles' },
      adopt: { about: 'publish into a folder that holds other files, and keep them' },
      empty: { about: 'publish into a folder that holds other files, and remove them' },
      'no-cache': { about: 'make everything anew, and leave the store as it is' },
      verify: { about: 'read every file, of the paper and of the output, whatever its time' },
      jobs: { value: 'N', about: 'how many threads share a large build (default: 2)' },
      store: STORE,
      json: JSON_RESULT,
      quiet: { about: 'only errors' },
      help: HELP,
    },
    examples: [
      ['build', 'this paper, into dist/'],
      ['build --drafts --out preview', 'with drafts, into a folder of its own'],
      ['build --now 2026-11-24T06:00 --out tomorrow', 'as readers will see it then'],
    ],
    exitCodes: BUILD_CODES,
  },
  watch: {
    about: 'keep dist/ current on a server, and hand on what changed',
    words: '',
    offer: 'nothing',
    text: `Builds at once, then whenever files change and whenever time changes the paper: embargoes lift to the second. It reports each error once; the site stays as it was, and is built again at the next change, or by itself if the disk was full or another build was running. A signal ends it at any moment; SIGHUP makes it build.

The command of --on-publish runs in the shell after a build that changed something, one at a time. The file that GAZETA_CHANGES names, and its standard input, list what to upload, remove and purge, in the form of gazeta build --changes: everything that was not handed on yet, so the next run makes up for one that failed. The first list names every file.`,
    options: {
      site: SITE,
      out: OUT,
      'on-publish': {
        value: 'COMMAND',
        about: 'the command that publishes the changes; run again if it fails',
      },
      jobs: { value: 'N', about: 'how many threads share a large build (default: 2)' },
      store: STORE,
      json: { about: 'one JSON object per line' },
      quiet: { about: 'only errors' },
      help: HELP,
    },
    examples: [
      ['watch', 'this paper, into dist/'],
      [
        "watch --on-publish 'rsync -a --delete dist/ example.org:/srv/paper/'",
        'and send it to the server',
      ],
    ],
    exitCodes: '0 a signal ended it, 2 usage, 70 a bug, 74 the store cannot be written.',
  },
  check: {
    about: 'list errors and likely mistakes; writes nothing',
    words: '',
    offer: 'nothing',
    text: `Lists everything that a build would report, and other likely mistakes: dead links and anchors, pictures without alternative text, headings that skip a level, flash news past its time, embargoes within the hour, authors and sections without articles, tags spelled in two ways, days without a time, photographs that say where they were taken. Writes nothing.`,
    options: {
      site: SITE,
      now: now('the moment to check for (default: the clock)'),
      drafts: { about: 'with drafts' },
      store: STORE,
      json: JSON_RESULT,
      help: HELP,
    },
    examples: [
      ['check', 'this paper'],
      ['check --drafts', 'with what is not finished'],
    ],
    exitCodes: 'those of gazeta build; remarks alone give 0.',
  },
  next: {
    about: 'say when the paper will change by itself',
    words: '',
    offer: 'nothing',
    text: `Says when the paper will change by itself: embargoes that lift, articles that expire, flash news that leaves the strip, and news that is two days old and leaves the news sitemap. Build at the first of these instants.`,
    options: {
      site: SITE,
      now: now('what happens after that moment (default: the clock)'),
      verbose: { about: 'name articles that readers cannot see yet, too' },
      store: STORE,
      json: JSON_RESULT,
      help: HELP,
    },
    examples: [
      ['next', 'what will happen, and when'],
      ['next --json', 'the same for a program that starts builds'],
    ],
    exitCodes: 'those of gazeta build.',
  },
  why: {
    about: 'say why a page was made, and where an article appears',
    words: 'PAGE',
    offer: 'files',
    text: `Says what a page is made from, why it was last made, and whether a build now would make it again. For an article, it also says why readers cannot see it, and which other pages are made from it. Writes nothing.

PAGE is an address (/2026/11/23/kfor/, or a full one), a file of the output folder, or the file of an article (articles/rajoni/kfor.md).`,
    options: {
      site: SITE,
      out: OUT,
      now: now('the moment to ask for (default: the clock)'),
      store: STORE,
      json: { about: 'the answer as JSON' },
      help: HELP,
    },
    examples: [
      ['why /', 'of the home page'],
      ['why articles/rajoni/kfor.md', 'of an article, and of the pages that show it'],
    ],
    exitCodes: '0 answered, 1 there is no such page, 2 usage or settings.',
  },
  completion: {
    about: 'print what completes command lines in bash, zsh or fish',
    words: SHELLS.join('|'),
    offer: SHELLS,
    text: `Prints a script that lets the shell complete commands, options and their values after Tab. It completes the command gazeta: have it on the PATH (npm install --global gazeta).`,
    options: { help: HELP },
    examples: [
      ['completion bash >> ~/.bashrc', 'bash'],
      ['completion zsh >> ~/.zshrc', 'zsh, below the line that runs compinit'],
      ['completion fish > ~/.config/fish/completions/gazeta.fish', 'fish'],
    ],
    exitCodes: '0 printed, 2 usage.',
  },
  help: {
    about: 'explain a command',
    words: '[COMMAND]',
    offer: 'nothing',
    text: `Explains a command, with its options and examples; without one, lists the commands. It is the same as gazeta COMMAND --help.`,
    options: { help: HELP },
    examples: [['help build', 'all about gazeta build']],
    exitCodes: '0 answered, 2 there is no such command.',
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

/** The names of all commands, in the order of the help. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

/** True if there is a command of that name. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
