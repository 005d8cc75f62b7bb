// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/arrange.h"

#include "model/edits/arrange_edits.h"
#include "model/edits/refusals.h"

#include <algorithm>

namespace riser {

namespace {

Point middle_of(const Box& box) {
    return {static_cast<std::int32_t>((std::int64_t{box.low.x} + box.high.x) / 2),
            static_cast<std::int32_t>((std::int64_t{box.low.y} + box.high.y) / 2)};
}

// The selected rows of this floor that have a place.
std::vector<AnyId> placed(CanvasView& view) {
    std::vector<AnyId> out;
    const Design& design = view.document().design();
    for (const AnyId id : view.selection().ids())
        if (has_place(id.kind) && placed_on(design, id) == view.floor())
            out.push_back(id);
    return out;
}

std::optional<Box> box_of_all(const Design& design, const std::vector<AnyId>& ids) {
    std::vector<Point> corners;
    for (const AnyId id : ids)
        if (const std::optional<Box> box = box_of(design, id)) {
            corners.push_back(box->low);
            corners.push_back(box->high);
        }
    return bounds(corners);
}

Error nothing_selected() {
    return refused({"没有选中本层可移动的对象", "nothing of this floor that can be moved is selected"},
                   {"先选取", "select something first"});
}

bool told(CanvasView& view, const Result<void>& done) {
    if (!done)
        view.tell(done.error());
    return done.has_value();
}

void say_left_out(CanvasView& view, std::size_t made, std::int32_t secret, std::int32_t unsupported) {
    Text text{"已复制 " + std::to_string(made) + " 项", "copied " + std::to_string(made)};
    if (secret > 0) {
        text.zh += "；涉密点位 " + std::to_string(secret) + " 个未复制，只能来自批准清单";
        text.en += "; " + std::to_string(secret) + " of a secret plane left out: they come from the approved list only";
    }
    if (unsupported > 0) {
        text.zh += "；" + std::to_string(unsupported) + " 项不能复制（线缆、设备由规划生成）";
        text.en += "; " + std::to_string(unsupported) + " cannot be copied: planning makes cables and devices";
    }
    view.say(text);
}

// Moves each row by its own way, in one step.
void move_each(CanvasView& view, const Text& name, const std::vector<std::pair<AnyId, Point>>& ways) {
    told(view, view.document().perform(name, [&](Edit& edit) -> Result<void> {
        for (const auto& [id, by] : ways)
            if (by != Point())
                if (Result<void> done = move_rows(edit, std::span(&id, 1), by); !done)
                    return done;
        return {};
    }));
}

} // namespace

void move_selection(CanvasView& view, Point by) {
    const std::vector<AnyId> ids = placed(view);
    if (ids.empty()) {
        view.tell(nothing_selected());
        return;
    }
    told(view, view.document().perform({"移动", "Move"}, [&](Edit& edit) { return move_rows(edit, ids, by); }));
}

void turn_selection(CanvasView& view, std::int32_t degrees) {
    const std::vector<AnyId> ids = placed(view);
    const std::optional<Box> box = box_of_all(view.document().design(), ids);
    if (!box) {
        view.tell(nothing_selected());
        return;
    }
    told(view, view.document().perform({"旋转", "Turn"}, [&](Edit& edit) {
        return rotate_rows(edit, ids, middle_of(*box), MilliDegrees(degrees * 1000));
    }));
}

void copy_selection(CanvasView& view, Clipboard& clipboard) {
    const std::vector<AnyId> ids = placed(view);
    const Design& design = view.document().design();
    const std::optional<Box> box = box_of_all(design, ids);
    if (!box) {
        view.tell(nothing_selected());
        return;
    }
    clipboard = {design, ids, middle_of(*box)};
    view.say({"已复制 " + std::to_string(ids.size()) + " 项；Ctrl+V 粘贴到光标处",
              "copied " + std::to_string(ids.size()) + "; Ctrl+V pastes at the pointer"});
}

void paste(CanvasView& view, const Clipboard& clipboard, std::optional<Point> at) {
    if (clipboard.empty()) {
        view.tell(
            refused({"剪贴板是空的", "nothing was copied"}, {"先选取并按 Ctrl+C", "select and press Ctrl+C first"}));
        return;
    }
    CopiedRows made;
    const Result<void> done = view.document().perform({"粘贴", "Paste"}, [&](Edit& edit) -> Result<void> {
        const Point by = at ? *at - clipboard.middle : Point();
        Result<CopiedRows> copied = copy_rows(edit, clipboard.design, clipboard.ids, view.floor(), by);
        if (!copied)
            return copied.error();
        made = std::move(*copied);
        return {};
    });
    if (!told(view, done))
        return;
    view.selection().set(made.ids);
    say_left_out(view, made.ids.size(), made.secret, made.unsupported);
}

void copy_in_a_row(CanvasView& view, std::int32_t count, Point pitch) {
    const std::vector<AnyId> ids = placed(view);
    if (ids.empty() || count < 1 || pitch == Point()) {
        view.tell(ids.empty() ? nothing_selected()
                              : refused({"阵列没有间距", "the row has no pitch"},
                                        {"点两处不同的位置", "click two different places"}));
        return;
    }
    const Design before = view.document().design();
    std::vector<AnyId> made;
    std::int32_t secret = 0, unsupported = 0;
    const Result<void> done = view.document().perform(
        {"阵列复制 " + std::to_string(count) + " 份", "Copy " + std::to_string(count) + " in a row"},
        [&](Edit& edit) -> Result<void> {
            for (std::int32_t n = 1; n <= count; ++n) {
                const Point by{pitch.x * n, pitch.y * n};
                const Result<CopiedRows> copied = copy_rows(edit, before, ids, view.floor(), by);
                if (!copied)
                    return copied.error();
                made.insert(made.end(), copied->ids.begin(), copied->ids.end());
                secret = copied->secret;
                unsupported = copied->unsupported;
            }
            return {};
        });
    if (!told(view, done))
        return;
    view.selection().set(made);
    say_left_out(view, made.size(), secret, unsupported);
}

void align_selection(CanvasView& view, std::string_view how) {
    const Design& design = view.document().design();
    const std::vector<AnyId> ids = placed(view);
    const std::optional<Box> all = box_of_all(design, ids);
    if (!all || ids.size() < 2) {
        view.tell(refused({"对齐需要选中两项以上", "aligning needs two or more"}, {"再选一项", "select another"}));
        return;
    }
    std::vector<std::pair<AnyId, Point>> ways;
    for (const AnyId id : ids) {
        const Box box = *box_of(design, id);
        Point by;
        if (how == "left")
            by.x = all->low.x - box.low.x;
        else if (how == "right")
            by.x = all->high.x - box.high.x;
        else if (how == "bottom")
            by.y = all->low.y - box.low.y;
        else if (how == "top")
            by.y = all->high.y - box.high.y;
        else if (how == "middle-x")
            by.x = middle_of(*all).x - middle_of(box).x;
        else if (how == "middle-y")
            by.y = middle_of(*all).y - middle_of(box).y;
        ways.emplace_back(id, by);
    }
    move_each(view, {"对齐", "Align"}, ways);
}

void distribute_selection(CanvasView& view, std::string_view axis) {
    const Design& design = view.document().design();
    const bool across = axis == "x";
    std::vector<std::pair<std::int32_t, AnyId>> order;
    for (const AnyId id : placed(view))
        if (const std::optional<Box> box = box_of(design, id))
            order.emplace_back(across ? middle_of(*box).x : middle_of(*box).y, id);
    if (order.size() < 3) {
        view.tell(refused({"分布需要选中三项以上", "distributing needs three or more"}, {"再选几项", "select more"}));
        return;
    }
    std::sort(order.begin(), order.end());
    const std::int64_t first = order.front().first, last = order.back().first;
    const auto gaps = static_cast<std::int64_t>(order.size()) - 1;
    std::vector<std::pair<AnyId, Point>> ways;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::int64_t wanted = first + (last - first) * static_cast<std::int64_t>(i) / gaps;
        const auto by = static_cast<std::int32_t>(wanted - order[i].first);
        ways.emplace_back(order[i].second, across ? Point{by, 0} : Point{0, by});
    }
    move_each(view, {"均匀分布", "Distribute"}, ways);
}

bool arrange(CanvasView& view, Clipboard& clipboard, std::string_view verb, Point pointer) {
    if (verb == "copy")
        copy_selection(view, clipboard);
    else if (verb == "paste")
        paste(view, clipboard, pointer);
    else if (verb == "paste-in-place")
        paste(view, clipboard, std::nullopt);
    else if (verb == "turn:90" || verb == "turn:-90")
        turn_selection(view, verb == "turn:90" ? 90 : -90);
    else if (verb.starts_with("align:"))
        align_selection(view, verb.substr(6));
    else if (verb.starts_with("distribute:"))
        distribute_selection(view, verb.substr(11));
    else
        return false;
    return true;
}

} // namespace riser
