// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/nested_layout.h"

#include <algorithm>
#include <limits>
#include <map>

namespace riser {

namespace {

constexpr std::size_t root = std::numeric_limits<std::size_t>::max();
enum class Border { above, below };

// A line within one container: between two of its boxes, or from one to the container's border.
struct Piece {
    std::size_t line = 0;
    std::size_t from = 0;               // a box
    std::optional<std::size_t> to = {}; // a box; absent: the border
    Border border = Border::below;
    double label = 0;                  // at the end of `to`, or of `from` when it leads to the border
    std::vector<PaperPoint> path = {}; // from `from` on, within the container
};

class Nest {
  public:
    Nest(const std::vector<NestedBox>& boxes, const std::vector<NestedLine>& lines, const LayoutOptions& options)
        : boxes_(boxes), lines_(lines), options_(options) {
        for (std::size_t i = 0; i < boxes.size(); ++i)
            children_[boxes[i].parent.value_or(root)].push_back(i);
        ways_.resize(lines.size());
        for (std::size_t l = 0; l < lines.size(); ++l)
            split(l);
        size_.resize(boxes.size());
        place_.resize(boxes.size());
    }

    NestedLayout run() {
        for (std::size_t i = boxes_.size(); i-- > 0;) { // parents come before their children
            if (boxes_[i].container)
                size_[i] = lay_out(i);
            else
                size_[i] = {boxes_[i].width, boxes_[i].height};
        }
        NestedLayout out;
        const PaperPoint whole = lay_out(root);
        out.width = whole.x;
        out.height = whole.y;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            if (boxes_[i].parent) {
                place_[i].x += place_[*boxes_[i].parent].x;
                place_[i].y += place_[*boxes_[i].parent].y;
            }
            out.boxes.push_back({place_[i], {place_[i].x + size_[i].x, place_[i].y + size_[i].y}});
        }
        out.lines.resize(lines_.size());
        for (std::size_t l = 0; l < lines_.size(); ++l)
            join(ways_[l], out.lines[l]);
        return out;
    }

  private:
    struct Way { // pieces of a line: out of a's containers, across, into b's
        std::vector<std::pair<std::size_t, std::size_t>> out, in; // container, index of the piece; innermost first
        std::optional<std::pair<std::size_t, std::size_t>> across;
    };

    std::vector<std::size_t> chain(std::size_t box) const {
        std::vector<std::size_t> out{box};
        while (boxes_[out.back()].parent)
            out.push_back(*boxes_[out.back()].parent);
        return out;
    }

    void split(std::size_t l) {
        std::vector<std::size_t> a = chain(lines_[l].a);
        std::vector<std::size_t> b = chain(lines_[l].b);
        std::size_t common = root;
        while (!a.empty() && !b.empty() && a.back() == b.back()) {
            common = a.back();
            a.pop_back();
            b.pop_back();
        }
        if (a.empty() || b.empty())
            return;
        const int la = boxes_[a.back()].layer;
        const int lb = boxes_[b.back()].layer;
        const Border side_a = la <= lb ? Border::below : Border::above;
        const Border side_b = la < lb ? Border::above : Border::below;
        const double label = lines_[l].label;
        climb(l, a, side_a, 0, ways_[l].out);
        climb(l, b, side_b, label, ways_[l].in);
        auto& pieces = pieces_[common];
        ways_[l].across = {common, pieces.size()};
        pieces.push_back({.line = l, .from = a.back(), .to = b.back(), .label = b.size() == 1 ? label : 0});
        ports_[{a.back(), l}].side = side_a;
        ports_[{b.back(), l}].side = side_b;
    }
    void climb(std::size_t l, const std::vector<std::size_t>& up, Border side, double label,
               std::vector<std::pair<std::size_t, std::size_t>>& way) {
        for (std::size_t i = 0; i + 1 < up.size(); ++i) {
            auto& pieces = pieces_[up[i + 1]];
            way.emplace_back(up[i + 1], pieces.size());
            pieces.push_back({.line = l, .from = up[i], .to = {}, .border = side, .label = i == 0 ? label : 0});
            ports_[{up[i], l}].side = side;
        }
        if (boxes_[up.front()].container) // it ends on the container itself
            ends_on_[up.front()].emplace_back(l, side);
    }

    // What one container is laid out from: its boxes, then the places on its borders.
    struct Sheet {
        std::vector<LayoutNode> nodes;
        std::vector<LayoutEdge> edges;                     // a piece each
        std::vector<std::pair<std::size_t, Border>> loose; // places for lines that end on the container
        bool above = false;
        bool below = false;

        std::size_t terminal(Border side) {
            using Limits = std::numeric_limits<int>;
            (side == Border::below ? below : above) = true;
            nodes.push_back({.layer = side == Border::below ? Limits::max() : Limits::min(),
                             .top_slots = {0.0},
                             .bottom_slots = {0.0}});
            return nodes.size() - 1;
        }
    };

