// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/underlay_file.h"

#include "model/file/disk.h"
#include "model/file/sha256.h"
#include "model/import/dxf.h"
#include "model/import/picture.h"
#include "model/import/sheets.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30;
constexpr double usual_scale = 100;   // of the paper that was scanned
constexpr double usual_side = 50'000; // mm, when nothing tells

Result<void> measure_drawing(UnderlayFile& file, const std::stop_token& stop) {
    DxfOptions options;
    options.stop = stop;
    const Result<PlanSketch> sketch = read_dxf(*file.bytes, file.wish.file, options);
    if (!sketch)
        return sketch.error();
    file.wish.kind = UnderlayKind::dxf;
    file.wish.millimetres = sketch->unit.millimetres;
    file.box = sketch->box;
    const std::vector<SketchSheet> sheets = find_sheets(*sketch);
    if (sheets.size() < 2)
        return {};
    if (const Result<const SketchSheet*> only = pick_sheet(sheets, std::nullopt, file.wish.file)) {
        file.wish.source = file.wish.file + "#" + std::to_string((*only)->number);
        file.box = (*only)->box;
    }
    return {};
}

Result<void> measure_picture(UnderlayFile& file) {
    const Result<PictureHead> head = read_picture_head(*file.bytes, file.wish.file);
    if (!head)
        return head.error();
    file.wish.kind = UnderlayKind::picture;
    file.wish.millimetres = head->dpi > 0 ? 25.4 / head->dpi * usual_scale : 0;
    file.box.add(SketchPoint{0, 0});
    file.box.add(SketchPoint{static_cast<double>(head->width), static_cast<double>(head->height)});
    return {};
}

SketchBox drawn_on(const Design& design, FloorId floor) {
    SketchBox box;
    const auto add = [&](const std::vector<Point>& points) {
        for (const Point p : points)
            box.add(SketchPoint{static_cast<double>(p.x), static_cast<double>(p.y)});
    };
    for (const Room& room : design.rooms)
        if (room.floor == floor)
            add(room.outline.outer);
    for (const Wall& wall : design.walls)
        if (wall.floor == floor)
            add(wall.line);
    return box;
}

} // namespace

Result<UnderlayFile> read_underlay_file(const std::filesystem::path& path, const std::stop_token& stop) {
    Result<std::string> bytes = read_whole(path, most_bytes);
    if (!bytes)
        return std::move(bytes).error();
    UnderlayFile file;
    file.wish.file = path.filename().string();
    file.bytes = std::make_shared<const std::string>(std::move(*bytes));
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const Result<void> measured = extension == ".dxf" ? measure_drawing(file, stop) : measure_picture(file);
    if (!measured)
        return measured.error();
    file.hash = file.wish.asset = sha256(*file.bytes);
    return file;
}

UnderlayWish laid(const UnderlayFile& file, const Design& design, FloorId floor) {
    UnderlayWish wish = file.wish;
    const SketchBox drawn = drawn_on(design, floor);
    if (!(wish.millimetres > 0))
        wish.millimetres = drawn.width() > 0 ? drawn.width() / file.box.width()
                                             : usual_side / std::max({file.box.width(), file.box.height(), 1.0});
    const SketchPoint corner = drawn.empty() ? SketchPoint{} : drawn.low;
    wish.offset_x = std::llround(corner.x - file.box.low.x * wish.millimetres);
    wish.offset_y = std::llround(corner.y - file.box.low.y * wish.millimetres);
    return wish;
}

} // namespace riser
