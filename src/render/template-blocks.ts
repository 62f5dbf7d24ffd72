/** The blocks of a template by its text, for messages: which one is not closed, or is closed as another one. */

/** Comments, what is escaped and what is raw open and close nothing; all else begins or ends a block. */
const SIGNS =
  /\\\{\{|\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}|\{\{\{\{\s*([^\s}]+)[\s\S]*?\{\{\{\{\/\1\}\}\}\}|\{\{~?\s*([#^/])([>*]?)\s*([^\s{}~|()]+)[^{}]*\}\}/g;

interface BlockFault {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly help: string;
}

/** The first block that does not end as it begins; null if all do. */
export function blockFault(source: string): BlockFault | null {
  const open: { name: string; text: string; at: number }[] = [];
  for (const { 0: text, 2: sign, 3: kind, 4: name = '', index: at } of source.matchAll(SIGNS)) {
    if (sign === undefined) continue;
    if (sign !== '/') {
      open.push({ name: kind === '*' ? 'inline' : name, text, at });
      continue;
    }
    const last = open.pop();
    if (last === undefined)
      return {
        ...{ at, length: text.length, message: `${text} closes nothing` },
        help: 'Take it out, or open its block before.',
      };
    if (last.name !== name)
      return {
        ...{ at: last.at, length: last.text.length },
        message: `this block is closed by ${text} in line ${lineOf(source, at)}`,
        help: `Close it by {{/${last.name}}} before, or take out what is too much.`,
      };
  }
  const last = open.pop();
  if (last === undefined) return null;
  return {
    ...{ at: last.at, length: last.text.length, message: 'this block is not closed' },
    help: `Close it by {{/${last.name}}}.`,
  };
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split('\n').length;
}
