// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cabling.h"
#include "model/equipment.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/rules/rules.h"

#include <map>
#include <set>

namespace riser {

namespace {

using Stated = std::optional<PlaneId>;
using Held = std::pair<Stated, AnyId>;

class Sharing {
  public:
    Sharing(FactInput& facts, FindingList& findings)
        : facts_(facts), separation_(facts.get<PlaneSeparation>()), findings_(findings) {}

    // What a secret plane has for itself alone.
    void racks() {
        std::map<RackId, std::vector<Held>> held;
        for (const Rack& row : facts_.table<Rack>())
            if (row.plane && row.status != Status::remove)
                held[row.id].emplace_back(row.plane, row.id);
        for (const RackItem& row : facts_.table<RackItem>())
            if (row.status != Status::remove)
                if (const auto plane = plane_of(row.item))
                    held[row.rack].emplace_back(*plane, row.item);
        for (const auto& [rack, items] : held) {
            ++findings_.examined;
            for (std::size_t i = 1; i < items.size(); ++i)
                if (const auto clash = first_secret_clash(items, i))
                    say(rack, *clash, items[i]);
        }
    }
    void spaces() {
        const auto look = [&](const std::optional<SpaceId>& space, Stated plane, AnyId item) {
            const Space* row = facts_.find(space);
            findings_.examined += row && row->plane;
            if (row && row->plane && plane && is_secret_pair(row->plane, plane))
                say(row->id, {row->plane, row->id}, {plane, item});
        };
        for (const Equipment& row : facts_.table<Equipment>())
            if (row.status != Status::remove)
                look(row.space, row.plane, row.id);
        for (const Panel& row : facts_.table<Panel>())
            if (row.status != Status::remove)
                look(row.space, row.plane, row.id);
    }
    // What carries the frames of both.
    void devices() {
        std::set<std::pair<EquipmentId, VlanId>> said;
        for (const Port& port : facts_.table<Port>()) {
            const Equipment* device = port.status == Status::remove ? nullptr : facts_.find(port.equipment);
            if (!device || device->status == Status::remove)
                continue;
            ++findings_.examined;
            const auto look = [&](VlanId id) {
                const Vlan* vlan = facts_.find(id);
                if (vlan && separation_.apart(device->plane, vlan->plane) && said.emplace(device->id, id).second)
                    say(device->id, {device->plane, device->id}, {vlan->plane, id});
            };
            if (port.access_vlan)
                look(*port.access_vlan);
            for (const VlanId id : port.trunk_vlans)
                look(id);
        }
        for (const Stack& row : facts_.table<Stack>()) {
            ++findings_.examined;
            for (std::size_t i = 1; i < row.members.size(); ++i) {
                const Equipment* a = facts_.find(row.members[0]);
                const Equipment* b = facts_.find(row.members[i]);
                if (a && b && separation_.apart(a->plane, b->plane))
                    say(row.id, {a->plane, a->id}, {b->plane, b->id});
            }
        }
    }

  private:
    std::optional<Stated> plane_of(AnyId item) const {
        if (item.kind == Kind::equipment)
            if (const Equipment* row = facts_.find(EquipmentId{item.value}))
                return row->plane;
        if (item.kind == Kind::panels)
            if (const Panel* row = facts_.find(PanelId{item.value}))
                return row->plane;
        return std::nullopt;
    }
    bool is_secret_pair(Stated a, Stated b) const {
        return a != b && (separation_.is_secret(a) || separation_.is_secret(b));
    }
    std::optional<Held> first_secret_clash(const std::vector<Held>& items, std::size_t before) const {
        for (std::size_t i = 0; i < before; ++i)
            if (is_secret_pair(items[i].first, items[before].first))
                return items[i];
        return std::nullopt;
    }
    void say(AnyId shared, const Held& a, const Held& b) {
        const auto word = [](std::string_view key, Stated plane) {
            return plane ? Word{key, AnyId(*plane)} : Word{key, Text{"未定网络", "no stated plane"}};
        };
        findings_.add({.subjects = {shared, b.second},
                       .limit = {},
                       .actual = {},
                       .words = {{word("plane", a.first), word("other", b.first), {"by", b.second}}}});
    }

    FactInput& facts_;
    const PlaneSeparation& separation_;
    FindingList& findings_;
};

} // namespace

// Devices of one plane carry no VLAN of another and stand in no stack with it; racks and spaces of a secret plane hold
// nothing of others.
constexpr Rule shared_object{
    .id = "SEC-C6",
    .group = RuleGroup::security,
    .words = {"plane", "other", "by"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            if (facts.get<PlaneSeparation>().empty()) {
                findings.not_applicable = {"没有须物理隔离的网络", "no planes have to be physically apart"};
                return;
            }
            Sharing sharing(facts, findings);
            sharing.racks();
            sharing.spaces();
            sharing.devices();
            if (findings.examined == 0)
                findings.not_applicable = {"还没有设备与机柜", "there is no device and no rack yet"};
        },
};

} // namespace riser
