/** A server of one's own: a script that builds and sends, and cron that runs it. */

/** The files; `after` are the lines at the end of the script. */
export function rsync(after = ''): Readonly<Record<string, string>> {
  return {
    'publish.sh': `#!/bin/sh
# Builds the paper and sends it to your server:
#
#     sh publish.sh
#
# Let cron run it too, so that embargoes lift and flash news ends by themselves. "crontab -e", and a
# line that begins with the paper's folder (and with the path of node, if cron does not find it).
# Linux has flock; with it none begins while one before it still sends:
#
#     */5 * * * * cd /path/to/the/paper && flock -n publish.sh sh publish.sh --quiet
#
# On a computer that always runs, gazeta watch does without cron: it builds when a file changes, and
# when time changes the paper (node_modules/gazeta/docs/hosting.md).
#
# A build without changes takes little. What builds know of the paper is in .gazeta/, beside dist/: it
# stays here, and is never sent.
set -eu

# Where the pages go: user, server and folder, or only a folder if the server is this computer.
TARGET='user@example.org:/srv/gazeta/dist/'

case $TARGET in
  *example.org*)
    echo 'publish.sh: write into its line TARGET where the pages go.' >&2
    exit 2
    ;;
esac

cd "$(dirname "$0")"

# 3 means that it was published with articles held back (onError: hold-back).
npx gazeta build "$@" || [ $? -eq 3 ]

# New pages before old ones go, and each file at once.
rsync --archive --compress --delay-updates --delete-after dist/ "$TARGET"
${after === '' ? '' : `\n${after}\n`}`,
  };
}

export const RSYNC = rsync();
