/** Whether all tools did the same job: as many pages of articles, and about as many others. */
import { count, nameOfRow, rowIn, toolOf } from './tables.mjs';

/** How far lists may differ. */
const TOLERANCE = 0.1;

/** That of Gazeta with everything on is another job. */
function isOther(row) {
  const { id, base } = toolOf(row);
  return (base?.id ?? id) === 'gazeta-full';
}

/** A sentence about the rows of a size, and a warning for each that did another job. */
export function sameJob({ size, rows }) {
  const compared = rows.filter((row) => row.made !== null && !isOther(row));
  if (compared.length < 2) return '';
  const reference = rowIn({ rows }, 'gazeta')?.made ?? compared[0].made;
  const faults = compared.flatMap((row) => {
    const { articles, lists } = row.made;
    const name = nameOfRow(row);
    const away = Math.abs(lists / reference.lists - 1);
    return [
      ...(articles === size ? [] : [`${name} made ${count(articles)} pages of articles.`]),
      ...(away <= TOLERANCE ? [] : [`${name} made ${count(lists)} other pages.`]),
    ];
  });
  if (faults.length > 0) return `**Not the same job:** ${faults.join(' ')}`;
  return `The same job: each made ${count(size)} pages of articles, and other pages within a tenth of one another.`;
}
