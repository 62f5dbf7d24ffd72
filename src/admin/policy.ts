/**
 * What the page of the editor may load: its own files, and what its back end answers. The page says so itself, so that
 * it holds on every host; hosts that are told headers are told the same.
 */
import type { AdminBackend, AdminSettings, BackendName } from '../settings/backends.ts';

/** Where the programs of back ends answer, unless the paper says otherwise. */
const ROOTS: Readonly<Record<BackendName, string>> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com',
  gitea: 'https://gitea.com',
};

/** The Content-Security-Policy of /admin/. */
export function adminPolicy({ backend }: AdminSettings): string {
  const origins = backend === null ? [] : originsOf(backend);
  const portraits =
    backend?.name === 'github' ? ['https://avatars.githubusercontent.com'] : origins;
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    // Sveltia CMS brings its styles within its script.
    "style-src 'self' 'unsafe-inline'",
    ['img-src', "'self'", 'blob:', 'data:', ...portraits].join(' '),
    "media-src 'self' blob:",
    "font-src 'self'",
    ['connect-src', "'self'", 'blob:', 'data:', ...origins].join(' '),
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function originsOf(backend: AdminBackend): readonly string[] {
  const roots = [
    backend.api_root ?? ROOTS[backend.name],
    backend.graphql_api_root,
    backend.base_url,
  ];
  const urls = roots.filter((one) => typeof one === 'string' && URL.canParse(one)) as string[];
  return [...new Set(urls.map((one) => new URL(one).origin))];
}
