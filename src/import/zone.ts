/** The time zone of a paper, which an export does not name: the one whose clock shows what the export says. */
import { type Instant, isoLocal, isTimeZone } from '../base/instant.ts';

/** An instant, and what the paper's clock showed then: `2024-06-05T16:04:48`. */
export interface Reading {
  readonly instant: Instant;
  readonly local: string;
}

/** How much of all readings a zone must explain to be that of the paper: times before it was set are of another. */
const ENOUGH = 0.9;

/** So many readings, from the whole time of an archive, tell zones apart. */
const SAMPLES = 24;

/** True if the zone's clock showed that. */
export function shows(zone: string, { instant, local }: Reading): boolean {
  return isoLocal(instant, zone).startsWith(local);
}

/**
 * The zone that explains most readings. Of several that do as well the first of: the one of the computer, those of the
 * countries where the language is spoken, UTC, any other. Null where nothing can be told.
 */
export function zoneOf(
  readings: readonly Reading[],
  language: string,
  computer: string | undefined,
): string | null {
  if (readings.length === 0) return null;
  // What is asked for the first time of a zone is slow, and there are hundreds of zones.
  const every = Math.ceil(readings.length / SAMPLES);
  const some = readings.filter((_, at) => at % every === 0);
  const shareOf = (zone: string) =>
    some.filter((reading) => shows(zone, reading)).length / some.length;
  const near = [computer ?? '', ...spokenIn(language), 'UTC'].filter(isTimeZone);
  const good = near.find((zone) => shareOf(zone) >= ENOUGH);
  if (good !== undefined) return good;
  const all = [...near, ...Intl.supportedValuesOf('timeZone')];
  const best = all.reduce(
    (so, zone) => {
      const share = shareOf(zone);
      return share > so.share ? { zone, share } : so;
    },
    { zone: 'UTC', share: 0 },
  );
  return best.share === 0 ? null : best.zone;
}

/** Zones of the country where most people speak a language (CLDR's likely subtags). */
function spokenIn(language: string): readonly string[] {
  // Newer than the types of the oldest Node: a property before it was a method (ECMA-402, Intl Locale Info).
  const locale = new Intl.Locale(language).maximize() as Intl.Locale & {
    readonly timeZones?: readonly string[];
    readonly getTimeZones?: () => readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
