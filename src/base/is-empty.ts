/** True if a record has no field; without a list of them, since it is asked of every article and every label. */
export function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
