// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/frame.h"

#include "model/fields/field.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace riser {

namespace {

constexpr double binding = 25;
constexpr double zone = 50; // length of a border zone, about
constexpr double label_size = 2.4;
constexpr double value_size = 2.9;
constexpr double row_height = 6;
constexpr double line_height = 3.6;

struct Measures {
    double width;
    double height;
    double margin;
    double strip;
};
Measures measures(SheetSize size) {
    switch (size) {
    case SheetSize::a0:
        return {1189, 841, 10, 100};
    case SheetSize::a1:
        return {841, 594, 10, 96};
    case SheetSize::a2:
        return {594, 420, 10, 88};
    case SheetSize::a3:
        return {420, 297, 5, 78};
    case SheetSize::a4:
        return {297, 210, 5, 66};
    }
    return {420, 297, 5, 78};
}

PaperBox border(const Measures& m) { return {{binding, m.margin}, {m.width - m.margin, m.height - m.margin}}; }

struct TitleRow {
    Text label;
    std::vector<std::string> lines;
    double height() const { return std::max(row_height, 2.4 + static_cast<double>(lines.size()) * line_height); }
};

const Revision* last_revision(const Design& design) {
    const Revision* last = nullptr;
    for (const Revision& revision : design.revisions)
        if (!last || std::pair(last->date, last->number) < std::pair(revision.date, revision.number))
            last = &revision;
    return last;
}

std::vector<const Revision*> revisions_by_date(const Design& design) {
    std::vector<const Revision*> out;
    for (const Revision& revision : design.revisions)
        out.push_back(&revision);
    std::sort(out.begin(), out.end(), [](const Revision* a, const Revision* b) {
        return std::pair(a->date, a->number) < std::pair(b->date, b->number);
    });
    if (out.size() > 3)
        out.erase(out.begin(), out.end() - 3);
    return out;
}

constexpr double label_column = 19;

std::vector<TitleRow> title_rows(const Design& design, const SheetInfo& info, double width, Language language) {
    const Project& project = design.project();
    const double value_width = width - label_column - 3;
    std::vector<TitleRow> rows;
    const auto add = [&](Text label, const Text& value) {
        rows.push_back({std::move(label), wrapped(value.in(language), value_width, value_size, 2)});
    };
    add({"设计单位", "Designer"}, project.institute);
    add({"证书编号", "Certificate"}, same_text(project.certificate));
    add({"建设单位", "Client"}, project.client);
    add({"项目名称", "Project"}, project.name);
    add({"项目编号", "Project no."}, same_text(project.number));
    add({"子项", "Part"}, project.sub_project);
    add({"图名", "Title"}, info.title);
    add({"图号", "Sheet"}, same_text(info.number));
    add({"专业", "Discipline"}, project.discipline);
    add({"阶段", "Stage"}, label_of(project.stage));
    const Revision* revision = last_revision(design);
    const std::string letter = !info.revision.empty() ? info.revision : revision ? revision->number : "-";
    add({"比例 / 版次", "Scale / rev."}, {info.scale.zh + " / " + letter, info.scale.en + " / " + letter});
    add({"日期", "Date"}, same_text(project.date ? to_string(*project.date) : "-"));
    return rows;
}

constexpr double signature_height = 13;
double revision_height(const Design& design) {
    return design.revisions.empty() ? 0 : 5.5 + 4.2 * static_cast<double>(revisions_by_date(design).size());
}

double title_height(const Design& design, const std::vector<TitleRow>& rows) {
    double height = signature_height + revision_height(design);
    for (const TitleRow& row : rows)
        height += row.height();
    return height;
}

const Pen thin{.colour = colour(ColourRole::text_second), .width = 0.13};
const Pen medium{.colour = colour(ColourRole::text), .width = 0.35};
const Pen thick{.colour = colour(ColourRole::text), .width = 0.9};

void zones(Draft& draft, const Measures& m) {
    const PaperBox inner = border(m);
    draft.on(DrawingLayer::frame);
    const auto columns = static_cast<int>(std::lround(inner.width() / zone));
    const auto rows = static_cast<int>(std::lround(inner.height() / zone));
    const double size = std::min(m.margin * 0.55, 3.5);
    const TextStyle style{.size = size, .anchor = TextAnchor::middle, .colour = colour(ColourRole::text_second)};
    for (int i = 0; i < columns; ++i) {
        const double x = inner.low.x + inner.width() * i / columns;
        const double middle = x + inner.width() / columns / 2;
        for (const double y : {m.margin / 2, m.height - m.margin / 2})
            draft.text_at_middle({middle, y}, std::to_string(i + 1), style);
        if (i == 0)
            continue;
        draft.line({x, m.margin * 0.2}, {x, inner.low.y}, thin);
        draft.line({x, inner.high.y}, {x, m.height - m.margin * 0.2}, thin);
    }
    for (int i = 0; i < rows; ++i) {
        const double y = inner.low.y + inner.height() * i / rows;
        const double middle = y + inner.height() / rows / 2;
        const std::string letter(1, static_cast<char>('A' + i));
        draft.text_at_middle({m.width - m.margin / 2, middle}, letter, style);
        draft.text_at_middle({binding - m.margin / 2, middle}, letter, style);
        if (i == 0)
            continue;
        draft.line({inner.high.x, y}, {m.width - m.margin * 0.2, y}, thin);
        draft.line({binding - m.margin * 0.8, y}, {binding, y}, thin);
    }
}

void signatures(Draft& draft, const Design& design, const PaperBox& box, Language language) {
    const Project& project = design.project();
    const std::array<std::pair<Text, const std::string*>, 4> people{{{{"设计", "Designed"}, &project.designed_by},
                                                                     {{"校对", "Checked"}, &project.checked_by},
                                                                     {{"审核", "Reviewed"}, &project.reviewed_by},
                                                                     {{"审定", "Approved"}, &project.approved_by}}};
    for (std::size_t i = 0; i < people.size(); ++i) {
        const double x = box.low.x + box.width() * static_cast<double>(i) / 4;
        if (i > 0)
            draft.line({x, box.low.y}, {x, box.high.y}, thin);
        draft.text({x + 1.5, box.low.y + 4}, people[i].first.in(language),
                   {.size = label_size, .colour = colour(ColourRole::text_second), .width = box.width() / 4 - 2});
        draft.text({x + 1.5, box.low.y + 9.5}, *people[i].second, {.size = value_size, .width = box.width() / 4 - 2});
    }
}

void revisions(Draft& draft, const Design& design, const PaperBox& box, Language language) {
    double y = box.low.y + 4;
    draft.text({box.low.x + 1.5, y}, Text{"修改记录", "Revisions"}.in(language),
               {.size = label_size, .colour = colour(ColourRole::text_second)});
    for (const Revision* revision : revisions_by_date(design)) {
        y += 4.2;
        const TextStyle style{.size = label_size};
        const double date_width = text_width("2026-12-22", label_size) + 2;
        const double author_width = std::min(text_width(revision->author, label_size), 14.0);
        draft.on(DrawingLayer::title, revision->id);
        draft.text({box.low.x + 1.5, y}, revision->number, style);
        draft.text({box.low.x + 7, y}, revision->date ? to_string(*revision->date) : "", style);
        TextStyle words = style;
        words.width = box.width() - 7 - date_width - author_width - 5;
        draft.text({box.low.x + 7 + date_width, y}, revision->description.in(language), words);
        draft.text({box.high.x - 1.5, y}, revision->author,
                   {.size = label_size, .anchor = TextAnchor::end, .width = 14});
    }
    draft.on(DrawingLayer::title);
}

void title_block(Draft& draft, const Design& design, const std::vector<TitleRow>& rows, const PaperBox& box,
                 Language language) {
    draft.on(DrawingLayer::title, the_project);
    draft.line({box.low.x, box.low.y}, {box.high.x, box.low.y}, medium);
    double y = box.low.y;
    for (const TitleRow& row : rows) {
        const double middle = y + row.height() / 2;
        draft.text_at_middle(
            {box.low.x + 1.5, middle}, row.label.in(language),
            {.size = label_size, .colour = colour(ColourRole::text_second), .width = label_column - 2});
        for (std::size_t i = 0; i < row.lines.size(); ++i) {
            const double offset =
                (static_cast<double>(i) - static_cast<double>(row.lines.size() - 1) / 2) * line_height;
            draft.text_at_middle({box.low.x + label_column, middle + offset}, row.lines[i], {.size = value_size});
        }
        y += row.height();
        draft.line({box.low.x, y}, {box.high.x, y}, thin);
    }
    signatures(draft, design, {{box.low.x, y}, {box.high.x, y + signature_height}}, language);
    y += signature_height;
    if (!design.revisions.empty()) {
        draft.line({box.low.x, y}, {box.high.x, y}, thin);
        revisions(draft, design, {{box.low.x, y}, box.high}, language);
    }
}

} // namespace

