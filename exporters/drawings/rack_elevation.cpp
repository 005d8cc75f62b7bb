// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/rack_elevation.h"

#include "exporters/drawings/frame.h"
#include "exporters/drawings/rack_content.h"
#include "exporters/tables/columns.h"
#include "exporters/tables/names.h"
#include "model/fields/field.h"
#include "solvers/analysis/cable_ends.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace riser {

namespace {

constexpr double scale = 8;
constexpr double unit = 44.45 / scale;  // IEC 60297-3-100
constexpr double inner = 482.6 / scale; // 19 inches
constexpr double header = 27;
constexpr double label_column = 50;
constexpr double gap = 12;
constexpr double port_pitch = 2.3;

const Colour second = colour(ColourRole::text_second);
const Colour third = colour(ColourRole::text_third);
const Pen thin{.colour = third, .width = 0.13};

std::string decimal(double value) {
    const std::string text = std::to_string(std::lround(value * 10));
    return (text.size() > 1 ? text.substr(0, text.size() - 1) : "0") + "." + text.back();
}

std::string sums(const RackContent& rack, Language language) {
    const auto of = [](std::int64_t value, std::int64_t limit, double unit_size, const char* name) {
        std::string out = decimal(static_cast<double>(value) / unit_size);
        if (limit > 0)
            out += " / " + decimal(static_cast<double>(limit) / unit_size);
        return out + " " + name;
    };
    const std::string free = std::to_string(rack.units - rack.used);
    std::string out = std::to_string(rack.used) + " / " + std::to_string(rack.units) + " U · " +
                      Text{"空 " + free + " U", free + " U free"}.in(language);
    if (rack.weight.value > 0 || rack.load_limit.value > 0)
        out += " · " + of(rack.weight.value, rack.load_limit.value, 1'000, "kg");
    if (rack.power.value > 0 || rack.power_limit.value > 0)
        out += " · " + of(rack.power.value, rack.power_limit.value, 1'000'000, "kW");
    return out;
}
bool overloaded(const RackContent& rack) {
    return (rack.load_limit.value > 0 && rack.weight > rack.load_limit) ||
           (rack.power_limit.value > 0 && rack.power > rack.power_limit);
}

Dash dash_of(Status status) {
    return status == Status::reserved ? Dash::dashed : status == Status::remove ? Dash::dotted : Dash::solid;
}

double outer_width(const RackContent& rack) { return std::max(rack.width / scale, inner + 8); }
double pitch(const RackContent& rack) { return outer_width(rack) + label_column + gap; }

class Elevation {
  public:
    Elevation(Drawing& drawing, std::vector<RackFrame>& frames, Language language)
        : draft_(drawing), frames_(frames), language_(language) {}

    void draw(const RackContent& rack, RackSide side, PaperPoint at) {
        const double width = outer_width(rack);
        const double low = at.x + (width - inner) / 2;
        const double top = at.y + header;
        const RackFrame frame{.rack = rack.rack,
                              .side = side,
                              .units = rack.units,
                              .box = {{low, top}, {low + inner, top + rack.units * unit}}};
        frames_.push_back(frame);
        heading(rack, side, at, width + label_column);
        draft_.on(DrawingLayer::space, rack.rack);
        draft_.rectangle({{at.x, top - 2.5}, {at.x + width, frame.box.high.y + 2.5}},
                         Pen{.colour = colour(ColourRole::text), .width = 0.35}, colour(ColourRole::paper));
        draft_.rectangle(frame.box, thin);
        for (std::int32_t u = 1; u <= rack.units; ++u) {
            draft_.on(DrawingLayer::space, rack.rack);
            const PaperBox slot = frame.at(u, 1);
            if (u > 1)
                draft_.line({slot.low.x, slot.high.y}, {slot.high.x, slot.high.y},
                            Pen{.colour = colour(ColourRole::border), .width = 0.1});
            draft_.on(DrawingLayer::text, rack.rack);
            draft_.text_at_middle({(at.x + low) / 2, (slot.low.y + slot.high.y) / 2}, std::to_string(u),
                                  {.size = 1.9, .anchor = TextAnchor::middle, .colour = third});
        }
        free_runs(rack, side, frame);
        std::map<double, std::pair<AnyId, Line>> lines;
        for (const RackEntry& entry : rack.entries)
            if (entry.side == side || entry.side == RackSide::both)
                this->entry(entry, frame, lines);
        for (const auto& [y, line] : lines)
            label(line.first, line.second, {at.x + width + 2.5, y});
    }

  private:
    struct Line {
        Text label;
        Text detail;
        bool faulty = false;
    };

    void heading(const RackContent& rack, RackSide side, PaperPoint at, double width) {
        draft_.on(DrawingLayer::title, rack.rack);
        std::string name = rack.label;
        if (side == RackSide::rear)
            name += Text{"（背面）", " (rear)"}.in(language_);
        else if (rack.has_rear)
            name += Text{"（正面）", " (front)"}.in(language_);
        draft_.text({at.x, at.y + 7}, name, {.size = 8, .weight = TextWeight::bold, .width = width});
        draft_.text({at.x, at.y + 14}, rack.where.in(language_), {.size = 4.6, .colour = second, .width = width});
        draft_.text({at.x, at.y + 20.5}, sums(rack, language_),
                    {.size = 4.2, .colour = overloaded(rack) ? colour(ColourRole::error) : second, .width = width});
    }

    // Says how many units are free where at least three follow each other.
    void free_runs(const RackContent& rack, RackSide side, const RackFrame& frame) {
        std::vector<bool> taken(static_cast<std::size_t>(rack.units) + 2, false);
        taken.back() = true;
        for (const RackEntry& entry : rack.entries)
            if (entry.side == side || entry.side == RackSide::both)
                for (std::int32_t u = std::max(entry.unit, 1); u < entry.unit + entry.height && u <= rack.units; ++u)
                    taken[static_cast<std::size_t>(u)] = true;
        draft_.on(DrawingLayer::text, rack.rack);
        std::int32_t first = 1;
        for (std::int32_t u = 1; u <= rack.units + 1; ++u) {
            if (!taken[static_cast<std::size_t>(u)])
                continue;
            if (const std::int32_t run = u - first; run >= 3) {
                const PaperBox box = frame.at(first, run);
                draft_.text_at_middle(
                    {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2},
                    Text{"空 " + std::to_string(run) + " U", std::to_string(run) + " U free"}.in(language_),
                    {.size = 2.4, .anchor = TextAnchor::middle, .colour = third});
            }
            first = u + 1;
        }
    }

    void entry(const RackEntry& entry, const RackFrame& frame, std::map<double, std::pair<AnyId, Line>>& lines) {
        const bool faulty = entry.outside || entry.overlaps;
        PaperBox box = frame.at(entry.unit, entry.height);
        box.low.y += 0.25;
        box.high.y -= 0.25;
        draft_.on(DrawingLayer::equipment, entry.shows);
        draft_.rectangle(box,
                         Pen{.colour = colour(faulty ? ColourRole::error : ColourRole::text),
                             .width = faulty ? 0.5 : 0.25,
                             .dash = dash_of(entry.status)},
                         tinted(colour(ColourRole::text_second), 0.08));
        ports(entry, box);
        Text fault;
        if (entry.outside)
            fault = {"超出机柜", "outside the rack"};
        else if (entry.overlaps)
            fault = {"U 位重叠", "units overlap"};
        const double y = (box.low.y + box.high.y) / 2;
        auto near = lines.lower_bound(y - unit / 2); // two entries there: one line for both
        if (near != lines.end() && near->first < y + unit / 2) {
            Line& line = near->second.second;
            line.label = {line.label.zh + " + " + entry.label.zh, line.label.en + " + " + entry.label.en};
            line.detail = fault.zh.empty() ? Text() : fault;
            line.faulty |= faulty;
            return;
        }
        lines.emplace(y, std::pair(entry.shows, Line{entry.label, fault.zh.empty() ? entry.type : fault, faulty}));
    }

    void label(AnyId shows, const Line& line, PaperPoint at) {
        const Colour own = line.faulty ? colour(ColourRole::error) : colour(ColourRole::text);
        const double room = label_column - 4;
        const std::string name = cut_to(line.label.in(language_), room, 2.7, TextWeight::bold);
        draft_.on(DrawingLayer::text, shows);
        draft_.text_at_middle(at, name, {.size = 2.7, .weight = TextWeight::bold, .colour = own});
        const double used = text_width(name, 2.7, TextWeight::bold) + 2;
        if (room - used > 9)
            draft_.text_at_middle({at.x + used, at.y}, line.detail.in(language_),
                                  {.size = 2.2, .colour = line.faulty ? own : second, .width = room - used});
    }

    // Small squares in the order in which the device has them.
    void ports(const RackEntry& entry, const PaperBox& box) {
        const auto count = static_cast<std::int32_t>(entry.ports.size());
        if (count == 0)
            return;
        const std::int32_t rows = std::clamp((count + 23) / 24, 1, 2 * entry.height);
        const std::int32_t columns = (count + rows - 1) / rows;
        const double step = std::min({port_pitch, (inner - 2) / columns, (box.height() - 0.4) / rows});
        const double left = (box.low.x + box.high.x - columns * step) / 2;
        const double top = (box.low.y + box.high.y - rows * step) / 2;
        for (std::int32_t i = 0; i < count; ++i) {
            const std::int32_t column = entry.two_rows ? i / rows : i % columns;
            const std::int32_t row = entry.two_rows ? i % rows : i / columns;
            const double x = left + column * step + step * 0.09;
            const double y = top + row * step + step * 0.09;
            port(entry.ports[static_cast<std::size_t>(i)], {{x, y}, {x + step * 0.82, y + step * 0.82}});
        }
    }

    void port(const RackPort& port, const PaperBox& box) {
        draft_.on(DrawingLayer::outlet, port.shows);
        switch (port.use) {
        case RackPort::Use::unused:
            return draft_.rectangle(box, thin, colour(ColourRole::paper));
        case RackPort::Use::trunk:
            return draft_.rectangle(box, Pen{.colour = second, .width = 0.1}, second);
        case RackPort::Use::cabled:
            return draft_.rectangle(box, Pen{.colour = port.colour, .width = 0.13}, port.colour);
        case RackPort::Use::access:
            draft_.rectangle(box, Pen{.colour = port.colour, .width = 0.13},
                             port.letter.empty() ? port.colour : tinted(port.colour, 0.4));
            draft_.on(DrawingLayer::text, port.shows);
            draft_.text_at_middle({(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2}, port.letter,
                                  {.size = box.height() * 0.6, .anchor = TextAnchor::middle, .width = box.width()});
        }
    }

    Draft draft_;
    std::vector<RackFrame>& frames_;
    Language language_;
};

// Some three to two, as a screen and a sheet are.
void lay_out(const std::vector<RackContent>& racks, Language language, RackElevations& out) {
    std::size_t count = 0;
    std::int32_t most_units = 1;
    double widest = 0;
    for (const RackContent& rack : racks) {
        count += rack.has_rear ? 2 : 1;
        most_units = std::max(most_units, rack.units);
        widest = std::max(widest, pitch(rack));
    }
    const double row_height = header + most_units * unit + 14;
    const auto columns = std::max<std::size_t>(
        1, static_cast<std::size_t>(std::lround(std::sqrt(1.5 * static_cast<double>(count) * row_height / widest))));
    Elevation elevation(out.drawing, out.frames, language);
    PaperPoint at{8, 8};
    std::size_t column = 0;
    for (const RackContent& rack : racks)
        for (const RackSide side : {RackSide::front, RackSide::rear}) {
            if (side == RackSide::rear && !rack.has_rear)
                continue;
            if (column == columns) {
                column = 0;
                at = {8, at.y + row_height};
            }
            elevation.draw(rack, side, {at.x, at.y + (most_units - rack.units) * unit}); // they stand on one floor
            at.x += pitch(rack);
            ++column;
            out.drawing.extent.high.x = std::max(out.drawing.extent.high.x, at.x);
        }
    out.drawing.extent.high.y = at.y + row_height;
}

std::vector<LegendEntry> legend_of(const std::vector<RackContent>& racks, const Design& design) {
    const auto square = [](Text name, std::optional<Colour> fill, Colour line, AnyId shows = {}) {
        return LegendEntry{
            .name = std::move(name), .shows = shows, .swatch = PolygonShape{{}, fill, {}, Pen{line, 0.2, {}}}};
    };
    std::vector<LegendEntry> out;
    std::map<std::string, bool> letters;
    for (const RackContent& rack : racks)
        for (const RackEntry& entry : rack.entries)
            for (const RackPort& port : entry.ports)
                letters[port.letter] = true;
    for (const Body& body : design.bodies)
        if (letters.contains(body.letter) && !body.letter.empty()) {
            const Colour own = fixed_colour(body.colour);
            Text name = body_name(&body);
            out.push_back(square({name.zh + " VLAN", name.en + " VLANs"}, tinted(own, 0.4), own, body.id));
        }
    out.push_back(square({"中继口", "Trunk"}, second, second));
    out.push_back(
        square({"接有缆线（随网络着色）", "Cabled, coloured by network"}, fixed_colour(""), fixed_colour("")));
    out.push_back(square({"未用", "Unused"}, colour(ColourRole::paper), third));
    return out;
}

SheetTable quantities(const std::vector<RackContent>& racks, Language language) {
    SheetTable table{.widths = {0.5, 0.25, 0.25}, .totals = true};
    table.rows.push_back({Text{"机柜", "Rack"}.in(language), Text{"已用 U", "Used U"}.in(language),
                          Text{"空余 U", "Free U"}.in(language)});
    std::int32_t used = 0;
    std::int32_t free = 0;
    for (const RackContent& rack : racks) {
        used += rack.used;
        free += rack.units - rack.used;
        table.rows.push_back({rack.label, std::to_string(rack.used), std::to_string(rack.units - rack.used)});
    }
    table.rows.push_back({Text{"合计", "Total"}.in(language), std::to_string(used), std::to_string(free)});
    return table;
}

RackElevations drawn(const std::vector<RackContent>& racks, const Design& design, FloorId floor, Language language) {
    RackElevations out;
    const Floor* at = design.find(floor);
    const std::string label = at ? at->label : std::string();
    out.drawing.name = "racks-" + label;
    out.drawing.title = {label + " 机柜立面图", "Rack elevations of " + label};
    if (!racks.empty())
        lay_out(racks, language, out);
    return out;
}

} // namespace

std::int32_t RackFrame::unit_at(double y) const {
    return static_cast<std::int32_t>(std::floor((box.high.y - y) / unit_height())) + 1;
}

RackElevations rack_elevations(const Facts& facts, FloorId floor, Language language) {
    return drawn(racks_on(facts, floor), facts.design(), floor, language);
}

std::optional<Drawing> rack_elevation_sheet(const Facts& facts, FloorId floor, Language language, std::string number) {
    const std::vector<RackContent> racks = racks_on(facts, floor);
    if (racks.empty())
        return std::nullopt;
    const Design& design = facts.design();
    const RackElevations body = drawn(racks, design, floor, language);
    SheetInfo info{.number = std::move(number), .title = body.drawing.title, .scale = {}};
    double zoom = 0;
    for (const SheetSize size : {SheetSize::a3, SheetSize::a2, SheetSize::a1, SheetSize::a0}) {
        info.size = size;
        const PaperBox area = sheet_layout(design, info, language).drawing;
        zoom =
            std::min({1.0, area.width() / body.drawing.extent.width(), area.height() / body.drawing.extent.height()});
        if (zoom >= 0.8)
            break;
    }
    // Round scales: 1:8, 1:10, 1:12, …
    const double one_to = std::ceil(scale / zoom / 2) * 2;
    info.scale = same_text("1:" + std::to_string(std::lround(one_to)));
    Drawing sheet;
    sheet.name = body.drawing.name;
    sheet.title = body.drawing.title;
    Draft draft(sheet);
    const SheetLayout places = draw_sheet(draft, design, info, language);
    Drawing scaled = body.drawing;
    scaled.scale = one_to / scale;
    for (DrawingItem& item : placed(scaled, {}, places.drawing.low))
        sheet.items.push_back(std::move(item));
    Strip strip(draft, places.strip, language);
    strip.heading({"图例", "Legend"});
    strip.legend(legend_of(racks, design));
    strip.heading({"数量", "Quantities"});
    strip.table(quantities(racks, language));
    strip.heading({"说明", "Notes"});
    strip.notes({{"U 位自下而上编号。", "Units are numbered from below."},
                 {"虚线框为预留，点线框为拆除。", "Dashed: reserved; dotted: to be removed."}});
    return sheet;
}

Text explain_port(const Facts& facts, PortId id) {
    const Design& design = facts.design();
    const Port* port = design.find(id);
    if (!port)
        return {};
    Text out = label_of(port->mode);
    const auto add = [&](const Text& more) {
        out.zh += " · " + more.zh;
        out.en += " · " + more.en;
    };
    if (const Vlan* vlan = design.find(port->access_vlan)) {
        const std::string number = vlan->number ? std::to_string(vlan->number->number()) + " " : std::string();
        add(same_text("VLAN " + number + vlan->name));
        if (const Body* body = design.find(vlan->body))
            add(body_name(body));
    }
    if (!port->trunk_vlans.empty())
        add({std::to_string(port->trunk_vlans.size()) + " 个 VLAN",
             std::to_string(port->trunk_vlans.size()) + " VLANs"});
    const CableEnds& ends = facts.get<CableEnds>();
    for (const CableEnding& ending : ends.on(id))
        if (const CableEnding* far = ends.first(ending.cable, ending.end == CableEnd::a ? CableEnd::b : CableEnd::a)) {
            const Text name = name_of(design, far->on);
            const std::string position = far->on.kind == Kind::panels ? " " + std::to_string(far->position) : "";
            add({"至 " + name.zh + position, "to " + name.en + position});
        }
    return out;
}

} // namespace riser
