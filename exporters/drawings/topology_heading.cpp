// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/topology_heading.h"

#include "exporters/tables/columns.h"
#include "model/fields/field.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

constexpr std::size_t listed_vlans = 8; // more are told by body
constexpr double row = 4;
constexpr double most = 84;
constexpr double mark = 1.5;
constexpr std::size_t marks_in_row = 50;

const Colour second = colour(ColourRole::text_second);

struct Line {
    AnyId shows = {};
    std::string letter = {}; // in the little box before it
    std::optional<Colour> colour = {};
    std::optional<Symbol> symbol = {};
    std::string words = {};
    std::vector<AnyId> marks = {}; // below it
    double height() const { return row + mark * static_cast<double>((marks.size() + marks_in_row - 1) / marks_in_row); }
};

std::string number_of(const Vlan& vlan) {
    return vlan.number ? std::to_string(vlan.number->number()) : std::string("?");
}

Line vlan_line(const Design& design, const Body* body, const std::vector<const Vlan*>& vlans, Language language) {
    Line out{.colour = fixed_colour(body ? std::string_view(body->colour) : std::string_view())};
    out.letter = body ? body->letter : "";
    if (vlans.size() == 1) {
        out.shows = vlans.front()->id;
        out.words = "VLAN " + number_of(*vlans.front()) + " " + vlans.front()->name;
        return out;
    }
    out.shows = body ? AnyId(body->id) : AnyId();
    const Text whose = body ? body->name : Text{"不分机构", "of no body"};
    out.words = std::to_string(vlans.size()) + " VLAN · " + number_of(*vlans.front()) + "–" + number_of(*vlans.back()) +
                " · " + whose.in(language);
    for (const Vlan* vlan : vlans)
        out.marks.push_back(vlan->id);
    static_cast<void>(design);
    return out;
}

std::vector<Line> lines_of(const Design& design, const TopologyBox& heading, Language language) {
    std::vector<Line> out;
    if (heading.vlans.size() <= listed_vlans) {
        for (const VlanId id : heading.vlans) {
            const Vlan* vlan = design.find(id);
            out.push_back(vlan_line(design, design.find(vlan->body), {vlan}, language));
        }
    } else {
        std::map<std::optional<BodyId>, std::vector<const Vlan*>> by_body;
        for (const VlanId id : heading.vlans)
            by_body[design.find(id)->body].push_back(design.find(id));
        for (const auto& [body, vlans] : by_body)
            out.push_back(vlan_line(design, design.find(body), vlans, language));
    }
    for (const ServiceId id : heading.services) {
        const Service* service = design.find(id);
        out.push_back({.shows = id,
                       .symbol = Symbol::server,
                       .words = service->code.empty() ? service->name.in(language)
                                                      : service->name.in(language) + " (" + service->code + ")"});
    }
    return out;
}

double title_size(TopologyBox::What of, double names) {
    return of == TopologyBox::What::plane ? std::max(5.0, 3.2 * names)
                                          : names * (of == TopologyBox::What::region ? 3 : 3.2);
}

Text letter_of(Grading grading) {
    switch (grading) {
    case Grading::none:
        return {};
    case Grading::secret_mi:
        return {"秘", "S1"};
    case Grading::secret_jimi:
        return {"机", "S2"};
    case Grading::secret_juemi:
        return {"绝", "S3"};
    default:
        return same_text(std::to_string(static_cast<int>(grading)));
    }
}

double badge_width(const TopologyBox& heading) { return heading.grading == Grading::none ? 0 : 6; }
double detail_width(const TopologyBox& heading, Language language) {
    return heading.detail.empty() ? 0 : text_width(heading.detail.in(language), 2.6) + 4;
}

} // namespace

std::optional<Hatch> grading_hatch(Grading grading) {
    const auto hatch = [](HatchPattern pattern, double spacing) {
        return Hatch{.pattern = pattern, .colour = second, .spacing = spacing, .width = 0.15};
    };
    switch (grading) {
    case Grading::none:
        return std::nullopt;
    case Grading::mlps_1:
        return hatch(HatchPattern::diagonal, 4.5);
    case Grading::mlps_2:
        return hatch(HatchPattern::diagonal, 3);
    case Grading::mlps_3:
        return hatch(HatchPattern::diagonal, 2);
    case Grading::mlps_4:
        return hatch(HatchPattern::diagonal, 1.3);
    case Grading::secret_mi:
        return hatch(HatchPattern::cross, 3);
    case Grading::secret_jimi:
        return hatch(HatchPattern::cross, 2.2);
    case Grading::secret_juemi:
        return hatch(HatchPattern::cross, 1.4);
    }
    return std::nullopt;
}

