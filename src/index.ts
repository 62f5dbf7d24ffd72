/** The public API. */
export type { Code, Diagnostic, Place, Severity } from './base/diagnostic.ts';
export { type FileEntry, type Files, FilesError, nodeFiles, type Scratch } from './base/files.ts';
export { type Instant, type InstantFault, isInstantFault, readInstant } from './base/instant.ts';
export { type MemoryFiles, memoryFiles } from './base/memory-files.ts';
export { type BuildOptions, type BuildResult, build } from './build.ts';
export type { Changes } from './output/publish.ts';
export { type Resize, resizer, unresized } from './output/resize.ts';
export type { Plugin } from './plugin.ts';
