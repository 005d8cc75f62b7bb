// SPDX-License-Identifier: GPL-3.0-or-later
// One edit with its snapshot: begin on the current design, a verb, commit to the history. The raw lower bound is
// copying one row, as any edit must.
#include "model/edits/cabling_edits.h"
#include "model/edits/field_edits.h"
#include "model/edits/history.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/sample.h"
#include "tests/bench/stopwatch.h"

namespace riser::bench {

namespace {

constexpr int edits = 500;
constexpr double budget = 0.2e-3;

template<class Verb> Measure committed(Bench& bench, Verb verb) {
    IdSource ids(1);
    History history(bench.design());
    bool fine = true;
    const Measure out = timed_each(bench.repeat(), edits, [&](int i) {
        Edit work = history.begin({"改", "Change"}, ids);
        fine = verb(work, i) && fine;
        fine = history.commit(std::move(work)) && fine;
    });
    bench.require(fine && history.steps() == static_cast<std::size_t>(bench.repeat()) * edits,
                  "each edit is taken and makes a step");
    return out;
}

} // namespace

void edit(Bench& bench) {
    const std::vector<OutletId> outlets = sample(bench.design().outlets, edits);
    const std::vector<CableId> cables = sample(bench.design().cables, edits);

    std::vector<Cable> copies;
    copies.reserve(edits);
    const Measure copy_cable = timed_each(bench.repeat(), edits, [&](int i) {
        if (i == 0)
            copies.clear();
        copies.push_back(*bench.design().find(of(cables, i)));
    });
    int turn = 0;
    bench.line({.what = "edit: a field of one cable, committed",
                .measured = committed(bench,
                                      [&](Edit& work, int i) {
                                          const std::string slack = std::to_string(1'000 + ++turn % 1'000);
                                          return static_cast<bool>(set_field(work, of(cables, i), "slack-a", slack));
                                      }),
                .against = "copying that row",
                .peer = copy_cable,
                .at_most = budget});

    std::vector<Outlet> moved;
    moved.reserve(edits);
    const Measure copy_outlet = timed_each(bench.repeat(), edits, [&](int i) {
        if (i == 0)
            moved.clear();
        moved.push_back(*bench.design().find(of(outlets, i)));
    });
    turn = 0;
    bench.line(
        {.what = "edit: one outlet moved, its drops too, committed",
         .measured = committed(bench,
                               [&](Edit& work, int i) {
                                   const Point place = work.design().find(of(outlets, i))->place;
                                   const std::int32_t step = turn++ / edits % 2 == 0 ? 50 : -50;
                                   return static_cast<bool>(move_outlet(work, of(outlets, i), place + Point{step, 0}));
                               }),
         .against = "copying its row",
         .peer = copy_outlet,
         .at_most = budget});
}

} // namespace riser::bench
