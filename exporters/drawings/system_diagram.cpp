// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/system_diagram.h"

#include "exporters/drawings/system_layout.h"
#include "exporters/drawings/system_strip.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

const Colour second = colour(ColourRole::text_second);
const Pen separator{.colour = colour(ColourRole::border), .width = 0.25, .dash = Dash::dashed};
const Pen outline{.colour = colour(ColourRole::text), .width = 0.25};

std::string count_text(const SystemPoints& points, Language language) {
    return points.code.in(language) + "×" + std::to_string(points.count);
}

class DiagramSheet {
  public:
    DiagramSheet(Drawing& drawing, const Design& design, const SystemContent& content, const SystemLayout& layout,
                 const SystemPage& page, Language language)
        : draft_(drawing), design_(design), content_(content), layout_(layout), page_(page), language_(language) {}

    void draw(const PaperBox& area, const Text& title) {
        area_ = area;
        heading(title);
        double y = layout_.top;
        for (std::size_t i = page_.first; i < page_.last; ++i) {
            const SystemBand& band = layout_.bands[i];
            tops_.push_back(y);
            if (i > page_.first)
                draft_.on(DrawingLayer::text), draft_.line({left(), y}, {right(), y}, separator);
            y += band.height;
        }
        bottom_ = y;
        draft_.on(DrawingLayer::text);
        draft_.line({left(), layout_.top}, {right(), layout_.top}, separator);
        draft_.line({left(), bottom_}, {right(), bottom_}, {.colour = colour(ColourRole::text_third), .width = 0.25});
        for (std::size_t i = page_.first; i < page_.last; ++i)
            floor_band(layout_.bands[i], tops_[i - page_.first]);
        shafts();
        if (page_.core)
            core();
    }

  private:
    double left() const { return layout_.left_edge; }
    double right() const {
        const double end = layout_.right_x(content_.shafts.size());
        return layout_.right_width > 0 ? end + layout_.right_width : end;
    }
    double box_width() const { return distributor_size * drawing_of(Symbol::fd).aspect; }

    void heading(const Text& title) {
        draft_.on(DrawingLayer::title);
        const double x = area_.low.x + 8;
        const double width = area_.width() - 16;
        draft_.text({x, area_.low.y + 12}, title.in(language_),
                    {.size = 5.6, .weight = TextWeight::bold, .width = width});
        const Language other = language_ == Language::zh ? Language::en : Language::zh;
        draft_.text({x, area_.low.y + 18}, title.in(other), {.size = 3, .colour = second, .width = width});
    }

    void floor_band(const SystemBand& band, double top) {
        floor_column(*band.floor, top + band.height / 2);
        double y = top + (band.height - band.left.height) / 2;
        for (const SystemNode* n : band.left.nodes)
            y = node(*n, y, Side::left);
        draft_.on(DrawingLayer::outlet, band.floor->floor);
        for (const std::string& line : band.unserved) {
            draft_.text_at_middle({layout_.distributors_x(), y + 2}, line,
                                  {.size = 2.6, .anchor = TextAnchor::end, .colour = colour(ColourRole::warning)});
            y += 4;
        }
        y = top + (band.height - band.right.height) / 2;
        for (const SystemNode* n : band.right.nodes)
            y = node(*n, y, Side::right);
    }

