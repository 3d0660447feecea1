#!/usr/bin/env bash
# What Maven does here: bundle, check, or browser. Where Node.js 20 is not there it says so in one line, and the rest of
# the build goes on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=$(node --version 2>/dev/null || echo v0)
version=${version#v}
if [ "${version%%.*}" -lt 20 ]; then
  echo "console: Node.js 20 or newer was not found, so the console is not bundled and the package not checked."
  exit 0
fi

# What is installed, as the lock file named it then.
installed=node_modules/.installed-lock.json
if ! cmp -s package-lock.json "$installed"; then
  npm ci --ignore-scripts --silent --prefer-offline
  cp package-lock.json "$installed"
fi

# Whether something that goes into the bundle is newer than it.
is_stale() {
  local bundle=target/classes/console/index.html
  [ -e "$bundle" ] || return 0
  [ -n "$(find force-app/main/default/lwc console labels.json tools package-lock.json \
    ../../query-side/src/main/resources/graphql/trusted-documents -newer "$bundle" -print | head -n 1)" ]
}

case "$1" in
  bundle)
    if is_stale; then
      npm run --silent bundle
    fi
    ;;
  check)
    npm run --silent check
    ;;
  browser)
    if [ -z "${CHROMIUM:-$(command -v chromium || true)}" ]; then
      echo "console: chromium was not found, so the console is not driven in a browser."
      exit 0
    fi
    THROUGHLINE_JOURNEYS=${THROUGHLINE_JOURNEYS:-few} npm run --silent test:browser
    ;;
esac
