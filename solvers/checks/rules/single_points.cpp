// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/single_points.h"

#include "model/equipment.h"
#include "solvers/checks/subjects.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::size_t most_named = 3;

// Ports, cards and supplies are many of one name: with the device that they are of.
Text full_name(FactInput& facts, AnyId row) {
    std::optional<EquipmentId> device;
    Text name;
    if (const Port* port = row.kind == Kind::ports ? facts.find(PortId{row.value}) : nullptr) {
        device = port->equipment;
        name = {"端口 " + port->name, "port " + port->name};
    } else if (const Card* card = row.kind == Kind::cards ? facts.find(CardId{row.value}) : nullptr) {
        device = card->equipment;
        name = {"槽位 " + std::to_string(card->slot) + " 板卡", "the card in slot " + std::to_string(card->slot)};
    } else if (const PowerSupply* supply =
                   row.kind == Kind::power_supplies ? facts.find(PowerSupplyId{row.value}) : nullptr) {
        device = supply->equipment;
        name = {"电源模块 " + std::to_string(supply->slot), "power supply " + std::to_string(supply->slot)};
    }
    if (!device)
        return subject_name(facts, row);
    const Text of = subject_name(facts, *device);
    return {of.zh + " " + name.zh, name.en + " of " + of.en};
}

Text listed(FactInput& facts, std::span<const AnyId> rows) {
    Text out;
    for (std::size_t i = 0; i < rows.size() && i < most_named; ++i) {
        const Text name = full_name(facts, rows[i]);
        out.zh += (i > 0 ? "、" : "") + name.zh;
        out.en += (i > 0 ? ", " : "") + name.en;
    }
    if (rows.size() > most_named) {
        const std::string more = std::to_string(rows.size() - most_named);
        out.zh += " 等另 " + more + " 处";
        out.en += " and " + more + " more";
    }
    return out;
}

void add_others(FactInput& facts, std::span<const FailureElement> points, Text& out) {
    std::vector<AnyId> others = subjects_of(points, {});
    others.erase(others.begin());
    if (others.empty())
        return;
    const Text also = listed(facts, others);
    out.zh += "；" + also.zh + " 亦然";
    out.en += "; so does " + also.en;
}

} // namespace

std::vector<FailureElement> weak_points(const WaysApart& row) {
    std::vector<FailureElement> out;
    std::ranges::copy_if(row.single, std::back_inserter(out),
                         [&](const FailureElement& element) { return counts_for(row.asked, element.kind); });
    return out;
}

Text cuts_off(FactInput& facts, std::span<const FailureElement> points, std::span<const AnyId> cut_off,
              const Text& what, const Text& from) {
    const Text names = listed(facts, cut_off);
    const Text whole{names.zh + what.zh, what.en.empty() ? names.en : what.en + " " + names.en};
    Text out{"单独失效即断开" + whole.zh + "与" + from.zh + "的连接",
             "alone cuts " + whole.en + " off from " + from.en};
    add_others(facts, points, out);
    return out;
}

Text takes_away(FactInput& facts, std::span<const FailureElement> points, std::span<const AnyId> services,
                std::span<const VlanId> vlans) {
    const Text what = listed(facts, services);
    const Text where = listed(facts, std::vector<AnyId>(vlans.begin(), vlans.end()));
    Text out{"单独失效时，虽有线缆可绕行，" + where.zh + " 中的信息点仍失去 " + what.zh,
             "alone takes " + what.en + " away from points in " + where.en + ", though cables lead past it"};
    add_others(facts, points, out);
    return out;
}

std::vector<AnyId> subjects_of(std::span<const FailureElement> points, std::span<const AnyId> cut_off) {
    std::vector<AnyId> out;
    const auto add = [&](AnyId row) {
        if (std::ranges::find(out, row) == out.end())
            out.push_back(row);
    };
    // Parts of devices have no names of their own: what has one speaks for them.
    const auto part = [](const FailureElement& point) {
        return point.kind == ElementKind::card || point.kind == ElementKind::supply || point.kind == ElementKind::port;
    };
    for (const bool parts : {false, true})
        for (const FailureElement& point : points)
            if (part(point) == parts)
                add(point.row);
    for (const AnyId row : cut_off)
        add(row);
    return out;
}

} // namespace riser
