/** What articles, people and pages refer to, and cannot be had: links, files, and pictures that no browser shows. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { Reference } from '../content/document.ts';
import { isPageFile } from '../content/pages-folder.ts';
import { type Mark, markOf } from '../memo/mark.ts';
import type { Article } from './article.ts';
import type { Edition, EditSettings } from './edition.ts';
import type { FlatPage, FlatPages } from './flat-page.ts';
import { missingFiles, otherCodePoints } from './missing-files.ts';
import { fileOf, isElsewhere, publicFile, type Referrer, readReference } from './reference.ts';
import { mayFail } from './reference-marks.ts';
import type { Register } from './register.ts';
import { FLAGS, type RegisterColumns } from './register-columns.ts';
import { outlives } from './schedule.ts';

/**
 * Links to articles and pages that are not there or not yet visible, and pictures and files that are not there. Those of
 * people are told whether readers see a page of theirs or not, so that none appears because time passed.
 */
export function referenceFaults(
  articles: readonly Article[],
  edition: Edition,
  {
    people,
    flatPages,
    shelf,
    register,
  }: Pick<EditSettings, 'people' | 'shelf'> & {
    readonly flatPages: FlatPages;
    readonly register: Register;
  },
  now: Instant,
  /** Finds a text in an article's file. */
  locate: (path: string, text: string) => Where,
): { diagnostics: readonly Diagnostic[] } {
  const { columns } = register;
  const kept = rowsOf(articles, columns);
  const keptArticle = (article: Article | null) =>
    article !== null && kept[article.row] === 1 ? article : null;
  const pages = new Map(flatPages.pages.map((page) => [page.path, page]));
  const pageAt = new Map(flatPages.pages.map((page) => [markOf(page.path), page]));
  const unread = new Set(flatPages.leftOut.map(({ path }) => path));
  const isFile = (path: string) => register.rowOf(path) >= 0 || pages.has(path) || unread.has(path);
  const behind = (path: string) => keptArticle(register.byPath(path)) ?? pages.get(path) ?? null;
  const missing = missingFiles(shelf);
  const found: Diagnostic[] = [];
  const look = (one: Referrer, isHidden: (path: string) => boolean) => {
    const seen = new Set<string>();
    for (const { kind, target: text } of referencesOf(one)) {
      if (seen.has(text)) continue;
      seen.add(text);
      const target = readReference(one.path, text, shelf);
      if (target.kind === 'article') {
        if (!isFile(target.path))
          found.push(
            diagnostic(
              'body/link',
              locate(one.path, text),
              `the link "${text}" leads to no ${kindOf(target.path)}`,
              noFile(target.path, isFile),
            ),
          );
        else if (isHidden(target.path))
          found.push(
            diagnostic(
              'body/link-hidden',
              locate(one.path, text),
              `the link "${text}" leads to ${isPageFile(target.path) ? 'a page' : 'an article'} that readers cannot see now`,
              behind(target.path)?.status === 'withdrawn'
                ? 'It was withdrawn: they see the words without a link. Take the link out.'
                : `They see the words without a link; it appears by itself when the ${kindOf(target.path)} does.`,
            ),
          );
      } else if (isMissingFile(kind, target, shelf)) {
        const { problem, help } = missing(kind, text, target);
        found.push(diagnostic('body/file', locate(one.path, text), problem, help));
      }
    }
  };
  for (let at = 0; at < articles.length; at++) {
    const article = articles[at] as Article;
    if (!isCounted(article, columns, edition)) continue;
    const isThere = (path: Mark) => {
      const other = keptArticle(register.byPathMark(path)) ?? pageAt.get(path) ?? null;
      return other !== null && !outlives(article, other, now);
    };
    if (!mayFail(article, columns, { shelf, pictures: null, isThere })) continue;
    look(article, (path) => outlives(article, behind(path), now));
  }
  for (const page of shownPages(flatPages, edition))
    look(page, (path) => outlives({ ...page, status: 'published' }, behind(path), now));
  for (const person of new Set(people.values())) look(person, () => false);
  return { diagnostics: found };
}

/** The pages that readers see, or will see one day. */
function shownPages({ pages }: FlatPages, edition: Edition): readonly FlatPage[] {
  return pages.filter((one) => one.status !== 'draft' || edition.flatPages.includes(one));
}

/** What a file would be, by its folder. */
function kindOf(path: string): 'page' | 'article' {
  return isPageFile(path) ? 'page' : 'article';
}

