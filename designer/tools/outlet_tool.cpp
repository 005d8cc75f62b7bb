// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/outlet_tool.h"

#include "designer/tools/add_and_select.h"
#include "designer/tools/labelling.h"
#include "designer/tools/overlay.h"
#include "model/edits/refusals.h"
#include "model/fields/field.h"
#include "solvers/planning/places.h"

#include <cmath>

namespace riser {

Point place_on_wall(const Design& design, FloorId floor, Point inside, Point toward, Millimetres off) {
    const Room* room = design.find(room_at(design, floor, inside));
    if (!room)
        return toward;
    Point foot = toward, a, b;
    double nearest = 1e300;
    const auto look = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point p = ring[i], q = ring[(i + 1) % ring.size()];
            const Point at = nearest_on_segment(toward, p, q);
            if (const double gap = plan_length(toward, at); gap < nearest) {
                nearest = gap;
                foot = at;
                a = p;
                b = q;
            }
        }
    };
    look(room->outline.outer);
    for (const Ring& hole : room->outline.holes)
        look(hole);
    const double dx = static_cast<double>(b.x) - a.x, dy = static_cast<double>(b.y) - a.y;
    const double side = std::hypot(dx, dy);
    if (side == 0)
        return foot;
    // Outlines are counter-clockwise, holes clockwise: the room lies to the left.
    const Point stands{static_cast<std::int32_t>(std::lround(foot.x - off.value * dy / side)),
                       static_cast<std::int32_t>(std::lround(foot.y + off.value * dx / side))};
    return contains(room->outline, stands) ? stands : foot;
}

