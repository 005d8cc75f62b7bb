// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/lens.h"

#include "model/design.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/pathway_fill.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace riser {

namespace {

constexpr std::uint32_t grey = 0x7A7F87;
// Told apart by colour-blind eyes (Okabe and Ito 2008), for what has no colour of its own.
constexpr std::array<std::uint32_t, 7> series{0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0x8C6BB1};

std::uint32_t rgb_of(const std::string& hex) {
    std::uint32_t value = grey;
    if (hex.size() == 7 && hex[0] == '#')
        std::from_chars(hex.data() + 1, hex.data() + 7, value, 16);
    return value;
}

std::string share_text(std::int64_t basis_points) { return std::to_string((basis_points + 50) / 100) + " %"; }

std::string length_text(Millimetres length) {
    const std::int32_t tenths = (length.value + 50) / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " m";
}

bool on_floor(const Design& design, const PathwayRun& run, FloorId floor) {
    const PathwayNode* a = design.find(run.from);
    const PathwayNode* b = design.find(run.to);
    return (a && a->floor == floor) || (b && b->floor == floor);
}

// Colours by something that rows refer to, in the order met, with a legend.
class Series {
  public:
    std::uint32_t of(AnyId id, const Text& name, std::optional<std::uint32_t> own = {}) {
        const auto [at, added] = colours_.try_emplace(id, own.value_or(series[colours_.size() % series.size()]));
        if (added)
            legend.push_back({at->second, name});
        return at->second;
    }
    std::vector<LensLegend> legend;

  private:
    std::map<AnyId, std::uint32_t> colours_;
};

// The outlets of the floor with their jacks.
std::unordered_map<OutletId, std::vector<const Jack*>> jacks_on(const Design& design, FloorId floor) {
    std::unordered_map<OutletId, std::vector<const Jack*>> out;
    for (const Outlet& outlet : design.outlets)
        if (outlet.floor == floor)
            out[outlet.id];
    for (const Jack& jack : design.jacks)
        if (const auto at = out.find(jack.outlet); at != out.end())
            at->second.push_back(&jack);
    return out;
}

LensPicture look_at_nothing(const Facts&, FloorId) { return {}; }

} // namespace

LensPicture look_at_fill(const Facts& facts, FloorId floor) {
    constexpr std::array<std::pair<std::int64_t, std::uint32_t>, 4> steps{
        {{2000, 0x56B4E9}, {3500, 0x009E73}, {5000, 0xE69F00}, {INT64_MAX, 0xC62828}}};
    LensPicture out;
    const Design& design = facts.design();
    const PathwayFill& fill = facts.get<PathwayFill>();
    for (const RunFill& run : fill.runs) {
        const PathwayRun* row = design.find(run.id);
        if (!row || !on_floor(design, *row, floor))
            continue;
        std::int64_t fullest = -1;
        for (const CompartmentFill& part : run.compartments)
            if (part.share)
                fullest = std::max<std::int64_t>(fullest, part.share->value);
        if (fullest < 0)
            continue;
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const auto& s) { return fullest <= s.first; });
        out.colours[run.id.value] = step->second;
    }
    out.legend = {{steps[0].second, {"≤ 20 %", "≤ 20 %"}},
                  {steps[1].second, {"20-35 %", "20-35 %"}},
                  {steps[2].second, {"35-50 %", "35-50 %"}},
                  {steps[3].second, {"> 50 %", "> 50 %"}}};
    out.explain = [facts](AnyId id) -> Text {
        if (id.kind != Kind::pathway_runs)
            return {};
        const RunFill* run = facts.get<PathwayFill>().runs.find(PathwayRunId{id.value});
        if (!run)
            return {};
        Text words;
        for (const CompartmentFill& part : run->compartments) {
            const std::string section = std::to_string(part.section.value / 100) + " cm²";
            const std::string share = part.share ? share_text(part.share->value) : "—";
            const std::string cables = std::to_string(part.cables);
            words.zh += (words.zh.empty() ? "" : "\n") + ("填充 " + share + "：" + cables + " 根缆线，截面 " + section);
            words.en += (words.en.empty() ? "" : "\n") + ("fill " + share + ": " + cables + " cables in " + section);
        }
        return words;
    };
    return out;
}

LensPicture look_at_bodies(const Facts& facts, FloorId floor) {
    LensPicture out;
    const Design& design = facts.design();
    Series bodies;
    const auto colour_of = [&](const Room* room) -> std::optional<std::uint32_t> {
        const Body* body = room ? design.find(room->body) : nullptr;
        return body ? std::optional(bodies.of(body->id, body->name, rgb_of(body->colour))) : std::nullopt;
    };
    for (const Room& room : design.rooms)
        if (room.floor == floor)
            if (const auto colour = colour_of(&room))
                out.colours[room.id.value] = *colour;
    for (const Outlet& outlet : design.outlets)
        if (outlet.floor == floor)
            out.colours[outlet.id.value] = colour_of(design.find(outlet.room)).value_or(grey);
    out.legend = bodies.legend;
    out.explain = [facts](AnyId id) -> Text {
        const Design& d = facts.design();
        const Room* room = id.kind == Kind::rooms ? d.find(RoomId{id.value}) : nullptr;
        if (const Outlet* outlet = id.kind == Kind::outlets ? d.find(OutletId{id.value}) : nullptr)
            room = d.find(outlet->room);
        const Body* body = room ? d.find(room->body) : nullptr;
        return body ? body->name : Text();
    };
    return out;
}

