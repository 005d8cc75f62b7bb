// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/area_tools.h"

#include "designer/tools/labelling.h"
#include "model/edits/building_edits.h"
#include "model/edits/floor_edits.h"
#include "model/edits/fresh_labels.h"
#include "model/fields/field.h"

namespace riser {

namespace {

template<class Id> Result<AnyId> any(const Result<Id>& added) {
    return added ? Result<AnyId>(AnyId(*added)) : Result<AnyId>(added.error());
}

} // namespace

Result<AnyId> RoomTool::add(Edit& edit, const CanvasView& view, Polygon outline) {
    return any(add_room(edit, view.floor(),
                        {.number = next_room_number(edit.design(), view.floor()),
                         .name = label_of(use_),
                         .use = use_,
                         .body = body_,
                         .outline = std::move(outline)}));
}

std::vector<ToolOption> RoomTool::more_options(const Design& design) const {
    ToolOption use{"use", {"用途", "Use"}, {}, std::string(key_of(use_))};
    for (const Choice& choice : choices(RoomUse{}))
        use.values.push_back({std::string(choice.key), {std::string(choice.label.zh), std::string(choice.label.en)}});
    ToolOption body{"body", {"单位", "Body"}, {{"", {"共用", "Shared"}}}, body_ ? to_string(*body_) : ""};
    for (const Body& row : design.bodies)
        body.values.push_back({to_string(row.id), row.name});
    return {std::move(use), std::move(body)};
}

void RoomTool::chosen(std::string_view key, std::string_view value) {
    if (key == "use")
        use_ = choice_of<RoomUse>(value).value_or(use_);
    if (key == "body")
        body_ = row_named<Body>(value);
}

Result<AnyId> FireTool::add(Edit& edit, const CanvasView& view, Polygon outline) {
    const Floor* floor = edit.design().find(view.floor());
    const std::string label =
        FreshLabels(edit.design(), Kind::fire_compartments).take((floor ? floor->label : std::string()) + "-F1");
    return any(add_fire_compartment(edit, view.floor(), label, std::move(outline)));
}

Result<AnyId> RestrictedTool::add(Edit& edit, const CanvasView& view, Polygon outline) {
    return any(add_restricted_area(edit, view.floor(),
                                   {.name = {"限制区", "Restricted area"},
                                    .outline = std::move(outline),
                                    .no_camera = forbids_ == "all" || forbids_ == "camera",
                                    .no_wireless = forbids_ == "all" || forbids_ == "wireless",
                                    .no_microphone = forbids_ == "all" || forbids_ == "microphone"}));
}

std::vector<ToolOption> RestrictedTool::more_options(const Design&) const {
    return {{"forbids",
             {"禁止", "Forbids"},
             {{"all", {"摄像、无线、拾音", "Cameras, wireless, microphones"}},
              {"camera", {"摄像", "Cameras"}},
              {"wireless", {"无线", "Wireless"}},
              {"microphone", {"拾音", "Microphones"}}},
             forbids_}};
}

void RestrictedTool::chosen(std::string_view key, std::string_view value) {
    if (key == "forbids")
        forbids_ = value;
}

} // namespace riser
