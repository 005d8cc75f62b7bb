// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of a floor's near misses: a number beside each on the plan and in the table, ways of every run with cables,
// nothing left out without saying so.
#include "exporters/drawings/near_miss_plan.h"

#include "solvers/analysis/cable_lengths.h"
#include "solvers/checks/catalogue.h"
#include "tests/exporters/tower.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace riser {
namespace {

// The tower checked with the longest of its horizontal cables as the limit.
struct Checked {
    Design design = tower();
    CheckReport report;
    Checked() {
        const Facts facts(design);
        Millimetres longest;
        for (const MeasuredCable& cable : facts.get<CableLengths>().cables)
            if (cable.role == CableRole::horizontal && cable.length)
                longest = std::max(longest, cable.length->total());
        RuleSetting setting;
        setting.id = RuleSettingId{1};
        setting.rule = "CAB-02";
        setting.parameters = {{"max", std::to_string(longest.value) + " mm"}};
        design.rule_settings.put(setting);
        report = *run_checks(Facts(design), *built_in_deck("cn-government"), std::vector<std::string>{"CAB-02"});
    }
};

std::vector<std::string> texts_on(const Drawing& drawing, DrawingLayer layer) {
    std::vector<std::string> out;
    for (const DrawingItem& item : drawing.items)
        if (const auto* text = std::get_if<TextShape>(&item.shape); text && item.layer == layer)
            out.push_back(text->text);
    return out;
}

TEST(NearMissPlan, NumbersEachOnThePlanAndInTheTable) {
    const Checked checked;
    ASSERT_FALSE(checked.report.near_misses.empty());
    std::size_t told = 0;
    for (const Floor& floor : checked.design.floors)
        for (const Language language : {Language::zh, Language::en}) {
            const auto on_floor = std::count_if(checked.report.near_misses.begin(), checked.report.near_misses.end(),
                                                [&](const NearMiss& miss) { return miss.floor == floor.id; });
            const auto sheet = near_miss_sheet(Facts(checked.design), checked.report, floor.id, {.language = language});
            ASSERT_EQ(sheet.has_value(), on_floor > 0);
            if (!sheet)
                continue;
            std::vector<std::string> numbers; // beside the scale bar and the north arrow
            for (const DrawingItem& item : sheet->items)
                if (const auto* text = std::get_if<TextShape>(&item.shape);
                    text && item.layer == DrawingLayer::annotation && item.shows.kind == Kind::cables)
                    numbers.push_back(text->text);
            const std::vector<std::string> table = texts_on(*sheet, DrawingLayer::table);
            ASSERT_EQ(numbers.size(), static_cast<std::size_t>(on_floor));
            for (std::size_t i = 0; i < numbers.size(); ++i, ++told) {
                EXPECT_EQ(numbers[i], std::to_string(i + 1));
                EXPECT_TRUE(std::any_of(table.begin(), table.end(),
                                        [&](const std::string& cell) { return cell.starts_with(numbers[i] + "  "); }));
            }
            EXPECT_EQ(std::count(table.begin(), table.end(), "CAB-02"), static_cast<std::ptrdiff_t>(numbers.size()));
            const std::vector<std::string> notes = texts_on(*sheet, DrawingLayer::legend);
            EXPECT_TRUE(std::any_of(notes.begin(), notes.end(), [](const std::string& note) {
                return note.find("GB 50311") != std::string::npos;
            })) << "the clause stands on the sheet";
        }
    EXPECT_GT(told, 0U);
}

TEST(NearMissPlan, DrawsTheWayOfEveryHorizontalCable) {
    const Checked checked;
    for (const Floor& floor : checked.design.floors) {
        const auto sheet = near_miss_sheet(Facts(checked.design), checked.report, floor.id);
        if (!sheet)
            continue;
        std::set<AnyId> drawn;
        for (const DrawingItem& item : sheet->items)
            if (item.layer == DrawingLayer::route)
                drawn.insert(item.shows);
        EXPECT_FALSE(drawn.empty());
        for (const Cable& cable : checked.design.cables)
            for (const RouteStep& step : cable.route) {
                const PathwayRun& run = *checked.design.find(step.run);
                if (cable.role == CableRole::horizontal && checked.design.find(run.from)->floor == floor.id &&
                    checked.design.find(run.to)->floor == floor.id) {
                    EXPECT_TRUE(drawn.contains(run.id)) << run.label;
                }
            }
    }
}

} // namespace
} // namespace riser
