// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/layered_layout.h"

#include "model/base/result.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace riser {

namespace {

constexpr int sweeps = 12;

struct Node {
    double width = 0;
    double height = 0;
    int layer = 0;
    bool first = false;
    bool lane = false;            // of a line that passes through the layer
    double x = 0;                 // left end
    std::vector<double> slots[2]; // top, bottom
    double middle() const { return x + width / 2; }
};

// From the bottom of u to the top of v, in the layer below.
struct Segment {
    std::size_t u = 0;
    std::size_t v = 0;
    std::optional<double> at_u;
    std::optional<double> at_v;
    std::size_t edge = 0;
};
// Two nodes of one layer, joined below.
struct Bow {
    std::size_t edge = 0;
    std::size_t u = 0;
    std::size_t v = 0;
    double at_u = 0;
    double at_v = 0;
    std::size_t track = 0;
};

enum Side { top, bottom };

class Layers {
  public:
    Layers(std::vector<LayoutNode>&& nodes, const std::vector<LayoutEdge>& edges, const LayoutOptions& options)
        : options_(options), edges_(edges), count_(nodes.size()) {
        take(std::move(nodes));
        split();
        widen();
        initial_order();
    }

    LayeredLayout run() {
        std::vector<std::vector<std::size_t>> best = order_;
        std::size_t fewest = crossings();
        for (int i = 0; i < sweeps && fewest > 0; ++i) {
            sweep(i % 2 == 0);
            if (const std::size_t now = crossings(); now < fewest) {
                fewest = now;
                best = order_;
            }
        }
        order_ = best;
        pack();
        for (int i = 0; i < sweeps; ++i) {
            fix_ports();
            if (options_.places == LayoutPlaces::by_lines)
                align(i % 2 == 0);
        }
        if (options_.places == LayoutPlaces::by_lines)
            gather();
        fix_ports();
        LayeredLayout out = drawn();
        out.crossings = fewest;
        return out;
    }

  private:
    void take(std::vector<LayoutNode>&& nodes) {
        std::map<int, int> rank;
        for (const LayoutNode& node : nodes)
            rank[node.layer] = 0;
        int next = 0;
        for (auto& [layer, number] : rank)
            number = next++;
        order_.resize(static_cast<std::size_t>(next));
        for (LayoutNode& node : nodes) {
            Node own{.width = node.width,
                     .height = node.height,
                     .layer = rank[node.layer],
                     .first = node.first,
                     .lane = false,
                     .x = 0,
                     .slots = {std::move(node.top_slots), std::move(node.bottom_slots)}};
            nodes_.push_back(std::move(own));
        }
    }

    // Long lines become segments with lanes between.
    void split() {
        for (std::size_t e = 0; e < edges_.size(); ++e) {
            const LayoutEdge& edge = edges_[e];
            ensure(edge.a != edge.b && edge.a < count_ && edge.b < count_, "an edge joins two nodes that are there");
            const int la = nodes_[edge.a].layer;
            const int lb = nodes_[edge.b].layer;
            if (la == lb) {
                bows_.push_back({e, edge.a, edge.b, 0, 0, 0});
                continue;
            }
            const bool down = la < lb;
            std::size_t from = down ? edge.a : edge.b;
            const std::size_t to = down ? edge.b : edge.a;
            std::optional<double> at = down ? edge.at_a : edge.at_b;
            for (int layer = std::min(la, lb) + 1; layer < std::max(la, lb); ++layer) {
                nodes_.push_back(
                    {.width = 0, .height = 0, .layer = layer, .first = false, .lane = true, .x = 0, .slots = {}});
                segments_.push_back({from, nodes_.size() - 1, at, 0.0, e});
                from = nodes_.size() - 1;
                at = 0.0;
            }
            segments_.push_back({from, to, at, down ? edge.at_b : edge.at_a, e});
        }
        below_.resize(nodes_.size());
        above_.resize(nodes_.size());
        for (std::size_t s = 0; s < segments_.size(); ++s) {
            below_[segments_[s].u].push_back(s);
            above_[segments_[s].v].push_back(s);
        }
        bows_at_.resize(nodes_.size());
        for (std::size_t i = 0; i < bows_.size(); ++i) {
            bows_at_[bows_[i].u].push_back(i);
            bows_at_[bows_[i].v].push_back(i);
        }
    }

