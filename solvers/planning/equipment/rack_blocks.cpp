// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/rack_blocks.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

constexpr std::int32_t cores_a_unit = 36;    // of an optical frame: 24 in one unit, 144 in four
constexpr std::int32_t heavy_units = 4;      // and more stand at the bottom
constexpr std::int32_t cores_with_tray = 48; // larger frames bring their own trays

class Blocks {
  public:
    Blocks(EquipmentWorks& works, const PlaneWorks& plane) : works_(works), plane_(plane) {}

    std::vector<Block> list() {
        for (const PanelId id : plane_.fibre) {
            Block block;
            add_panel(block, id);
            if (works_.after.find(id)->positions <= cores_with_tray)
                add_manager(block, id, "manager:fibre");
            out_.push_back(std::move(block));
        }
        for (const PanelId id : plane_.blocks) {
            Block block;
            add_panel(block, id);
            add_manager(block, id, "manager:copper");
            out_.push_back(std::move(block));
        }
        access();
        for (const std::vector<std::size_t>* list : {&plane_.aggregation, &plane_.core, &plane_.hosts})
            for (const std::size_t index : *list) {
                Block block;
                add_device(block, index);
                block.heavy = block.slots.front().size.height >= heavy_units;
                out_.push_back(std::move(block));
            }
        return std::move(out_);
    }

  private:
    // The panels whose positions are patched to a switch stand about it; those left over stand alone.
    void access() {
        std::size_t next = 0;
        std::int32_t panel_end = 0; // positions of the panels placed
        std::int32_t port_end = 0;
        for (const std::size_t index : plane_.access) {
            for (const PortDraft& port : works_.devices[index].ports)
                port_end += port.row.medium == Medium::copper;
            std::vector<PanelId> beside;
            while (next < plane_.copper.size() && panel_end < port_end) {
                beside.push_back(plane_.copper[next]);
                panel_end += works_.after.find(plane_.copper[next++])->positions;
            }
            Block block;
            const std::size_t above = (beside.size() + 1) / 2;
            for (std::size_t i = 0; i < above; ++i) {
                add_panel(block, beside[i]);
                add_manager(block, beside[i], "manager:copper");
            }
            add_device(block, index);
            for (std::size_t i = above; i < beside.size(); ++i) {
                add_manager(block, beside[i], "manager:copper");
                add_panel(block, beside[i]);
            }
            out_.push_back(std::move(block));
        }
        for (; next < plane_.copper.size(); ++next) {
            Block block;
            add_panel(block, plane_.copper[next]);
            add_manager(block, plane_.copper[next], "manager:copper");
            out_.push_back(std::move(block));
        }
    }

    void add_panel(Block& block, PanelId id) {
        const Panel& panel = *works_.after.find(id);
        RackSlot size;
        if (panel.kind == PanelKind::odf)
            size.height = std::max(1, (panel.positions + cores_a_unit - 1) / cores_a_unit);
        else if (panel.kind == PanelKind::copper)
            size.height = std::max(1, (panel.positions + 47) / 48);
        block.slots.push_back({.item = id, .key = "item|" + to_string(id), .size = size});
    }

    void add_manager(Block& block, PanelId beside, std::string_view measures) {
        block.slots.push_back({.item = manager(measures), .key = "manager|" + to_string(beside), .size = {}});
    }

    void add_device(Block& block, std::size_t index) {
        const Device& device = works_.devices[index];
        const EquipmentType& type = *device.type;
        block.slots.push_back({.item = device.id,
                               .key = "item|" + to_string(device.id),
                               .size = {.height = std::max(1, type.rack_units),
                                        .weight = type.weight,
                                        .power = type.power + type.poe_budget}});
    }

    AnyId manager(std::string_view measures) {
        const BillItem* best = nullptr;
        for (const std::string_view wanted : {measures, std::string_view("manager")}) {
            for (const BillItem& item : works_.after.bill_items)
                if (item.measures == wanted && (!best || std::tie(item.code, item.id) < std::tie(best->code, best->id)))
                    best = &item;
            if (best)
                return best->id;
        }
        works_.reasons.add({"清单中没有理线架（measures=manager），仅留出其U位",
                            "the bill has no cable manager (measures=\"manager\"): its unit is kept free"});
        return {};
    }

    EquipmentWorks& works_;
    const PlaneWorks& plane_;
    std::vector<Block> out_;
};

} // namespace

RackBlock Block::plain() const {
    RackBlock out{.slots = {}, .heavy = heavy};
    for (const BlockSlot& slot : slots)
        out.slots.push_back(slot.size);
    return out;
}

Block without(Block block, const std::set<AnyId>& placed, const std::set<std::string>& keys) {
    std::set<std::string> gone;
    for (const BlockSlot& slot : block.slots)
        if (placed.contains(slot.item) && slot.item.kind == Kind::panels)
            gone.insert("manager|" + to_string(slot.item));
    std::erase_if(block.slots, [&](const BlockSlot& slot) {
        return gone.contains(slot.key) || keys.contains(slot.key) ||
               (slot.item.kind != Kind::bill_items && placed.contains(slot.item));
    });
    return block;
}

std::vector<Block> blocks_of(EquipmentWorks& works, const PlaneWorks& plane) { return Blocks(works, plane).list(); }

} // namespace riser
