import type { RenderedMarkdown } from '../src/content/markdown.ts';

/** All that is told of a body, as plain data. */
export const whole = (rendered: RenderedMarkdown) => ({
  ...rendered,
  firstParagraph: rendered.firstParagraph(),
  remarks: rendered.remarks(),
});
