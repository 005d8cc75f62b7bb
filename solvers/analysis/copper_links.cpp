// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/copper_links.h"

#include "model/catalogue.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/channels.h"
#include "solvers/analysis/device_links.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/analysis/projection.h"
#include "solvers/base/link_tables.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace riser {

namespace {

// Category 3 stands behind the others in the list, and below them in the channel.
int rank(Category category) { return category == Category::cat3 ? -1 : static_cast<int>(category); }
int rank(Screen screen) { return screen == Screen::none ? 0 : static_cast<int>(screen); }

class Reader {
  public:
    explicit Reader(FactInput& input)
        : input_(input),
          cables_(input.get<CableKinds>().cables),
          cords_(input.get<Cords>()),
          types_(input.table<CableType>()),
          patched_(input.get<PatchedJacks>().jacks) {
        for (const DeviceLink& link : input.get<DeviceLinks>().links) {
            far_.emplace_back(link.a, link.b);
            far_.emplace_back(link.b, link.a);
        }
        std::sort(far_.begin(), far_.end());
    }

    std::optional<CopperLink> link_of(const JackLink& link) {
        const Jack* jack = input_.find(link.id);
        const auto ports = std::lower_bound(patched_.begin(), patched_.end(), PatchedJack{link.id, {}});
        if (!jack || ports == patched_.end() || ports->jack != link.id || link.cables.empty() ||
            is_fibre(jack->category))
            return std::nullopt;
        CopperLink out;
        out.id = link.id;
        out.category = jack->category;
        out.weakest = link.id;
        out.screen = Screen::sftp;
        const ChannelCords cords = cords_of(cords_, link);
        for (const auto* list : {&link.cables, &cords.at_jack, &cords.at_distributor})
            for (const CableId cable : *list)
                if (!add_cable(cable, out))
                    return std::nullopt;
        if (const Panel* panel = link.far.kind == Kind::panels ? input_.find(PanelId{link.far.value}) : nullptr;
            panel && panel->kind == PanelKind::copper)
            weaken(panel->category, panel->id, out);
        for (auto at = ports; at != patched_.end() && at->jack == link.id; ++at)
            if (const BitRate rate = rate_of(at->port); out.port.value == 0 || rate > out.rate) {
                out.port = at->port;
                out.rate = rate;
            }
        return out;
    }

  private:
    static void weaken(Category category, AnyId part, CopperLink& out) {
        if (rank(category) >= rank(out.category))
            return;
        out.category = category;
        out.weakest = part;
    }
    // False when it is of fibres, or of no known type.
    bool add_cable(CableId id, CopperLink& out) const {
        const CableKind* cable = cables_.find(id);
        const CableType* type = cable ? types_.find(cable->type) : nullptr;
        if (!type || type->element != ElementUnit::pair || is_fibre(type->category))
            return false;
        weaken(type->category, id, out);
        if (rank(type->screen) < rank(out.screen))
            out.screen = type->screen;
        return true;
    }
    // Of the port and, where one is joined to it, the device's.
    BitRate rate_of(PortId id) {
        const Port* port = input_.find(id);
        BitRate out = port && port->medium == Medium::copper ? port->rate : BitRate();
        for (auto at = std::lower_bound(far_.begin(), far_.end(), std::pair(id, PortId{}));
             at != far_.end() && at->first == id; ++at)
            if (const Port* far = input_.find(at->second); far && far->rate.value > 0)
                out = out.value > 0 ? std::min(out, far->rate) : far->rate;
        return out;
    }

