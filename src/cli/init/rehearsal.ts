/** A new paper is built in memory before a file of it is written: what it would be told stops it. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { memoryFiles } from '../../base/memory-files.ts';
import { build } from '../../build.ts';
import { readConfig } from '../../config.ts';
import { UNPUBLISHED } from '../dry-build.ts';
import type { World } from '../world.ts';

/** All that `gazeta check` would tell of a paper of these files, but for words of the theme, which its people bring. */
export function rehearse(
  paper: Readonly<Record<string, string>>,
  { files, theme, now, version }: World,
): readonly Diagnostic[] {
  // Without articles of ours those that are there are built, and theirs is what they say.
  if (!Object.keys(paper).some((file) => file.startsWith('articles/')))
    return readConfig(paper['site.yaml'] ?? '', 'paper').diagnostics;
  const bytes: Record<string, Uint8Array> = {};
  for (const { path } of files.list(theme))
    bytes[`/theme/${path}`] = files.read(`${theme}/${path}`);
  for (const [file, text] of Object.entries(paper))
    bytes[`/paper/${file}`] = new TextEncoder().encode(text);
  const { diagnostics } = build({
    ...UNPUBLISHED,
    files: memoryFiles(bytes),
    site: '/paper',
    theme: '/theme',
    now,
    drafts: false,
    purpose: 'check',
    cache: false,
    version,
    store: null,
  });
  return diagnostics.filter(({ code }) => code !== 'check/labels');
}
