/** Names of headings as places on their page, `#the-vote`. */
import { slugify } from '../base/slug.ts';

/** Those of one text, of which each is another; as markdown-it-anchor numbers them, but not by counting from one anew. */
export class HeadingPlaces {
  /** Names that are taken, each with the last number that was put behind it. */
  private readonly taken = new Map<string, number>();

  /** The place of the next heading. */
  of(title: string): string {
    const name = slugify(title) || 'section';
    let place = name;
    let number = this.taken.get(name) ?? 0;
    while (this.taken.has(place)) {
      number++;
      place = `${name}-${number}`;
    }
    this.taken.set(place, 0);
    if (number > 0) this.taken.set(name, number);
    return place;
  }
}
