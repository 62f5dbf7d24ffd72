/**
 * For hosts without a clock of their own: a workflow of GitHub that calls the host's build hook, but only when something
 * is due, since each build counts on the host's plan. What is due is what `gazeta next` tells of the time since the
 * last run. That news leaves the news sitemap is no reason: crawlers pass over what is too old.
 */

/** The workflow; in lines of comments `how` tells where the host has its hooks, and `plan` what its builds cost. */
export function buildHook(how: string, plan: string): Readonly<Record<string, string>> {
  return {
    '.github/workflows/rebuild.yml': `# Asks the host to build the paper again when something is due, so that embargoes lift and flash news
# ends by themselves. Pushes are built by the host without this file.
#
${how}
#
# Without GitHub let any timer send the same request:
#     curl --request POST ADDRESS
name: Rebuild

on:
  # By hand, under Actions: then it asks whatever is due.
  workflow_dispatch:
  schedule:
    # Minute and hour in UTC; not the full hour, when runs start late. In a private repository each
    # run counts as a minute or more. In a public one GitHub ends the schedule after 60 days
    # without a change; it says so, and it can be begun again under Actions.
    - cron: '12,42 * * * *'

permissions:
  contents: read
  actions: read

concurrency:
  group: rebuild

jobs:
  rebuild:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        with:
          node-version: 24
      - run: npm install --no-audit --no-fund
      # The host builds only if an article has appeared or expired, or flash news has ended, since the
      # last run that went well.
${plan}
      - env:
          BUILD_HOOK: \${{ secrets.BUILD_HOOK }}
          GH_TOKEN: \${{ github.token }}
          BY_HAND: \${{ github.event_name == 'workflow_dispatch' }}
        run: |
          if [ -z "$BUILD_HOOK" ]; then
            echo '::warning::There is no secret BUILD_HOOK yet: see the comments of rebuild.yml.'
            exit 0
          fi
          since=$(gh run list --workflow rebuild.yml --status success --limit 1 --json createdAt --jq '.[].createdAt')
          since=\${since:-$(date --utc --date '1 hour ago' +%FT%TZ)}
          # 3 means that articles are held back (onError: hold-back); the others go on.
          npx gazeta next --json --now "$since" > next.json || [ $? -eq 3 ] || { cat next.json; exit 1; }
          node -e '
            const fs = require("fs");
            const { changes } = JSON.parse(fs.readFileSync("next.json", "utf8"));
            const kinds = changes
              .filter(({ at }) => Date.parse(at) <= Date.parse(process.argv[1]))
              .flatMap(({ events, hidden }) => [...events.map(({ kind }) => kind), ...Object.keys(hidden)]);
            fs.writeFileSync("due.txt", kinds.some((kind) => kind !== "news-end") ? "due\\n" : "nothing is due\\n");
          ' "$(date --utc +%FT%TZ)"
          cat due.txt
          if [ "$BY_HAND" = true ] || grep --quiet '^due$' due.txt; then
            curl --fail --silent --show-error --request POST --data '{}' "$BUILD_HOOK"
          fi
`,
  };
}
