#!/usr/bin/env bash
# Compiles each header of the four floors alone (syntax only) and names those that need another first.
set -euo pipefail
cd "${1:?the source directory}"
compiler=${2:-g++}
bad=$(mktemp)
trap 'rm -f "$bad"' EXIT
find model solvers exporters designer -name '*.h' | sort |
  xargs -P "$(nproc)" -I{} sh -c '"$0" -std=c++20 -O0 -fsyntax-only -w -I. -x c++ "$1" 2>>"$2" || echo "not alone: $1" >>"$2"' \
    "$compiler" {} "$bad"
if grep '^not alone' "$bad"; then
  head -n 40 "$bad"
  exit 1
fi
