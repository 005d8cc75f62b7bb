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
#include <unordered_map>

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
          types_(input.table<CableType>()) {
        for (const PatchedJack& patched : input.get<PatchedJacks>().jacks)
            ports_[patched.jack].push_back(patched.port);
        for (const DeviceLink& link : input.get<DeviceLinks>().links) {
            far_.emplace(link.a, link.b);
            far_.emplace(link.b, link.a);
        }
    }

    std::optional<CopperLink> link_of(const JackLink& link) {
        const Jack* jack = input_.find(link.id);
        const auto ports = ports_.find(link.id);
        if (!jack || ports == ports_.end() || link.cables.empty() || is_fibre(jack->category))
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
        for (const PortId port : ports->second)
            if (const BitRate rate = rate_of(port); out.port.value == 0 || rate > out.rate) {
                out.port = port;
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
        for (auto [at, end] = far_.equal_range(id); at != end; ++at)
            if (const Port* far = input_.find(at->second); far && far->rate.value > 0)
                out = out.value > 0 ? std::min(out, far->rate) : far->rate;
        return out;
    }

    FactInput& input_;
    const Table<CableKind>& cables_;
    const Cords& cords_;
    const Table<CableType>& types_;
    std::unordered_map<JackId, std::vector<PortId>> ports_;
    std::unordered_multimap<PortId, PortId> far_;
};

} // namespace

CopperLinks CopperLinks::compute(FactInput& input) {
    Reader reader(input);
    return {projected<CopperLink>(input.get<JackLinks>().jacks,
                                  [&](const JackLink& link) { return reader.link_of(link); })};
}

} // namespace riser