PaperPoint paper_size(SheetSize size) {
    const Measures m = measures(size);
    return {m.width, m.height};
}

SheetLayout sheet_layout(const Design& design, const SheetInfo& info, Language language) {
    const Measures m = measures(info.size);
    const PaperBox inner = border(m);
    const double split = inner.high.x - m.strip;
    const double title = title_height(design, title_rows(design, info, m.strip, language));
    return {{{inner.low.x, inner.low.y}, {split, inner.high.y}},
            {{split + 4, inner.low.y}, {inner.high.x - 4, inner.high.y - title - 3}}};
}

SheetLayout draw_sheet(Draft& draft, const Design& design, const SheetInfo& info, Language language) {
    const Measures m = measures(info.size);
    const PaperBox inner = border(m);
    const double split = inner.high.x - m.strip;
    draft.drawing().extent = {{0, 0}, {m.width, m.height}};
    draft.on(DrawingLayer::frame);
    draft.rectangle(inner, thick);
    draft.line({split, inner.low.y}, {split, inner.high.y}, medium);
    zones(draft, m);
    const std::vector<TitleRow> rows = title_rows(design, info, m.strip, language);
    const double top = inner.high.y - title_height(design, rows);
    title_block(draft, design, rows, {{split, top}, {inner.high.x, inner.high.y}}, language);
    return sheet_layout(design, info, language);
}