    // Room for the lines of each side that have no fixed place; then the slots they take.
    void widen() {
        for (std::size_t n = 0; n < count_; ++n) {
            Node& node = nodes_[n];
            std::size_t wanted[2] = {0, 0};
            for (const std::size_t s : above_[n])
                wanted[top] += segments_[s].at_v ? 0 : 1;
            for (const std::size_t s : below_[n])
                wanted[bottom] += segments_[s].at_u ? 0 : 1;
            for (const std::size_t i : bows_at_[n])
                wanted[bottom] += fixed_bow(bows_[i], n) ? 0 : 1;
            for (const Side side : {top, bottom})
                if (node.slots[side].size() < wanted[side])
                    node.width = std::max(node.width, (static_cast<double>(wanted[side]) + 0.5) * options_.port_pitch);
            for (const Side side : {top, bottom}) {
                if (node.slots[side].size() >= wanted[side])
                    continue;
                // Spread over the middle of the side, no wider than it must look.
                const auto k = static_cast<double>(wanted[side]);
                const double step = std::min(node.width / k, 3 * options_.port_pitch);
                node.slots[side].clear();
                for (std::size_t i = 0; i < wanted[side]; ++i)
                    node.slots[side].push_back(node.width / 2 + (static_cast<double>(i) - (k - 1) / 2) * step);
            }
        }
    }
    std::optional<double> fixed_bow(const Bow& bow, std::size_t node) const {
        return node == edges_[bow.edge].a ? edges_[bow.edge].at_a : edges_[bow.edge].at_b;
    }

    void initial_order() {
        for (std::size_t n = 0; n < nodes_.size(); ++n)
            order_[static_cast<std::size_t>(nodes_[n].layer)].push_back(n);
        for (auto& layer : order_)
            std::stable_sort(layer.begin(), layer.end(),
                             [&](std::size_t a, std::size_t b) { return nodes_[a].first > nodes_[b].first; });
        pack();
    }

    double between(std::size_t a, std::size_t b) const {
        return nodes_[a].lane && nodes_[b].lane ? options_.port_pitch * 0.8 : options_.gap;
    }
    void pack() {
        for (const auto& layer : order_)
            pack(layer);
    }
    void pack(const std::vector<std::size_t>& layer) {
        double x = 0;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            if (i > 0)
                x += between(layer[i - 1], layer[i]);
            nodes_[layer[i]].x = x;
            x += nodes_[layer[i]].width;
        }
        for (const std::size_t n : layer) // around one axis
            nodes_[n].x -= x / 2;
    }

    double end_x(std::size_t node, const std::optional<double>& at) const {
        return at ? nodes_[node].x + *at : nodes_[node].middle();
    }

    void sweep(bool down) {
        const auto layers = static_cast<int>(order_.size());
        for (int i = 1; i < layers; ++i) {
            auto& layer = order_[static_cast<std::size_t>(down ? i : layers - 1 - i)];
            std::vector<std::pair<double, std::size_t>> keyed;
            for (const std::size_t n : layer)
                keyed.emplace_back(nodes_[n].first ? -1e12 : wish(n, down).value_or(nodes_[n].middle()), n);
            std::stable_sort(keyed.begin(), keyed.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            for (std::size_t k = 0; k < layer.size(); ++k)
                layer[k] = keyed[k].second;
            pack(layer);
        }
    }

    // Where the middle of a node would like to be for its lines to the layer above (or below).
    std::optional<double> wish(std::size_t n, bool from_above) const {
        double sum = 0;
        std::size_t count = 0;
        for (const std::size_t s : from_above ? above_[n] : below_[n]) {
            const Segment& segment = segments_[s];
            const double far = from_above ? end_x(segment.u, segment.at_u) : end_x(segment.v, segment.at_v);
            const std::optional<double>& own = from_above ? segment.at_v : segment.at_u;
            sum += far - (own ? *own - nodes_[n].width / 2 : 0);
            ++count;
        }
        return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
    }

    std::size_t crossings() const {
        std::map<int, std::vector<std::pair<double, double>>> channels;
        for (const Segment& s : segments_)
            channels[nodes_[s.u].layer].emplace_back(end_x(s.u, s.at_u), end_x(s.v, s.at_v));
        std::size_t out = 0;
        for (auto& [layer, lines] : channels) {
            std::sort(lines.begin(), lines.end());
            out += inversions(lines);
        }
        return out;
    }
    static std::size_t inversions(const std::vector<std::pair<double, double>>& lines) {
        std::vector<double> ends;
        for (const auto& line : lines)
            ends.push_back(line.second);
        std::vector<double> sorted = ends;
        std::sort(sorted.begin(), sorted.end());
        std::vector<std::size_t> tree(ends.size() + 1, 0); // Fenwick, of what came before
        std::size_t out = 0;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const auto rank =
                static_cast<std::size_t>(std::upper_bound(sorted.begin(), sorted.end(), ends[i]) - sorted.begin());
            std::size_t no_greater = 0;
            for (std::size_t k = rank; k > 0; k &= k - 1)
                no_greater += tree[k];
            out += i - no_greater;
            for (std::size_t k = rank; k < tree.size(); k += k & (~k + 1))
                ++tree[k];
        }
        return out;
    }