    void floor_column(const SystemFloor& floor, double middle) {
        constexpr double bar = 3.6;
        const std::size_t bars = std::min<std::size_t>(floor.bodies.size(), 2);
        const double words = layout_.floor_column - 3 - static_cast<double>(bars) * (bar + 0.6);
        draft_.on(DrawingLayer::text, floor.floor);
        const std::string& name = floor.name.in(language_);
        const std::vector<std::string> lines = wrapped(name, words, 2.4, 2);
        const double shift = name.empty() ? 0 : lines.size() == 2 ? -2.9 : -1.7;
        draft_.text_at_middle({left(), middle + shift}, floor.label,
                              {.size = 4.2, .weight = TextWeight::bold, .width = words});
        if (!name.empty())
            for (std::size_t i = 0; i < lines.size(); ++i)
                draft_.text_at_middle({left(), middle + shift + 4.3 + 3.1 * static_cast<double>(i)}, lines[i],
                                      {.size = 2.4, .colour = second});
        double x = left() + layout_.floor_column - 3 - bar;
        for (std::size_t i = bars; i-- > 0; x -= bar + 0.6) {
            const Body& body = *design_.find(floor.bodies[i]);
            draft_.on(DrawingLayer::room, body.id);
            const Colour own = fixed_colour(body.colour);
            draft_.rectangle({{x, middle - 3.2}, {x + bar, middle + 3.2}}, Pen{own, 0.35, {}}, tinted(own, 0.3));
            draft_.on(DrawingLayer::text, body.id);
            draft_.text_at_middle(
                {x + bar / 2, middle}, body.letter,
                {.size = 2.6, .anchor = TextAnchor::middle, .weight = TextWeight::bold, .width = bar});
        }
    }

    enum class Side { left, right };

    // Draws a distributor with its points; returns the y of the next one.
    double node(const SystemNode& node, double top, Side side) {
        const std::vector<SystemPoints> points = shown_points(node);
        const std::size_t columns = points.size() > 4 ? 2 : 1;
        const std::size_t lines = (points.size() + columns - 1) / columns;
        const double block = static_cast<double>(std::max<std::size_t>(lines, 2)) * point_pitch;
        const double height = std::max(block, distributor_size + 4.0);
        const double sign = side == Side::left ? 1 : -1; // towards the shafts
        const double inner = side == Side::left ? layout_.distributors_x() : layout_.right_x(content_.shafts.size());
        const double box_middle = top + 1.7 + (height - 4) / 2;
        const PaperPoint box{inner - sign * box_width() / 2, box_middle};
        draft_.on(DrawingLayer::space, node.space);
        const Symbol symbol = drawing_of(symbol_of(node.role)).letters > 0 ? symbol_of(node.role) : Symbol::fd;
        const std::string letters = std::string(drawing_of(symbol).code);
        draft_.symbol(symbol, box, distributor_size, colour(ColourRole::text), letters);
        draft_.text_at_middle({box.x, box_middle + distributor_size / 2 + 2}, node.label,
                              {.size = 2.3, .anchor = TextAnchor::middle, .colour = second, .width = box_width() + 6});
        points_of(node, points, columns, lines, inner - sign * box_width(), box_middle, sign);
        links(node, box_middle, inner, sign);
        return top + height + 3.4;
    }

