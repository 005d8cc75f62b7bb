// SPDX-License-Identifier: GPL-3.0-or-later
// The project and its paper: who it is for, which editions are in force, sheets, what a draughtsman adjusted by hand,
// and labels: once a sheet is issued they freeze, and a retired label is never used again.
#pragma once

#include "model/base/geometry.h"
#include "model/base/network.h"
#include "model/base/row.h"
#include "model/kinds.h"

namespace riser {

enum class Stage { concept_design, preliminary, construction, as_built }; // 方案, 初步设计, 施工图, 竣工

// One row a design, of the fixed id `the_project`.
struct Project : RowBase {
    ProjectId id;
    std::string number;
    Text name;
    Text client;
    Text institute;
    std::string certificate;
    Text sub_project; // 子项
    Text discipline;  // 专业
    Stage stage = Stage::construction;
    std::string designed_by;
    std::string checked_by;
    std::string reviewed_by;
    std::string approved_by;
    std::string deck; // rule deck in force, "cn-government"
    std::string languages = "zh en";
    std::string currency = "CNY";
    BasisPoints tax;
    std::optional<Date> date;
    bool operator==(const Project&) const = default;
};
constexpr ProjectId the_project{1};

// The edition of a standard that is in force for this project.
struct Edition : RowBase {
    EditionId id;
    std::string standard; // "GB 50311"
    std::string edition;  // "2016"
    std::string note;
    bool operator==(const Edition&) const = default;
};

struct Revision : RowBase {
    RevisionId id;
    std::string number; // "A", "B", …
    std::optional<Date> date;
    std::string author;
    Text description;
    bool operator==(const Revision&) const = default;
};

enum class SheetSize { a0, a1, a2, a3, a4 };
enum class SheetContent { floor_plan, system_diagram, topology, zones, racks, schedule, notes, legend };

struct Sheet : RowBase {
    SheetId id;
    std::string number; // "ELV-02"
    Text title;
    SheetSize size = SheetSize::a1;
    std::int32_t scale = 100; // 1:scale
    SheetContent content = SheetContent::floor_plan;
    std::optional<RevisionId> revision;
    std::optional<Date> issued; // labels on it freeze from that day
    bool operator==(const Sheet&) const = default;
};

// A window of a sheet onto a floor. `window` lies on the floor, `place` is the lower left corner on paper.
struct Viewport : RowBase {
    ViewportId id;
    SheetId sheet;
    std::optional<FloorId> floor;
    Point window_low;
    Point window_high;
    Point place;
    std::int32_t scale = 100;
    bool operator==(const Viewport&) const = default;
};

enum class AnnotationKind { text, leader, dimension, moved_label };

struct Annotation : RowBase {
    AnnotationId id;
    AnnotationKind kind = AnnotationKind::text;
    std::optional<FloorId> floor;
    std::optional<SheetId> sheet;
    std::optional<AnyId> subject; // whose label was moved, what the leader names
    Text text;
    Polyline points; // place, or leader, or the two ends of a dimension and its line
    bool operator==(const Annotation&) const = default;
};

// The pattern of labels of one kind, e.g. "{floor}-{zone}-{number:3}".
struct LabelTemplate : RowBase {
    LabelTemplateId id;
    std::string subject; // element name of the kind it labels: "outlet", "cable", …
    std::string pattern;
    bool operator==(const LabelTemplate&) const = default;
};

struct RetiredLabel : RowBase {
    RetiredLabelId id;
    std::string label;
    std::string subject;
    std::optional<Date> retired;
    bool operator==(const RetiredLabel&) const = default;
};

std::span<const struct Choice> choices(Stage);
std::span<const struct Choice> choices(SheetSize);
std::span<const struct Choice> choices(SheetContent);
std::span<const struct Choice> choices(AnnotationKind);

} // namespace riser
