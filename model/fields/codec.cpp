// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

#include <algorithm>

namespace riser {

bool read_point(std::string_view text, Point& out) {
    const std::size_t comma = text.find(',');
    return comma != std::string_view::npos && read_whole(text.substr(0, comma), out.x) &&
           read_whole(text.substr(comma + 1), out.y) && std::abs(std::int64_t{out.x}) <= max_coordinate &&
           std::abs(std::int64_t{out.y}) <= max_coordinate;
}

void write_point(Point point, std::string& out) {
    write_whole(point.x, out);
    out += ',';
    write_whole(point.y, out);
}

bool read_points(std::string_view text, std::vector<Point>& out) {
    out.clear();
    return read_words(text, ' ', [&](std::string_view word) { return read_point(word, out.emplace_back()); });
}

void write_points(std::span<const Point> points, std::string& out) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0)
            out += ' ';
        write_point(points[i], out);
    }
}

bool read_polygon(std::string_view text, Polygon& out) {
    out = {};
    bool first = true;
    return read_words(text, ';', [&](std::string_view ring_text) {
        Ring ring;
        if (!read_points(ring_text, ring) || ring.size() < 3)
            return false;
        if (first)
            out.outer = std::move(ring);
        else
            out.holes.push_back(std::move(ring));
        first = false;
        return true;
    });
}

void write_polygon(const Polygon& polygon, std::string& out) {
    write_points(polygon.outer, out);
    for (const Ring& hole : polygon.holes) {
        out += ';';
        write_points(hole, out);
    }
}

// "planned", "planned:cables", "planned:cables:jk-7k3qx9m2pv". A colon in the source is written as "\:".
bool read_origin(std::string_view text, Origin& out) {
    const auto part = [&](std::string& to) {
        to.clear();
        std::size_t at = 0;
        for (; at < text.size() && text[at] != ':'; ++at) {
            if (text[at] == '\\' && ++at == text.size())
                return false;
            to += text[at];
        }
        const bool more = at < text.size();
        text.remove_prefix(more ? at + 1 : at);
        return true;
    };
    std::string kind;
    if (!part(kind) || !part(out.source))
        return false;
    const std::optional<OriginKind> found = choice_of<OriginKind>(kind);
    if (!found)
        return false;
    out.kind = *found;
    out.key = text;
    return true;
}

void write_origin(const Origin& origin, std::string& out) {
    out += key_of(origin.kind);
    if (origin.source.empty() && origin.key.empty())
        return;
    out += ':';
    for (const char c : origin.source) {
        if (c == ':' || c == '\\')
            out += '\\';
        out += c;
    }
    if (!origin.key.empty())
        (out += ':') += origin.key;
}

} // namespace riser
