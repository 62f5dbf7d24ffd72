/**
 * Gazeta under further Nodes, as tools of their own: the same code and the same job as that of the Node that runs the
 * bench. Baked rails are the same work but for a few pages, so they are left to that one.
 */
import path from 'node:path';
import { gazeta, gazetaFull } from './gazeta.mjs';
import { fromNpm } from './install.mjs';

/** The major number of the Node that runs the bench. */
export const OWN_NODE = Number(process.versions.node.split('.')[0]);

/** The Node that most servers are told to have: https://github.com/nodejs/release#release-schedule */
const ACTIVE_LTS = 24;

/** The Nodes beside the own one, if no others are asked for. */
export const USUAL_NODES = [ACTIVE_LTS].filter((node) => node !== OWN_NODE);

const BASES = [gazeta, gazetaFull];

/** A tool of Gazeta under a Node of this major number. */
function under(base, node) {
  return {
    ...base,
    id: `${base.id}-node${node}`,
    name: `${base.name}, Node ${node}`,
    /** The tool whose code, site and job it has. */
    base,
    node,
    find: async () => {
      const [found, { folder, version }] = await Promise.all([
        base.find(),
        fromNpm(`node-${node}`, [`node@${node}`]),
      ]);
      return {
        ...found,
        version: `${found.version}, Node ${version}`,
        program: path.join(folder, 'node_modules/node/bin/node'),
      };
    },
    command: (found, site, now) => ({
      ...base.command(found, site, now),
      command: found.program,
    }),
  };
}

/** Gazeta under some Nodes, itself first. */
export const toolsUnder = (nodes) =>
  BASES.flatMap((base) => nodes.map((node) => under(base, node)));

/** The tool of such an id; undefined if it is not one of these. */
export function toolUnder(id) {
  const [, base, node] = /^(.+)-node(\d+)$/.exec(id) ?? [];
  const found = BASES.find((one) => one.id === base);
  return found === undefined ? undefined : under(found, Number(node));
}
