// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/svg.h"

#include "exporters/drawings/arc.h"
#include "exporters/drawings/draft.h"
#include "exporters/drawings/symbols.h"
#include "exporters/drawings/text_metrics.h"
#include "exporters/drawings/underlay.h"
#include "exporters/writers/markup.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numbers>

namespace riser {

namespace {

constexpr std::string_view font_family = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif";

// Micrometres are more than any plotter has; trailing zeros go.
void append_number(std::string& out, double value) {
    const auto thousandths = static_cast<long long>(std::llround(value * 1000));
    if (thousandths < 0)
        out += '-';
    const long long magnitude = std::llabs(thousandths);
    out += std::to_string(magnitude / 1000);
    if (magnitude % 1000 != 0) {
        std::string fraction = std::to_string(1000 + magnitude % 1000).substr(1);
        while (fraction.back() == '0')
            fraction.pop_back();
        out += '.' + fraction;
    }
}

void append_point(std::string& out, double x, double y) {
    append_number(out, x);
    out += ' ';
    append_number(out, y);
}

void append_colour(std::string& out, Colour colour) {
    if (colour.role == ColourRole::of_symbol) {
        out += "currentColor";
        return;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    out += '#';
    for (int shift = 20; shift >= 0; shift -= 4)
        out += digits[colour.rgb >> shift & 15];
}

void append_attribute(std::string& out, std::string_view name, double value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_number(out, value);
    out += '"';
}

void append_attribute(std::string& out, std::string_view name, Colour colour) {
    out += ' ';
    out += name;
    out += "=\"";
    append_colour(out, colour);
    out += '"';
}

void append_edge(std::string& out, const Vertex& from, const Vertex& to) {
    if (from.bulge == 0) {
        out += 'L';
        append_point(out, to.x, to.y);
        return;
    }
    const Arc arc = arc_between(from, to);
    out += 'A';
    append_point(out, arc.radius, arc.radius);
    out += " 0 ";
    out += std::abs(arc.sweep) > std::numbers::pi ? '1' : '0';
    out += ' ';
    out += arc.sweep > 0 ? '0' : '1'; // SVG counts clockwise, as y runs down
    out += ' ';
    append_point(out, to.x, to.y);
}

void append_points(std::string& out, const std::vector<Vertex>& points, bool closed) {
    if (points.empty())
        return;
    out += 'M';
    append_point(out, points[0].x, points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i)
        append_edge(out, points[i - 1], points[i]);
    if (!closed)
        return;
    if (points.back().bulge != 0)
        append_edge(out, points.back(), points.front());
    out += 'Z';
}

// RFC 4648.
void append_base64(std::string& out, std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(out.size() + (bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += k <= count ? digits[three >> (18 - 6 * k) & 63] : '=';
    }
}

class SvgWriter {
  public:
    explicit SvgWriter(const Drawing& drawing) : drawing_(drawing) {}

    std::string write(Language language) {
        std::string body;
        std::vector<const DrawingItem*> order;
        order.reserve(drawing_.items.size());
        for (const DrawingItem& item : drawing_.items)
            order.push_back(&item);
        std::stable_sort(order.begin(), order.end(),
                         [](const DrawingItem* a, const DrawingItem* b) { return a->layer < b->layer; });
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i == 0 || order[i]->layer != order[i - 1]->layer) {
                body += i == 0 ? "" : "</g>\n";
                body += "<g id=\"" + std::string(name_of(order[i]->layer).key) + "\">\n";
            }
            item(body, *order[i]);
        }
        body += order.empty() ? "" : "</g>\n";

        std::string out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
        append_number(out, drawing_.extent.width() / drawing_.scale);
        out += "mm\" height=\"";
        append_number(out, drawing_.extent.height() / drawing_.scale);
        out += "mm\" viewBox=\"";
        append_point(out, drawing_.extent.low.x, drawing_.extent.low.y);
        out += ' ';
        append_point(out, drawing_.extent.width(), drawing_.extent.height());
        out += "\" font-family=\"";
        out += font_family;
        out += "\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n<title>";
        append_escaped(out, drawing_.title.in(language));
        out += "</title>\n<defs>\n" + definitions_ + "</defs>\n<rect x=\"";
        append_number(out, drawing_.extent.low.x);
        out += "\" y=\"";
        append_number(out, drawing_.extent.low.y);
        out += '"';
        append_attribute(out, "width", drawing_.extent.width());
        append_attribute(out, "height", drawing_.extent.height());
        append_attribute(out, "fill", colour(ColourRole::paper));
        return out + "/>\n" + body + "</svg>\n";
    }

  private:
    static void identity(std::string& out, AnyId shows) {
        if (shows.value != 0)
            out += " data-id=\"" + to_string(shows) + '"';
    }

    void pen(std::string& out, const Pen& pen) const {
        append_attribute(out, "stroke", pen.colour);
        const double width = pen.width * drawing_.scale;
        append_attribute(out, "stroke-width", width);
        if (pen.dash == Dash::solid)
            return;
        const double unit = std::max(pen.width, 0.25) * drawing_.scale;
        out += " stroke-dasharray=\"";
        append_number(out, pen.dash == Dash::dotted ? unit : unit * 6);
        out += ' ';
        append_number(out, unit * 3);
        if (pen.dash == Dash::chain) {
            out += ' ';
            append_number(out, unit);
            out += ' ';
            append_number(out, unit * 3);
        }
        out += '"';
    }

    void shape(std::string& out, const PathShape& path, AnyId shows) {
        out += "<path";
        identity(out, shows);
        out += " d=\"";
        append_points(out, path.points, path.closed);
        out += "\" fill=\"none\"";
        pen(out, path.pen);
        out += "/>\n";
    }

    void outline(std::string& out, const PolygonShape& polygon) {
        out += " d=\"";
        for (const auto& ring : polygon.rings)
            append_points(out, ring, true);
        out += '"';
        if (polygon.rings.size() > 1)
            out += " fill-rule=\"evenodd\"";
    }

    void shape(std::string& out, const PolygonShape& polygon, AnyId shows) {
        out += "<path";
        identity(out, shows);
        outline(out, polygon);
        if (polygon.fill)
            append_attribute(out, "fill", *polygon.fill);
        else if (polygon.hatch)
            out += " fill=\"url(#" + hatch(*polygon.hatch) + ")\"";
        else
            out += " fill=\"none\"";
        if (polygon.pen)
            pen(out, *polygon.pen);
        out += "/>\n";
        if (polygon.fill && polygon.hatch) {
            out += "<path";
            identity(out, shows);
            outline(out, polygon);
            out += " fill=\"url(#" + hatch(*polygon.hatch) + ")\"/>\n";
        }
    }

    void shape(std::string& out, const TextShape& text, AnyId shows) {
        out += "<text";
        identity(out, shows);
        append_attribute(out, "x", text.at.x);
        append_attribute(out, "y", text.at.y);
        append_attribute(out, "font-size", text.size);
        append_attribute(out, "fill", text.colour);
        if (text.weight == TextWeight::bold)
            out += " font-weight=\"bold\"";
        if (text.anchor != TextAnchor::start)
            out += text.anchor == TextAnchor::middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        if (text.angle != 0) {
            out += " transform=\"rotate(";
            append_number(out, -text.angle);
            out += ' ';
            append_point(out, text.at.x, text.at.y);
            out += ")\"";
        }
        if (text.halo) {
            append_attribute(out, "stroke", colour(ColourRole::paper));
            append_attribute(out, "stroke-width", text.size * 0.22);
            out += " paint-order=\"stroke\"";
        }
        out += '>';
        append_escaped(out, text.text);
        out += "</text>\n";
    }

    void shape(std::string& out, const SymbolShape& symbol, AnyId shows) {
        out += "<use";
        identity(out, shows);
        out += " href=\"#" + definition(symbol) + "\" transform=\"translate(";
        append_point(out, symbol.at.x, symbol.at.y);
        out += ')';
        if (symbol.angle != 0) {
            out += " rotate(";
            append_number(out, -symbol.angle);
            out += ')';
        }
        out += "\" color=\"";
        append_colour(out, symbol.colour);
        out += "\"/>\n";
        const double height = drawing_of(symbol.symbol).letters * symbol.size;
        if (height > 0 && !symbol.letters.empty())
            shape(out,
                  TextShape{.at = {symbol.at.x, symbol.at.y + height * 0.36},
                            .size = height,
                            .text = symbol.letters,
                            .anchor = TextAnchor::middle,
                            .weight = TextWeight::bold,
                            .colour = symbol.colour},
                  shows);
    }

    // Faint, cut where it is to be. A picture goes in as it is, lines are placed.
    void shape(std::string& out, const UnderlayShape& underlay, AnyId shows) {
        out += "<g";
        identity(out, shows);
        if (underlay.clip) {
            const std::string name = "clip-" + std::to_string(++clips_);
            definitions_ += "<clipPath id=\"" + name + "\"><path d=\"";
            append_points(definitions_, Draft::corners(*underlay.clip), true);
            definitions_ += "\"/></clipPath>\n";
            out += " clip-path=\"url(#" + name + ")\"";
        }
        out += ">\n";
        if (const UnderlayPicture* picture = underlay.content->picture())
            image(out, underlay, *picture);
        else
            lines(out, underlay, *underlay.content->lines());
        out += "</g>\n";
    }

    void image(std::string& out, const UnderlayShape& at, const UnderlayPicture& picture) const {
        out += "<image";
        append_attribute(out, "width", picture.head.width);
        append_attribute(out, "height", picture.head.height);
        append_attribute(out, "opacity", underlay_share);
        out += " preserveAspectRatio=\"none\" transform=\"matrix(";
        const PaperPoint corner = at.to_drawing({0, -static_cast<double>(picture.head.height)});
        for (const double factor : {at.xx, at.yx, at.xy, at.yy})
            out += exact(factor) + ' ';
        append_point(out, corner.x, corner.y);
        out += ")\" href=\"data:image/";
        out += picture.head.kind == PictureKind::png ? "png;base64," : "jpeg;base64,";
        append_base64(out, picture.bytes);
        out += "\"/>\n";
    }

    void lines(std::string& out, const UnderlayShape& at, const UnderlayLines& drawn) {
        out += "<path fill=\"none\"";
        pen(out, underlay_pen());
        out += " d=\"";
        for (const auto& line : drawn.lines) {
            std::vector<Vertex> points;
            for (const PaperPoint p : line) {
                const PaperPoint placed = at.to_drawing(p);
                points.push_back({placed.x, placed.y});
            }
            append_points(out, points, false);
        }
        out += "\"/>\n";
        for (TextShape words : drawn.texts) {
            words.at = at.to_drawing(words.at);
            words.size *= std::hypot(at.xx, at.yx);
            words.angle -= std::atan2(at.yx, at.xx) * 180 / std::numbers::pi;
            shape(out, words, AnyId());
        }
    }

    // Of a matrix, whose factors are small.
    static std::string exact(double value) {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 9).ptr;
        return {digits, end};
    }

