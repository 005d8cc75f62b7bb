// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/underlay_edits.h"

#include "model/edits/refusals.h"

#include <cmath>

namespace riser {

namespace {

constexpr std::int64_t most_offset = 1'000'000'000'000;

Result<void> check_place(std::int64_t x, std::int64_t y) {
    if (std::abs(x) > most_offset || std::abs(y) > most_offset)
        return bad_value({"底图位置超出范围", "the underlay would lie too far away"},
                         {"核对图纸的坐标与单位", "check the coordinates and the unit of the drawing"});
    return {};
}

} // namespace

Result<UnderlayId> place_underlay(Edit& edit, FloorId floor, UnderlayWish wish) {
    if (!edit.design().contains(floor))
        return missing_row(AnyId(floor));
    if (wish.asset.empty())
        return bad_value({"底图没有内容", "the underlay has no content"}, {"选择图片或图纸文件", "choose a file"});
    if (!(wish.millimetres >= 1e-6 && wish.millimetres <= 1e9))
        return bad_value({"底图比例超出范围", "the scale of the underlay is out of range"},
                         {"核对图纸的单位", "check the unit of the drawing"});
    if (const Result<void> placed = check_place(wish.offset_x, wish.offset_y); !placed)
        return placed.error();
    Underlay row;
    row.floor = floor;
    row.kind = wish.kind;
    row.file = std::move(wish.file);
    row.asset = std::move(wish.asset);
    row.scale_ppm = std::llround(wish.millimetres * 1e6);
    row.offset_x = wish.offset_x;
    row.offset_y = wish.offset_y;
    row.origin.source = std::move(wish.source);
    return edit.put(std::move(row));
}

Result<void> move_underlay(Edit& edit, UnderlayId underlay, std::int64_t by_x, std::int64_t by_y) {
    const Underlay* row = edit.design().find(underlay);
    if (!row)
        return missing_row(AnyId(underlay));
    if (const Result<void> small = check_place(by_x, by_y); !small)
        return small;
    if (const Result<void> placed = check_place(row->offset_x + by_x, row->offset_y + by_y); !placed)
        return placed;
    return edit.update(underlay, [&](Underlay& changed) {
        changed.offset_x += by_x;
        changed.offset_y += by_y;
    });
}

} // namespace riser
