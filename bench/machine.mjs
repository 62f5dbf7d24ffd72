/** The machine as far as it matters for figures: what is measured on one is not compared with another's. */
import { createHash } from 'node:crypto';
import { availableParallelism, cpus, machine, totalmem, type } from 'node:os';

const GIB = 2 ** 30;

/** For people: nothing of names or addresses. */
export const MACHINE = [
  `${cpus()[0]?.model.trim() ?? 'unknown processor'} (${machine()})`,
  `${availableParallelism()} cores`,
  `${Math.round(totalmem() / GIB)} GiB of memory`,
  `${type()}`,
  `Node ${process.versions.node}`,
].join(', ');

export const MACHINE_ID = createHash('sha1').update(MACHINE).digest('hex').slice(0, 10);