    Sheet sheet_of(std::size_t container) {
        Sheet out;
        std::map<std::size_t, std::size_t> node_of;
        for (const std::size_t child : children_[container]) {
            node_of[child] = out.nodes.size();
            out.nodes.push_back({.width = size_[child].x,
                                 .height = size_[child].y,
                                 .layer = boxes_[child].layer,
                                 .first = boxes_[child].first,
                                 .top_slots = slots_[child].above,
                                 .bottom_slots = slots_[child].below});
        }
        const auto fixed = [&](std::size_t box, std::size_t line) { return ports_[{box, line}].at; };
        for (const Piece& piece : pieces_[container]) {
            const std::size_t from = node_of.at(piece.from);
            const std::optional<double> at = fixed(piece.from, piece.line);
            if (piece.to)
                out.edges.push_back({from, node_of.at(*piece.to), at, fixed(*piece.to, piece.line), piece.label});
            else
                out.edges.push_back({out.terminal(piece.border), from, 0.0, at, piece.label});
        }
        if (container != root)
            for (const auto& [line, side] : ends_on_[container])
                out.loose.emplace_back(out.terminal(side), side);
        return out;
    }

    PaperPoint lay_out(std::size_t container) {
        Sheet sheet = sheet_of(container);
        LayoutOptions options = options_;
        if (container == root) // few and large
            options.places = LayoutPlaces::centred;
        const LayeredLayout inner = layered_layout(std::move(sheet.nodes), sheet.edges, options);
        const NestedBox own = container == root ? NestedBox{.pad_left = 0, .pad = 0} : boxes_[container];
        const PaperPoint shift{own.pad_left, sheet.above ? 0 : own.pad};
        const std::vector<std::size_t>& children = children_[container];
        for (std::size_t i = 0; i < children.size(); ++i) {
            place_[children[i]] = {inner.boxes[i].low.x + shift.x, inner.boxes[i].low.y + shift.y};
            size_[children[i]].x = inner.boxes[i].width(); // lines may have widened it
        }
        keep_paths(container, inner, shift);
        Slots& slots = slots_[container];
        for (const auto& [node, side] : sheet.loose)
            (side == Border::below ? slots.below : slots.above).push_back(inner.boxes[node].low.x + shift.x);
        std::sort(slots.above.begin(), slots.above.end());
        std::sort(slots.below.begin(), slots.below.end());
        return {std::max(own.width, inner.width + shift.x + own.pad),
                inner.height + shift.y + (sheet.below ? 0 : own.pad)};
    }

    void keep_paths(std::size_t container, const LayeredLayout& inner, PaperPoint shift) {
        std::vector<Piece>& pieces = pieces_[container];
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            std::vector<PaperPoint> path = inner.lines[i];
            for (PaperPoint& p : path)
                p = {p.x + shift.x, p.y + shift.y};
            if (!pieces[i].to) {
                std::reverse(path.begin(), path.end());
                ports_[{container, pieces[i].line}].at = path.back().x;
            }
            pieces[i].path = std::move(path);
        }
    }

    void join(const Way& way, std::vector<PaperPoint>& out) const {
        if (!way.across)
            return;
        const auto add = [&](const std::pair<std::size_t, std::size_t>& at, bool backwards) {
            const Piece& piece = pieces_.at(at.first)[at.second];
            const PaperPoint shift = at.first == root ? PaperPoint{} : place_[at.first];
            for (std::size_t i = 0; i < piece.path.size(); ++i) {
                const PaperPoint p = piece.path[backwards ? piece.path.size() - 1 - i : i];
                const PaperPoint q{p.x + shift.x, p.y + shift.y};
                if (out.empty() || std::abs(out.back().x - q.x) + std::abs(out.back().y - q.y) > 1e-6)
                    out.push_back(q);
            }
        };
        for (const auto& piece : way.out)
            add(piece, false);
        add(*way.across, false);
        for (std::size_t i = way.in.size(); i-- > 0;)
            add(way.in[i], true);
    }

    struct Port {
        Border side = Border::below;
        std::optional<double> at;
    };
    struct Slots {
        std::vector<double> above, below;
    };
    const std::vector<NestedBox>& boxes_;
    const std::vector<NestedLine>& lines_;
    LayoutOptions options_;
    std::map<std::size_t, std::vector<std::size_t>> children_;
    std::map<std::size_t, std::vector<Piece>> pieces_;          // by container
    std::map<std::pair<std::size_t, std::size_t>, Port> ports_; // by box and line
    std::map<std::size_t, std::vector<std::pair<std::size_t, Border>>> ends_on_;
    std::map<std::size_t, Slots> slots_;
    std::vector<Way> ways_;
    std::vector<PaperPoint> size_;
    std::vector<PaperPoint> place_;
};

} // namespace

NestedLayout nested_layout(const std::vector<NestedBox>& boxes, const std::vector<NestedLine>& lines,
                           const LayoutOptions& options) {
    return Nest(boxes, lines, options).run();
}

} // namespace riser
