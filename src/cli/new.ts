/** `gazeta new`: the file of an article or a page with filled front matter, at the right place. */
import { languageFault } from '../base/known-languages.ts';
import { openSite } from '../config.ts';
import { CONFIG_FILE } from '../content/discover.ts';
import type { Parsed } from './arguments.ts';
import { FieldLines } from './field-lines.ts';
import { tellFindings } from './findings.ts';
import { readNow, readTime } from './moment.ts';
import { newArticle } from './new-article.ts';
import { createFile } from './new-file.ts';
import { newPage, refuseArticleOptions } from './new-page.ts';
import { UsageError, type World } from './world.ts';

/** Runs the command; returns the exit code. */
export function newCommand({ values: options, positionals }: Parsed<'new'>, world: World): number {
  const { files, printer } = world;
  const headline = positionals.join(' ').replace(/\s+/g, ' ').trim();
  if (headline === '')
    throw new UsageError(
      options.page
        ? 'a title is missing: gazeta new --page "About us"'
        : 'a headline is missing: gazeta new "Bridge opens after ten years"',
    );
  if (options.page) refuseArticleOptions(options);
  const unknown = options.lang === undefined ? null : languageFault(options.lang);
  if (unknown !== null)
    throw new UsageError(
      `--lang "${options.lang}" ${unknown.problem}, such as ${unknown.meant ?? 'sq or sr-Latn'}`,
    );

  const site = world.resolve(options.site ?? '.');
  const { config, diagnostics } = openSite(files, site);
  // The first article of a paper makes the folder; a folder without either is the wrong one.
  const isPaper = files.kind(`${site}/${CONFIG_FILE}`) === 'file';
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && !(isPaper && code === 'site/articles'),
  );
  if (errors.length > 0) {
    tellFindings(world, errors, true);
    return 2;
  }
  const now = readNow(options.now, site, world);
  const embargo =
    options.embargo === undefined ? null : readTime('--embargo', options.embargo, site, world);
  if (embargo !== null && embargo <= now)
    throw new UsageError(`--embargo "${options.embargo}" has passed`);

  const keys = new FieldLines(config.news.fieldNames);
  const made = options.page
    ? newPage(headline, options.lang, embargo, keys, config.news)
    : newArticle(headline, options, { now, embargo }, keys, config.news);
  const draft = keys.flag('draft');
  const file = createFile(world, site, made, draft);
  printer.out(options.json ? JSON.stringify({ exitCode: 0, file }, null, 2) : `${site}/${file}`);
  if (!options.json && draft !== null)
    printer.message(`It is a draft. Take out the line "${draft}" when it is finished.`);
  return 0;
}
