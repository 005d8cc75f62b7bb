// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf/unit.h"

#include "model/import/dxf/formatting.h"
#include "model/import/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>

namespace riser {

namespace {

struct Candidate {
    double millimetres = 1;
    Text name;
    double score = 0;   // sum of log likelihoods
    int impossible = 0; // kinds of evidence that speak flatly against it
};

Text unit_name(double mm) {
    struct Name {
        double millimetres;
        Text name;
    };
    static const std::array<Name, 9> names{{{1, {"毫米", "millimetre"}},
                                            {10, {"厘米", "centimetre"}},
                                            {100, {"分米", "decimetre"}},
                                            {1000, {"米", "metre"}},
                                            {25.4, {"英寸", "inch"}},
                                            {304.8, {"英尺", "foot"}},
                                            {914.4, {"码", "yard"}},
                                            {1e6, {"千米", "kilometre"}},
                                            {0.0254, {"密耳", "mil"}}}};
    for (const Name& name : names)
        if (std::abs(name.millimetres - mm) < 1e-6 * mm)
            return name.name;
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.6g mm", mm);
    return same_text(text.data());
}

std::string number(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), std::abs(value) >= 100 ? "%.0f" : "%.4g", value);
    return text.data();
}

bool imperial(double mm) { return std::abs(mm - 25.4) < 1e-6 || std::abs(mm - 304.8) < 1e-6; }

// One kind of evidence: lengths in drawing units that should fall into a range in millimetres.
struct Expectation {
    std::vector<double> lengths;
    double low = 0, high = 0;                // where a building has them
    double never_below = 0, never_above = 0; // where no building has them
    double weight = 1;
};

void weigh(std::vector<Candidate>& candidates, const Expectation& e) {
    if (e.lengths.empty())
        return;
    const auto all = static_cast<double>(e.lengths.size());
    for (Candidate& c : candidates) {
        double inside = 0, absurd = 0;
        for (double length : e.lengths) {
            const double mm = length * c.millimetres;
            inside += mm >= e.low && mm <= e.high;
            absurd += mm < e.never_below || mm > e.never_above;
        }
        c.score += e.weight * std::log(0.02 + 0.98 * inside / all);
        c.impossible += absurd > 0.8 * all;
    }
}

std::string displayed_text(const DxfDrawing& drawing, const DxfDimension& d) {
    if (!d.text.empty() && d.text.find("<>") == std::string::npos)
        return plain_paragraph(d.text);
    if (const DxfBlock* block = drawing.block(d.block))
        for (const DxfEntity& entity : block->entities)
            if (const auto* text = std::get_if<DxfText>(&entity.shape))
                return plain_paragraph(text->content);
    return {};
}

// Written dimensions against measured ones: millimetres per unit, a vote each.
struct WrittenDimensions {
    std::vector<double> votes;   // feet and inches, or metric numbers that differ from the measured
    std::vector<double> numbers; // metric numbers that equal the measured
    std::string example;
};

WrittenDimensions written_dimensions(const DxfDrawing& drawing) {
    WrittenDimensions out;
    for (const DxfDimension& d : drawing.dimensions) {
        const std::string text = displayed_text(drawing, d);
        const double factor = drawing.header.dimension_factor > 0 ? drawing.header.dimension_factor : 1;
        if (const auto inches = feet_and_inches(text)) {
            out.votes.push_back(*inches * 25.4 / d.measured);
        } else if (const auto value = plain_number(text); value && *value > 0) {
            const double ratio = *value / d.measured;
            if (std::abs(ratio - 1) < 0.02 || std::abs(ratio - factor) < 0.02 * factor)
                out.numbers.push_back(*value);
            else if (*value >= 100 && (std::abs(ratio - 10) < 0.2 || std::abs(ratio - 1000) < 20))
                out.votes.push_back(ratio); // millimetres written in a drawing in centimetres or metres
            else
                continue;
        } else {
            continue;
        }
        if (out.example.empty())
            out.example = text + " = " + number(d.measured);
    }
    return out;
}

// The middle 96 % of the walls (of everything when there are none), longer side.
double main_extent(const PlanSketch& sketch, const std::vector<LayerRole>& roles) {
    for (const bool only_walls : {true, false}) {
        std::vector<double> x, y;
        for (const SketchCurve& curve : sketch.curves) {
            if (only_walls && roles[curve.layer] != LayerRole::wall)
                continue;
            const SketchBox box = bounds(curve);
            x.insert(x.end(), {box.low.x, box.high.x});
            y.insert(y.end(), {box.low.y, box.high.y});
        }
        if (x.size() < 8 && only_walls)
            continue;
        const auto spread = [](std::vector<double>& v) {
            if (v.empty())
                return 0.0;
            std::sort(v.begin(), v.end());
            return v[v.size() - 1 - v.size() / 50] - v[v.size() / 50];
        };
        return std::max(spread(x), spread(y));
    }
    return 0;
}