    // Lines without a fixed place take the slots of their side in the order of where they lead.
    void fix_ports() {
        for (std::size_t n = 0; n < count_; ++n) {
            std::vector<std::tuple<double, std::size_t, double*>> tops;
            std::vector<std::tuple<double, std::size_t, double*>> bottoms;
            for (const std::size_t s : above_[n])
                if (free_at_v(s))
                    tops.emplace_back(end_x(segments_[s].u, segments_[s].at_u), s, &chosen_v(s));
            for (const std::size_t s : below_[n])
                if (free_at_u(s))
                    bottoms.emplace_back(end_x(segments_[s].v, segments_[s].at_v), s, &chosen_u(s));
            for (const std::size_t i : bows_at_[n]) {
                Bow& bow = bows_[i];
                double& own = n == bow.u ? bow.at_u : bow.at_v;
                if (const std::optional<double> fixed = fixed_bow(bow, n))
                    own = *fixed;
                else // outermost towards its partner
                    bottoms.emplace_back(nodes_[n == bow.u ? bow.v : bow.u].middle() > nodes_[n].middle() ? 1e9 : -1e9,
                                         segments_.size() + i, &own);
            }
            give_slots(nodes_[n].slots[top], tops);
            give_slots(nodes_[n].slots[bottom], bottoms);
        }
    }
    static void give_slots(const std::vector<double>& slots,
                           std::vector<std::tuple<double, std::size_t, double*>>& list) {
        std::sort(list.begin(), list.end());
        for (std::size_t i = 0; i < list.size(); ++i)
            *std::get<2>(list[i]) = slots[i];
    }
    // What the caller left free is chosen anew each time.
    bool free_at_u(std::size_t s) const { return !nodes_[segments_[s].u].lane && !given(s, segments_[s].u); }
    bool free_at_v(std::size_t s) const { return !nodes_[segments_[s].v].lane && !given(s, segments_[s].v); }
    bool given(std::size_t s, std::size_t node) const {
        const LayoutEdge& edge = edges_[segments_[s].edge];
        return (node == edge.a ? edge.at_a : edge.at_b).has_value();
    }
    double& chosen_u(std::size_t s) { return segments_[s].at_u ? *segments_[s].at_u : segments_[s].at_u.emplace(0); }
    double& chosen_v(std::size_t s) { return segments_[s].at_v ? *segments_[s].at_v : segments_[s].at_v.emplace(0); }