OutletTool::OutletTool(OutletTask task)
    : task_(task),
      mounting_(task == OutletTask::points ? OutletMounting::wall : OutletMounting::ceiling),
      height_(task == OutletTask::points ? 300 : 2'700) {}

bool OutletTool::fits(const PointKind& kind) const {
    switch (task_) {
    case OutletTask::points:
        return true;
    case OutletTask::cameras:
        return kind.camera;
    case OutletTask::access_points:
        return kind.wireless;
    }
    return false;
}

std::optional<PointKindId> OutletTool::kind_in(const Design& design) const {
    if (const PointKind* chosen = design.find(kind_); chosen && fits(*chosen))
        return kind_;
    std::optional<PointKindId> first;
    for (const PointKind& kind : design.point_kinds)
        if (fits(kind)) {
            // What is no camera or access point comes first where any point will do.
            if (task_ != OutletTask::points || (!kind.camera && !kind.wireless && kind.medium == Medium::copper))
                return kind.id;
            if (!first)
                first = kind.id;
        }
    return first;
}

std::optional<PlaneId> OutletTool::plane_in(const Design& design, std::optional<PointKindId> kind) const {
    if (design.find(plane_))
        return plane_;
    const auto open = [&](std::optional<PlaneId> id) {
        const Plane* plane = design.find(id);
        return plane && plane->disclosure != Disclosure::secret;
    };
    for (const PointRule& rule : design.point_rules)
        if (rule.kind == kind && open(rule.plane))
            return rule.plane;
    for (const Jack& jack : design.jacks)
        if (jack.kind == kind && open(jack.plane))
            return jack.plane;
    for (const Plane& plane : design.planes)
        if (open(plane.id))
            return plane.id;
    return std::nullopt;
}

Point OutletTool::place_for(const Design& design, FloorId floor, const Pointer& pointer) const {
    if (mounting_ != OutletMounting::wall || pointer.keys.testFlag(Qt::AltModifier))
        return pointer.snapped;
    return place_on_wall(design, floor, pointer.at, pointer.snapped, PlacingOptions().off_wall);
}

void OutletTool::press(CanvasView& view, const Pointer& pointer) {
    typed(view, place_for(view.document().design(), view.floor(), pointer));
}

void OutletTool::typed(CanvasView& view, Point place) {
    const Design& design = view.document().design();
    const std::optional<PointKindId> kind_id = kind_in(design);
    const PointKind* kind = design.find(kind_id);
    if (!kind) {
        view.tell(refused({"目录中没有这类信息点", "the catalogue has no such kind of point"},
                          {"先在目录中加入一种", "add one to the catalogue first"}));
        return;
    }
    const std::optional<PlaneId> plane_id = plane_in(design, kind_id);
    const Plane* plane = design.find(plane_id);
    const bool secret = plane && plane->disclosure == Disclosure::secret;
    OutletWish wish{.place = place, .label = {}, .mounting = mounting_, .height = height_, .jacks = {}};
    if (mounting_ == OutletMounting::floor_box)
        wish.height = Millimetres(0);
    const Room* room = design.find(room_at(design, view.floor(), place));
    if (mounting_ == OutletMounting::ceiling && room && room->ceiling_height.value > 0)
        wish.height = room->ceiling_height;
    for (std::int32_t i = 0; i < jacks_; ++i)
        wish.jacks.push_back({.kind = *kind_id,
                              .plane = plane_id,
                              .label = {},
                              .category = kind->medium == Medium::fibre ? Category::os2 : Category::cat6a,
                              .screen = kind->medium != Medium::copper ? Screen::none
                                        : secret                       ? Screen::ftp
                                                                       : Screen::utp});
    name_outlet(design, view.floor(), wish);
    if (add_and_select(view, {"放置 " + kind->code, "Place " + kind->code},
                       [&](Edit& edit) { return add_outlet(edit, view.floor(), std::move(wish)); }))
        last_ = place;
}

void OutletTool::move(CanvasView& view, const Pointer& pointer) {
    now_ = place_for(view.document().design(), view.floor(), pointer);
    view.repaint();
}

void OutletTool::paint(QPainter& painter, const CanvasView& view, const Palette& palette) const {
    if (now_)
        paint_spot(painter, view, *now_, palette);
}

std::vector<ToolOption> OutletTool::options(const Design& design) const {
    const std::optional<PointKindId> kind_now = kind_in(design);
    const std::optional<PlaneId> plane_now = plane_in(design, kind_now);
    ToolOption kind{"kind", {"类别", "Kind"}, {}, kind_now ? to_string(*kind_now) : ""};
    for (const PointKind& row : design.point_kinds)
        if (fits(row))
            kind.values.push_back(
                {to_string(row.id), {row.code + " " + row.name.zh, row.code + " " + row.name.in(Language::en)}});
    ToolOption plane{"plane", {"网络", "Plane"}, {}, plane_now ? to_string(*plane_now) : ""};
    for (const Plane& row : design.planes)
        plane.values.push_back({to_string(row.id), row.name.empty() ? same_text(row.code) : row.name});
    ToolOption jacks{"jacks", {"点数", "Jacks"}, {}, std::to_string(jacks_)};
    for (const char* count : {"1", "2", "3", "4"})
        jacks.values.push_back({count, same_text(count)});
    ToolOption mounting{"mounting", {"安装", "Mounting"}, {}, std::string(key_of(mounting_))};
    for (const Choice& choice : choices(OutletMounting{}))
        mounting.values.push_back(
            {std::string(choice.key), {std::string(choice.label.zh), std::string(choice.label.en)}});
    return {std::move(kind),
            std::move(plane),
            std::move(jacks),
            std::move(mounting),
            {"height", {"高度 mm", "Height mm"}, {}, std::to_string(height_.value)}};
}

void OutletTool::choose(std::string_view key, std::string_view value) {
    if (key == "kind")
        kind_ = row_named<PointKind>(value);
    if (key == "plane")
        plane_ = row_named<Plane>(value);
    if (key == "jacks")
        jacks_ = std::clamp(number_in(value, jacks_), 1, 8);
    if (key == "mounting")
        mounting_ = choice_of<OutletMounting>(value).value_or(mounting_);
    if (key == "height")
        height_ = Millimetres(number_in(value, height_.value));
}

Text OutletTool::hint() const {
    switch (task_) {
    case OutletTask::points:
        return {"信息点：单击放置，自动贴到所在房间的墙；Alt 放在光标处；可输入 @1200,0",
                "Outlet: click places it on the wall of its room; Alt where the pointer is; type @1200,0"};
    case OutletTask::cameras:
        return {"摄像机：单击放在顶上；限制区内不可设",
                "Camera: click places it on the ceiling; not in restricted areas"};
    case OutletTask::access_points:
        return {"无线 AP：单击放在顶上；限制区内不可设",
                "Access point: click places it on the ceiling; not in restricted areas"};
    }
    return {};
}

} // namespace riser
