// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/parts.h"

#include <algorithm>
#include <unordered_map>

namespace riser {

namespace {

// A switch port by its place among all copper ports of the plane's switches.
struct PortAt {
    std::size_t device = 0;
    std::size_t port = 0;
};

class Patching {
  public:
    Patching(EquipmentWorks& works, PlaneWorks& plane) : works_(works), plane_(plane) {
        std::int32_t offset = 0;
        for (const PanelId id : plane.copper) {
            offsets_[id] = offset;
            offset += works.after.find(id)->positions;
        }
        for (const std::size_t device : plane.access)
            for (std::size_t port = 0; port < works.devices[device].ports.size(); ++port)
                if (works.devices[device].ports[port].row.medium == Medium::copper)
                    ports_.push_back({device, port});
        for (const JackNeed& need : plane.need.jacks)
            by_cable_[need.cable] = {};
        for (const Termination& row : works.after.terminations)
            if (row.end == CableEnd::a && row.on.kind == Kind::panels && by_cable_.contains(row.cable))
                by_cable_[row.cable] = CordEnd{row.on, row.position};
        for (const JackNeed& need : plane.need.jacks)
            if (const auto port = works.fixed_end(key_of(need), CableEnd::b))
                for (const PortAt& at : ports_)
                    if (AnyId(port_of(at).row.id) == port->on)
                        --works.devices[at.device].quota[static_cast<std::size_t>(need.poe_class)];
    }

    void patch() {
        // Those that draw power stand first in the list, so that no other takes their ports.
        for (const JackNeed& need : plane_.need.jacks) {
            const CordEnd from = by_cable_.at(need.cable);
            const std::string key = key_of(need);
            if (need.fibre) {
                ++fibre_;
                continue;
            }
            if (from.on.value == 0)
                continue;
            if (works_.is_fixed(key)) {
                works_.cord(key, {}, plane_.plane, nullptr, {}, {});
                works_.poe += poe_classes[static_cast<std::size_t>(need.poe_class)].port;
                continue;
            }
            if (works_.is_held(from)) // by a person's cord
                continue;
            if (need.voice)
                to_block(need, from, key);
            else
                to_switch(need, from, key);
        }
        if (fibre_ > 0)
            works_.reasons.add(plane_.space,
                               {"光纤到桌面点端接于光纤配线架，待配光端设备",
                                "fibre outlets end on the optical frame, to be lit by optical terminals"});
    }

  private:
    static std::string key_of(const JackNeed& need) { return "patch|" + to_string(need.jack); }
    const PortDraft& port_of(const PortAt& at) const { return works_.devices[at.device].ports[at.port]; }

    const CableType* cord_type(const JackNeed& need) {
        if (const CableType* type = works_.cable_types.cord(need.category, need.screen))
            return type;
        works_.reasons.add({"线缆目录中没有跳线，按同类水平缆线计",
                            "the catalogue has no cord: cords count as cut from the horizontal cable"});
        const Cable* cable = works_.after.find(need.cable);
        return cable ? works_.after.find(cable->type) : nullptr;
    }

    bool suits(const PortAt& at, const JackNeed& need, bool within_quota) const {
        const Device& device = works_.devices[at.device];
        const PortDraft& port = device.ports[at.port];
        const auto power = static_cast<std::size_t>(need.poe_class);
        return !port.used && (need.poe_class == 0 || port.row.poe_class >= need.poe_class) &&
               (!within_quota || need.poe_class == 0 || device.quota[power] > 0);
    }

    // Position k of a panel to port k of the switch beside it where that suits, else the nearest after it that does.
    const PortAt* port_for(const JackNeed& need, CordEnd from) const {
        const auto offset = offsets_.find(PanelId{from.on.value});
        const std::size_t count = ports_.size();
        const std::size_t wish =
            offset == offsets_.end() ? 0 : static_cast<std::size_t>(offset->second + std::max(1, from.position) - 1);
        for (const bool within_quota : {true, false}) {
            if (need.poe_class > 0 && !within_quota)
                break; // over the budget of every switch
            for (std::size_t n = 0; n < count; ++n)
                if (const PortAt& at = ports_[(wish + n) % count]; suits(at, need, within_quota))
                    return &at;
        }
        return nullptr;
    }

    void to_switch(const JackNeed& need, CordEnd from, const std::string& key) {
        const PortAt* at = port_for(need, from);
        if (!at) {
            ++works_.unpatched;
            if (!plane_.access.empty())
                works_.reasons.add(need.jack,
                                   {"接入交换机没有合适的空闲端口", "no switch has a fitting port free for it"});
            return;
        }
        Device& device = works_.devices[at->device];
        PortDraft& port = device.ports[at->port];
        port.used = true;
        if (port.mine)
            port.row.mode = PortMode::access;
        --device.quota[static_cast<std::size_t>(need.poe_class)];
        works_.cord(key, "P-" + need.label, plane_.plane, cord_type(need), from, {port.row.id});
        works_.poe += poe_classes[static_cast<std::size_t>(need.poe_class)].port;
    }

    // The next pair of the voice backbone.
    void to_block(const JackNeed& need, CordEnd from, const std::string& key) {
        while (block_ < plane_.blocks.size()) {
            const Panel& block = *works_.after.find(plane_.blocks[block_]);
            if (++position_ > block.positions) {
                position_ = 0;
                ++block_;
                continue;
            }
            const CordEnd to{block.id, position_};
            if (works_.is_held(to))
                continue;
            works_.cord(key, "P-" + need.label, plane_.plane, cord_type(need), from, to);
            return;
        }
        if (plane_.blocks.empty())
            works_.reasons.add(plane_.space,
                               {"模拟电话点无语音主干线对可接", "no pairs of a voice backbone come here for its "
                                                                "analogue telephones"});
        else
            works_.reasons.add(plane_.space, {"语音主干线对不足", "the voice backbone has too few pairs"});
    }

    EquipmentWorks& works_;
    PlaneWorks& plane_;
    std::map<PanelId, std::int32_t> offsets_;
    std::vector<PortAt> ports_;
    std::unordered_map<CableId, CordEnd> by_cable_;
    std::size_t block_ = 0;
    std::int32_t position_ = 0;
    std::int32_t fibre_ = 0;
};

} // namespace

void patch_jacks(EquipmentWorks& works, PlaneWorks& plane) { Patching(works, plane).patch(); }

} // namespace riser
