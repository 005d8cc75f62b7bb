#!/usr/bin/env bash
# Sets everything up, builds, runs every test; closes on ctest's own summary. RISER_PRESET chooses the preset.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${RISER_PRESET:-release}
.ci/setup
.ci/build "$preset"
exec ctest --test-dir "build/$preset" --output-on-failure -j "$(nproc)"
