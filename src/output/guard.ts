/** What a build must not do by mistake: take over a folder of others, or empty the paper. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Takeover } from './found.ts';
import type { Publisher } from './publish.ts';

interface Findings {
  readonly diagnostics: readonly Diagnostic[];
}

/** More than this share of the published articles, and more than this many, are too many to remove. */
const SHARE = 0.02;
const COUNT = 20;

const FINE: Findings = { diagnostics: [] };

/** The folders of a site that hold what people wrote. */
const SOURCES = ['articles', 'authors', 'pages', 'public', 'templates', '.gazeta'];

/** A fault if the output folder is the site, is around it, or lies within its sources. */
export function overlapFault(site: string, out: string): Findings {
  const within = (inner: string, outer: string) =>
    `${inner}/`.startsWith(`${outer}/`.replace('//', '/'));
  if (!within(site, out) && !SOURCES.some((folder) => within(out, `${site}/${folder}`)))
    return FINE;
  return found(
    diagnostic(
      'output/overlap',
      '',
      `the output folder ${out} lies where the sources of the site are`,
      'Published pages would be read as sources, or sources be taken for old pages. Name another folder.',
    ),
  );
}

/** A fault if the store lies where it would be published, or read as a source. */
export function storeFault(site: string, out: string, store: string): Findings {
  const folders = [out, ...SOURCES.slice(0, -1).map((folder) => `${site}/${folder}`)];
  const isWithin = folders.some((folder) => `${store}/`.startsWith(`${folder}/`));
  if (!isWithin && store !== site) return FINE;
  return found(
    diagnostic(
      'output/overlap',
      '',
      `the store ${store} lies where it would be published, or read as a source`,
      'It holds what readers may not see yet. Name another folder with --store.',
    ),
  );
}

/** A fault if the output folder holds files and no build of this site wrote there. */
export function foreignFault(
  { foreign }: Pick<Publisher, 'foreign'>,
  out: string,
  takeover: Takeover,
): Findings {
  if (takeover !== 'refuse' || !foreign) return FINE;
  return found(
    diagnostic(
      'output/foreign',
      '',
      `the folder ${out} holds files, and no build of this site wrote there`,
      'Name another folder with --out. Or build with --adopt, which keeps those files, or with --empty, which removes them.',
    ),
  );
}

/** A fault if others put something where the build needs a file or a folder. */
export function inTheWayFault({ inTheWay }: Pick<Publisher, 'inTheWay'>, out: string): Findings {
  const { foreign } = inTheWay();
  return {
    diagnostics: foreign.map((path) =>
      diagnostic(
        'output/foreign',
        '',
        `${out}/${path} is in the way, and no build of this site put it there`,
        'A file has to be where a folder is, or a folder where a file is. Move it to another place, or remove it.',
      ),
    ),
  };
}

/** A fault if the build would take too many published articles off the site. */
export function removalFault(publisher: Publisher, articlesFound: number): Findings {
  const { publishedArticles } = publisher;
  if (articlesFound === 0 && publishedArticles > 0)
    return found(
      diagnostic(
        'site/empty',
        'articles',
        `the folder has no articles, where ${publishedArticles} are published`,
        'Is this the right folder? With --allow-removals the paper becomes empty.',
      ),
    );
  const removed = publisher.removedArticles();
  if (removed.length <= COUNT || removed.length <= publishedArticles * SHARE) return FINE;
  return found(
    diagnostic(
      'output/removals',
      '',
      `the build would remove ${removed.length} of ${publishedArticles} published articles`,
      `${removed.map((out) => `  ${out}`).join('\n')}\nIf that is meant, build with --allow-removals.`,
    ),
  );
}

function found(fault: Diagnostic): Findings {
  return { diagnostics: [fault] };
}
