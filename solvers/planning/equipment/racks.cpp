// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/parts.h"
#include "solvers/planning/equipment/rack_blocks.h"
#include "solvers/planning/equipment/rack_fill.h"
#include "solvers/planning/equipment/rack_places.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

// Networks that may stand in the same racks.
struct RackGroup {
    std::string key;
    std::vector<PlaneKey> planes;
    std::optional<PlaneId> plane; // of its racks, where it is one network's
};

std::vector<RackGroup> groups_of(const EquipmentWorks& works) {
    std::vector<const Plane*> planes;
    for (const Plane& plane : works.after.planes)
        if (plane.disclosure != Disclosure::secret)
            planes.push_back(&plane);
    std::sort(planes.begin(), planes.end(),
              [](const Plane* a, const Plane* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
    std::vector<RackGroup> out;
    for (const Plane* plane : planes) {
        const auto meets = [&](const RackGroup& group) {
            return std::none_of(group.planes.begin(), group.planes.end(),
                                [&](const PlaneKey& other) { return works.apart.apart(plane->id, other); });
        };
        const auto at = std::find_if(out.begin(), out.end(), meets);
        if (at == out.end())
            out.push_back({.key = to_string(plane->id), .planes = {plane->id}, .plane = plane->id});
        else {
            at->planes.emplace_back(plane->id);
            at->plane.reset();
        }
    }
    if (out.empty())
        out.push_back({.key = "-", .planes = {}, .plane = {}});
    out.front().planes.emplace_back(std::nullopt);
    return out;
}

class RacksOfSpace {
  public:
    RacksOfSpace(EquipmentWorks& works, const SpaceNeed& need, const std::vector<RackGroup>& groups, RackTotals& totals)
        : works_(works), need_(need), groups_(groups), totals_(totals) {}

    void plan() {
        for (std::size_t g = 0; g < groups_.size(); ++g)
            fill(g);
        for (const PlaneId plane : need_.secret)
            reserve(plane);
        stand();
        write();
    }

  private:
    struct RackAt {
        RackId id;
        std::int32_t number = 0; // among ours; 0: a person's
    };
    struct RackRow {
        std::string key;
        std::optional<PlaneId> plane;
        Status status = Status::planned;
    };
    struct Filled {
        std::vector<Block> blocks;
        RackFilling filling;
        std::vector<RackAt> racks; // a person's, then ours
        std::vector<RackRow> rows; // ours that are wanted
    };

    bool is_fixed(const RackItem& item) const {
        constexpr std::uint64_t place_fields = 0b1111; // rack, item, unit, height
        return PlannedRows<RackItem>::is_settled(item) || !works_.items.was_mine(item) ||
               (item.pins.mask & place_fields) != 0;
    }

    // Racks of people that this group may use: of its networks, or of none and with nothing of another group's in it.
    std::vector<RackId> drawn_racks(std::size_t g) const {
        std::vector<const Rack*> out;
        for (const Rack& rack : works_.after.racks) {
            if (rack.space != need_.space || rack.status == Status::remove || works_.racks.was_mine(rack))
                continue;
            const auto& planes = groups_[g].planes;
            if (rack.plane ? std::find(planes.begin(), planes.end(), PlaneKey(rack.plane)) != planes.end()
                           : group_of_contents(rack.id).value_or(first_in_use()) == g)
                out.push_back(&rack);
        }
        std::sort(out.begin(), out.end(),
                  [](const Rack* a, const Rack* b) { return std::tie(a->label, a->id) < std::tie(b->label, b->id); });
        std::vector<RackId> ids;
        for (const Rack* rack : out)
            ids.push_back(rack->id);
        return ids;
    }
    std::size_t first_in_use() const {
        for (std::size_t g = 0; g < groups_.size(); ++g)
            for (const PlaneKey& plane : groups_[g].planes)
                if (need_.planes.contains(plane))
                    return g;
        return 0;
    }
    std::optional<std::size_t> group_of_contents(RackId rack) const {
        for (const RackItem& item : works_.after.rack_items) {
            if (item.rack != rack || works_.items.was_mine(item))
                continue;
            PlaneKey plane;
            if (item.item.kind == Kind::panels) {
                if (const Panel* panel = works_.after.find(PanelId{item.item.value}))
                    plane = panel->plane;
            } else if (item.item.kind == Kind::equipment) {
                if (const Equipment* device = works_.after.find(EquipmentId{item.item.value}))
                    plane = device->plane;
            }
            for (std::size_t g = 0; plane && g < groups_.size(); ++g)
                if (std::find(groups_[g].planes.begin(), groups_[g].planes.end(), plane) != groups_[g].planes.end())
                    return g;
        }
        return std::nullopt;
    }

    RackLimits limits_of(std::int32_t units, Grams load, Milliwatts power) const {
        const std::int32_t free = (units * works_.options.free_units.value + 9'999) / 10'000;
        return {.units = units, .usable = units - free, .load = load, .power = power};
    }

    // Whether the item stays where it is while the blocks are placed. Items of ours that a person took over are placed
    // with the rest as long as they come to stand where they do.
    bool stands(const RackItem& item, const std::set<std::string>& replanned) const {
        return item.status != Status::remove && is_fixed(item) &&
               !(works_.items.was_mine(item) && replanned.contains(item.origin.key));
    }

    StandingRack standing(const Rack& rack, const std::set<std::string>& replanned) const {
        const std::int32_t units = std::clamp(rack.units, 1, 60);
        StandingRack out{.limits = limits_of(units, rack.load_limit, rack.power_limit),
                         .taken = std::vector<bool>(static_cast<std::size_t>(units), false),
                         .load = {},
                         .power = {}};
        for (const RackItem& item : works_.after.rack_items)
            if (item.rack == rack.id && stands(item, replanned))
                for (std::int32_t u = std::max(1, item.unit); u < item.unit + item.height && u <= units; ++u)
                    out.taken[static_cast<std::size_t>(u) - 1] = true;
        return out;
    }

    std::string rack_key(const std::string& group) const { return to_string(need_.space) + "|rack|" + group; }

    void fill(std::size_t g) {
        std::vector<Block> blocks;
        for (const PlaneKey& plane : groups_[g].planes)
            if (const auto at = works_.planes.find({need_.space, plane}); at != works_.planes.end())
                for (Block& block : blocks_of(works_, at->second))
                    blocks.push_back(std::move(block));
        std::set<std::string> keys;
        for (const Block& block : blocks)
            for (const BlockSlot& slot : block.slots)
                keys.insert(slot.key);
        Filled filled = filled_around(g, blocks, keys);
        if (!agrees(filled))
            filled = filled_around(g, blocks, {});
        filled_[g] = std::move(filled);
        for (const std::string& key : keys) // what a person placed stays, as long as the thing is there
            if (const RackItem item = works_.items.start(key); works_.items.known(item) && is_fixed(item))
                works_.items.keep(item.id);
    }

    // `replanned`: keys of items that are placed anew though a person took them over.
    Filled filled_around(std::size_t g, const std::vector<Block>& blocks, const std::set<std::string>& replanned) {
        const std::string key = rack_key(groups_[g].key);
        const std::map<std::int32_t, RackId> settled = settled_rows(works_.after.racks, works_.racks, key, "units");
        Filled out;
        std::set<AnyId> placed;
        std::set<std::string> fixed;
        for (const RackItem& item : works_.after.rack_items)
            if (stands(item, replanned) && works_.after.contains(item.rack)) {
                placed.insert(item.item);
                fixed.insert(item.origin.key);
            }
        for (const Block& block : blocks)
            if (Block rest = without(block, placed, fixed); !rest.slots.empty())
                out.blocks.push_back(std::move(rest));
        std::vector<StandingRack> racks;
        for (const RackId id : drawn_racks(g)) {
            out.racks.push_back({id, 0});
            racks.push_back(standing(*works_.after.find(id), replanned));
        }
        const RackLimits each =
            limits_of(works_.options.rack_units, works_.options.rack_load, works_.options.rack_power);
        const std::int32_t last = settled.empty() ? 0 : settled.rbegin()->first;
        const auto numbered = [&](std::int32_t number) {
            return RackAt{works_.racks.start(key + "|" + std::to_string(number)).id, number};
        };
        for (std::int32_t number = 1; number <= last; ++number) {
            out.racks.push_back(numbered(number));
            const auto at = settled.find(number);
            Rack fresh;
            fresh.units = each.units;
            fresh.load_limit = each.load;
            fresh.power_limit = each.power;
            racks.push_back(standing(at == settled.end() ? fresh : *works_.after.find(at->second), replanned));
        }
        std::vector<RackBlock> plain;
        for (const Block& block : out.blocks)
            plain.push_back(block.plain());
        out.filling = fill_racks(std::move(racks), each, plain);
        for (std::int32_t number = last + 1; out.racks.size() < out.filling.racks; ++number)
            out.racks.push_back(numbered(number));
        std::set<std::size_t> used;
        for (const std::vector<SlotPlace>& slots : out.filling.blocks)
            for (const SlotPlace& slot : slots)
                used.insert(slot.rack);
        for (std::size_t r = 0; r < out.racks.size(); ++r)
            if (const std::int32_t number = out.racks[r].number;
                number > 0 && (used.contains(r) || settled.contains(number)))
                out.rows.push_back({key + "|" + std::to_string(number), groups_[g].plane, Status::planned});
        return out;
    }

    // Whether what a person took over comes to stand where it does.
    bool agrees(const Filled& filled) const {
        for (std::size_t b = 0; b < filled.blocks.size(); ++b)
            for (std::size_t s = 0; s < filled.blocks[b].slots.size(); ++s) {
                const BlockSlot& slot = filled.blocks[b].slots[s];
                const SlotPlace& place = filled.filling.blocks[b][s];
                const RackItem item = works_.items.start(slot.key);
                if (works_.items.known(item) && is_fixed(item) &&
                    (place.unit == 0 || item.rack != filled.racks[place.rack].id || item.unit != place.unit))
                    return false;
            }
        return true;
    }

    void reserve(PlaneId plane) {
        rows_.push_back({rack_key(to_string(plane)) + "|1", plane, Status::reserved});
        works_.reasons.add(need_.space, {"涉密网络仅预留机柜位置，不配置设备",
                                         "a secret network: room for a rack is reserved, nothing is planned in it"});
    }

    // Where they stand, all racks of the space together.
    void stand() {
        std::vector<RackRow> rows = std::move(rows_);
        rows_.clear();
        for (const auto& [g, filled] : filled_)
            rows_.insert(rows_.end(), filled.rows.begin(), filled.rows.end());
        rows_.insert(rows_.end(), rows.begin(), rows.end());
        const Space* space = works_.after.find(need_.space);
        const Room* room = space ? works_.after.find(space->room) : nullptr;
        const auto count = static_cast<std::int32_t>(rows_.size());
        RackPlaces places;
        if (room && count > 0) {
            RackRoom in{.outline = room->outline, .columns = {}, .standing = {}, .entry = space->place};
            for (const Column& column : works_.after.columns)
                if (column.floor == room->floor)
                    in.columns.push_back(column.outline);
            for (const Rack& rack : works_.after.racks)
                if (rack.space == need_.space && rack.status != Status::remove && !works_.racks.was_mine(rack))
                    in.standing.push_back(box_of(rack));
            places = rack_places(in, count, works_.options.rack_width, works_.options.rack_depths,
                                 works_.options.clearances);
            explain(places, count);
        }
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            Rack rack = works_.racks.start(rows_[i].key);
            rack.space = need_.space;
            rack.plane = rows_[i].plane;
            rack.status = rows_[i].status;
            if (rows_[i].status == Status::reserved)
                rack.scope = Scope::classified_works;
            rack.units = works_.options.rack_units;
            rack.width = works_.options.rack_width;
            rack.load_limit = works_.options.rack_load;
            rack.power_limit = works_.options.rack_power;
            if (!places.places.empty()) {
                rack.place = places.places[i].place;
                rack.rotation = places.places[i].turn;
                rack.depth = places.depth;
            } else {
                rack.place = space ? space->place : Point();
                rack.rotation = {};
                rack.depth = works_.options.rack_depths.empty() ? Millimetres(600) : works_.options.rack_depths.back();
            }
            if (rack.label.empty())
                rack.label = works_.next_label(works_.rack_labels, need_.space, {}, "R");
            works_.racks.put(std::move(rack));
            ++totals_.racks;
        }
    }

    void explain(const RackPlaces& places, std::int32_t count) {
        const std::string n = std::to_string(count);
        switch (places.fit) {
        case RackFit::clear:
            return;
        case RackFit::end_at_wall:
            works_.reasons.add(need_.space, {"机房偏小：机柜列一端靠墙，侧面净距不足",
                                             "the room is tight: one end of the row of racks touches a wall"});
            return;
        case RackFit::back_at_wall:
            works_.reasons.add(need_.space, {"机房偏小：机柜背面靠墙，仅由正面维护",
                                             "the room is too small for space behind its racks: their backs touch the "
                                             "wall, and they are worked on from the front"});
            return;
        case RackFit::none:
            works_.reasons.add(
                need_.space, {"机房放不下 " + n + " 台机柜，即使背面靠墙", "the room does not hold " + n +
                                                                               " racks, not even with their backs to a "
                                                                               "wall"});
        }
    }

    void write() {
        for (const auto& [g, filled] : filled_)
            for (std::size_t b = 0; b < filled.blocks.size(); ++b)
                for (std::size_t s = 0; s < filled.blocks[b].slots.size(); ++s)
                    write_slot(filled.blocks[b].slots[s], filled.filling.blocks[b][s], filled.racks);
        for (const auto& [g, filled] : filled_)
            for (std::size_t r = 0; r < filled.racks.size(); ++r)
                power(filled.racks[r].id);
        for (const RackRow& row : rows_)
            if (row.status == Status::planned)
                totals_.free_units += free_units(works_.racks.start(row.key).id);
    }

    void write_slot(const BlockSlot& slot, const SlotPlace& place, const std::vector<RackAt>& racks) {
        if (place.unit == 0) {
            works_.reasons.add(need_.space,
                               {"有设备高于整个机柜，未上架", "something is taller than a rack: it stands in "
                                                              "none"});
            return;
        }
        if (slot.item.value == 0) // a unit left free: the catalogue names nothing for it
            return;
        RackItem item = works_.items.start(slot.key);
        item.rack = racks[place.rack].id;
        item.item = slot.item;
        item.unit = place.unit;
        item.height = slot.size.height;
        works_.items.put(std::move(item));
        if (slot.item.kind == Kind::equipment)
            works_.rack_of[EquipmentId{slot.item.value}] = racks[place.rack].id;
    }

    // Two strips where something in the rack has two supplies, else one; of our racks.
    void power(RackId id) {
        const Rack* rack = works_.after.find(id);
        std::int32_t supplies = 0;
        for (const auto& [device, in] : works_.rack_of)
            if (in == id)
                if (const Equipment* row = works_.after.find(device))
                    if (const EquipmentType* type = works_.after.find(row->type))
                        supplies = std::max(supplies, type->power_supplies);
        if (!rack || supplies == 0 || !works_.racks.was_mine(*rack))
            return;
        for (std::int32_t n = 1; n <= std::min(supplies, 2); ++n) {
            Pdu pdu = works_.pdus.start(to_string(id) + "|" + std::to_string(n));
            pdu.rack = id;
            pdu.sockets = works_.options.pdu_sockets;
            pdu.capacity = works_.options.pdu_capacity;
            if (pdu.label.empty())
                pdu.label = strip_label(*rack);
            works_.pdus_of[id].push_back(works_.pdus.put(std::move(pdu)).id);
        }
    }

    std::string strip_label(const Rack& rack) {
        std::vector<LabelField> fields = space_fields(works_.after, rack.space);
        fields.push_back({"rack", rack.label});
        return works_.pdu_labels.next(fields);
    }

    std::int32_t free_units(RackId id) const {
        const Rack& rack = *works_.after.find(id);
        std::set<std::int32_t> used;
        for (const RackItem& item : works_.after.rack_items)
            if (item.rack == id && (!works_.items.is_mine(item) || works_.items.is_wanted(item.id)))
                for (std::int32_t u = item.unit; u < item.unit + item.height; ++u)
                    used.insert(u);
        return rack.units - static_cast<std::int32_t>(used.size());
    }

    EquipmentWorks& works_;
    const SpaceNeed& need_;
    const std::vector<RackGroup>& groups_;
    RackTotals& totals_;
    std::map<std::size_t, Filled> filled_;
    std::vector<RackRow> rows_;
};

} // namespace

RackTotals plan_racks(EquipmentWorks& works) {
    RackTotals out;
    const std::vector<RackGroup> groups = groups_of(works);
    for (const SpaceNeed& need : works.needs)
        RacksOfSpace(works, need, groups, out).plan();
    return out;
}

} // namespace riser
