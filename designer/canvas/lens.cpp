// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/lens.h"

#include "designer/session/checker.h"
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

bool touches(const Design& design, const PathwayRun& run, FloorId floor) {
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

// The outlets of the floor with their jacks; valid as long as the facts of their design.
using JacksOf = std::unordered_map<OutletId, std::vector<const Jack*>>;
std::shared_ptr<const JacksOf> jacks_on(const Design& design, FloorId floor) {
    auto out = std::make_shared<JacksOf>();
    for (const Outlet& outlet : design.outlets)
        if (outlet.floor == floor)
            (*out)[outlet.id];
    for (const Jack& jack : design.jacks)
        if (const auto at = out->find(jack.outlet); at != out->end())
            at->second.push_back(&jack);
    return out;
}

// Explains an outlet by a line for each jack of which `what` has something to say.
using SayOfJack = Text (*)(const Facts& facts, const Jack& jack);
std::function<Text(AnyId)> jack_by_jack(const Facts& facts, std::shared_ptr<const JacksOf> jacks, SayOfJack what) {
    return [facts, jacks = std::move(jacks), what](AnyId id) -> Text {
        Text words;
        const auto found = id.kind == Kind::outlets ? jacks->find(OutletId{id.value}) : jacks->end();
        if (found == jacks->end())
            return words;
        for (const Jack* jack : found->second) {
            const Text line = what(facts, *jack);
            if (line.zh.empty())
                continue;
            words.zh += (words.zh.empty() ? "" : "\n") + (jack->label + "：" + line.zh);
            words.en += (words.en.empty() ? "" : "\n") + (jack->label + ": " + line.en);
        }
        return words;
    };
}

// The parameter `max` of a rule as it holds for the project; nothing when the deck leaves the rule out.
std::optional<Parameters> limit_of(const Design& design, std::string_view rule) {
    const Deck deck = settled_deck(deck_of(design), design);
    const DeckRule* found = deck.find(rule);
    return found ? std::optional(Parameters(found->parameters)) : std::nullopt;
}

// Four colours up to and beyond a limit.
struct Steps {
    std::array<std::int64_t, 3> up_to{}; // the last is the limit
    static constexpr std::array<std::uint32_t, 4> colours{0x56B4E9, 0x009E73, 0xE69F00, 0xC62828};

    std::uint32_t of(std::int64_t value) const {
        return colours[static_cast<std::size_t>(std::lower_bound(up_to.begin(), up_to.end(), value) - up_to.begin())];
    }
    std::vector<LensLegend> legend(std::int64_t unit, const std::string& name) const {
        const auto number = [&](std::size_t i) { return std::to_string(up_to[i] / unit); };
        std::vector<LensLegend> out;
        for (const std::string& words :
             {"≤ " + number(0), number(0) + "-" + number(1), number(1) + "-" + number(2), "> " + number(2)})
            out.push_back({colours[out.size()], {words + name, words + name}});
        return out;
    }
};

LensPicture look_at_nothing(const Facts&, FloorId) { return {}; }

} // namespace

LensPicture look_at_fill(const Facts& facts, FloorId floor) {
    LensPicture out;
    const Design& design = facts.design();
    const std::optional<Parameters> rule = limit_of(design, "PATH-01");
    if (!rule)
        return out;
    const std::int64_t limit = rule->share("max").value;
    const Steps steps{{limit * 2 / 5, limit * 7 / 10, limit}};
    const PathwayFill& fill = facts.get<PathwayFill>();
    for (const RunFill& run : fill.runs) {
        const PathwayRun* row = design.find(run.id);
        if (!row || !touches(design, *row, floor))
            continue;
        std::int64_t fullest = -1;
        for (const CompartmentFill& part : run.compartments)
            if (part.share)
                fullest = std::max<std::int64_t>(fullest, part.share->value);
        if (fullest < 0)
            continue;
        out.colours[run.id.value] = steps.of(fullest);
    }
    out.legend = steps.legend(100, " %");
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
    const auto on_floor = jacks_on(design, floor);
    for (const auto& [outlet, jacks] : *on_floor) {
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
    out.explain = jack_by_jack(facts, on_floor, [](const Facts& from, const Jack& jack) -> Text {
        const Vlan* vlan = from.design().find(jack.vlan_wish);
        const std::string words = "VLAN " + (vlan && vlan->number ? std::to_string(vlan->number->number()) : "—");
        return {words, words};
    });
    return out;
}

LensPicture look_at_zones(const Facts& facts, FloorId floor) {
    LensPicture out;
    const Design& design = facts.design();
    Series planes;
    // A point's zone is that of its VLAN; without one, what is known is its physical network.
    const auto on_floor = jacks_on(design, floor);
    for (const auto& [outlet, jacks] : *on_floor) {
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
    out.explain = jack_by_jack(facts, on_floor, [](const Facts& from, const Jack& jack) -> Text {
        const Plane* plane = from.design().find(jack.plane);
        return plane ? plane->name : Text{"未定网络", "no network"};
    });
    return out;
}

LensPicture look_at_lengths(const Facts& facts, FloorId floor) {
    LensPicture out;
    const Design& design = facts.design();
    const std::optional<Parameters> rule = limit_of(design, "CAB-02");
    if (!rule)
        return out;
    const std::int64_t limit = rule->length("max").value;
    const Steps steps{{limit / 2, limit * 5 / 6, limit}};
    const CableLengths& lengths = facts.get<CableLengths>();
    const JackLinks& links = facts.get<JackLinks>();
    const auto on_floor = jacks_on(design, floor);
    for (const auto& [outlet, jacks] : *on_floor) {
        std::int32_t longest = -1;
        for (const Jack* jack : jacks)
            if (const JackLink* link = links.jacks.find(jack->id))
                for (const CableId cable : link->cables)
                    if (const CableLength* length = lengths.of(cable))
                        longest = std::max(longest, length->total().value);
        out.colours[outlet.value] = longest < 0 ? grey : steps.of(longest);
    }
    out.legend = steps.legend(1000, " m");
    out.legend.push_back({grey, {"未布线", "not routed"}});
    out.explain = jack_by_jack(facts, on_floor, [](const Facts& from, const Jack& jack) -> Text {
        std::string words;
        if (const JackLink* link = from.get<JackLinks>().jacks.find(jack.id))
            for (const CableId cable : link->cables)
                if (const CableLength* length = from.get<CableLengths>().of(cable))
                    words += (words.empty() ? "" : " + ") + length_text(length->total());
        return {words, words};
    });
    return out;
}

std::span<const Lens> all_lenses() {
    static const std::array<Lens, 9> lenses{{{"cabling", {"布线", "Cabling"}, '1', look_at_nothing},
                                             {"lengths", {"长度", "Length"}, '2', look_at_lengths},
                                             {"fill", {"填充率", "Fill"}, '3', look_at_fill},
                                             {"bodies", {"机构", "Bodies"}, '4', look_at_bodies},
                                             {"vlans", {"VLAN", "VLAN"}, '5', look_at_vlans},
                                             {"zones", {"网络与安全域", "Networks, zones"}, '6', look_at_zones},
                                             {"wifi", {"无线覆盖", "Wireless"}, '7', look_at_wireless},
                                             {"failures", {"故障影响", "Failures"}, '8', look_at_failures},
                                             {"load", {"负荷", "Load"}, '9', look_at_loads}}};
    return lenses;
}

} // namespace riser
