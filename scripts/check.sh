#!/bin/sh
# Everything that has to hold before a change lands: format, lint, types, unused code, and all tests, with a real Redis
# and a real browser. On Debian as root it installs the two; elsewhere it says what to install and which tests are left out.
set -eu
cd "$(dirname "$0")/.."

missing=""
command -v redis-server >/dev/null || missing="$missing redis-server"
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing="$missing chromium"

if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "check: installing$missing"
  apt-get update -qq
  # shellcheck disable=SC2086 # a list of package names
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
  missing=""
fi

if [ -n "$missing" ]; then
  echo "check: not installed:$missing. The tests that need them are left out; install them to run everything (Debian: apt-get install$missing)." >&2
  if [ "${CI:-}" = true ]; then exit 1; fi
fi

step() {
  echo "check: $*"
  "$@"
}

step npx --no-install oxfmt --check
step npx --no-install oxlint --type-aware src tests bench training scripts
step npx --no-install tsc
step npx --no-install tsc -p src/playground/page
step npx --no-install knip
step npx --no-install tsx src/cli.ts templates check
step npx --no-install tsx src/cli.ts templates test
step npx --no-install vitest run
