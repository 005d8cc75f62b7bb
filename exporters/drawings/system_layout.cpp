// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/system_layout.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

constexpr double node_label = 3.8; // below a distributor
constexpr double node_pad = 2.6;   // between distributors
constexpr double band_pad = 2.2;   // between floors
constexpr double unserved_pitch = 4;
constexpr double least_gap = 24;
constexpr double least_step = 30;
constexpr double widest = 1.7;    // how far gaps may be stretched to use a sheet
constexpr double tallest = 1.25;  // and floors
constexpr double most_zoom = 1.4; // and everything
constexpr double edge = 6;        // around the content

std::size_t point_lines(const SystemNode& node) {
    const std::size_t kinds = shown_points(node).size();
    return kinds > 4 ? (kinds + 1) / 2 : kinds;
}

double node_height(const SystemNode& node) {
    const double lines = static_cast<double>(std::max<std::size_t>(point_lines(node), 2)) * point_pitch;
    return std::max(lines, distributor_size + node_label) + node_pad;
}

std::size_t point_columns(const SystemContent& content) {
    std::size_t columns = 1;
    for (const SystemFloor& floor : content.floors)
        for (const SystemNode& node : floor.nodes)
            columns = std::max<std::size_t>(columns, shown_points(node).size() > 4 ? 2 : 1);
    return columns;
}

// A single distributor stands on the side of its shaft; several are shared out from left to right.
void share_out(SystemBand& band, std::size_t shafts) {
    const std::vector<SystemNode>& nodes = band.floor->nodes;
    if (nodes.size() == 1) {
        const std::optional<std::size_t> shaft = nodes[0].nearest_shaft;
        const bool right = shaft && shafts > 1 && *shaft * 2 >= shafts;
        (right ? band.right : band.left).nodes.push_back(&nodes[0]);
        return;
    }
    const std::size_t half = (nodes.size() + 1) / 2;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        (i < half ? band.left : band.right).nodes.push_back(&nodes[i]);
}

std::vector<std::string> unserved_lines(const SystemFloor& floor, double width, Language language) {
    if (floor.unserved.empty())
        return {};
    std::string text = Text{"未接入", "Not wired"}.in(language);
    for (const SystemPoints& points : floor.unserved)
        text += " " + points.code.in(language) + "×" + std::to_string(points.count);
    return wrapped(text, width, 2.6, 3);
}

std::vector<SystemBand> bands_of(const SystemContent& content, double unserved_width, Language language) {
    std::vector<SystemBand> bands;
    for (const SystemFloor& floor : content.floors) {
        SystemBand& band = bands.emplace_back();
        band.floor = &floor;
        share_out(band, content.shafts.size());
        for (SystemSide* side : {&band.left, &band.right})
            for (const SystemNode* node : side->nodes)
                side->height += node_height(*node);
        band.unserved = unserved_lines(floor, unserved_width, language);
        band.left.height += unserved_pitch * static_cast<double>(band.unserved.size());
        band.height = std::max({band.left.height, band.right.height, 9.0}) + band_pad;
    }
    return bands;
}

double core_height(const SystemContent& content) {
    double height = 0;
    for (const auto* boxes : {&content.core, &content.security, &content.entrances})
        if (!boxes->empty())
            height += core_row;
    return height > 0 ? height + 8 : 4;
}

// Fills pages from the top; the core block goes below the last floors.
std::vector<SystemPage> paged(const SystemLayout& layout, double room) {
    std::vector<SystemPage> pages(1);
    double used = 0;
    for (std::size_t i = 0; i < layout.bands.size(); ++i) {
        const bool last = i + 1 == layout.bands.size();
        const double needed = layout.bands[i].height + (last ? layout.core_height : 0);
        if (used + needed > room && i > pages.back().first) {
            pages.back().last = i;
            pages.push_back({i, i, false});
            used = 0;
        }
        used += layout.bands[i].height;
        pages.back().last = i + 1;
    }
    pages.back().core = true;
    return pages;
}

struct Needed {
    double width = 0;
    double height = 0;
    std::size_t bands = 0;
};

