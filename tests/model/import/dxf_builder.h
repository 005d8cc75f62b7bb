// SPDX-License-Identifier: GPL-3.0-or-later
// Tiny DXF texts for tests: a_drawing().unit(4).layer("WALL").with(line("WALL", 0, 0, 1000, 0)).text().
#pragma once

#include <initializer_list>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace riser::dxf {

struct Value {
    std::string text;
    Value(const char* t) : text(t) {}
    Value(std::string t) : text(std::move(t)) {}
    Value(int n) : text(std::to_string(n)) {}
    Value(double d) {
        std::ostringstream out;
        out.precision(17);
        out << d;
        text = out.str();
    }
};
using Groups = std::vector<std::pair<int, Value>>;

inline std::string groups(const Groups& list) {
    std::string out;
    for (const auto& [code, value] : list)
        out += std::to_string(code) + "\n" + value.text + "\n";
    return out;
}
inline std::string entity(const char* type, const char* layer, const Groups& list) {
    return groups({{0, type}, {8, layer}}) + groups(list);
}
inline std::string line(const char* layer, double x1, double y1, double x2, double y2) {
    return entity("LINE", layer, {{10, x1}, {20, y1}, {11, x2}, {21, y2}});
}
inline std::string arc(const char* layer, double x, double y, double r, double from, double to) {
    return entity("ARC", layer, {{10, x}, {20, y}, {40, r}, {50, from}, {51, to}});
}
inline std::string circle(const char* layer, double x, double y, double r) {
    return entity("CIRCLE", layer, {{10, x}, {20, y}, {40, r}});
}
struct Vertex {
    double x, y, bulge = 0;
};
inline std::string polyline(const char* layer, bool closed, std::initializer_list<Vertex> vertices) {
    Groups list{{90, static_cast<int>(vertices.size())}, {70, closed ? 1 : 0}};
    for (const Vertex& v : vertices) {
        list.insert(list.end(), {{10, v.x}, {20, v.y}});
        if (v.bulge != 0)
            list.emplace_back(42, v.bulge);
    }
    return entity("LWPOLYLINE", layer, list);
}
inline std::string rectangle(const char* layer, double x, double y, double w, double h) {
    return polyline(layer, true, {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}});
}
inline std::string text(const char* layer, double x, double y, double height, const std::string& content) {
    return entity("TEXT", layer, {{10, x}, {20, y}, {40, height}, {1, content}});
}
inline std::string insert(const char* layer, const char* block, double x, double y, const Groups& more = {}) {
    return entity("INSERT", layer, {{2, block}, {10, x}, {20, y}}) + groups(more);
}

class Drawing {
  public:
    Drawing& header(const char* name, int code, Value value) {
        header_ += groups({{9, name}, {code, std::move(value)}});
        return *this;
    }
    Drawing& unit(int insert_units) { return header("$INSUNITS", 70, insert_units); }
    Drawing& layer(const char* name, int flags = 0, int colour = 7) {
        layers_ += groups({{0, "LAYER"}, {2, name}, {70, flags}, {62, colour}});
        return *this;
    }
    Drawing& block(const char* name, const std::string& body, double base_x = 0, double base_y = 0, int flags = 0) {
        blocks_ += groups({{0, "BLOCK"}, {8, "0"}, {2, name}, {70, flags}, {10, base_x}, {20, base_y}}) + body +
                   groups({{0, "ENDBLK"}, {8, "0"}});
        return *this;
    }
    Drawing& with(const std::string& body) {
        entities_ += body;
        return *this;
    }
    std::string text() const {
        const auto section = [](const char* name, const std::string& body) {
            return groups({{0, "SECTION"}, {2, name}}) + body + groups({{0, "ENDSEC"}});
        };
        return section("HEADER", header_) +
               section("TABLES", groups({{0, "TABLE"}, {2, "LAYER"}}) + layers_ + groups({{0, "ENDTAB"}})) +
               section("BLOCKS", blocks_) + section("ENTITIES", entities_) + groups({{0, "EOF"}});
    }

  private:
    std::string header_, layers_, blocks_, entities_;
};
inline Drawing a_drawing() { return {}; }

} // namespace riser::dxf
