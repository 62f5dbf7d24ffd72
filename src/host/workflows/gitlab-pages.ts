/**
 * GitLab Pages: a job named `pages` whose artifact is the folder `public`, which GitLab of any version takes (the newer
 * `pages.publish` names another folder): docs.gitlab.com/user/project/pages/. Schedules are no part of the file:
 * docs.gitlab.com/ci/pipelines/schedules/. Read in November 2026.
 */

export const GITLAB_PAGES: Readonly<Record<string, string>> = {
  '.gitlab-ci.yml': `# Builds the paper and publishes it on GitLab Pages after each push to the default branch.
#
# Once, so that embargoes lift and flash news ends by themselves: Build > Pipeline schedules > New
# schedule, with the interval pattern */30 * * * * (each run counts as compute minutes). Then write
# the address that Deploy > Pages shows into site.yaml: url: https://NAME.gitlab.io/PROJECT/
#
# Where a build stopped because it would remove many articles (output/removals), and that is meant:
# Build > Pipelines > Clear runner caches, and run it again.
#
# In a public project everybody can read drafts and articles under embargo, since their files are there.
pages:
  image: node:24
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  # One after another.
  resource_group: pages
  # What the last build knew and made, so that this one makes only what has changed.
  cache:
    key: gazeta
    paths:
      - .gazeta/
      - dist/
      - node_modules/
  script:
    - npm install --no-audit --no-fund
    # 3 means that it was published with articles held back (onError: hold-back).
    - npx gazeta build || [ $? -eq 3 ]
    # GitLab publishes the folder public/. What the paper's own public/ holds is in dist/ by now.
    - rm -rf public
    - cp -r dist public
  artifacts:
    paths:
      - public
`,
};
