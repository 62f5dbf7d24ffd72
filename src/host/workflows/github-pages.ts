/**
 * GitHub Pages, published by GitHub Actions: "Using custom workflows with GitHub Pages",
 * docs.github.com/pages/getting-started-with-github-pages/using-custom-workflows-with-github-pages. On schedules:
 * "Events that trigger workflows" (not oftener than every five minutes, late at the full hour, off after 60 days
 * without activity in a public repository). `upload-pages-artifact` leaves out names that begin with a dot unless it is
 * told otherwise (its README; RFC 8615 has such names). Read in November 2026.
 */

export const GITHUB_PAGES: Readonly<Record<string, string>> = {
  '.github/workflows/publish.yml': `# Builds the paper and publishes it on GitHub Pages: after each push, and twice an hour, so that
# embargoes lift and flash news ends by themselves.
#
# Once: open the settings of the repository, Pages, and choose "GitHub Actions" as the source. Then
# write the address that it shows into site.yaml: url: https://NAME.github.io/REPOSITORY/
#
# In a public repository everybody can read drafts and articles under embargo, since their files
# are there. Pages of a private repository need a paid plan of GitHub.
name: Publish

on:
  push:
    branches: [main, master]
  # By hand, under Actions, "Run workflow".
  workflow_dispatch:
    inputs:
      allow-removals:
        description: Remove many articles at once, where a build stopped before it (output/removals)
        type: boolean
  schedule:
    # Minute and hour in UTC; not the full hour, when runs start late. In a private repository each
    # run counts as a minute or more. In a public one GitHub ends the schedule after 60 days
    # without a change; it says so, and it can be begun again under Actions.
    - cron: '12,42 * * * *'

permissions:
  contents: read
  pages: write
  id-token: write

# One after another: a later run publishes what an earlier one did not have.
concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        with:
          node-version: 24
      # What the last build knew and made, so that this one makes only what has changed. The two
      # folders belong together.
      - uses: actions/cache@v6
        with:
          path: |
            .gazeta
            dist
          key: gazeta-\${{ github.sha }}
          restore-keys: gazeta-
      - run: npm install --no-audit --no-fund
      # 3 means that it was published with articles held back (onError: hold-back).
      - run: npx gazeta build \${{ inputs.allow-removals && '--allow-removals' || '' }} || { [ $? -eq 3 ] && echo '::warning::Articles were held back; the log names them.'; }
      - uses: actions/configure-pages@v6
      - uses: actions/upload-pages-artifact@v5
        with:
          path: dist
          # Without it /.well-known/ would be left out.
          include-hidden-files: true
      - id: deployment
        uses: actions/deploy-pages@v5
`,
};