bool has_wide_letters(const PlanSketch& sketch) {
    return std::any_of(sketch.texts.begin(), sketch.texts.end(), [](const SketchText& t) {
        return std::any_of(t.content.begin(), t.content.end(),
                           [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
    });
}

using Say = std::function<Text(double)>; // the evidence in words, for a unit

struct Trial {
    std::vector<Candidate> candidates;
    std::vector<Say> sayings;
    int kinds = 0; // of evidence
};

void weigh_geometry(Trial& trial, const PlanSketch& sketch, const std::vector<LayerRole>& roles) {
    const auto kind = [&](Expectation e, const char* zh, const char* en) {
        if (e.lengths.empty())
            return;
        ++trial.kinds;
        weigh(trial.candidates, e);
        const std::size_t count = e.lengths.size();
        const double middle = median(e.lengths);
        trial.sayings.push_back([=](double mm) {
            const std::string n = std::to_string(count), m = number(middle), out = number(middle * mm) + " mm";
            return Text{zh + std::string("：") + n + " 处，中位数 " + m + " 单位 = " + out,
                        en + std::string(": ") + n + ", median " + m + " units = " + out};
        });
    };
    Expectation doors{.lengths = {}, .low = 550, .high = 1300, .never_below = 300, .never_above = 4000, .weight = 2};
    for (const Swing& swing : swings(sketch, roles))
        doors.lengths.push_back(swing.arc.radius);
    // Few arcs may be anything: furniture, curved walls.
    if (doors.lengths.size() < 3)
        doors.weight = 0.7;
    kind(std::move(doors), "门扇弧线半径", "door swings");

    Expectation walls{.lengths = {}, .low = 80, .high = 450, .never_below = 20, .never_above = 12'000, .weight = 1.5};
    walls.lengths = wall_gaps(sketch, roles);
    kind(std::move(walls), "相邻平行墙线间距", "distance of neighbouring parallel wall lines");

    Expectation letters{.lengths = {}, .low = 90, .high = 1200, .never_below = 15, .never_above = 6000, .weight = 1};
    for (const SketchText& text : sketch.texts)
        letters.lengths.push_back(text.height);
    kind(std::move(letters), "文字高度", "height of texts");

    Expectation extent{
        .lengths = {}, .low = 3000, .high = 400'000, .never_below = 1500, .never_above = 3e6, .weight = 0.6};
    if (const double size = main_extent(sketch, roles); size > 0)
        extent.lengths = {size};
    kind(std::move(extent), "墙体总长", "extent of the walls");
}

void weigh_writing(Trial& trial, const DxfDrawing& drawing, const PlanSketch& sketch) {
    WrittenDimensions written = written_dimensions(drawing);
    if (written.votes.size() >= 2) {
        ++trial.kinds;
        for (Candidate& c : trial.candidates) {
            const auto agree = std::count_if(written.votes.begin(), written.votes.end(),
                                             [&](double vote) { return std::abs(vote / c.millimetres - 1) < 0.02; });
            const double share = static_cast<double>(agree) / static_cast<double>(written.votes.size());
            c.score += 2 * std::log(0.005 + 0.995 * share);
            c.impossible += share < 0.1;
        }
        const std::string example = written.example;
        trial.sayings.push_back([example](double) {
            return Text{"标注文字与量得长度：" + example + " 单位",
                        "written against measured dimensions: " + example + " units"};
        });
    } else if (written.numbers.size() >= 3) {
        // Chinese and most metric practice writes millimetres; a metric drawing in metres writes small decimals.
        ++trial.kinds;
        const double middle = median(written.numbers);
        const double reads_as = middle >= 100 ? 1 : middle < 30 ? 1000 : 10;
        for (Candidate& c : trial.candidates)
            c.score += std::abs(c.millimetres - reads_as) < 1e-9 ? 0 : std::log(0.15);
        const std::string example = written.example;
        trial.sayings.push_back([example](double) {
            return Text{"标注数字等于量得长度：" + example + " 单位",
                        "dimension numbers equal the measured lengths: " + example + " units"};
        });
    }
    const bool chinese = has_wide_letters(sketch);
    const auto feet = std::count_if(sketch.texts.begin(), sketch.texts.end(), [](const SketchText& t) {
        return t.content.find('\'') != std::string::npos && feet_and_inches(t.content);
    });
    const bool feet_header = drawing.header.linear_units == 3 || drawing.header.linear_units == 4;
    for (Candidate& c : trial.candidates) {
        if (chinese && imperial(c.millimetres))
            c.score += std::log(0.02);
        if ((feet >= 3 || feet_header) && !imperial(c.millimetres))
            c.score += std::log(0.05);
        if (feet < 3 && !feet_header && imperial(c.millimetres))
            c.score += std::log(0.15);
        if (std::abs(c.millimetres - 1) > 1e-9)
            c.score += std::log(0.7); // most drawings are in millimetres
    }
    if (chinese)
        trial.sayings.push_back([](double) { return Text{"文字为中文", "its texts are Chinese"}; });
    if (feet >= 3)
        trial.sayings.push_back([feet](double) {
            return Text{std::to_string(feet) + " 处文字写有英尺英寸",
                        std::to_string(feet) + " texts give feet and inches"};
        });
    if (feet_header)
        trial.sayings.push_back([](double) {
            return Text{"文件头以英尺英寸显示长度（$LUNITS）", "the header shows lengths in feet and inches ($LUNITS)"};
        });
}

} // namespace

std::optional<double> declared_millimetres(long insert_units) {
    switch (insert_units) {
    case 1:
        return 25.4;
    case 2:
        return 304.8;
    case 4:
        return 1;
    case 5:
        return 10;
    case 6:
        return 1000;
    case 7:
        return 1e6;
    case 9:
        return 0.0254;
    case 10:
        return 914.4;
    case 14:
        return 100;
    case 21:
        return 1200.0 / 3937 * 1000;
    default:
        return std::nullopt;
    }
}

SketchUnit decide_unit(const DxfDrawing& drawing, const PlanSketch& sketch, const DxfOptions& options) {
    SketchUnit unit;
    unit.declared = declared_millimetres(drawing.header.insert_units);
    Trial trial;
    for (const double mm : {1.0, 10.0, 1000.0, 25.4, 304.8})
        trial.candidates.push_back({mm, unit_name(mm)});
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-6 * b; };
    const auto listed = [&](double mm) {
        return std::find_if(trial.candidates.begin(), trial.candidates.end(),
                            [&](const Candidate& c) { return same(c.millimetres, mm); });
    };
    for (const std::optional<double>& more : {unit.declared, options.millimetres_per_unit})
        if (more && listed(*more) == trial.candidates.end())
            trial.candidates.push_back({*more, unit_name(*more)});
    const std::vector<LayerRole> roles = layer_roles(sketch);
    weigh_geometry(trial, sketch, roles);
    weigh_writing(trial, drawing, sketch);

    const Candidate best = *std::max_element(trial.candidates.begin(), trial.candidates.end(),
                                             [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
    double rest = 0;
    for (const Candidate& c : trial.candidates)
        rest += std::exp(c.score - best.score);
    const bool convincing = trial.kinds >= 2 && 1 / rest > 0.9 && best.impossible == 0;

    const auto take = [&](UnitSource source, double mm) {
        unit.source = source;
        unit.millimetres = mm;
        unit.name = unit_name(mm);
        for (const Say& say : trial.sayings)
            unit.evidence.push_back(say(mm));
    };
    const auto fill_in = [&](const char* zh, const char* en) {
        unit.reason = fill(Text{zh, en}, {{"unit", unit.name},
                                          {"best", best.name},
                                          {"declared", unit.declared ? unit_name(*unit.declared) : Text{}}});
    };
    if (options.millimetres_per_unit) {
        take(UnitSource::given, *options.millimetres_per_unit);
        fill_in("使用者指定单位为{unit}", "the user says one unit is one {unit}");
        unit.certain = true;
        return unit;
    }
    if (unit.declared) {
        const Candidate& declared = *listed(*unit.declared);
        // Two independent impossibilities, or one and overwhelming odds for another unit that has none.
        const bool absurd = convincing && !same(best.millimetres, *unit.declared) &&
                            best.score - declared.score > std::log(100.0) && declared.impossible >= 2;
        take(absurd ? UnitSource::overruled : UnitSource::declared, absurd ? best.millimetres : *unit.declared);
        if (absurd)
            fill_in("文件声明单位为{declared}，但据此尺寸不合常理，改按{unit}读取；如有误请用 --units 指定",
                    "the file declares {declared}, which would make the building impossible, so it is read as {unit}; "
                    "say --units if that is wrong");
        else
            fill_in("文件声明单位为{unit}", "the file declares {unit}");
        unit.certain = absurd || !convincing || best.score - declared.score < std::log(20.0);
        if (!unit.certain)
            unit.evidence.push_back(
                fill(Text{"但图中尺寸更像{best}，请核对", "but what is drawn looks more like {best}; please check"},
                     {{"best", best.name}}));
        return unit;
    }
    take(UnitSource::guessed, best.millimetres);
    unit.certain = convincing;
    if (convincing)
        fill_in("文件没有声明单位，据图中尺寸判断为{unit}", "the file declares no unit; what is drawn says {unit}");
    else
        fill_in("文件没有声明单位，依据不足，暂按{unit}读取；请用 --units 指定",
                "the file declares no unit and the evidence is thin; read as {unit} for now, say --units");
    return unit;
}

} // namespace riser
