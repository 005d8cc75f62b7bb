// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/bill.h"

#include "exporters/tables/columns.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace riser {

namespace {

constexpr std::int64_t flag_basis_points = 1500; // QTY-01: flag a gap above 15 %

struct Estimate {
    std::int64_t cables = 0;
    std::int64_t longest = 0;
    std::int64_t shortest = INT64_MAX;
    std::int64_t routed = 0; // mm, with slack
};

std::map<std::pair<SpaceId, FloorId>, Estimate> estimates(const Facts& facts) {
    const Design& design = facts.design();
    const CableLengths& lengths = facts.get<CableLengths>();
    std::map<std::pair<SpaceId, FloorId>, Estimate> out;
    for (const JackLink& link : facts.get<JackLinks>().jacks) {
        const Jack* jack = design.find(link.id);
        const Outlet* outlet = jack ? design.find(jack->outlet) : nullptr;
        if (!outlet || link.cables.empty() || !link.space)
            continue;
        CableLength sum;
        bool known = true;
        for (const CableId id : link.cables) {
            const CableLength* length = lengths.of(id);
            known = known && length;
            if (length)
                sum = {sum.tray + length->tray, sum.riser + length->riser, sum.drop + length->drop,
                       sum.slack + length->slack};
        }
        if (!known)
            continue;
        Estimate& estimate = out[{link.space, outlet->floor}];
        const std::int64_t run = std::int64_t{sum.total().value} - sum.slack.value;
        ++estimate.cables;
        estimate.longest = std::max(estimate.longest, run);
        estimate.shortest = std::min(estimate.shortest, run);
        estimate.routed += sum.total().value;
    }
    return out;
}

// Thousandths of a metre: (0.55 (L + S) + 6) n to two decimals, half away from zero.
std::int64_t rule_of_thumb(const Estimate& e) {
    const std::int64_t hundredths_mm = (55 * (e.longest + e.shortest) + 600'000) * e.cables;
    return (hundredths_mm + 500) / 1000 * 10;
}

TableRow row_of(const Design& design, SpaceId space, FloorId floor, const Estimate& e) {
    const std::int64_t estimate = rule_of_thumb(e);
    const std::int64_t gap =
        estimate == 0 ? 0 : ((e.routed - estimate) * 20000 / estimate + (e.routed < estimate ? -1 : 1)) / 2;
    const bool flagged = std::abs(gap) > flag_basis_points;
    RowBuilder row(space);
    row.text(name_of(design, space))
        .text(floor_name(design, floor))
        .number(e.cables)
        .number(e.longest)
        .number(e.shortest)
        .formula("ROUND((0.55*({longest}+{shortest})+6)*{cables},2)", estimate)
        .number(e.routed)
        .formula("IF({estimate}=0,0,({routed}-{estimate})/{estimate})", gap)
        .text(flagged ? Text{"相差超过 15%，请复核", "more than 15 % apart: look again"} : Text{"相符", "agrees"});
    if (flagged)
        row.tone(RowTone::attention);
    return row.done();
}

} // namespace

TableDocument cable_estimate(const Facts& facts) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "cable-estimate";
    table.sheet = {"线缆估算校核", "Cable cross-check"};
    table.title = {"水平线缆估算校核", "Horizontal cable, cross-check by rule of thumb"};
    table.columns = {
        text_column("space", {"电信间", "Space"}),
        floor_column(),
        count_column("cables", {"根数 n", "Cables n"}),
        length_column("longest", {"最远 L", "Farthest L"}),
        length_column("shortest", {"最近 S", "Nearest S"}),
        length_column("estimate", {"估算 C", "Estimate C"}, TotalKind::sum),
        length_column("routed", {"路由合计", "Routed"}, TotalKind::sum),
        {.key = "gap", .title = {"差值", "Gap"}, .type = CellType::percent, .unit = same_text("%"), .decimals = 1},
        text_column("verdict", {"结论", "Verdict"})};
    std::vector<std::pair<std::pair<SpaceId, FloorId>, Estimate>> rows;
    for (const auto& entry : estimates(facts))
        rows.push_back(entry);
    const auto ranks = floor_ranks(design);
    const auto rank = [&](FloorId floor) {
        const auto found = ranks.find(floor);
        return found == ranks.end() ? -1 : found->second;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
        if (rank(a.first.second) != rank(b.first.second))
            return rank(a.first.second) < rank(b.first.second);
        return natural_less(name_of(design, a.first.first).zh, name_of(design, b.first.first).zh);
    });
    TableGroup& group = table.groups.emplace_back();
    for (const auto& [key, estimate] : rows)
        group.rows.push_back(row_of(design, key.first, key.second, estimate));
    table.notes = {{"C = [0.55 ×（L + S）+ 6] × n，仅作校核；清单以逐根路由长度为准。L、S 不含预留，路由合计含预留。",
                    "C = [0.55 (L + S) + 6] n is only a cross-check; the bill follows each cable's route. L and S are "
                    "without slack, the "
                    "routed sum is with it."}};
    return table;
}

} // namespace riser
