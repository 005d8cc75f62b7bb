// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/parts.h"
#include "solvers/planning/panel_positions.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace riser {

namespace {

// Sizes that the catalogue's bill names for a kind of panel: "panel:odf:144".
std::vector<std::int32_t> sizes_of(const Design& design, std::string_view kind, std::int32_t usual) {
    std::vector<std::int32_t> out;
    const std::string prefix = "panel:" + std::string(kind) + ":";
    for (const BillItem& item : design.bill_items)
        if (item.measures.starts_with(prefix)) {
            std::int32_t size = 0;
            const char* end = item.measures.data() + item.measures.size();
            if (std::from_chars(item.measures.data() + prefix.size(), end, size).ptr == end && size > 0)
                out.push_back(size);
        }
    if (out.empty())
        out.push_back(usual);
    std::sort(out.begin(), out.end());
    return out;
}

class Panels {
  public:
    Panels(EquipmentWorks& works, PlaneWorks& plane) : works_(works), plane_(plane) {}

    void plan() {
        const bool alone = std::count_if(works_.planes.begin(), works_.planes.end(),
                                         [&](const auto& other) { return other.first.first == plane_.space; }) == 1;
        copper(alone);
        optical();
        blocks();
    }

  private:
    // The position a person's panels offer to this network. One that is of no network counts where only one is.
    std::vector<const Panel*> drawn(PanelKind kind, bool with_shared) const {
        std::vector<const Panel*> out;
        for (const Panel& panel : works_.after.panels)
            if (panel.space == plane_.space && panel.kind == kind && panel.status != Status::remove &&
                !works_.panels.was_mine(panel) && (panel.plane == plane_.plane || (with_shared && !panel.plane)))
                out.push_back(&panel);
        std::sort(out.begin(), out.end(),
                  [](const Panel* a, const Panel* b) { return std::tie(a->label, a->id) < std::tie(b->label, b->id); });
        return out;
    }

    // Puts as many panels as make `wanted` positions together with those that people decided.
    void put(std::vector<PanelId>& list, const Panel& like, const std::string& key, std::string_view letter,
             std::int32_t wanted, std::int32_t drawn_positions) {
        std::map<std::int32_t, PanelId> numbered = settled_rows(works_.after.panels, works_.panels, key, "positions");
        std::int32_t there = drawn_positions;
        for (const auto& [number, id] : numbered)
            there += works_.after.find(id)->positions;
        for (std::int32_t number = 1; there < wanted; ++number) {
            if (numbered.contains(number))
                continue;
            const Panel& stands = works_.panels.put(filled(like, key + "|" + std::to_string(number), letter));
            numbered.emplace(number, stands.id);
            there += std::max(1, stands.positions);
        }
        for (const auto& [number, id] : numbered) {
            works_.panels.put(filled(like, key + "|" + std::to_string(number), letter));
            list.push_back(id);
        }
    }

    Panel filled(const Panel& like, const std::string& key, std::string_view letter) const {
        Panel panel = works_.panels.start(key);
        panel.kind = like.kind;
        panel.space = plane_.space;
        panel.plane = plane_.plane;
        panel.positions = like.positions;
        panel.category = like.category;
        if (const Space* space = works_.after.find(plane_.space); space)
            panel.place = space->place;
        if (panel.label.empty())
            panel.label = works_.next_label(works_.panel_labels, plane_.space, plane_.plane, letter);
        return panel;
    }

    static std::string name_of(Category category) { return std::to_string(static_cast<int>(category)); }

    void copper(bool alone) {
        std::map<Category, std::int32_t, std::greater<>> wanted;
        for (const JackNeed& jack : plane_.need.jacks)
            if (!jack.fibre)
                ++wanted[jack.category];
        std::vector<const Panel*> given = drawn(PanelKind::copper, alone);
        for (const Panel* panel : given)
            plane_.copper.push_back(panel->id);
        for (const auto& [category, count] : wanted) {
            std::int32_t there = 0;
            for (const Panel* panel : given)
                if (wanted.size() == 1 || panel->category == category)
                    there += panel->positions;
            Panel like;
            like.kind = PanelKind::copper;
            like.category = category;
            like.positions = sizes_of(works_.after, "copper", works_.options.panel_positions).front();
            const std::string key = plane_.key + "|copper|" + name_of(category);
            put(plane_.copper, like, key, "P", works_.grown(count), there);
        }
    }

    void optical() {
        std::map<Category, std::vector<std::int32_t>> cables; // cores of each
        const auto note = [&](CableId id) {
            const Cable* cable = works_.after.find(id);
            const CableType* type = cable ? works_.after.find(cable->type) : nullptr;
            if (type && type->element == ElementUnit::core)
                cables[type->category].push_back(type->elements);
        };
        for (const JackNeed& jack : plane_.need.jacks)
            if (jack.fibre)
                note(jack.cable);
        for (const TrunkEnd& end : plane_.need.backbones)
            note(end.cable);
        std::int32_t there = 0;
        for (const Panel* panel : drawn(PanelKind::odf, false)) {
            plane_.fibre.push_back(panel->id);
            there += panel->positions;
        }
        for (auto& [category, cores] : cables) {
            std::int32_t sum = 0;
            std::int32_t most = 0;
            for (const std::int32_t n : cores) {
                sum += n;
                most = std::max(most, n);
            }
            // The smallest frame that takes all of them, else the largest there is; never smaller than a cable.
            const std::vector<std::int32_t> sizes = sizes_of(works_.after, "odf", works_.options.odf_positions);
            const auto fitting = std::lower_bound(sizes.begin(), sizes.end(), sum);
            const std::int32_t size = std::max(fitting == sizes.end() ? sizes.back() : *fitting, most);
            Panel like;
            like.kind = PanelKind::odf;
            like.category = category;
            like.positions = size;
            put(plane_.fibre, like, plane_.key + "|odf|" + name_of(category), "O", frames(cores, size) * size, there);
            there = 0;
        }
    }

    // How many frames the cables fill when each stays in one: the largest first.
    static std::int32_t frames(std::vector<std::int32_t> cores, std::int32_t size) {
        std::sort(cores.begin(), cores.end(), std::greater<>());
        std::vector<std::int32_t> left;
        for (const std::int32_t n : cores) {
            const auto at = std::find_if(left.begin(), left.end(), [&](std::int32_t rest) { return rest >= n; });
            if (at == left.end())
                left.push_back(size - n);
            else
                *at -= n;
        }
        return static_cast<std::int32_t>(left.size());
    }

    void blocks() {
        std::int32_t pairs = 0;
        for (const TrunkEnd& end : plane_.need.backbones) {
            const Cable* cable = works_.after.find(end.cable);
            const CableType* type = cable ? works_.after.find(cable->type) : nullptr;
            if (type && seeker_of(*type, plane_.plane).kind == PanelKind::mdf_110)
                pairs += type->elements;
        }
        std::int32_t there = 0;
        for (const Panel* panel : drawn(PanelKind::mdf_110, false)) {
            plane_.blocks.push_back(panel->id);
            there += panel->positions;
        }
        Panel like;
        like.kind = PanelKind::mdf_110;
        like.category = Category::cat3;
        like.positions = works_.options.block_positions;
        put(plane_.blocks, like, plane_.key + "|110", "V", pairs, there);
    }

    EquipmentWorks& works_;
    PlaneWorks& plane_;
};

} // namespace

void plan_panels(EquipmentWorks& works, PlaneWorks& plane) { Panels(works, plane).plan(); }

} // namespace riser
