/** Below this path is what belongs to the preview itself. */
export const DESK = '/_gazeta/';
