/**
 * All tools, in the order in which they take turns. A tool has:
 *
 *     id, name    for the command line, and for tables
 *     find        installs it if need be; what the others get as the first argument, with a `version`,
 *                 and a `code` where that says more
 *     source      the folder of its site, without articles
 *     articles    where those go, within the site
 *     prepare     what else the site needs
 *     template    that of articles, which one measurement edits
 *     out, made   the output, and all that it leaves, relative to the site
 *     hasClock    whether it can be told what time it is, and hides what comes later
 *     isPeer      it is not Gazeta
 *     base, node  of Gazeta under another Node (nodes.mjs): the same tool under that of the bench, and which Node it is
 *     command     what builds: of what was found, the site, and the instant for those with a clock
 */
import { astro } from './astro.mjs';
import { eleventy } from './eleventy.mjs';
import { gazeta, gazetaBaked, gazetaFull } from './gazeta.mjs';
import { hugoNewest, hugoOfDebian } from './hugo.mjs';
import { metalsmith } from './metalsmith.mjs';
import { toolsUnder, toolUnder } from './nodes.mjs';

export const TOOLS = [
  ...[gazeta, gazetaBaked, gazetaFull, hugoNewest, hugoOfDebian],
  ...[eleventy, astro, metalsmith],
];

/** All tools with Gazeta under further Nodes, which stands behind itself. */
export function toolsWith(nodes) {
  const more = toolsUnder(nodes);
  return TOOLS.flatMap((tool) => [tool, ...more.filter(({ base }) => base === tool)]);
}

/** The tool of an id, under whatever Node; undefined if there is none. */
export const toolOfId = (id) => TOOLS.find((tool) => tool.id === id) ?? toolUnder(id);

/** Where a tool stands among all: behind Gazeta itself the same under others. */
export const orderOf = ({ id, base, node = 0 }) =>
  TOOLS.findIndex((one) => one.id === (base?.id ?? id)) * 1000 + node;

/** Peers that cannot be had, and why. */
export const UNAVAILABLE = [
  {
    name: 'Zola',
    reason:
      'crates.io, PyPI and Debian 12 have no package of it, and that of npm needs a newer C library than Debian 12 has',
  },
];