    void item(std::string& out, const DrawingItem& item) {
        std::visit([&](const auto& s) { shape(out, s, item.shows); }, item.shape);
    }

    // A symbol is defined once for each size that is used.
    std::string definition(const SymbolShape& symbol) {
        const auto micrometres = static_cast<long long>(std::llround(symbol.size * 1000));
        const auto [at, added] =
            symbols_.try_emplace({symbol.symbol, micrometres}, "symbol-" + std::to_string(symbols_.size() + 1));
        if (added) {
            definitions_ += "<g id=\"" + at->second + "\">\n";
            for (const DrawingShape& part : shapes_at(symbol.symbol, symbol.size))
                std::visit([&](const auto& s) { shape(definitions_, s, AnyId()); }, part);
            definitions_ += "</g>\n";
        }
        return at->second;
    }

    std::string hatch(const Hatch& hatch) {
        for (std::size_t i = 0; i < hatches_.size(); ++i)
            if (hatches_[i] == hatch)
                return "hatch-" + std::to_string(i + 1);
        hatches_.push_back(hatch);
        std::string name = "hatch-" + std::to_string(hatches_.size());
        const double step = hatch.spacing * drawing_.scale;
        const double width = hatch.width * drawing_.scale;
        std::string& out = definitions_;
        out += "<pattern id=\"" + name + "\" patternUnits=\"userSpaceOnUse\"";
        append_attribute(out, "width", step);
        append_attribute(out, "height", step);
        if (hatch.pattern == HatchPattern::diagonal || hatch.pattern == HatchPattern::cross)
            out += " patternTransform=\"rotate(-45)\"";
        else if (hatch.pattern == HatchPattern::back_diagonal)
            out += " patternTransform=\"rotate(45)\"";
        out += '>';
        if (hatch.pattern == HatchPattern::dots) {
            out += "<circle";
            append_attribute(out, "cx", step / 2);
            append_attribute(out, "cy", step / 2);
            append_attribute(out, "r", width * 2);
            append_attribute(out, "fill", hatch.colour);
            out += "/>";
        } else {
            out += "<path d=\"";
            if (hatch.pattern != HatchPattern::vertical) {
                out += "M0 ";
                append_number(out, step / 2);
                out += 'H';
                append_number(out, step);
            }
            if (hatch.pattern == HatchPattern::vertical || hatch.pattern == HatchPattern::cross) {
                out += 'M';
                append_number(out, step / 2);
                out += " 0V";
                append_number(out, step);
            }
            out += '"';
            append_attribute(out, "stroke", hatch.colour);
            append_attribute(out, "stroke-width", width);
            out += "/>";
        }
        out += "</pattern>\n";
        return name;
    }

    const Drawing& drawing_;
    std::string definitions_;
    std::map<std::pair<Symbol, long long>, std::string> symbols_;
    std::vector<Hatch> hatches_;
    int clips_ = 0;
};

} // namespace

std::string svg(const Drawing& drawing, Language language) { return SvgWriter(drawing).write(language); }

} // namespace riser