    void points_of(const SystemNode& node, const std::vector<SystemPoints>& points, std::size_t columns,
                   std::size_t lines, double x, double middle, double sign) {
        const double bus = x - sign * 4;
        const auto y_of = [&](std::size_t line) {
            return middle + (static_cast<double>(line) - static_cast<double>(lines - 1) / 2) * point_pitch;
        };
        const TextAnchor away = sign > 0 ? TextAnchor::end : TextAnchor::start;
        if (!points.empty()) {
            draft_.on(DrawingLayer::outlet, node.space);
            draft_.line({x, middle}, {bus, middle}, outline);
            if (lines > 1)
                draft_.line({bus, y_of(0)}, {bus, y_of(lines - 1)}, outline);
        }
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::size_t line = i / columns;
            const std::size_t column = i % columns;
            const double at = bus - sign * (bus_width - 4 + 1.6 + static_cast<double>(column) * point_column);
            const AnyId shows = points[i].kind ? AnyId(points[i].kind) : AnyId(node.space);
            draft_.on(DrawingLayer::outlet, shows);
            if (column == 0)
                draft_.line({bus, y_of(line)}, {at + sign * 1.5, y_of(line)}, outline);
            draft_.symbol(points[i].symbol, {at, y_of(line)}, 2.9);
            draft_.text_at_middle({at - sign * 2.4, y_of(line)}, count_text(points[i], language_),
                                  {.size = 2.6, .anchor = away, .width = point_column - 5});
        }
        const double far = bus - sign * (bus_width - 4 + static_cast<double>(columns) * point_column + 1);
        draft_.on(DrawingLayer::equipment, node.space);
        if (node.switches > 0)
            draft_.text_at_middle({far, middle - 1.9}, "SW×" + std::to_string(node.switches),
                                  {.size = 2.7, .anchor = away, .width = switch_column - 3});
        draft_.text_at_middle({far, middle + 1.9}, node.cable,
                              {.size = 2.3, .anchor = away, .colour = second, .width = switch_column - 3});
    }

    void links(const SystemNode& node, double middle, double x, double sign) {
        if (node.links.empty()) {
            if (node.nearest_shaft) {
                draft_.on(DrawingLayer::tray, content_.shafts[*node.nearest_shaft].shows);
                draft_.line({x, middle}, {layout_.shaft_x(*node.nearest_shaft), middle},
                            {.colour = colour(ColourRole::text_third), .width = 0.3, .dash = Dash::dotted});
            }
            return;
        }
        const std::size_t count = std::min<std::size_t>(node.links.size(), 3);
        const double pitch = count > 1 ? 4.2 : 0;
        for (std::size_t i = 0; i < count; ++i) {
            const SystemLink& link = node.links[i];
            const double y = middle + (static_cast<double>(i) - static_cast<double>(count - 1) / 2) * pitch;
            draft_.on(DrawingLayer::backbone, link.shows);
            const double nearest = layout_.gap;
            const std::string label =
                (link.cables > 1 ? std::to_string(link.cables) + "×" + std::to_string(link.cores / link.cables)
                                 : std::to_string(link.cores)) +
                Text{" 芯", " cores"}.in(language_);
            if (link.shaft)
                draft_.line(
                    {x, y}, {layout_.shaft_x(*link.shaft), y},
                    {.colour = shaft_colour(*link.shaft), .width = 0.45, .dash = i == 0 ? Dash::solid : Dash::dashed});
            else
                draft_.line({x, y}, {x + sign * nearest * 0.6, y},
                            {.colour = second, .width = 0.45, .dash = i == 0 ? Dash::solid : Dash::dashed});
            draft_.text({x + sign * nearest / 2, y - 0.7}, label,
                        {.size = 2.1, .anchor = TextAnchor::middle, .colour = second, .width = nearest - 3});
        }
    }

    double band_top(std::size_t floor) const { return tops_[floor - page_.first]; }

    void shafts() {
        for (std::size_t s = 0; s < content_.shafts.size(); ++s) {
            const SystemShaft& shaft = content_.shafts[s];
            const double x = layout_.shaft_x(s);
            draft_.on(DrawingLayer::shaft, shaft.shows);
            const double header = layout_.top - 3;
            const double width = layout_.shaft_step - 2;
            draft_.text({x, header - 3.6}, shaft.label.in(language_),
                        {.size = 2.9, .anchor = TextAnchor::middle, .width = width});
            if (shaft.cables > 0)
                draft_.text({x, header}, std::to_string(shaft.cores) + Text{" 芯干线", " backbone cores"}.in(language_),
                            {.size = 2.3, .anchor = TextAnchor::middle, .colour = shaft_colour(s), .width = width});
            if (shaft.low < page_.first || shaft.high >= page_.last)
                continue;
            const double top = shaft.high < page_.first ? layout_.top : band_top(shaft.high) + 3;
            double end = shaft.low >= page_.last ? bottom_ : band_top(shaft.low) + layout_.bands[shaft.low].height - 3;
            if (page_.core && !content_.core.empty() && shaft.low + 1 >= page_.last && shaft.cables > 0)
                end = bottom_ + 6;
            draft_.line({x, top}, {x, end}, {.colour = colour(ColourRole::text), .width = 0.8});
        }
        draft_.on(DrawingLayer::text);
        const double x = layout_.distributors_x() + layout_.gap / 2;
        if (page_.first > 0)
            draft_.text({left(), layout_.top - 2}, Text{"接上一张", "from the sheet before"}.in(language_),
                        {.size = 2.5, .colour = second, .width = layout_.floor_column + 20});
        if (!page_.core)
            draft_.text({x, bottom_ + 4}, Text{"接下一张", "to the next sheet"}.in(language_),
                        {.size = 2.5, .colour = second});
    }

    // Rows of boxes below the floors; returns nothing, remembers where each box is for the lines between them.
    void core() {
        double y = bottom_ + 6;
        const double middle = content_.shafts.empty()
                                  ? layout_.distributors_x() + layout_.gap
                                  : (layout_.shaft_x(0) + layout_.shaft_x(content_.shafts.size() - 1)) / 2;
        std::map<AnyId, PaperBox> places;
        for (const auto* boxes : {&content_.core, &content_.security, &content_.entrances}) {
            if (boxes->empty())
                continue;
            row_of_boxes(*boxes, middle, y, places);
            y += core_row;
        }
        ways_to_core(places);
        for (const auto& [a, b] : content_.joined) {
            const auto from = places.find(a);
            const auto to = places.find(b);
            if (from == places.end() || to == places.end())
                continue;
            draft_.on(DrawingLayer::backbone, a);
            const PaperBox& upper = from->second.low.y <= to->second.low.y ? from->second : to->second;
            const PaperBox& lower = from->second.low.y <= to->second.low.y ? to->second : from->second;
            if (upper.low.y == lower.low.y) {
                const PaperBox& l = upper.low.x < lower.low.x ? upper : lower;
                const PaperBox& r = upper.low.x < lower.low.x ? lower : upper;
                draft_.line({l.high.x, (l.low.y + l.high.y) / 2}, {r.low.x, (r.low.y + r.high.y) / 2}, outline);
            } else {
                draft_.line({(upper.low.x + upper.high.x) / 2, upper.high.y},
                            {(lower.low.x + lower.high.x) / 2, lower.low.y}, outline);
            }
        }
    }

    // How the shafts lead to the core, beside its row of boxes or from above: as backbone, or as pathways while there
    // is none in them.
    void ways_to_core(const std::map<AnyId, PaperBox>& places) {
        if (content_.core.empty())
            return;
        PaperBox row = places.at(content_.core.front().shows);
        for (const SystemBox& box : content_.core)
            if (const auto place = places.find(box.shows); place != places.end())
                row.high = place->second.high;
        for (std::size_t s = 0; s < content_.shafts.size(); ++s) {
            const SystemShaft& shaft = content_.shafts[s];
            if (shaft.low + 1 < page_.last)
                continue;
            const double x = layout_.shaft_x(s);
            const bool cabled = shaft.cables > 0; // the shaft itself is drawn down to the row
            const double from = cabled ? row.low.y : bottom_ - 3;
            const double middle = (row.low.y + row.high.y) / 2;
            const Pen pen = cabled ? Pen{.colour = shaft_colour(s), .width = 0.45}
                                   : Pen{.colour = colour(ColourRole::text_third), .width = 0.3, .dash = Dash::dotted};
            draft_.on(DrawingLayer::shaft, shaft.shows);
            if (x > row.low.x && x < row.high.x) {
                draft_.line({x, from}, {x, row.low.y}, pen);
                continue;
            }
            draft_.line({x, from}, {x, middle}, pen);
            draft_.line({x, middle}, {x < row.low.x ? row.low.x : row.high.x, middle}, pen);
        }
    }

    void row_of_boxes(const std::vector<SystemBox>& boxes, double middle, double y, std::map<AnyId, PaperBox>& places) {
        constexpr double width = 36;
        constexpr double height = 13;
        constexpr double gap = 5;
        const double room = right() - left();
        const auto most = std::max<std::size_t>(1, static_cast<std::size_t>((room + gap) / (width + gap)));
        const std::size_t shown = std::min(boxes.size(), most);
        const double row = static_cast<double>(shown) * (width + gap) - gap;
        double x = std::clamp(middle - row / 2, left(), std::max(left(), right() - row));
        for (std::size_t i = 0; i < shown; ++i, x += width + gap) {
            const bool rest = i + 1 == shown && boxes.size() > shown;
            const PaperBox box{{x, y}, {x + width, y + height}};
            draft_.on(DrawingLayer::equipment, boxes[i].shows);
            draft_.rectangle(box, Pen{.colour = colour(ColourRole::text), .width = 0.35}, colour(ColourRole::paper));
            const std::string label = rest ? Text{"等 ", "and "}.in(language_) + std::to_string(boxes.size() - i) +
                                                 Text{" 台", " more"}.in(language_)
                                           : boxes[i].label.in(language_);
            const bool detail = !rest && !boxes[i].detail.empty() && boxes[i].detail.in(language_) != label;
            const std::vector<std::string> lines = wrapped(label, width - 3, 2.9, 2, TextWeight::bold);
            double line = y + height / 2 - 1.75 * static_cast<double>(lines.size() - 1 + (detail ? 1 : 0));
            for (const std::string& words : lines) {
                draft_.text_at_middle({x + width / 2, line}, words,
                                      {.size = 2.9, .anchor = TextAnchor::middle, .weight = TextWeight::bold});
                line += 3.5;
            }
            if (detail)
                draft_.text_at_middle(
                    {x + width / 2, line}, boxes[i].detail.in(language_),
                    {.size = 2.2, .anchor = TextAnchor::middle, .colour = second, .width = width - 2});
            places.emplace(boxes[i].shows, box);
        }
    }

    Draft draft_;
    const Design& design_;
    const SystemContent& content_;
    const SystemLayout& layout_;
    const SystemPage& page_;
    Language language_;
    PaperBox area_;
    std::vector<double> tops_;
    double bottom_ = 0;
};

} // namespace

