// SPDX-License-Identifier: GPL-3.0-or-later
// How full the links of devices are, and those of the switches that points are patched to: in the busy hour, at the
// worst after any one failure.
#include "designer/canvas/lens.h"

#include "designer/session/checker.h"
#include "exporters/tables/failure_names.h"
#include "exporters/tables/names.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/capacity/load_words.h"
#include "solvers/capacity/network_loads.h"

#include <array>
#include <map>
#include <memory>

namespace riser {

namespace {

constexpr std::uint32_t grey = 0x7A7F87;
constexpr std::array<std::uint32_t, 4> colours{0x56B4E9, 0x009E73, 0xE69F00, 0xC62828};
constexpr std::array<std::int32_t, 3> steps{3'000, 6'000, 10'000}; // basis points of the rate; the last is full

std::uint32_t colour_of(BasisPoints used) {
    std::size_t step = 0;
    while (step < steps.size() && used.value > steps[step])
        ++step;
    return colours[step];
}

std::vector<LensLegend> legend() {
    std::vector<LensLegend> out;
    for (const char* words : {"≤ 30 %", "30-60 %", "60-100 %", "> 100 %"})
        out.push_back({colours[out.size()], {words, words}});
    out.push_back({grey, {"没有流量", "carries nothing"}});
    return out;
}

// The link of each device that is fullest at its worst.
using Fullest = std::map<EquipmentId, LinkLoad>;
std::shared_ptr<const Fullest> fullest(const Facts& facts) {
    auto out = std::make_shared<Fullest>();
    const Design& design = facts.design();
    const TrafficAssumptions assumptions{deck_of(design).links.traffic};
    const auto take = [&](AnyId end, const LinkLoad& link) {
        const Port* port = end.kind == Kind::ports ? design.find(PortId{end.value}) : nullptr;
        if (!port || link.rate.value <= 0)
            return;
        const auto [at, is_new] = out->try_emplace(port->equipment, link);
        if (!is_new && link.worse().worst * static_cast<double>(at->second.rate.value) >
                           at->second.worse().worst * static_cast<double>(link.rate.value))
            at->second = link;
    };
    for (const LinkLoad& link : facts.get<NetworkLoads>(assumptions).links) {
        take(link.a, link);
        take(link.b, link);
    }
    return out;
}

BasisPoints worst_share(const LinkLoad& link) {
    return utilisation(link.worse().worst, static_cast<double>(link.rate.value));
}

std::string percent_words(BasisPoints share) { return std::to_string((share.value + 50) / 100) + " %"; }

Text told(const Facts& facts, const LinkLoad& link) {
    const Design& design = facts.design();
    const auto rate = static_cast<double>(link.rate.value);
    const std::string now = rate_words(link.busiest()) + " (" + percent_words(utilisation(link.busiest(), rate)) + ")";
    const std::string worst = rate_words(link.worse().worst) + " (" + percent_words(worst_share(link)) + ")";
    const Text a = name_of(design, link.a), b = name_of(design, link.b);
    Text out{"最满链路 " + a.zh + " 至 " + b.zh + "\n忙时 " + now,
             "fullest link " + a.en + " to " + b.en + "\nbusy hour " + now};
    if (link.worse().cause) {
        const Text lost = name_of(facts, *link.worse().cause);
        out.zh += "\n最不利 " + worst + "：失去 " + lost.zh;
        out.en += "\nat worst " + worst + ": without " + lost.en;
    }
    return out;
}

// A row by the devices that it stands for.
class Picture {
  public:
    explicit Picture(const Facts& facts) : facts_(facts), fullest_(fullest(facts)) {}

    void show(AnyId row, EquipmentId device) {
        const auto at = fullest_->find(device);
        const LinkLoad* link = at == fullest_->end() ? nullptr : &at->second;
        const LinkLoad*& known = (*shown_)[row];
        if (link && (!known || worst_share(*link) > worst_share(*known)))
            known = link;
    }
    LensPicture done() const {
        LensPicture out;
        for (const auto& [row, link] : *shown_)
            out.colours[row.value] = link ? colour_of(worst_share(*link)) : grey;
        out.legend = legend();
        out.explain = [facts = facts_, kept = fullest_, shown = shown_](AnyId id) -> Text {
            const auto at = shown->find(id);
            return at == shown->end() || !at->second ? Text() : told(facts, *at->second);
        };
        return out;
    }

  private:
    Facts facts_;
    std::shared_ptr<const Fullest> fullest_;
    std::shared_ptr<std::map<AnyId, const LinkLoad*>> shown_ = std::make_shared<std::map<AnyId, const LinkLoad*>>();
};

} // namespace

LensPicture look_at_loads(const Facts& facts, FloorId floor) {
    const Design& design = facts.design();
    Picture out(facts);
    for (const Equipment& device : design.equipment) {
        const Space* space = design.find(device.space);
        const Room* room = space ? design.find(space->room) : nullptr;
        if (device.floor == floor || (room && room->floor == floor)) {
            out.show(device.id, device.id);
            if (room)
                out.show(room->id, device.id);
        }
    }
    for (const PatchedJack& patched : facts.get<PatchedJacks>().jacks) {
        const Jack* jack = design.find(patched.jack);
        const Outlet* outlet = jack ? design.find(jack->outlet) : nullptr;
        const Port* port = design.find(patched.port);
        if (outlet && outlet->floor == floor && port)
            out.show(outlet->id, port->equipment);
    }
    return out.done();
}

LensPicture look_at_network_loads(const Facts& facts) {
    Picture out(facts);
    for (const Equipment& device : facts.design().equipment)
        out.show(device.id, device.id);
    return out.done();
}

} // namespace riser
