/** Lengths of time as settings have them. */

const DURATION = /^(\d+)\s*(minute|hour|day|week)s?$/i;
const ISO_DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Reads a length of time, `24 hours` or ISO 8601 `PT24H`, in milliseconds; null if it is none. */
export function readDuration(text: string): number | null {
  const words = DURATION.exec(text.trim());
  if (words !== null) {
    const unit = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };
    return Number(words[1]) * unit[(words[2] ?? '').toLowerCase() as keyof typeof unit];
  }
  const iso = ISO_DURATION.exec(text.trim());
  if (iso === null || /[PT]$/.test(text.trim())) return null;
  const [weeks, days, hours, minutes] = iso.slice(1).map((part) => Number(part ?? 0));
  return (((weeks ?? 0) * 7 + (days ?? 0)) * 24 * 60 + (hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}
