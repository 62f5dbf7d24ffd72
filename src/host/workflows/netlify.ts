/**
 * Netlify: docs.netlify.com/build/configure-builds/file-based-configuration/ and build-hooks/. Its cache takes folders
 * through plugins only: npmjs.com/package/netlify-plugin-cache. The price of a
 * deploy: "How credits work", docs.netlify.com. Read in November 2026.
 */
import { buildHook } from './build-hook.ts';

export const NETLIFY: Readonly<Record<string, string>> = {
  'netlify.toml': `# How Netlify builds and publishes the paper. Once: "Add new project" on app.netlify.com, and choose
# its repository. Then write its address into site.yaml: url: https://NAME.netlify.app/
[build]
  # 3 means that it was published with articles held back (onError: hold-back).
  command = "npx gazeta build || [ $? -eq 3 ]"
  publish = "dist"

[build.environment]
  NODE_VERSION = "24"

# A large paper builds faster if Netlify keeps what the last build knew and made. Run
# "npm install netlify-plugin-cache" and take out the marks:
# [[plugins]]
#   package = "netlify-plugin-cache"
#   [plugins.inputs]
#     paths = [".gazeta", "dist"]
`,
  ...buildHook(
    `# Once: on Netlify, Project configuration > Developer settings > Continuous deployment > Build hooks,
# add a hook. On GitHub, Settings > Secrets and variables > Actions, add its address as the secret
# BUILD_HOOK. It is as good as a password: never write it into a file.`,
    '      # Netlify takes 15 credits for a deploy, of which its free plan has 300 a month; without credits\n      # it shows no pages.',
  ),
};
