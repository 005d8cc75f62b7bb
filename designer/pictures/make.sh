#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of the READMEs anew: designer/pictures/make.sh BUILD [EXAMPLE], with a build directory that has the
# window, and the example's design as examples/run.sh writes it; without it, the example is planned first. On a quiet
# machine: how long the check took stands in each picture. Needs xvfb-run; pngquant makes them smaller when it is there.
set -eu
build=$(cd "$1" && pwd)
pictures=$(cd "$(dirname "$0")" && pwd)
if [ $# -gt 1 ]; then
  design=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
else
  made=$(mktemp -d)
  trap 'rm -rf "$made"' EXIT
  design=$made/administrative-building.riser
  example=$pictures/../../examples/administrative-building
  riser=$build/designer/cli/riser
  export RISER_SEED=1 SOURCE_DATE_EPOCH=1751241600
  "$riser" new "$design" --brief "$example/brief.xml"
  tail -n +2 "$example/floors.csv" | cut -d, -f4,5,7,8 | awk '!seen[$0]++' |
    while IFS=, read -r plan sheet floors body; do
      "$riser" import "$example/$plan" --into "$design" --sheet "$sheet" --floors "$floors" --body "$body" >/dev/null
    done
  "$riser" plan "$design" >/dev/null
fi
cd "$pictures"
shot() { # VIEW NAME
  for language in zh en; do
    for theme in light dark; do
      xvfb-run -a "$build/designer/app/riser-designer" "$design" --shot "$1" --lang $language --theme $theme \
        --size 1440x900 -o "$2-$language-$theme.png"
    done
  done
}
shot plan:3F plan
shot system system
shot topology topology
shot racks:3F racks
shot plan:3F:wifi wireless
shot tables tables
shot matrix:reach:15,0 reach
shot matrix:zones zones
if command -v pngquant >/dev/null; then pngquant --force --ext .png --quality 80-100 --skip-if-larger -- *.png || true; fi
