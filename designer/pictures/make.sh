#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of the READMEs anew: designer/pictures/make.sh BUILD EXAMPLE, with a build directory that has the
# window and the example's design as examples/run.sh writes it. Needs xvfb-run; pngquant makes them smaller when it is there.
set -eu
build=$(cd "$1" && pwd)
example=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
cd "$(dirname "$0")"
shot() { # DESIGN VIEW NAME
  for language in zh en; do
    for theme in light dark; do
      xvfb-run -a "$build/designer/app/riser-designer" "$1" --shot "$2" --lang $language --theme $theme \
        --size 1440x900 -o "$3-$language-$theme.png"
    done
  done
}
shot "$example" plan:3F plan
shot "$example" system system
shot "$example" topology topology
shot "$example" racks:3F racks
shot "$example" plan:3F:wifi wireless
shot "$example" tables tables
shot "$example" matrix:reach:15,0 reach
shot "$example" matrix:zones zones
if command -v pngquant >/dev/null; then pngquant --force --ext .png --quality 80-100 --skip-if-larger -- *.png || true; fi
