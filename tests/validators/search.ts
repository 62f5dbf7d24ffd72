/** Whether the index of the search holds together: its parts are there, and its places are those of stories with pages. */

import { shardOf, wordsOf } from '../../src/pages/search/words.ts';
import { fileOf, type Output, type Verdict } from './output.ts';
import { text, told } from './programs.ts';

export function searchIndex(output: Output): Verdict {
  const files = output.files.filter((file) => file.includes('_search/'));
  const named = new Set<string>();
  const findings: string[] = [];
  const read = (file: string) => {
    named.add(file);
    if (files.includes(file)) return JSON.parse(text(output, file));
    findings.push(`${file}: is missing`);
    return [];
  };
  for (const parts of files.filter((file) => file.endsWith('/parts.json'))) {
    const folder = parts.slice(0, -'parts.json'.length);
    for (const [name, shards] of read(parts) as [string, number][]) {
      const list = `${folder}${name}/stories.json`;
      const stories = read(list) as string[][];
      for (const [address = ''] of stories)
        if (!output.pages.has(fileOf(output, new URL(address, output.origin).href) ?? ''))
          findings.push(`${list}: ${address} is no page`);
      for (let shard = 0; shard < shards; shard++) {
        const file = `${folder}${name}/${shard}.json`;
        for (const [word, places] of Object.entries(read(file) as Record<string, string>)) {
          const sum = places.split('.').reduce((all, step) => all + Number.parseInt(step, 36), 0);
          if (!(sum >> 1 < stories.length)) findings.push(`${file}: ${word} is in no story`);
          if (shardOf(word, shards) !== shard) findings.push(`${file}: ${word} is of another file`);
          if (wordsOf(word).join(' ') !== word) findings.push(`${file}: ${word} is no word`);
        }
      }
    }
  }
  for (const file of files) if (!named.has(file)) findings.push(`${file}: nothing names it`);
  return told(files, findings);
}
