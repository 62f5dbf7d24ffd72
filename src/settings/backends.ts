/** What `admin:` of site.yaml comes to: the back ends of the editor, and what holds without them. */

/** What the paper decides about its editor. */
export interface AdminSettings {
  /** The back end as the editor takes it; null if only files on the same computer are edited. */
  readonly backend: AdminBackend | null;
  /** The folder of the paper within its repository; empty for the repository itself. */
  readonly folder: string;
  /** The folder below `public/` for pictures that are sent up. */
  readonly media: string;
}

/** A repository; beside these two, whatever the editor's back end knows. */
export interface AdminBackend {
  readonly name: BackendName;
  readonly repo: string;
  readonly [option: string]: unknown;
}

/** Where repositories may be. */
export const BACKENDS = ['github', 'gitlab', 'gitea'] as const;
export type BackendName = (typeof BACKENDS)[number];

/** The editor without more being said. */
export const DEFAULT_ADMIN: AdminSettings = { backend: null, folder: '', media: 'images' };
