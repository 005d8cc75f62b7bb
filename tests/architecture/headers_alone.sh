#!/usr/bin/env bash
# Every header of the four floors compiles alone. One that a source includes before anything else has been compiled so with
# that source; the others are compiled here (syntax only), and those that need another first are named.
set -euo pipefail
cd "${1:?the source directory}"
compiler=${2:-g++}
flags=${3:-}
bad=$(mktemp)
proven=$(mktemp)
trap 'rm -f "$bad" "$proven"' EXIT
find model solvers exporters designer -name '*.cpp' -exec \
  awk 'FNR==1 {done=0} !done && /^#include/ {done=1; if (match($0, /"[^"]+"/)) print substr($0, RSTART+1, RLENGTH-2)}' {} + |
  sort -u >"$proven"
find model solvers exporters designer -name '*.h' | sort | comm -23 - "$proven" |
  xargs -P "$(nproc)" -I{} sh -c '"$0" -std=c++20 -O0 -fsyntax-only -fPIC -w $3 -I. -x c++ "$1" 2>>"$2" || echo "not alone: $1" >>"$2"' \
    "$compiler" {} "$bad" "$flags"
if grep '^not alone' "$bad"; then
  head -n 40 "$bad"
  exit 1
fi
