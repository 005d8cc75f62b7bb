// SPDX-License-Identifier: GPL-3.0-or-later
// What ten thousand steps of undo hold, by malloc's account. The raw lower bound is a copy of one changed row a step.
#include "model/edits/cabling_edits.h"
#include "model/edits/field_edits.h"
#include "model/edits/history.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/memory.h"
#include "tests/bench/sample.h"

namespace riser::bench {

namespace {

constexpr int steps = 10'000;

bool change(Edit& work, OutletId outlet, CableId cable, int i) {
    if (i % 2 == 0)
        return static_cast<bool>(set_field(work, cable, "slack-a", std::to_string(1'000 + i)));
    const Point place = work.design().find(outlet)->place;
    return static_cast<bool>(move_outlet(work, outlet, place + Point{i % 4 == 1 ? 50 : -50, 0}));
}

} // namespace

void undo(Bench& bench) {
    const std::vector<OutletId> outlets = sample(bench.design().outlets, steps);
    const std::vector<CableId> cables = sample(bench.design().cables, steps);
    IdSource ids(1);
    bool fine = true;

    const double start = allocated();
    History history(bench.design());
    for (int i = 0; i < steps; ++i) {
        Edit work = history.begin({"改", "Change"}, ids);
        fine = change(work, of(outlets, i), of(cables, i), i) && fine;
        fine = history.commit(std::move(work)) && fine;
    }
    const double taken = allocated() - start;
    bench.require(fine && history.steps() == steps, "ten thousand edits make ten thousand steps");
    history.go_to(0);
    bench.require(history.current() == bench.design(), "all of them undone, the design is what it was");

    const double before = allocated();
    std::vector<Cable> rows;
    rows.reserve(steps);
    for (int i = 0; i < steps; ++i)
        rows.push_back(*bench.design().find(of(cables, i)));
    bench.line({.what = "undo: memory of 10,000 steps",
                .measured = bytes(taken),
                .against = "10,000 copies of a row",
                .peer = bytes(allocated() - before),
                .at_most = 0.5e9});
}

} // namespace riser::bench
