/** What we mean to reach, and whether we do. */
import { figures, mib, table } from './tables.mjs';

const parts = (value) => value.toFixed(2);
const seconds = (value) => `${value.toFixed(2)} s`;

/** What a paper of one size tells: medians by tool and step, null for what was not measured. */
function medians({ rows, limits }, steps) {
  const of = (id, step, kind) => {
    const row = rows.find(({ tool }) => tool.id === id);
    return row === undefined ? null : (figures(row, steps.indexOf(step))[kind]?.median ?? null);
  };
  const middle = limits.copy.map((one) => one.seconds).sort((a, b) => a - b);
  const changed = (id, step) =>
    rows.find(({ tool }) => tool.id === id)?.results[steps.indexOf(step)]?.changed ?? null;
  return { of, copy: middle[middle.length >> 1] ?? null, changed };
}

const ratio = (one, other) => (one === null || other === null ? null : one / other);

/** `[what, limit, the figure, how figures are shown]`, by the number of articles. */
const GOALS = {
  10000: ({ of, copy, changed }) => {
    const cold = of('gazeta', 'cold', 'seconds');
    const peak = of('gazeta', 'cold', 'kib');
    const debian = of('hugo-debian', 'cold', 'seconds');
    return [
      ['cold, of Hugo 0.111.3: at most', 0.6, ratio(cold, debian), parts],
      ['cold, of Hugo 0.111.3: goal', 0.5, ratio(cold, debian), parts],
      ['cold, of the newest Hugo', 1, ratio(cold, of('hugo', 'cold', 'seconds')), parts],
      ['peak, of Hugo 0.111.3', 0.4, ratio(peak, of('hugo-debian', 'cold', 'kib')), parts],
      ['cold, of copying the output', 3, ratio(cold, copy), parts],
      ['publish the newest', 0.35, of('gazeta', 'publish', 'seconds'), seconds],
      ['nothing changed', 0.25, of('gazeta', 'nothing', 'seconds'), seconds],
      ['nothing changed: files that change', 0, changed('gazeta', 'nothing'), String],
      [
        'everything on, of the bench job',
        1.5,
        ratio(of('gazeta-full', 'cold', 'seconds'), cold),
        parts,
      ],
    ];
  },
  100000: ({ of }) => {
    const cold = of('gazeta', 'cold', 'seconds');
    const publish = of('gazeta', 'publish', 'seconds');
    return [
      ['cold, of Hugo 0.111.3', 0.3, ratio(cold, of('hugo-debian', 'cold', 'seconds')), parts],
      ['peak, cold', 1_048_576, of('gazeta', 'cold', 'kib'), mib],
      ['publish the newest: at most', 1.5, publish, seconds],
      ['publish the newest: goal', 1, publish, seconds],
      ['nothing changed', 0.7, of('gazeta', 'nothing', 'seconds'), seconds],
    ];
  },
};

/** A table for all sizes that have goals. */
export function goalsTable(measured, steps) {
  const rows = measured.flatMap((one) =>
    (GOALS[one.size]?.(medians(one, steps)) ?? []).map(([what, limit, figure, show]) => [
      `${one.size.toLocaleString('en')}: ${what}`,
      show(limit),
      figure === null ? '' : show(figure),
      figure === null ? 'not measured' : figure <= limit ? 'met' : 'not met',
    ]),
  );
  if (rows.length === 0) return '';
  return `## What we mean to reach\n\n${table(['', 'at most', 'measured', ''], rows)}\n`;
}
