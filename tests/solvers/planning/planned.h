// SPDX-License-Identifier: GPL-3.0-or-later
// Planning in tests: performing steps on a design, and asking what came of it.
#pragma once

#include "solvers/planning/by_deck.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace riser::test {

inline const PlanningOptions& by_deck() {
    static const PlanningOptions options = planning_options(*built_in_deck("cn-government"));
    return options;
}

inline std::vector<StepReport> perform(Design& design, std::vector<std::string> steps = {},
                                       const PlanningOptions& options = by_deck()) {
    IdSource ids(7);
    Edit edit(design, {"规划", "plan"}, ids);
    Result<std::vector<StepReport>> reports = perform_steps(edit, steps, options);
    EXPECT_TRUE(reports) << (reports ? "" : to_string(reports.error(), Language::en));
    if (!reports)
        return {};
    design = std::move(edit).commit();
    return std::move(*reports);
}

inline bool says(const std::vector<Reason>& reasons, std::string_view part, std::optional<AnyId> subject = {}) {
    for (const Reason& reason : reasons)
        if (reason.sentence.en.find(part) != std::string::npos && !reason.sentence.zh.empty() &&
            (!subject || std::find(reason.subjects.begin(), reason.subjects.end(), *subject) != reason.subjects.end()))
            return true;
    return false;
}

inline std::string list(const std::vector<Reason>& reasons) {
    std::string out;
    for (const Reason& reason : reasons)
        out += reason.sentence.en + " (" + std::to_string(reason.subjects.size()) + ")\n";
    return out;
}

inline std::vector<const Outlet*> outlets_in(const Design& design, RoomId room) {
    std::vector<const Outlet*> out;
    for (const Outlet& outlet : design.outlets)
        if (outlet.room == room)
            out.push_back(&outlet);
    return out;
}

inline std::vector<const Jack*> jacks_in(const Design& design, RoomId room) {
    std::vector<const Jack*> out;
    for (const Jack& jack : design.jacks)
        if (const Outlet* outlet = design.find(jack.outlet); outlet && outlet->room == room)
            out.push_back(&jack);
    return out;
}

template<class Row> const Row* labelled(const Table<Row>& table, std::string_view label) {
    for (const Row& row : table)
        if (row.label == label)
            return &row;
    return nullptr;
}

} // namespace riser::test
