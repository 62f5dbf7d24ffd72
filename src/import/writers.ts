/** Who wrote a post: several where the plugin Co-Authors Plus keeps them, some of them without an account. */
import { plain } from './post.ts';
import type { WxrRecord } from './wxr.ts';

export interface Writer {
  /** What they log in as, or their part of addresses. */
  readonly login: string;
  /** What the post calls them. */
  readonly name: string;
}

export function writersOf(item: WxrRecord): readonly Writer[] {
  const several = item.terms
    .filter(({ domain }) => domain === 'author')
    .map(({ nicename, name }) => ({ login: nicename.replace(/^cap-/, ''), name }));
  const creator = item.text('dc:creator').trim();
  if (several.length > 0 || creator === '') return several;
  return [{ login: creator, name: creator }];
}

/** Their name as readers know it; `names` has those of the exports by what they log in as. */
export function writerName({ login, name }: Writer, names: ReadonlyMap<string, string>): string {
  return withoutMail(names.get(login) ?? names.get(name) ?? plain(name));
}

/** Who logs in with an address of mail is named by what stands before its host. */
const withoutMail = (name: string): string => name.replace(/^([^\s@]+)@[^\s@]+\.[^\s@]+$/, '$1');