    FactInput& input_;
    const Table<CableKind>& cables_;
    const Cords& cords_;
    const Table<CableType>& types_;
    const std::vector<PatchedJack>& patched_;
    std::vector<std::pair<PortId, PortId>> far_; // sorted
};

using Spot = std::pair<AnyId, std::int32_t>;

// Where cords that changed lie or lay, and all that cords join to that. Jacks count by their rows.
std::set<Spot> touched_spots(const Cords& before, const Cords& after) {
    std::vector<Cords::End> differ;
    std::set_symmetric_difference(before.ends.begin(), before.ends.end(), after.ends.begin(), after.ends.end(),
                                  std::back_inserter(differ));
    std::set<Spot> out;
    std::vector<Spot> open;
    const auto come_to = [&](AnyId row, std::int32_t position) {
        if (const Spot spot{row, row.kind == Kind::jacks ? 0 : position}; out.insert(spot).second)
            open.emplace_back(row, position);
    };
    for (const Cords::End& end : differ)
        come_to(end.on, end.position);
    while (!open.empty()) {
        const Spot spot = open.back();
        open.pop_back();
        for (const Cords* cords : {&before, &after})
            for (const Cords::End& end : cords->at(spot.first, spot.second))
                if (end.far.value != 0)
                    come_to(end.far, end.far_position);
    }
    return out;
}

template<class Row> std::vector<Row> differing(const std::vector<Row>& before, const std::vector<Row>& after) {
    std::vector<Row> out;
    if (&before != &after)
        std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                      std::back_inserter(out));
    return out;
}

// Jacks whose link, cords, port or the device at its other end is another than before.
std::set<JackId> touched_jacks(FactInput& input, const ChangeSet& changes) {
    std::set<JackId> out;
    const TableChanges& jacks = changes.of(Kind::jacks);
    for (const auto* list : {&jacks.added, &jacks.changed, &jacks.removed})
        for (const std::uint64_t id : *list)
            out.insert(JackId{id});
    const Table<JackLink>& links = input.get<JackLinks>().jacks;
    Table<JackLink>::diff(input.before_fact<JackLinks>().jacks, links, [&](const JackLink* a, const JackLink* b) {
        out.insert((a ? a : b)->id);
        return true;
    });
    const std::vector<PatchedJack>& patched = input.get<PatchedJacks>().jacks;
    for (const PatchedJack& jack : differing(input.before_fact<PatchedJacks>().jacks, patched))
        out.insert(jack.jack);
    std::set<PortId> ports;
    for (const DeviceLink& link : differing(input.before_fact<DeviceLinks>().links, input.get<DeviceLinks>().links))
        ports.insert({link.a, link.b});
    if (!ports.empty())
        for (const PatchedJack& jack : patched)
            if (ports.contains(jack.port))
                out.insert(jack.jack);
    if (const std::set<Spot> spots = touched_spots(input.before_fact<Cords>(), input.get<Cords>()); !spots.empty())
        for (const JackLink& link : links)
            if (spots.contains({link.far, link.far_position}) || spots.contains({link.id, 0}))
                out.insert(link.id);
    return out;
}

} // namespace

CopperLinks CopperLinks::compute(FactInput& input) {
    Reader reader(input);
    return {projected<CopperLink>(input.get<JackLinks>().jacks,
                                  [&](const JackLink& link) { return reader.link_of(link); })};
}

std::optional<CopperLinks> CopperLinks::update(const CopperLinks& previous, const ChangeSet& changes,
                                               FactInput& input) {
    for (const Kind kind : {Kind::ports, Kind::panels, Kind::cable_types})
        if (!changes.of(kind).empty())
            return compute(input);
    bool kinds_changed = false; // of cables that were there and are
    Table<CableKind>::diff(input.before_fact<CableKinds>().cables, input.get<CableKinds>().cables,
                           [&](const CableKind* a, const CableKind* b) { return !(kinds_changed = a && b); });
    if (kinds_changed)
        return compute(input);
    const std::set<JackId> touched = touched_jacks(input, changes);
    if (touched.empty())
        return std::nullopt;
    Reader reader(input);
    CopperLinks out = previous;
    bool changed = false;
    const Table<JackLink>& links = input.get<JackLinks>().jacks;
    for (const JackId id : touched) {
        const JackLink* link = links.find(id);
        changed |= settle_row(out.jacks, id, link ? reader.link_of(*link) : std::nullopt);
    }
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace riser
