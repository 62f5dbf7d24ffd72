/** What a build must not do by mistake: take over a folder of others, or empty the paper. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import { SOURCE_FOLDERS } from '../content/source-folders.ts';
import type { Takeover } from './found.ts';
import type { Publisher } from './publish.ts';

interface Findings {
  readonly diagnostics: readonly Diagnostic[];
}

/** More than this share of the published articles, and more than this many, are too many to remove. */
const SHARE = 0.02;
const COUNT = 20;

const FINE: Findings = { diagnostics: [] };

/** What tells which folder a path leads to: a link to the articles is the articles. */
type Places = Pick<Files, 'place'>;

/** A fault if the output folder is the site or one of its sources, lies within these, or is around them. */
export function overlapFault({ place }: Places, site: string, out: string): Findings {
  const target = place(out);
  const sources = sourcesOf({ place }, site);
  const isWithin = [...sources, place(`${site}/.gazeta`)].some((folder) => within(target, folder));
  if (!isWithin && ![place(site), ...sources].some((folder) => within(folder, target))) return FINE;
  return found(
    diagnostic(
      'output/overlap',
      '',
      `the output folder ${out} lies where the sources of the site are`,
      'Published pages would be read as sources, or sources be taken for old pages. Name another folder.',
    ),
  );
}

/** A fault if drafts would be published: `own` is the folder of the published paper. */
export function draftsFault({ place }: Places, own: string, out: string): Findings {
  if (place(own) !== place(out)) return FINE;
  return found(
    diagnostic(
      'output/overlap',
      '',
      `the output folder ${out} is that of the paper, and drafts do not belong among published pages`,
      'Name another folder with --out, or build without --drafts.',
    ),
  );
}

/** A fault if the store lies where it would be published, or read as a source. */
export function storeFault({ place }: Places, site: string, out: string, store: string): Findings {
  const target = place(store);
  const isWithin = [place(out), ...sourcesOf({ place }, site)].some((one) => within(target, one));
  if (!isWithin && target !== place(site)) return FINE;
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
      'Name another folder with --out. Or build with --adopt, which keeps those files, or with --empty, which removes them: that is right if the store (.gazeta/) was removed.',
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

/** Whether a path is a folder or lies in it. */
function within(inner: string, folder: string): boolean {
  return `${inner}/`.startsWith(`${folder}/`.replace('//', '/'));
}

/** Where the sources of a site are, which may be links. */
function sourcesOf({ place }: Places, site: string): readonly string[] {
  return SOURCE_FOLDERS.map((folder) => place(`${site}/${folder}`));
}

function found(fault: Diagnostic): Findings {
  return { diagnostics: [fault] };
}