    // Places of a layer in its order, nearest in the mean square to where its lines would have them.
    void align(bool down) {
        const auto layers = static_cast<int>(order_.size());
        for (int i = 0; i < layers; ++i) {
            const auto& layer = order_[static_cast<std::size_t>(down ? i : layers - 1 - i)];
            std::vector<double> offset(layer.size(), 0);
            for (std::size_t k = 1; k < layer.size(); ++k)
                offset[k] = offset[k - 1] + nodes_[layer[k - 1]].width + between(layer[k - 1], layer[k]);
            struct Block {
                double sum, weight;
                std::size_t count;
                double mean() const { return sum / weight; }
            };
            std::vector<Block> blocks;
            for (std::size_t k = 0; k < layer.size(); ++k) {
                const Node& node = nodes_[layer[k]];
                const auto to = wish(layer[k], down);
                const double weight = to ? (node.lane ? 4.0 : 1.0) : 0.05;
                const double left = (to ? *to - node.width / 2 : node.x) - offset[k];
                blocks.push_back({left * weight, weight, 1});
                while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
                    const Block last = blocks.back();
                    blocks.pop_back();
                    blocks.back().sum += last.sum;
                    blocks.back().weight += last.weight;
                    blocks.back().count += last.count;
                }
            }
            std::size_t k = 0;
            for (const Block& block : blocks)
                for (std::size_t c = 0; c < block.count; ++c, ++k)
                    nodes_[layer[k]].x = block.mean() + offset[k];
        }
    }

    bool is_idle(std::size_t n) const { return above_[n].empty() && below_[n].empty() && bows_at_[n].empty(); }

    // What has no lines does not go with the rest when lines draw that aside: it is fetched, a layer of such boxes and
    // those at either end of a layer, so that nothing empty lies between.
    void gather() {
        double left = 1e18, right = -1e18;
        for (std::size_t n = 0; n < nodes_.size(); ++n)
            if (!is_idle(n)) {
                left = std::min(left, nodes_[n].x);
                right = std::max(right, nodes_[n].x + nodes_[n].width);
            }
        if (left > right)
            return;
        for (const std::vector<std::size_t>& layer : order_) {
            const auto busy = [&](std::size_t n) { return !is_idle(n); };
            const auto from = std::find_if(layer.begin(), layer.end(), busy);
            const double begin = nodes_[layer.front()].x, end = nodes_[layer.back()].x + nodes_[layer.back()].width;
            const auto shift = [&](auto first, auto last, double by) {
                for (; first != last; ++first)
                    nodes_[*first].x += by;
            };
            if (from == layer.end()) {
                shift(layer.begin(), from,
                      nodes_[layer.front()].first ? left - begin : (left + right) / 2 - (begin + end) / 2);
                continue;
            }
            if (from != layer.begin()) {
                const Node& last = nodes_[*(from - 1)];
                const double room = nodes_[*from].x - between(*(from - 1), *from) - last.x - last.width;
                shift(layer.begin(), from, std::max(0.0, std::min(room, left - begin)));
            }
            const auto to = std::find_if(layer.rbegin(), layer.rend(), busy).base(); // behind the last busy one
            if (to != layer.end()) {
                const Node& last = nodes_[*(to - 1)];
                const double room = nodes_[*to].x - between(*(to - 1), *to) - last.x - last.width;
                shift(to, layer.end(), -std::max(0.0, std::min(room, end - right)));
            }
        }
    }

    struct Row {
        double top = 0;
        double bottom = 0;
        double label_below = 0; // kept for texts at the bottoms
        double tracks = 0;
        double label_above = 0;
    };

    // Bows that would meet lie on tracks of their own.
    void lay_tracks(std::vector<Row>& rows) {
        std::map<int, std::vector<Bow*>> by_layer;
        for (Bow& bow : bows_) {
            Row& row = rows[static_cast<std::size_t>(nodes_[bow.u].layer)];
            row.label_below = std::max(row.label_below, edges_[bow.edge].label);
            by_layer[nodes_[bow.u].layer].push_back(&bow);
        }
        for (auto& [layer, list] : by_layer) {
            const auto low = [&](const Bow* b) { return std::min(nodes_[b->u].x + b->at_u, nodes_[b->v].x + b->at_v); };
            const auto high = [&](const Bow* b) {
                return std::max(nodes_[b->u].x + b->at_u, nodes_[b->v].x + b->at_v);
            };
            std::stable_sort(list.begin(), list.end(), [&](const Bow* a, const Bow* b) { return low(a) < low(b); });
            std::vector<double> free_from;
            for (Bow* bow : list) {
                std::size_t track = 0;
                while (track < free_from.size() && free_from[track] >= low(bow))
                    ++track;
                if (track == free_from.size())
                    free_from.push_back(0);
                free_from[track] = high(bow) + 1;
                bow->track = track;
            }
            rows[static_cast<std::size_t>(layer)].tracks = static_cast<double>(free_from.size()) * 2 + 2;
        }
    }

    // Heights of the layers and of what lies between them.
    std::vector<Row> rows() {
        std::vector<Row> rows(order_.size());
        std::vector<double> span(order_.size(), -1); // of the lines below a layer
        lay_tracks(rows);
        for (const Segment& s : segments_) {
            const auto upper = static_cast<std::size_t>(nodes_[s.u].layer);
            span[upper] = std::max(span[upper], std::abs(end_x(s.u, s.at_u) - end_x(s.v, s.at_v)));
            const LayoutEdge& edge = edges_[s.edge];
            if (s.v == edge.b)
                rows[upper + 1].label_above = std::max(rows[upper + 1].label_above, edge.label);
            if (s.u == edge.b)
                rows[upper].label_below = std::max(rows[upper].label_below, edge.label);
        }
        double y = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].top = y;
            double height = 0;
            for (const std::size_t n : order_[i])
                height = std::max(height, nodes_[n].height);
            rows[i].bottom = y + height;
            y = rows[i].bottom + rows[i].label_below + rows[i].tracks;
            if (i + 1 < rows.size())
                y +=
                    std::clamp(span[i] * 0.12, options_.least_channel, options_.most_channel) + rows[i + 1].label_above;
        }
        height_ = y;
        return rows;
    }

    // Headings stand where the rest begins, or as far left as the lines beside them ask. Answers the ends of all.
    std::pair<double, double> put_headings() {
        double left = 1e12;
        double right = -1e12;
        for (const Node& node : nodes_)
            if (!node.first) {
                left = std::min(left, node.x);
                right = std::max(right, node.x + node.width);
            }
        const double begin = left < right ? left : 0;
        left = std::min(left, begin);
        for (const auto& layer : order_) {
            Node& heading = nodes_[layer.front()];
            if (!heading.first)
                continue;
            heading.x = begin;
            if (layer.size() > 1)
                heading.x = std::min(begin, nodes_[layer[1]].x - options_.gap - heading.width);
            left = std::min(left, heading.x);
            right = std::max(right, heading.x + heading.width);
        }
        return {left, right};
    }

    LayeredLayout drawn() {
        LayeredLayout out;
        const std::vector<Row> rows = this->rows();
        const auto [left, right] = put_headings();
        out.width = right - left;
        out.height = height_;
        for (Node& node : nodes_)
            node.x -= left;
        for (std::size_t n = 0; n < count_; ++n) {
            const double y = rows[static_cast<std::size_t>(nodes_[n].layer)].top;
            out.boxes.push_back({{nodes_[n].x, y}, {nodes_[n].x + nodes_[n].width, y + nodes_[n].height}});
        }
        out.lines.resize(edges_.size());
        for (const Segment& s : segments_) { // of one edge they follow each other downwards
            const Row& upper = rows[static_cast<std::size_t>(nodes_[s.u].layer)];
            const Row& lower = rows[static_cast<std::size_t>(nodes_[s.v].layer)];
            const double xu = end_x(s.u, s.at_u);
            const double xv = end_x(s.v, s.at_v);
            auto& line = out.lines[s.edge];
            add(line, {xu, nodes_[s.u].lane ? upper.bottom : upper.top + nodes_[s.u].height});
            add(line, {xu, upper.bottom + upper.label_below + upper.tracks});
            add(line, {xv, lower.top - lower.label_above});
            add(line, {xv, lower.top});
        }
        for (const Bow& bow : bows_) {
            const Row& row = rows[static_cast<std::size_t>(nodes_[bow.u].layer)];
            const double y = row.bottom + row.label_below + 2 + static_cast<double>(bow.track) * 2;
            const double xu = nodes_[bow.u].x + bow.at_u;
            const double xv = nodes_[bow.v].x + bow.at_v;
            out.lines[bow.edge] = {
                {xu, row.top + nodes_[bow.u].height}, {xu, y}, {xv, y}, {xv, row.top + nodes_[bow.v].height}};
        }
        for (std::size_t e = 0; e < edges_.size(); ++e)
            if (nodes_[edges_[e].a].layer > nodes_[edges_[e].b].layer)
                std::reverse(out.lines[e].begin(), out.lines[e].end());
        return out;
    }
    static void add(std::vector<PaperPoint>& line, PaperPoint p) {
        if (line.empty() || !(line.back() == p))
            line.push_back(p);
    }

    LayoutOptions options_;
    const std::vector<LayoutEdge>& edges_;
    std::size_t count_;
    std::vector<Node> nodes_;
    std::vector<Segment> segments_;
    std::vector<Bow> bows_;
    std::vector<std::vector<std::size_t>> below_, above_, bows_at_;
    std::vector<std::vector<std::size_t>> order_;
    double height_ = 0;
};

} // namespace

LayeredLayout layered_layout(std::vector<LayoutNode> nodes, const std::vector<LayoutEdge>& edges,
                             const LayoutOptions& options) {
    return nodes.empty() ? LayeredLayout() : Layers(std::move(nodes), edges, options).run();
}

} // namespace riser