/** What is said of an article or page that is not there; one whose name looks the same is found by the forms of its accents. */
function noFile(path: string, isThere: (path: string) => boolean): string {
  const other = [path.normalize('NFC'), path.normalize('NFD')].find(isThere);
  return other === undefined
    ? `There is no ${path}. Until there is, readers see the words without a link.`
    : otherCodePoints(other);
}

/**
 * Pictures that browsers cannot show, by every article, author and page that shows them: hidden ones too, whose
 * pictures are few beside those that pages need, so that no finding appears because time passed.
 */
export function pictureFaults(
  articles: readonly Article[],
  edition: Edition,
  {
    people,
    flatPages,
    shelf,
    pictures,
    register: { columns },
  }: Pick<EditSettings, 'people' | 'shelf' | 'pictures' | 'register'> & {
    readonly flatPages: FlatPages;
  },
  /** Finds a text in a file. */
  locate: (path: string, text: string) => Where,
): { diagnostics: readonly Diagnostic[] } {
  const sources = { shelf, pictures, isThere: () => true };
  const counted = articles.filter(
    (one) => isCounted(one, columns, edition) && mayFail(one, columns, sources),
  );
  const found: Diagnostic[] = [];
  const others: readonly Referrer[] = [
    ...new Set(people.values()),
    ...shownPages(flatPages, edition),
  ];
  for (const one of [...counted, ...others]) {
    const images = referencesOf(one).filter(({ kind }) => kind === 'image');
    for (const text of new Set(images.map(({ target }) => target))) {
      const file = fileOf(readReference(one.path, text, shelf), shelf);
      if (file === null || !pictures.isBroken(file)) continue;
      const where = locate(one.path, text);
      const form = pictures.formOf(file);
      if (form !== null && text !== one.image?.src && isEmbedded(where, form)) continue;
      found.push(
        form === null
          ? diagnostic(
              'body/picture',
              where,
              `the picture ${file} cannot be read as one`,
              'Browsers show JPEG, PNG, GIF, WebP, AVIF and SVG. The file is damaged, or of another kind than its name says: save it anew from the original.',
            )
          : diagnostic(
              'body/picture',
              where,
              `the picture ${file} is ${form}, which most browsers cannot show as a picture`,
              'Convert it to JPEG, PNG or WebP. Another name alone does not make it one.',
            ),
      );
    }
  }
  return { diagnostics: found };
}

/** What shows other files than pictures, and what offers a browser several of which it takes the one that it can show. */
const EMBEDDED = /<(?:audio|embed|iframe|object|source|track|video)\b[^>]*$/i;
const SHOWN = /!\[.*\]\(<?$|<img\b[^>]*$/i;

/** True of a file that its author did not name as a picture: raw HTML may show a PDF in a frame, and play a video. */
function isEmbedded(where: Where, form: string): boolean {
  if (typeof where === 'string') return true;
  const before = where.text.slice(0, where.column - 1);
  // Of these the frame may begin lines before, or the text have a link to the same file above it.
  const isOften = form === 'a PDF' || form === 'a video';
  return isOften ? !SHOWN.test(before) : EMBEDDED.test(before);
}

/** True for an article that refers to something within the site, and that readers see, or will see one day. */
function isCounted(article: Article, { flags }: RegisterColumns, edition: Edition): boolean {
  const own = flags[article.row] as number;
  if ((own & FLAGS.refers) === 0) return false;
  return (own & (FLAGS.draft | FLAGS.withdrawn)) === 0 || edition.sees(article);
}

/** 1 for each row that has one of the articles. */
function rowsOf(articles: readonly Article[], { flags }: RegisterColumns): Uint8Array {
  const rows = new Uint8Array(flags.length);
  for (let at = 0; at < articles.length; at++) rows[(articles[at] as Article).row] = 1;
  return rows;
}

/** All that one refers to within the site, the picture that stands for it last. */
function referencesOf({ references, image }: Referrer): readonly Reference[] {
  if (image === null || isElsewhere(image.src)) return references;
  return [...references, { kind: 'image', target: image.src }];
}

function isMissingFile(
  kind: 'link' | 'image',
  target: ReturnType<typeof readReference>,
  shelf: EditSettings['shelf'],
): boolean {
  if (target.kind === 'missing') return true;
  // Of links by address only the pages know whether they lead somewhere; a picture is always a file.
  return (
    target.kind === 'address' && kind === 'image' && publicFile(target.address, shelf) === null
  );
}
