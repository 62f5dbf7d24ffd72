/** Corrections: what was wrong in an article, and what is right, each with its day. */
import type { Instant } from '../base/instant.ts';
import { isRecord } from '../content/field.ts';
import type { FieldReader, Found } from './reader.ts';
import { partOf } from './reader.ts';

/** One correction. schema.org calls it a CorrectionComment. */
export interface Correction {
  readonly date: Instant;
  /** One line. */
  readonly text: string;
}

/** An article's corrections, oldest first. One that is faulty is reported and left out. */
export function readCorrections(
  read: FieldReader<'corrections'>,
  published: Instant | null,
): readonly Correction[] {
  const field = read.find('corrections');
  if (field === null) return [];
  const items = Array.isArray(field.value) ? field.value : [field.value];
  return items
    .flatMap((item, at) => readCorrection(read, field, item, at, published) ?? [])
    .sort((a, b) => a.date - b.date);
}

function readCorrection(
  read: FieldReader<'corrections'>,
  field: Found,
  item: unknown,
  at: number,
  published: Instant | null,
): Correction | null {
  const which = `correction ${at + 1}`;
  const how = 'Write each as {date: 2026-11-24, text: "The troops were 600, not 6,000."}.';
  if (!isRecord(item))
    return read.fault('article/value', field, `${which} has no date and text`, how);
  const text = partOf(item, 'text');
  if (text === null) return read.fault('article/value', field, `${which} has no text`, how);
  const written = partOf(item, 'date');
  if (written === null) return read.fault('article/value', field, `${which} has no date`, how);
  const date = read.instantIn(field, written);
  if (date === null) return null;
  // A day alone may be that of the publication.
  if (published !== null && date < published && !isDayOf(written, date, published))
    return read.fault(
      'article/order',
      field,
      `${which}, "${written}", is before the publication`,
      'A correction comes after what it corrects. Correct one of the two instants.',
    );
  return { date, text };
}

const DAY = 86_400_000;

function isDayOf(written: string, date: Instant, published: Instant): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && published - date < DAY;
}
