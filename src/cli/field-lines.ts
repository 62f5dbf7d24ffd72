/** Lines of front matter for a new file, under the keys by which the paper reads them. */
import type { FieldName, FieldNames } from '../news/fields.ts';

export class FieldLines {
  constructor(private readonly names: FieldNames) {}

  /** A line of front matter; null if the paper reads the field under no key of its own. */
  line(field: FieldName, value: string): string | null {
    const key = this.key(field);
    return key === null ? null : `${key.key}: ${value}`.trimEnd();
  }

  /** The line that says yes to a flag, `draft: true` or `published: false`. */
  flag(field: FieldName): string | null {
    const key = this.key(field);
    return key === null ? null : `${key.key}: ${key.negated ? 'false' : 'true'}`;
  }

  private key(field: FieldName): { key: string; negated: boolean } | null {
    for (const candidate of this.names[field])
      if ('key' in candidate && !candidate.key.includes('.')) return candidate;
    return null;
  }
}
