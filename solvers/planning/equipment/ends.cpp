// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/parts.h"
#include "solvers/planning/panel_ends.h"

namespace riser {

namespace {

class Ends {
  public:
    explicit Ends(EquipmentWorks& works) : works_(works) {
        for (const Termination& row : works.after.terminations)
            if (!works.ends.was_mine(row))
                drawn_.emplace(row.cable, row.end);
    }

    void horizontal() {
        PanelEnds ends;
        for (const auto& [at, plane] : works_.planes)
            for (const JackNeed& need : plane.need.jacks) {
                const Jack* jack = works_.after.find(need.jack);
                const Cable* cable = works_.after.find(need.cable);
                const CableType* type = cable ? works_.after.find(cable->type) : nullptr;
                if (need.planned && jack && type)
                    ends.add(horizontal_end(works_.horizontal_ends, *jack, *cable, *type, plane.space));
            }
        for (const TerminationId id : place(ends, works_.horizontal_ends, [](const Termination&) { return false; }))
            if (const Termination* row = works_.after.find(id); row && !PlannedRows<Termination>::is_settled(*row))
                works_.after.terminations.erase(id);
    }

    void backbone() {
        PanelEnds ends;
        std::vector<std::pair<TerminationId, const CableType*>> pairs;
        for (const auto& [at, plane] : works_.planes)
            for (const TrunkEnd& end : plane.need.backbones) {
                const Cable* cable = works_.after.find(end.cable);
                const CableType* type = cable ? works_.after.find(cable->type) : nullptr;
                if (!type || drawn_.contains({end.cable, end.end}))
                    continue;
                Termination row = works_.ends.start(key_of(end, 1));
                row.cable = end.cable;
                row.end = end.end;
                row.first = 1;
                const PanelSeeker seeker = seeker_of(*type, plane.plane);
                row.last = seeker.kind == PanelKind::mdf_110 ? 1 : type->elements;
                if (seeker.kind == PanelKind::mdf_110)
                    pairs.emplace_back(row.id, type);
                ends.add({.row = std::move(row), .space = plane.space, .seeker = seeker});
            }
        // Ends of cables that are gone, and the further pairs of those that stay, take nothing of their own.
        place(ends, works_.ends, [&](const Termination& row) {
            return works_.ends.is_mine(row) && !PlannedRows<Termination>::is_settled(row) && row.pins.mask == 0;
        });
        for (const auto& [first, type] : pairs)
            if (works_.ends.is_wanted(first))
                spread(first, type->elements);
    }

  private:
    static std::string key_of(const TrunkEnd& end, std::int32_t element) {
        return "backbone|" + to_string(end.cable) + (end.end == CableEnd::a ? "|a|" : "|b|") + std::to_string(element);
    }

    // One pair a position of a 110 block.
    void spread(TerminationId first, std::int32_t elements) {
        const Termination like = *works_.after.find(first);
        for (std::int32_t element = 2; element <= elements; ++element) {
            Termination row = works_.ends.start(key_of({like.cable, like.end, {}}, element));
            row.cable = like.cable;
            row.end = like.end;
            row.first = row.last = element;
            row.on = like.on;
            row.position = like.position + element - 1;
            works_.ends.put(std::move(row));
        }
    }

    std::vector<TerminationId> place(PanelEnds& ends, PlannedRows<Termination>& rows,
                                     const std::function<bool(const Termination&)>& is_free) {
        const Design standing = works_.after;
        return ends.place(standing, works_.apart, rows, works_.reasons, is_free);
    }

    EquipmentWorks& works_;
    std::set<std::pair<CableId, CableEnd>> drawn_;
};

} // namespace

void end_cables(EquipmentWorks& works) {
    Ends ends(works);
    ends.horizontal();
    ends.backbone();
    for (const Termination& row : works.after.terminations)
        if (row.end == CableEnd::a && row.on.kind == Kind::panels)
            works.panel_ends[row.cable] = {row.on, row.position};
}

} // namespace riser