LensPicture look_at_vlans(const Facts& facts, FloorId floor) {
    LensPicture out;
    const Design& design = facts.design();
    Series vlans;
    for (const auto& [outlet, jacks] : jacks_on(design, floor)) {
        out.colours[outlet.value] = grey;
        for (const Jack* jack : jacks)
            if (const Vlan* vlan = design.find(jack->vlan_wish)) {
                const std::string number = vlan->number ? std::to_string(vlan->number->number()) + " " : "";
                out.colours[outlet.value] = vlans.of(vlan->id, {number + vlan->name, number + vlan->name});
                break;
            }
    }
    out.legend = vlans.legend;
    out.legend.push_back({grey, {"未分配 VLAN", "no VLAN yet"}});
    out.explain = [facts](AnyId id) -> Text {
        Text words;
        if (id.kind != Kind::outlets)
            return words;
        for (const Jack& jack : facts.design().jacks)
            if (jack.outlet.value == id.value) {
                const Vlan* vlan = facts.design().find(jack.vlan_wish);
                const std::string number = vlan && vlan->number ? std::to_string(vlan->number->number()) : "—";
                words.zh += (words.zh.empty() ? "" : "\n") + (jack.label + "：VLAN " + number);
                words.en += (words.en.empty() ? "" : "\n") + (jack.label + ": VLAN " + number);
            }
        return words;
    };
    return out;
}

LensPicture look_at_zones(const Facts& facts, FloorId floor) {
    LensPicture out;
    const Design& design = facts.design();
    Series planes;
    // A point's zone is that of its VLAN; without one, what is known is its physical network.
    for (const auto& [outlet, jacks] : jacks_on(design, floor)) {
        out.colours[outlet.value] = grey;
        for (const Jack* jack : jacks) {
            const Vlan* vlan = design.find(jack->vlan_wish);
            if (const Zone* zone = vlan ? design.find(vlan->zone) : nullptr) {
                out.colours[outlet.value] = planes.of(zone->id, zone->name);
                break;
            }
            if (const Plane* plane = design.find(jack->plane)) {
                out.colours[outlet.value] =
                    planes.of(plane->id, plane->name,
                              plane->colour.empty() ? std::nullopt : std::optional(rgb_of(plane->colour)));
                break;
            }
        }
    }
    out.legend = planes.legend;
    out.explain = [facts](AnyId id) -> Text {
        Text words;
        if (id.kind != Kind::outlets)
            return words;
        for (const Jack& jack : facts.design().jacks)
            if (jack.outlet.value == id.value) {
                const Plane* plane = facts.design().find(jack.plane);
                const Text name = plane ? plane->name : Text{"未定网络", "no network"};
                words.zh += (words.zh.empty() ? "" : "\n") + (jack.label + "：" + name.zh);
                words.en += (words.en.empty() ? "" : "\n") + (jack.label + ": " + name.en);
            }
        return words;
    };
    return out;
}

LensPicture look_at_lengths(const Facts& facts, FloorId floor) {
    constexpr std::array<std::pair<std::int32_t, std::uint32_t>, 4> steps{
        {{50'000, 0x56B4E9}, {75'000, 0x009E73}, {90'000, 0xE69F00}, {INT32_MAX, 0xC62828}}};
    LensPicture out;
    const Design& design = facts.design();
    const CableLengths& lengths = facts.get<CableLengths>();
    const JackLinks& links = facts.get<JackLinks>();
    for (const auto& [outlet, jacks] : jacks_on(design, floor)) {
        std::int32_t longest = -1;
        for (const Jack* jack : jacks)
            if (const JackLink* link = links.jacks.find(jack->id))
                for (const CableId cable : link->cables)
                    if (const CableLength* length = lengths.of(cable))
                        longest = std::max(longest, length->total().value);
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const auto& s) { return longest <= s.first; });
        out.colours[outlet.value] = longest < 0 ? grey : step->second;
    }
    out.legend = {{steps[0].second, {"≤ 50 m", "≤ 50 m"}},
                  {steps[1].second, {"50-75 m", "50-75 m"}},
                  {steps[2].second, {"75-90 m", "75-90 m"}},
                  {steps[3].second, {"> 90 m", "> 90 m"}},
                  {grey, {"未布线", "not routed"}}};
    out.explain = [facts](AnyId id) -> Text {
        Text words;
        if (id.kind != Kind::outlets)
            return words;
        for (const Jack& jack : facts.design().jacks)
            if (jack.outlet.value == id.value)
                if (const JackLink* link = facts.get<JackLinks>().jacks.find(jack.id))
                    for (const CableId cable : link->cables)
                        if (const CableLength* length = facts.get<CableLengths>().of(cable)) {
                            words.zh +=
                                (words.zh.empty() ? "" : "\n") + (jack.label + "：" + length_text(length->total()));
                            words.en +=
                                (words.en.empty() ? "" : "\n") + (jack.label + ": " + length_text(length->total()));
                        }
        return words;
    };
    return out;
}

std::span<const Lens> all_lenses() {
    static const std::array<Lens, 6> lenses{{{"cabling", {"布线", "Cabling"}, '1', look_at_nothing},
                                             {"lengths", {"长度", "Length"}, '2', look_at_lengths},
                                             {"fill", {"填充率", "Fill"}, '3', look_at_fill},
                                             {"bodies", {"机构", "Bodies"}, '4', look_at_bodies},
                                             {"vlans", {"VLAN", "VLAN"}, '5', look_at_vlans},
                                             {"zones", {"网络与安全域", "Networks, zones"}, '6', look_at_zones}}};
    return lenses;
}

} // namespace riser
