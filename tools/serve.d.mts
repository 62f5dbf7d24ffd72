/** A static server on loopback, for tests. */
export interface Served {
  readonly origin: string;
  close(): void;
}

export function serve(folder: string, options?: { compress?: boolean }): Promise<Served>;
