// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/parts.h"
#include "solvers/planning/equipment/rack_blocks.h"
#include "solvers/planning/equipment/rack_fill.h"
#include "solvers/planning/equipment/rack_rooms.h"

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
        : works_(works),
          need_(need),
          groups_(groups),
          totals_(totals),
          kinds_(rack_kinds(works.after, works.options)),
          room_(rack_room(works, need.space)) {}

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
        RackKind kind;
    };
    struct Filled {
        std::vector<Block> blocks;
        RackFilling filling;
        std::vector<RackAt> racks; // a person's, then ours
        std::vector<RackRow> rows; // ours that are wanted
        RackKind kind;             // of those that no person decided on
        bool reserve = true;       // units for growth are kept free
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

    RackLimits limits_of(std::int32_t units, Grams load, Milliwatts power, bool reserve = true) const {
        const std::int32_t free = reserve ? (units * works_.options.free_units.value + 9'999) / 10'000 : 0;
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
        for (const PlaneKey& plane : groups_[g].planes)
            if (const auto at = works_.planes.find({need_.space, plane}); at != works_.planes.end())
                for (Block& block : blocks_of(works_, at->second))
                    blocks_[g].push_back(std::move(block));
        filled_[g] = filled_with(g, kinds_.front(), true);
        for (const std::string& key : keys_of(blocks_[g])) // what a person placed stays, as long as the thing is there
            if (const RackItem item = works_.items.start(key); works_.items.known(item) && is_fixed(item))
                works_.items.keep(item.id);
    }

    static std::set<std::string> keys_of(const std::vector<Block>& blocks) {
        std::set<std::string> keys;
        for (const Block& block : blocks)
            for (const BlockSlot& slot : block.slots)
                keys.insert(slot.key);
        return keys;
    }

    // What the group's things come to in cabinets of that kind.
    Filled filled_with(std::size_t g, const RackKind& kind, bool reserve) {
        Filled filled = filled_around(g, kind, reserve, keys_of(blocks_[g]));
        return agrees(filled) ? filled : filled_around(g, kind, reserve, {});
    }

    // `replanned`: keys of items that are placed anew though a person took them over.
    Filled filled_around(std::size_t g, const RackKind& kind, bool reserve, const std::set<std::string>& replanned) {
        const std::string key = rack_key(groups_[g].key);
        const std::map<std::int32_t, RackId> settled = settled_rows(works_.after.racks, works_.racks, key, "units");
        Filled out{.blocks = {}, .filling = {}, .racks = {}, .rows = {}, .kind = kind, .reserve = reserve};
        std::set<AnyId> placed;
        std::set<std::string> fixed;
        for (const RackItem& item : works_.after.rack_items)
            if (stands(item, replanned) && works_.after.contains(item.rack)) {
                placed.insert(item.item);
                fixed.insert(item.origin.key);
            }
        for (const Block& block : blocks_[g])
            if (Block rest = without(block, placed, fixed); !rest.slots.empty())
                out.blocks.push_back(std::move(rest));
        std::vector<StandingRack> racks;
        for (const RackId id : drawn_racks(g)) {
            out.racks.push_back({id, 0});
            racks.push_back(standing(*works_.after.find(id), replanned));
        }
        const RackLimits each = limits_of(kind.units, kind.load, kind.power, reserve);
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
                out.rows.push_back({key + "|" + std::to_string(number), groups_[g].plane, Status::planned, kind});
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
        rows_.push_back({rack_key(to_string(plane)) + "|1", plane, Status::reserved, kinds_.front()});
        works_.reasons.add(need_.space, {"涉密网络仅预留机柜位置，不配置设备",
                                         "a secret network: room for a rack is reserved, nothing is planned in it"});
    }

    // Where they stand, all racks of the space together.
    void stand() {
        const std::vector<RackRow> reserved = std::move(rows_);
        gather(reserved);
        std::vector<RackPlace> places = room_ && !rows_.empty() ? places_in_room(reserved) : std::vector<RackPlace>();
        const Space* space = works_.after.find(need_.space);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const RackRow& row = rows_[i];
            Rack rack = works_.racks.start(row.key);
            rack.space = need_.space;
            rack.plane = row.plane;
            rack.status = row.status;
            if (row.status == Status::reserved)
                rack.scope = Scope::classified_works;
            rack.units = row.kind.units;
            rack.width = row.kind.size.width;
            rack.depth = row.kind.size.depth;
            rack.load_limit = row.kind.load;
            rack.power_limit = row.kind.power;
            rack.place = !places.empty() ? places[i].place : space ? space->place : Point();
            rack.rotation = places.empty() ? MilliDegrees() : places[i].turn;
            if (rack.label.empty())
                rack.label = works_.next_label(works_.rack_labels, need_.space, {}, "R");
            works_.racks.put(std::move(rack));
            ++totals_.racks;
        }
    }

    void gather(const std::vector<RackRow>& reserved) {
        rows_.clear();
        for (const auto& [g, filled] : filled_)
            rows_.insert(rows_.end(), filled.rows.begin(), filled.rows.end());
        rows_.insert(rows_.end(), reserved.begin(), reserved.end());
    }

    // Usual cabinets in rows where those keep every clearance; else the kinds and places that lack the least.
    std::vector<RackPlace> places_in_room(const std::vector<RackRow>& reserved) {
        std::vector<Millimetres> depths;
        for (const RackKind& kind : kinds_)
            if (kind.units == kinds_.front().units && kind.size.width == kinds_.front().size.width)
                depths.push_back(kind.size.depth);
        const auto count = static_cast<std::int32_t>(rows_.size());
        RackPlaces rows = rack_places(*room_, count, kinds_.front().size.width, depths, works_.options.clearances);
        if (rows.fit != RackFit::clear && !has_settled())
            if (auto places = chosen_places(reserved))
                return std::move(*places);
        for (RackRow& row : rows_)
            row.kind.size.depth = rows.places.empty() ? depths.back() : rows.depth;
        if (rows.fit != RackFit::clear)
            explain_lack();
        return std::move(rows.places);
    }

    bool has_settled() const {
        for (std::size_t g = 0; g < groups_.size(); ++g)
            if (!settled_rows(works_.after.racks, works_.racks, rack_key(groups_[g].key), "units").empty())
                return true;
        return false;
    }

    struct Way {
        Filled filled;
        CabinetOption option;
    };

    // The kinds of cabinet that hold a group's things; giving up the reserve for growth only where that saves one.
    std::vector<Way> ways_of(std::size_t g) {
        constexpr std::int32_t a_cabinet_more = 15, a_kind_less = 10, without_reserve = 200;
        if (filled_[g].rows.empty())
            return {{filled_[g], {kinds_.front().size, 0, 0}}};
        const bool heavy =
            std::any_of(blocks_[g].begin(), blocks_[g].end(), [](const Block& block) { return block.heavy; });
        std::vector<Way> out;
        for (std::size_t k = 0; k < kinds_.size(); ++k) {
            std::int32_t with_reserve = INT32_MAX;
            for (const bool reserve : {true, false}) {
                Filled filled = filled_with(g, kinds_[k], reserve);
                const auto count = static_cast<std::int32_t>(filled.rows.size());
                if ((heavy && kinds_[k].size.on_wall) || !holds_all(filled) || count >= with_reserve)
                    continue;
                with_reserve = count;
                const std::int32_t rank = static_cast<std::int32_t>(k) * a_kind_less + (count - 1) * a_cabinet_more +
                                          (reserve ? 0 : without_reserve);
                out.push_back({std::move(filled), {kinds_[k].size, count, rank}});
            }
        }
        return out;
    }

    static bool holds_all(const Filled& filled) {
        return std::all_of(filled.filling.blocks.begin(), filled.filling.blocks.end(), [](const auto& slots) {
            return std::all_of(slots.begin(), slots.end(), [](const SlotPlace& place) { return place.unit > 0; });
        });
    }

    std::optional<std::vector<RackPlace>> chosen_places(std::vector<RackRow> reserved) {
        std::vector<std::vector<Way>> ways;
        std::vector<std::vector<CabinetOption>> networks;
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            ways.push_back(ways_of(g));
            networks.emplace_back();
            for (const Way& way : ways.back())
                networks.back().push_back(way.option);
        }
        for (std::size_t r = 0; r < reserved.size(); ++r) {
            networks.emplace_back();
            for (const RackKind& kind : kinds_)
                if (!kind.size.on_wall)
                    networks.back().push_back({kind.size, 1, static_cast<std::int32_t>(networks.back().size()) * 10});
        }
        auto choice = choose_cabinets(*room_, networks, works_.options.clearances);
        if (!choice)
            return std::nullopt;
        for (std::size_t g = 0; g < groups_.size(); ++g)
            filled_[g] = std::move(ways[g][choice->options[g]].filled);
        for (std::size_t r = 0; r < reserved.size(); ++r)
            reserved[r].kind.size = networks[groups_.size() + r][choice->options[groups_.size() + r]].size;
        gather(reserved);
        explain(*choice);
        return std::move(choice->arrangement.places);
    }

    void explain(const CabinetChoice& choice) {
        std::set<std::string> said;
        for (const auto& [g, filled] : filled_) {
            const Text name = name_of(filled.kind);
            if (!filled.rows.empty() && filled.kind != kinds_.front() && said.insert(name.en).second)
                works_.reasons.add(need_.space, {"房间小，改用 " + name.zh + " 机柜，以保证净距",
                                                 "a small room: cabinets of " + name.en + " leave space about them"});
            if (!filled.rows.empty() && !filled.reserve)
                works_.reasons.add(need_.space, {"房间小，机柜未留增长U位",
                                                 "a small room: no units are left free for growth in its cabinets"});
        }
        if (choice.arrangement.missing.value > 0)
            explain_lack();
        if (!choice.arrangement.proved)
            works_.reasons.add(need_.space, {"机柜布置的搜索提前结束，未证最优",
                                             "the search for places of cabinets ended early: better ones may exist"});
    }

    void explain_lack() {
        std::vector<RackKind> cabinets;
        for (const RackRow& row : rows_)
            cabinets.push_back(row.kind);
        works_.reasons.add(need_.space, room_needed(*room_, cabinets, works_.options.clearances));
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
    std::vector<RackKind> kinds_; // the preferred first
    std::optional<RackRoom> room_;
    std::map<std::size_t, std::vector<Block>> blocks_;
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
