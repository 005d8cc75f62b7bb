#!/usr/bin/env bash
# Sets everything up, builds, and runs the main job on the example: from its drawings and brief to a checked design and
# its documents. Run again, it redoes only what has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/setup
.ci/build release riser

riser=$PWD/build/release/designer/cli/riser
example=examples/administrative-building
out=build/example
export RISER_SEED=${RISER_SEED:-1} SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1751241600}

# Everything the documents depend on, as one number.
stamp=$(cat "$riser" "$example"/brief.xml "$example"/floors.csv "$example"/plans/*.dxf "$0" | sha256sum | cut -d' ' -f1)
if [ -f "$out/summary.txt" ] && [ "$(cat "$out/stamp" 2>/dev/null)" = "$stamp" ]; then
  cat "$out/summary.txt"
  exit 0
fi
rm -rf "$out"
mkdir -p "$out"
design=$out/administrative-building.riser

"$riser" new "$design" --brief "$example/brief.xml"
# floors.csv: floor, elevation, storey height, drawing, sheet, sheet number, floors that the sheet is for, body whose
# offices it holds, …
tail -n +2 "$example/floors.csv" | cut -d, -f4,5,7,8 | awk '!seen[$0]++' |
  while IFS=, read -r plan sheet floors body; do
    "$riser" import "$example/$plan" --into "$design" --sheet "$sheet" --floors "$floors" --body "$body" \
      >>"$out/import.txt"
  done
"$riser" plan "$design" >"$out/plan.txt"
"$riser" check "$design" --fail-on never >"$out/findings.txt"
"$riser" export "$design" --to "$out/documents" >"$out/documents.txt"
{
  "$riser" info "$design"
  echo
  grep -v '^  ' "$out/plan.txt"
  echo
  head -n 4 "$out/findings.txt"
  echo
  echo "design     $design"
  echo "import     $out/import.txt"
  echo "planning   $out/plan.txt"
  echo "findings   $out/findings.txt"
  echo "documents  $out/documents/index.html"
  sed 's/^/           /' "$out/documents.txt"
} | tee "$out/summary.txt"
echo "$stamp" >"$out/stamp"
