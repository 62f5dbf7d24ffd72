/** How many kills came before a build had begun to write, while it did, and after it was done. */
export interface Landed {
  readonly before: number;
  readonly during: number;
  readonly after: number;
}

export function killBuilds(
  times: number,
  options?: { seed?: number; tell?: (round: number, landed: Landed) => void },
): Promise<Landed>;