Colour grading_tone(Grading grading) {
    const int level = grading >= Grading::secret_mi ? static_cast<int>(grading) - static_cast<int>(Grading::mlps_4) + 1
                                                    : static_cast<int>(grading);
    return tinted(second, 0.1 * level);
}

Text grading_name(Grading grading) { return label_of(grading); }

double name_width(std::string_view name, double size, double names) {
    // What is so much larger is so much wider or narrower than its estimate.
    return text_width(name, size * names, TextWeight::bold) * (names > 1 ? 1.06 : 1);
}

PaperPoint heading_size(const Design& design, const TopologyBox& heading, TopologyBox::What of, Language language,
                        double names) {
    const double size = title_size(of, names);
    const double title = name_width(heading.title.in(language), size / names, names);
    PaperPoint out{title + badge_width(heading) + detail_width(heading, language) + 1, size + 3};
    for (const Line& line : lines_of(design, heading, language)) {
        out.x = std::max({out.x, text_width(line.words, 2.4) + 6,
                          static_cast<double>(std::min(line.marks.size(), marks_in_row)) * mark + 6});
        out.y += line.height();
    }
    out.x = std::clamp(out.x, 34.0, most * names);
    return out;
}

void draw_heading(Draft& draft, const Design& design, const TopologyBox& heading, TopologyBox::What of,
                  const PaperBox& at, Language language, double names) {
    double x = at.low.x;
    const double size = title_size(of, names);
    const double base = at.low.y + size;
    draft.on(DrawingLayer::title, heading.shows);
    if (const Text letter = letter_of(heading.grading); !letter.empty()) {
        draft.rectangle({{x, base - 3.5}, {x + 4.6, base + 0.9}},
                        Pen{.colour = colour(ColourRole::text), .width = 0.25});
        draft.text({x + 2.3, base - 0.2}, letter.in(language),
                   {.size = 2.8, .anchor = TextAnchor::middle, .weight = TextWeight::bold});
        x += badge_width(heading);
    }
    const double room = at.high.x - x - detail_width(heading, language);
    const std::string title = cut_to(heading.title.in(language), room, size, TextWeight::bold);
    const bool of_plane = of == TopologyBox::What::plane;
    draft.text({x, base}, title,
               {.size = size,
                .weight = TextWeight::bold,
                .colour = of_plane                          ? heading.colour
                          : of == TopologyBox::What::region ? second
                                                            : colour(ColourRole::text)});
    draft.text({x + text_width(title, size, TextWeight::bold) + 3, base}, heading.detail.in(language),
               {.size = 2.6, .colour = second});
    double y = at.low.y + size + 3;
    for (const Line& line : lines_of(design, heading, language)) {
        draft.on(DrawingLayer::text, line.shows);
        if (line.colour) {
            draft.rectangle({{at.low.x, y}, {at.low.x + 3, y + 3}}, Pen{.colour = *line.colour, .width = 0.2},
                            tinted(*line.colour, 0.4));
            draft.text({at.low.x + 1.5, y + 2.25}, line.letter,
                       {.size = 2, .anchor = TextAnchor::middle, .weight = TextWeight::bold, .width = 3});
        }
        if (line.symbol)
            draft.symbol(*line.symbol, {at.low.x + 1.5, y + 1.5}, 2.8, second);
        draft.text({at.low.x + 4.6, y + 2.4}, line.words, {.size = 2.4, .width = at.width() - 5});
        for (std::size_t i = 0; i < line.marks.size(); ++i) {
            const double mx = at.low.x + 4.6 + static_cast<double>(i % marks_in_row) * mark;
            const double my = y + 3.4 + static_cast<double>(i / marks_in_row) * mark;
            draft.on(DrawingLayer::outlet, line.marks[i]);
            draft.rectangle({{mx, my}, {mx + mark * 0.76, my + mark * 0.76}},
                            Pen{.colour = *line.colour, .width = 0.13}, tinted(*line.colour, 0.4));
        }
        y += line.height();
    }
}

} // namespace riser