void Strip::heading(const Text& title) {
    y_ += 4;
    draft_.on(DrawingLayer::legend);
    draft_.text({box_.low.x, y_}, title.in(language_),
                {.size = 3.6, .weight = TextWeight::bold, .width = box_.width()});
    y_ += 3;
}

void Strip::legend(const std::vector<LegendEntry>& entries) {
    for (const LegendEntry& entry : entries) {
        const double middle = y_ + 3;
        const PaperPoint at{box_.low.x + 5, middle};
        draft_.on(DrawingLayer::legend, entry.shows);
        if (entry.line)
            draft_.line({box_.low.x, middle}, {box_.low.x + 10, middle}, *entry.line);
        if (entry.swatch) {
            PolygonShape swatch = *entry.swatch;
            swatch.rings = {Draft::corners({{box_.low.x, middle - 2}, {box_.low.x + 10, middle + 2}})};
            draft_.put(std::move(swatch));
        }
        if (entry.symbol)
            draft_.symbol(*entry.symbol, at, drawing_of(*entry.symbol).aspect > 1 ? 4.6 : 3.2, entry.colour,
                          entry.letters);
        const std::vector<std::string> lines = wrapped(entry.name.in(language_), box_.width() - 14, 2.8, 3);
        for (std::size_t i = 0; i < lines.size(); ++i)
            draft_.text_at_middle({box_.low.x + 14, middle + static_cast<double>(i) * 3.6}, lines[i], {.size = 2.8});
        y_ += 6 + 3.6 * static_cast<double>(lines.size() - 1);
    }
    y_ += 3;
}

void Strip::table(const SheetTable& table) {
    draft_.on(DrawingLayer::table);
    const Pen rule{.colour = colour(ColourRole::text), .width = 0.25};
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const bool head = r == 0;
        const bool total = table.totals && r + 1 == table.rows.size();
        if (total)
            draft_.line({box_.low.x, y_ + 0.2}, {box_.high.x, y_ + 0.2}, rule);
        double x = box_.low.x;
        for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
            const double width = table.widths[c] * box_.width();
            const bool first = c == 0;
            draft_.text_at_middle({first ? x : x + width, y_ + 2.6}, table.rows[r][c],
                                  {.size = 2.7,
                                   .anchor = first ? TextAnchor::start : TextAnchor::end,
                                   .weight = head || total ? TextWeight::bold : TextWeight::regular,
                                   .width = width - 0.8});
            x += width;
        }
        y_ += 4.8;
        if (head)
            draft_.line({box_.low.x, y_}, {box_.high.x, y_}, rule);
    }
    y_ += 3;
}

void Strip::notes(const std::vector<Text>& notes) {
    draft_.on(DrawingLayer::legend);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const std::string number = std::to_string(i + 1) + ".";
        const double indent = 5;
        draft_.text({box_.low.x, y_ + 3}, number, {.size = 2.7});
        for (const std::string& line : wrapped(notes[i].in(language_), box_.width() - indent, 2.7)) {
            draft_.text({box_.low.x + indent, y_ + 3}, line, {.size = 2.7});
            y_ += 4.1;
        }
        y_ += 0.8;
    }
    y_ += 2;
}

void draw_north(Draft& draft, PaperPoint at, Language language) {
    draft.on(DrawingLayer::annotation);
    draft.symbol(Symbol::north, at, 14, colour(ColourRole::text));
    draft.text({at.x, at.y - 8.2}, Text{"北", "N"}.in(language), {.size = 3.2, .anchor = TextAnchor::middle});
}

void draw_scale_bar(Draft& draft, PaperPoint at, double width, double scale, Language language) {
    // The longest of 1, 2, 5 x 10^n metres that fits.
    double metres = 1;
    for (const double next : {2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0})
        if (next * 1000 / scale <= width)
            metres = next;
    const double length = metres * 1000 / scale;
    draft.on(DrawingLayer::annotation);
    const Pen pen{.colour = colour(ColourRole::text), .width = 0.25};
    for (int i = 0; i < 4; ++i)
        draft.rectangle({{at.x + length * i / 4, at.y}, {at.x + length * (i + 1) / 4, at.y + 1.4}}, pen,
                        colour(i % 2 == 0 ? ColourRole::text : ColourRole::paper));
    const auto number = [](double value) {
        std::string out = std::to_string(static_cast<int>(value));
        if (const double rest = value - std::floor(value); rest > 0.01)
            out += "." + std::to_string(static_cast<int>(std::lround(rest * 10)));
        return out;
    };
    const TextStyle style{.size = 2.5, .anchor = TextAnchor::middle};
    draft.text({at.x, at.y - 1}, "0", style);
    draft.text({at.x + length / 2, at.y - 1}, number(metres / 2), style);
    draft.text({at.x + length, at.y - 1}, number(metres) + " m", style);
    draft.text({at.x + length + 8, at.y + 1.6},
               Text{"比例 1:", "Scale 1:"}.in(language) + std::to_string(std::lround(scale)), {.size = 2.8});
}

} // namespace riser
