// SPDX-License-Identifier: GPL-3.0-or-later
// The lens of wireless coverage: each room by the level of the best access point at its worst spot, through the walls.
#include "designer/canvas/lens.h"

#include "designer/session/checker.h"
#include "model/design.h"
#include "solvers/analysis/wireless_coverage.h"
#include "solvers/checks/project_settings.h"
#include "solvers/checks/wireless_options.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

constexpr std::uint32_t closed = 0x7A7F87;
constexpr std::uint32_t sender = 0x8C6BB1;
struct Step {
    std::int32_t at_least; // dBm
    std::uint32_t rgb;
};
constexpr std::array<Step, 4> steps{{{-55, 0x009E73}, {-65, 0x56B4E9}, {-75, 0xE69F00}, {-1'000, 0xC62828}}};

std::uint32_t colour_of(const std::optional<MilliDecibels>& level) {
    for (const Step& step : steps)
        if (level && *level >= decibels(step.at_least))
            return step.rgb;
    return steps.back().rgb;
}

std::vector<LensLegend> legend() {
    const auto dbm = [](std::size_t i) { return "−" + std::to_string(-steps[i].at_least); };
    std::vector<LensLegend> out{{steps[0].rgb, {"最差处 ≥ " + dbm(0) + " dBm", "worst spot ≥ " + dbm(0) + " dBm"}}};
    for (const std::string& range : {dbm(1) + " … " + dbm(0), dbm(2) + " … " + dbm(1), "< " + dbm(2)})
        out.push_back({steps[out.size()].rgb, {range, range}});
    out.push_back({sender, {"无线接入点", "access point"}});
    out.push_back({closed, {"禁用无线", "wireless forbidden"}});
    return out;
}

Text count_words(std::int64_t thousandths) {
    const std::string words = std::to_string((thousandths + 999) / 1'000);
    return {words, words};
}

std::string label_of(const Design& design, AnyId point) {
    if (point.kind == Kind::jacks) {
        const Jack* jack = design.find(JackId{point.value});
        const Outlet* outlet = jack ? design.find(jack->outlet) : nullptr;
        return outlet ? outlet->label : std::string();
    }
    const MonitoringPoint* recorded =
        point.kind == Kind::monitoring_points ? design.find(MonitoringPointId{point.value}) : nullptr;
    return recorded ? recorded->label : std::string();
}

Text words_of(const Design& design, const RoomCoverage& room, PlaneId plane) {
    const Plane* network = design.find(plane);
    const Text name = network ? network->name : Text();
    const auto level = [](const std::optional<MilliDecibels>& heard) -> Text {
        if (!heard)
            return {"收不到", "not heard"};
        return {display_level(*heard), display_level(*heard)};
    };
    const Text worst = level(room.worst), middle = level(room.middle);
    const std::string need = display_level(room.need), share = std::to_string(100 * room.below / room.spots) + " %";
    const std::string best = room.nearest ? label_of(design, *room.nearest) : std::string();
    const Text devices = count_words(room.devices), away = count_words(room.turned_away);
    Text out{name.zh + "：最差处 " + worst.zh + "，中位 " + middle.zh + "，要求 " + need + "，" + share + " 的处所不足",
             name.en + ": " + worst.en + " at worst, " + middle.en + " in the middle, needs " + need + "; " + share +
                 " of it too weak"};
    if (!best.empty())
        out = {out.zh + "\n最强 " + best, out.en + "\nheard best: " + best};
    if (room.devices > 0)
        out = {out.zh + "\n同时在线终端 " + devices.zh + "，无法接入 " + away.zh,
               out.en + "\n" + devices.en + " devices active at once, " + away.en + " turned away"};
    return out;
}

const RoomCoverage* row_of(const FloorCoverage& coverage, RoomId room) {
    const auto at = std::lower_bound(coverage.rooms.begin(), coverage.rooms.end(), room,
                                     [](const RoomCoverage& row, RoomId id) { return row.room < id; });
    return at != coverage.rooms.end() && at->room == room ? &*at : nullptr;
}

} // namespace

LensPicture look_at_wireless(const Facts& facts, FloorId floor) {
    LensPicture out;
    const auto& planes = facts.get<WirelessNetworks>().planes;
    const WirelessOptions options = wireless_options(settled_deck(deck_of(facts.design()), facts.design()));
    std::map<RoomId, std::optional<MilliDecibels>> worst; // of all networks
    for (const auto& [plane, rate] : planes)
        for (const RoomCoverage& room : facts.get<WirelessCoverage>({floor, plane, options}).coverage.rooms) {
            const auto [at, added] = worst.try_emplace(room.room, room.worst);
            if (!added)
                at->second = std::min(at->second, room.worst);
        }
    for (const auto& [room, level] : worst)
        out.colours[room.value] = colour_of(level);
    for (const RadioRoom& room : facts.get<RadioFloorOf>(floor).floor.rooms)
        if (room.forbidden)
            out.colours[room.id.value] = closed;
    for (const AccessPoint& point : facts.get<AccessPointsOf>(floor).points)
        if (point.id.kind == Kind::jacks) {
            if (const Jack* jack = facts.design().find(JackId{point.id.value}))
                out.colours[jack->outlet.value] = sender;
        } else {
            out.colours[point.id.value] = sender;
        }
    out.legend = legend();
    if (planes.empty())
        out.legend = {{closed, {"没有无线业务", "no wireless service"}}};
    out.explain = [facts, floor, options](AnyId id) -> Text {
        if (id.kind != Kind::rooms)
            return {};
        const RoomId room{id.value};
        Text words;
        for (const auto& [plane, rate] : facts.get<WirelessNetworks>().planes)
            if (const RoomCoverage* row = row_of(facts.get<WirelessCoverage>({floor, plane, options}).coverage, room)) {
                const Text line = words_of(facts.design(), *row, plane);
                words.zh += (words.zh.empty() ? "" : "\n") + line.zh;
                words.en += (words.en.empty() ? "" : "\n") + line.en;
            }
        for (const RadioRoom& row : facts.get<RadioFloorOf>(floor).floor.rooms)
            if (row.id == room && row.forbidden)
                return {"禁用无线", "wireless is forbidden here"};
        return words;
    };
    return out;
}

} // namespace riser
