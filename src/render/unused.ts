/** Templates of a paper that no page uses: most have a name that is nearly right. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { suggest } from '../base/suggest.ts';
import { PAGE_KINDS } from '../pages/page.ts';
import { calledBy } from './template-marks.ts';
import type { Theme } from './theme.ts';

/** The paper's own, as messages name them. */
const OWN = 'templates/';

/** Those that are neither a page's nor called by one that is. */
export function unusedTemplates({ templates }: Pick<Theme, 'templates'>): Diagnostic[] {
  const used = new Set(PAGE_KINDS.flatMap((kind) => calledBy(kind, templates)));
  const others = [...used].filter((name) => !templates.get(name)?.file.startsWith(OWN));
  return [...templates]
    .filter(([name, { file }]) => file.startsWith(OWN) && !used.has(name))
    .map(([name, { file }]) => {
      const meant = suggest(name, others);
      return diagnostic(
        'check/template',
        file,
        'no page is made from this template, and none calls it',
        meant === null
          ? `Call it from another one: {{> ${name}}}. Pages are made from ${PAGE_KINDS.join(', ')}.`
          : `Did you mean ${OWN}${meant}.hbs?`,
      );
    });
}
