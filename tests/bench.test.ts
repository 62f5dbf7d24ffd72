/** Parts of the bench: what garbage collectors tell, and Gazeta under further Nodes. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const BENCH = new URL('../bench/', import.meta.url);

/** What a module of the bench gives for an expression; the bench is no TypeScript, and has types for nobody. */
function ask(expression: string, ...args: string[]): unknown {
  const names = ['heap', 'options', 'goals', 'tools/tools', 'tools/nodes', 'tables'];
  const imports = names.map(
    (name) => `import * as ${name.replace('/', '_')} from '${BENCH}${name}.mjs';`,
  );
  const code = `${imports.join('\n')}\nconsole.log(JSON.stringify(${expression}));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', code, '--', ...args],
    { encoding: 'utf8' },
  );
  return stderr === '' ? JSON.parse(stdout) : stderr;
}

describe('the heap, as the collector tells', () => {
  const MIB = 2 ** 20;
  const lines = {
    20: '[7:0x5d]       45 ms: Mark-Compact (reduce) 12.0 (20.1) -> 4.0 (20.1) MB, 1 / 0 ms',
    24: '[7:0x5d:0]     45 ms: Mark-Compact 12.0 (20.1) -> 4.0 (20.1) MB, pooled: 0 MB, 1 / 0 ms',
    26: '[7:0x5d:0]     45 ms: Incremental Mark-Compact 12.0 (20.1) -> 4.0 (20.1) MB, pooled: 0 MB, 1 / 0 ms',
  };
  test.each(Object.entries(lines))('of Node %s', (_, line) => {
    const young = '[7:0x6e:0]     40 ms: Scavenge 5.0 (9.0) -> 3.0 (9.0) MB, 1 / 0 ms';
    const found = ask(`heap.readTrace(${JSON.stringify(`${young}\n${line}`)})`);
    expect(found).toEqual({ used: 15 * MIB, live: 4 * MIB, processes: 1 });
  });
});

describe('Gazeta under further Nodes', () => {
  test('is a tool for each, behind itself', () => {
    const ids = ask('tools_tools.toolsWith([98, 99]).map(({ id }) => id)') as string[];
    expect(ids.slice(0, 7)).toEqual([
      ...['gazeta', 'gazeta-node98', 'gazeta-node99', 'gazeta-baked'],
      ...['gazeta-full', 'gazeta-full-node98', 'gazeta-full-node99'],
    ]);
    const inOrder = ask(
      'tools_tools.toolsWith([98, 99]).map(tools_tools.orderOf).every((at, i, all) => i === 0 || at > all[i - 1])',
    );
    expect(inOrder).toBe(true);
  });

  test('is found by its id, with the name for tables', () => {
    expect(ask("tables.nameOfRow({ tool: 'gazeta-full-node99' })")).toBe(
      'Gazeta, everything on, Node 99',
    );
    expect(ask("tools_tools.toolOfId('hugo-node99') ?? null")).toBe(null);
  });

  test('is asked for by numbers, each once; that of the bench is there anyway', () => {
    const own = process.versions.node.split('.')[0];
    const nodes = (...args: string[]) => ask('options.readOptions().nodes', ...args);
    expect(nodes('--nodes', `99,${own},98,99`)).toEqual([98, 99]);
    expect(nodes('--nodes', 'none')).toEqual([]);
    expect(nodes('--nodes', 'lts')).toContain('a Node is a number');
    expect(nodes('--nodes', '98', '--only', 'gazeta-node99')).toContain('no tool "gazeta-node99"');
  });

  test('has its own columns among what we mean to reach', () => {
    const row = (tool: string, seconds: number) => {
      const runs = [{ seconds, busy: seconds, kib: 1024 }];
      return { tool, limits: null, heap: null, steps: { cold: { runs }, nothing: { runs } } };
    };
    const rows = [row('gazeta', 0.2), row('gazeta-node99', 0.3), row('gazeta-full-node99', 0.9)];
    const text = ask(`goals.goalsText(${JSON.stringify([{ size: 10_000, rows }])})`) as string;
    const own = process.versions.node.split('.')[0];
    expect(text).toContain(`|  |  | at most | Node ${own} |  | Node 99 |  |`);
    expect(text).toContain(
      '| nothing changed | 10,000 | 0.25 s | 0.20 s | met | 0.30 s | **not met** |',
    );
    expect(text).toContain('| of the bench job | 1.50 |  | not measured | 3.00 | **not met** |');
  });

  test('are in seconds for another machine, and told for this one by the time of a peer', () => {
    const row = (tool: string, cold: number, nothing: number) => {
      const of = (seconds: number) => ({ runs: [{ seconds, busy: seconds, kib: 1024 }] });
      const steps = { cold: of(cold), nothing: of(nothing) };
      return { tool, limits: null, heap: null, steps };
    };
    const rows = [row('gazeta', 6.6, 0.4), row('hugo-debian', 8.8, 8)];
    const text = ask(`goals.goalsText(${JSON.stringify([{ size: 10_000, rows }])})`) as string;
    expect(text).toContain(
      '| nothing changed | 10,000 | 0.25 s (here 0.50 s) | 0.40 s | met here |',
    );
    expect(text).toContain('time | 0.60 (goal 0.50) | 0.75 | **not met** |');
    expect(text).toContain('This one takes 8.80 s\nfor that: "here" is the limit times 2.00.');
  });
});
