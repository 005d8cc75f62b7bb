// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/parts.h"

#include <algorithm>
#include <map>
#include <set>

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
        for (std::size_t i = 0; i < ports_.size(); ++i)
            index_.emplace(port_of(ports_[i]).row.id, i);
        for (const JackNeed& need : plane.need.jacks)
            if (const auto port = works.fixed_end(key_of(need), CableEnd::b))
                if (const auto at = index_.find(port->on); at != index_.end())
                    --works.devices[ports_[at->second].device].quota[static_cast<std::size_t>(need.poe_class)];
    }

    // Those that draw power stand first in the list, so that no other takes their ports. Of equal ones, those that have
    // a place keep it: a jack more or less moves no other cord.
    void patch() {
        const std::vector<JackNeed>& jacks = plane_.need.jacks;
        for (auto from = jacks.begin(); from != jacks.end();) {
            const auto to =
                std::find_if(from, jacks.end(), [&](const JackNeed& n) { return n.poe_class != from->poe_class; });
            std::vector<const JackNeed*> rest;
            for (; from != to; ++from)
                if (is_ours(*from) && !keep(*from))
                    rest.push_back(&*from);
            for (const JackNeed* need : rest)
                need->voice ? to_block(*need) : to_switch(*need);
        }
        if (fibre_ > 0)
            works_.reasons.add(plane_.space,
                               {"光纤到桌面点端接于光纤配线架，待配光端设备",
                                "fibre outlets end on the optical frame, to be lit by optical terminals"});
    }

  private:
    static std::string key_of(const JackNeed& need) { return "patch|" + to_string(need.jack); }

    // Where its cable ends on a panel of its telecom room; on nothing when there was no position for it.
    CordEnd panel_end(const JackNeed& need) const {
        const auto found = works_.panel_ends.find(need.cable);
        return found == works_.panel_ends.end() ? CordEnd{} : found->second;
    }

    // Whether it is this planner that patches it; a person's cord is counted and left as it is.
    bool is_ours(const JackNeed& need) {
        if (need.fibre) {
            ++fibre_;
            return false;
        }
        const CordEnd from = panel_end(need);
        if (from.on.value == 0)
            return false;
        if (const std::string key = key_of(need); works_.is_fixed(key)) {
            works_.cord(key, {}, plane_.plane, nullptr, {}, {});
            works_.poe += poe_classes[static_cast<std::size_t>(need.poe_class)].port;
            return false;
        }
        return !works_.is_held(from); // by a person's cord
    }

    // Where its cord ends as it stands, if that still serves.
    bool keep(const JackNeed& need) {
        const Termination end = works_.ends.start(key_of(need) + "|b");
        if (!works_.ends.known(end))
            return false;
        if (need.voice) {
            const CordEnd to{end.on, end.position};
            if (!is_free_pair(to))
                return false;
            connect(need, to);
            return true;
        }
        const auto at = index_.find(end.on);
        if (at == index_.end() || !suits(ports_[at->second], need, true))
            return false;
        connect(need, ports_[at->second]);
        return true;
    }

    void connect(const JackNeed& need, const PortAt& at) {
        Device& device = works_.devices[at.device];
        PortDraft& port = device.ports[at.port];
        port.used = true;
        if (port.mine)
            port.row.mode = PortMode::access;
        --device.quota[static_cast<std::size_t>(need.poe_class)];
        works_.cord(key_of(need), "P-" + need.label, plane_.plane, cord_type(need), panel_end(need), {port.row.id});
        works_.poe += poe_classes[static_cast<std::size_t>(need.poe_class)].port;
    }

    void connect(const JackNeed& need, CordEnd pair) {
        pairs_.emplace(pair.on, pair.position);
        works_.cord(key_of(need), "P-" + need.label, plane_.plane, cord_type(need), panel_end(need), pair);
    }
    // Of a block of this network, and no other cord's.
    bool is_free_pair(CordEnd pair) const {
        const auto block = std::find(plane_.blocks.begin(), plane_.blocks.end(), PanelId{pair.on.value});
        return pair.on.kind == Kind::panels && block != plane_.blocks.end() && pair.position >= 1 &&
               pair.position <= works_.after.find(*block)->positions && !works_.is_held(pair) &&
               !pairs_.contains({pair.on, pair.position});
    }

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

    void to_switch(const JackNeed& need) {
        if (const PortAt* at = port_for(need, panel_end(need)))
            return connect(need, *at);
        ++works_.unpatched;
        if (!plane_.access.empty())
            works_.reasons.add(need.jack, {"接入交换机没有合适的空闲端口", "no switch has a fitting port free for it"});
    }

    // The next free pair of the voice backbone.
    void to_block(const JackNeed& need) {
        for (; block_ < plane_.blocks.size(); ++block_, position_ = 0) {
            const Panel& block = *works_.after.find(plane_.blocks[block_]);
            while (++position_ <= block.positions)
                if (const CordEnd to{block.id, position_}; is_free_pair(to))
                    return connect(need, to);
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
    std::map<AnyId, std::size_t> index_;             // of a port in ports_
    std::set<std::pair<AnyId, std::int32_t>> pairs_; // of voice, in use
    std::size_t block_ = 0;
    std::int32_t position_ = 0;
    std::int32_t fibre_ = 0;
};

} // namespace

void patch_jacks(EquipmentWorks& works, PlaneWorks& plane) { Patching(works, plane).patch(); }

} // namespace riser