std::vector<Drawing> system_diagram(const Facts& facts, BuildingId building, std::optional<PlaneId> plane,
                                    const SystemDiagramOptions& options) {
    const Design& design = facts.design();
    const SystemContent content = system_content(facts, building, plane);
    const Text title = diagram_title(content);
    const auto info = [&](SheetSize size, std::size_t page, std::size_t pages) {
        SheetInfo sheet{.number = options.number, .title = title, .size = size};
        if (pages > 1) {
            sheet.title.zh += "（" + std::to_string(page + 1) + "/" + std::to_string(pages) + "）";
            sheet.title.en += " (" + std::to_string(page + 1) + "/" + std::to_string(pages) + ")";
            if (page > 0)
                sheet.number += "-" + std::to_string(page + 1);
        }
        return sheet;
    };
    const auto area = [&](SheetSize size) { return sheet_layout(design, info(size, 0, 1), options.language).drawing; };
    const auto strip_fits = [&](SheetSize size, std::size_t first, std::size_t last) {
        Drawing scratch;
        Draft draft(scratch);
        Strip strip(draft, sheet_layout(design, info(size, 0, 1), options.language).strip, options.language);
        fill_strip(strip, content, design, options, {first, last});
        return strip.fits();
    };
    const SystemLayout layout = lay_out(content, area, strip_fits, options.language);

    std::vector<Drawing> sheets;
    for (std::size_t p = 0; p < layout.pages.size(); ++p) {
        const SheetInfo sheet = info(layout.size, p, layout.pages.size());
        Drawing& drawing = sheets.emplace_back();
        drawing.title = sheet.title;
        Draft draft(drawing);
        const SheetLayout places = draw_sheet(draft, design, sheet, options.language);
        Drawing body;
        body.scale = 1 / layout.zoom;
        DiagramSheet(body, design, content, layout, layout.pages[p], options.language)
            .draw({{}, layout.extent}, sheet.title);
        for (DrawingItem& item : placed(body, {}, places.drawing.low))
            drawing.items.push_back(std::move(item));
        Strip strip(draft, places.strip, options.language);
        fill_strip(strip, content, design, options, {layout.pages[p].first, layout.pages[p].last});
    }
    return sheets;
}

} // namespace riser