// The smallest sheet that holds everything; else the one whose several sheets use the least paper, where each further
// sheet counts for something.
SheetSize chosen_size(const SystemLayout& layout, const Needed& needed,
                      const std::function<PaperBox(SheetSize)>& drawing_area, const StripFits& strip_fits) {
    constexpr std::array sizes{SheetSize::a3, SheetSize::a2, SheetSize::a1, SheetSize::a0};
    SheetSize best = SheetSize::a0;
    double least = 1e300;
    for (const SheetSize size : sizes) {
        const PaperBox area = drawing_area(size);
        const double room = area.height() - header_height - 2 * edge;
        if (needed.width > area.width() - 2 * edge)
            continue;
        if (needed.height <= room && strip_fits(size, 0, needed.bands))
            return size;
        const std::vector<SystemPage> pages = paged(layout, room);
        bool fits = true;
        for (const SystemPage& page : pages)
            fits = fits && strip_fits(size, page.first, page.last);
        const PaperPoint paper = paper_size(size);
        const double cost =
            paper.x * paper.y * static_cast<double>(pages.size()) * (1 + 0.15 * static_cast<double>(pages.size()));
        if (fits && cost < least) {
            least = cost;
            best = size;
        }
    }
    return best;
}

} // namespace

std::vector<SystemPoints> shown_points(const SystemNode& node) {
    std::vector<SystemPoints> points = node.points;
    if (points.size() <= most_kinds)
        return points;
    SystemPoints rest{.kind = {}, .code = {"其他", "other"}, .symbol = Symbol::other_point, .count = 0};
    for (std::size_t i = most_kinds - 1; i < points.size(); ++i)
        rest.count += points[i].count;
    points.resize(most_kinds - 1);
    points.push_back(rest);
    return points;
}

SystemLayout lay_out(const SystemContent& content, const std::function<PaperBox(SheetSize)>& drawing_area,
                     const StripFits& strip_fits, Language language) {
    SystemLayout layout;
    const double block = switch_column + point_column * static_cast<double>(point_columns(content)) + bus_width +
                         distributor_size * drawing_of(Symbol::fd).aspect;
    layout.left_width = block;
    layout.bands = bands_of(content, block, language);
    const bool right = std::any_of(layout.bands.begin(), layout.bands.end(),
                                   [](const SystemBand& b) { return !b.right.nodes.empty(); });
    layout.right_width = right ? block : 0;
    layout.core_height = core_height(content);
    double floors = 0;
    for (const SystemBand& band : layout.bands)
        floors += band.height;
    const double steps = content.shafts.size() > 1 ? static_cast<double>(content.shafts.size() - 1) : 0;
    const bool bare = content.shafts.empty() && !content.has_backbone;
    const double gap = bare ? 8 : least_gap;
    const double fixed = layout.floor_column + layout.left_width + layout.right_width;
    const Needed needed{.width = fixed + 2 * gap + steps * least_step,
                        .height = floors + layout.core_height,
                        .bands = layout.bands.size()};
    layout.size = chosen_size(layout, needed, drawing_area, strip_fits);

    const PaperBox area = drawing_area(layout.size);
    const auto inner = [&](double zoom) {
        return PaperPoint{area.width() / zoom - 2 * edge, area.height() / zoom - header_height - 2 * edge};
    };
    layout.zoom = std::clamp(
        std::min(area.width() / (needed.width + 2 * edge), area.height() / (needed.height + header_height + 2 * edge)),
        1.0, most_zoom);
    const PaperPoint room = inner(layout.zoom);
    layout.extent = {area.width() / layout.zoom, area.height() / layout.zoom};
    const double stretch = std::clamp((room.x - fixed) / std::max(needed.width - fixed, 1.0), 0.4, widest);
    layout.gap = gap * stretch;
    layout.shaft_step = least_step * stretch;
    const double used = fixed + 2 * layout.gap + steps * layout.shaft_step;
    layout.left_edge = edge + std::max(0.0, (room.x - used) / 2);
    layout.top = edge + header_height;
    const double taller = std::clamp((room.y - layout.core_height - 0.01) / floors, 1.0, tallest);
    for (SystemBand& band : layout.bands)
        band.height *= taller;
    layout.pages = paged(layout, room.y);
    return layout;
}

} // namespace riser
