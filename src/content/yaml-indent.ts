/** Lines of YAML that begin in a column in which nothing can begin. */
import type { Fault } from './field.ts';

/** Blanks, `- ` of each item that begins on the line, and a key with what follows its colon. */
const LINE = /^( *)((?:- +)*)(?:([\w-]+):(?:\s+(.*))?$)?/;

/** What begins on a line, and in which columns, from 0. */
interface Begun {
  /** The first `-`; null if there is none. */
  readonly item: number | null;
  /** The key; null if there is none. */
  readonly key: number | null;
  readonly name: string;
  /** True if the value of the key is to come on the next lines. */
  readonly isOpen: boolean;
}

function begunOn(line: string): Begun {
  const [, blanks = '', dashes = '', name, value = ''] = LINE.exec(line) ?? [];
  return {
    item: dashes === '' ? null : blanks.length,
    key: name === undefined ? null : blanks.length + dashes.length,
    name: name ?? '',
    isOpen: name !== undefined && /^(?:#|[|>&]|$)/.test(value),
  };
}

/** What is wrong with the indentation of the line that is blamed, or of the one below it; null if nothing is. */
export function indentSlip(text: string, offset: number): Fault | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const below = text.indexOf('\n', offset) + 1;
  return slipAt(text, start) ?? (below === 0 ? null : slipAt(text, below));
}

function slipAt(text: string, start: number): Fault | null {
  const [line = ''] = text.slice(start).split('\n', 1);
  const own = begunOn(line);
  const column = own.item ?? own.key;
  if (column === null) return null;
  const above = columnsAbove(text, start);
  const [nearest] = above;
  if (nearest === undefined) return null;
  // It may be the first below a key.
  if (nearest.isOpen && column >= (nearest.key ?? 0)) return null;
  if (own.item !== null) {
    const items = above.flatMap(({ item }) => item ?? []);
    const [wanted] = items;
    return wanted === undefined || items.includes(own.item)
      ? null
      : {
          offset: start + column,
          problem: 'wrong indentation: an item does not begin below the one before it',
          help: `The items of a list begin in one column. Put ${spaces(wanted)} before this "-".`,
        };
  }
  if (column === 0 || above.some(({ key }) => key === column)) return null;
  const wanted = above.find(({ key }) => key !== null);
  if (wanted?.key == null) return null;
  return wanted.key === 0
    ? {
        offset: start + column,
        problem: 'a key that is indented',
        help: 'Begin each key at the start of its line. Only the parts of a record are indented, below a key without a value.',
      }
    : {
        offset: start + column,
        problem: `wrong indentation: "${own.name}" does not begin below "${wanted.name}"`,
        help: `The parts of a record begin in one column. Put ${spaces(wanted.key)} before "${own.name}".`,
      };
}

function spaces(count: number): string {
  return count === 0 ? 'no space' : count === 1 ? '1 space' : `${count} spaces`;
}

/** What is open above a line, the nearest first: each begins further to the left than those that it holds. */
function columnsAbove(text: string, start: number): readonly Begun[] {
  const found: Begun[] = [];
  let left = Number.POSITIVE_INFINITY;
  for (const line of text.slice(0, start).split('\n').toReversed()) {
    const begun = begunOn(line);
    const column = begun.item ?? begun.key;
    if (column === null || column >= left) continue;
    found.push(begun);
    left = column;
    if (left === 0 && begun.item === null) break;
  }
  return found;
}
