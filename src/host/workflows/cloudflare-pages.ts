/**
 * Cloudflare Pages: developers.cloudflare.com/pages/configuration/deploy-hooks/ and build-caching/ (the cache is for
 * frameworks that it knows). The command of the build is said on the dashboard, not in a file. Read in November 2026.
 */
import { buildHook } from './build-hook.ts';

export const CLOUDFLARE_PAGES: Readonly<Record<string, string>> = buildHook(
  `# Once, so that it is published at all: on dash.cloudflare.com, Workers & Pages, create a Pages project
# from the repository, with the build command "npx gazeta build" and the output directory "dist". With
# onError: hold-back the command is "npx gazeta build || [ $? -eq 3 ]". Then write the paper's address
# into site.yaml: url: https://NAME.pages.dev/
#
# Once, for this file: Settings > Builds > Add deploy hook. On GitHub, Settings > Secrets and
# variables > Actions, add its address as the secret BUILD_HOOK. It is as good as a password: never
# write it into a file.
#
# Cloudflare keeps nothing from build to build, so each makes all pages.`,
  '      # Cloudflare Pages has 500 builds a month on its free plan, those of pushes among them.',
);
