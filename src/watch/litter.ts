/** Files that editors and systems leave while somebody writes. No build reads them. */
const LITTER = /(^|\/)(\.#[^/]*|#[^/]*#|[^/]*~|[^/]*\.sw[px]|\.DS_Store|Thumbs\.db)$/;

/** True if a change of the file means nothing. */
export function isLitter(path: string): boolean {
  return LITTER.test(path);
}
