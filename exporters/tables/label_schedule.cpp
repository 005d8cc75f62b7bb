// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/schedules.h"
#include "model/fields/field.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/planning/labels.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

constexpr std::string_view usual_position = "{panel}:{port:2}";
constexpr std::string_view usual_end = "{cable} {here}/{there}";

std::vector<LabelPart> pattern_of(const Design& design, std::string_view subject, std::string_view usual) {
    for (const LabelTemplate& row : design.label_templates)
        if (row.subject == subject)
            if (Result<std::vector<LabelPart>> parsed = parse_label_pattern(subject, row.pattern))
                return std::move(*parsed);
    Result<std::vector<LabelPart>> parsed = parse_label_pattern(subject, usual);
    ensure(parsed.has_value(), "a usual pattern is one");
    return std::move(*parsed);
}

// What is printed for the two ends of cables.
class EndLabels {
  public:
    explicit EndLabels(const Design& design)
        : design_(design),
          position_(pattern_of(design, "panel-position", usual_position)),
          end_(pattern_of(design, "cable-end", usual_end)) {
        for (const RackItem& item : design.rack_items)
            if (const Rack* rack = design.find(item.rack))
                rack_of_.emplace(item.item, rack->label);
    }

    // Where the end sits, as the panel's strip or the faceplate says it; empty when it is not terminated.
    std::string position(const CableEnding* end) const {
        if (!end || end->on.value == 0)
            return {};
        if (const Panel* panel = end->on.kind == Kind::panels ? design_.find(PanelId{end->on.value}) : nullptr)
            return of_panel(*panel, end->position);
        if (const Port* port = end->on.kind == Kind::ports ? design_.find(PortId{end->on.value}) : nullptr)
            if (const Equipment* device = design_.find(port->equipment))
                return device->label + "/" + port->name;
        return name_of(design_, end->on).in(Language::zh);
    }

    std::string text(const Cable& cable, CableEnd end, const std::string& here, const std::string& there) const {
        return filled_label(end_,
                            std::vector<LabelField>{{"cable", cable.label},
                                                    {"here", here},
                                                    {"there", there},
                                                    {"plane", code_of(cable.plane)},
                                                    {"end", end == CableEnd::a ? "A" : "B"}},
                            1);
    }

  private:
    // Never on labels that anybody who opens a cabinet can read.
    std::string code_of(std::optional<PlaneId> id) const {
        const Plane* plane = design_.find(id);
        return plane && plane->disclosure != Disclosure::secret ? plane->code : std::string();
    }

    std::string of_panel(const Panel& panel, std::int32_t port) const {
        std::vector<LabelField> fields =
            panel.space ? space_fields(design_, panel.space) : place_fields(design_, panel.floor);
        const auto rack = rack_of_.find(panel.id);
        fields.push_back({"rack", rack == rack_of_.end() ? std::string() : rack->second});
        fields.push_back({"plane", code_of(panel.plane)});
        fields.push_back({"panel", panel.label});
        fields.push_back({"port", std::to_string(port)});
        return filled_label(position_, fields, 1);
    }

    const Design& design_;
    std::vector<LabelPart> position_;
    std::vector<LabelPart> end_;
    std::map<AnyId, std::string> rack_of_;
};

std::vector<const Cable*> labelled_cables(const Design& design) {
    std::vector<const Cable*> out;
    for (const Cable& cable : design.cables)
        if (cable.status != Status::remove)
            out.push_back(&cable);
    std::sort(out.begin(), out.end(), [](const Cable* a, const Cable* b) {
        if (a->role != b->role)
            return a->role < b->role;
        return a->label != b->label ? natural_less(a->label, b->label) : a->id < b->id;
    });
    return out;
}

} // namespace

TableDocument label_schedule(const Facts& facts) {
    const Design& design = facts.design();
    const CableEnds& ends = facts.get<CableEnds>();
    const EndLabels labels(design);
    TableDocument table;
    table.name = "label-schedule";
    table.sheet = {"端标签表", "End labels"};
    table.title = {"线缆端标签表", "Cable end labels"};
    table.columns = {text_column("label", {"线缆编号", "Cable"}),
                     centred_column("end", {"端", "End"}),
                     text_column("text", {"标签文字", "Printed label"}, 40),
                     text_column("here", {"本端", "This end"}),
                     text_column("place", {"本端位置", "Place"}),
                     text_column("there", {"对端", "Other end"})};
    table.frozen_columns = 1;
    TableGroup& group = table.groups.emplace_back();
    for (const Cable* cable : labelled_cables(design)) {
        const CableEnding* at[] = {ends.first(cable->id, CableEnd::a), ends.first(cable->id, CableEnd::b)};
        const std::string positions[] = {labels.position(at[0]), labels.position(at[1])};
        for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
            const CableEnd end = i == 0 ? CableEnd::a : CableEnd::b;
            RowBuilder row(cable->id);
            row.text(cable->label)
                .text(std::string(i == 0 ? "A" : "B"))
                .text(labels.text(*cable, end, positions[i], positions[1 - i]))
                .text(positions[i].empty() ? Text{"未端接", "not terminated"} : same_text(positions[i]))
                .text(positions[i].empty() ? Text() : describe(design, place_of(design, at[i]->on)))
                .text(positions[1 - i].empty() ? Text{"未端接", "not terminated"} : same_text(positions[1 - i]));
            group.rows.push_back(row.done());
        }
    }
    table.notes = {{"每根线缆两端各一张机打标签；A 端为配线侧，B 端为插座侧。",
                    "A printed label at each end of every cable; A at the distributor, B at the outlet."}};
    return table;
}

} // namespace riser
