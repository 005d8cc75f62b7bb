// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/reach_form.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

class Elimination {
  public:
    Elimination(MonotoneForms& forms, std::span<const Form> nodes)
        : forms_(forms), nodes_(nodes.begin(), nodes.end()), ways_(nodes.size()) {}

    std::uint32_t add_node() {
        nodes_.push_back(MonotoneForms::always());
        ways_.emplace_back();
        return static_cast<std::uint32_t>(ways_.size() - 1);
    }
    void join(std::uint32_t a, std::uint32_t b, Form way) {
        if (a == b || way == MonotoneForms::never())
            return;
        const auto at = ways_[a].find(b);
        const Form both = at == ways_[a].end() ? way : forms_.any({at->second, way});
        ways_[a][b] = both;
        ways_[b][a] = both;
    }

    // What is left between the two when all else is taken out.
    Form between(std::uint32_t from, std::uint32_t to) {
        const std::vector<std::uint32_t> reached = reached_from(from);
        for (const std::uint32_t node : reached)
            if (node != from && node != to)
                waiting_.emplace(ways_[node].size(), node);
        while (!waiting_.empty()) {
            const std::uint32_t node = waiting_.begin()->second;
            waiting_.erase(waiting_.begin());
            take_out(node, from, to);
        }
        const auto way = ways_[from].find(to);
        return way == ways_[from].end() ? MonotoneForms::never() : way->second;
    }

  private:
    std::vector<std::uint32_t> reached_from(std::uint32_t from) const {
        std::vector<std::uint32_t> out{from};
        std::vector<bool> seen(ways_.size());
        seen[from] = true;
        for (std::size_t head = 0; head < out.size(); ++head)
            for (const auto& [next, way] : ways_[out[head]])
                if (!seen[next]) {
                    seen[next] = true;
                    out.push_back(next);
                }
        return out;
    }
    void take_out(std::uint32_t node, std::uint32_t from, std::uint32_t to) {
        const std::map<std::uint32_t, Form> ways = std::move(ways_[node]);
        ways_[node].clear();
        for (const auto& [other, way] : ways)
            if (other != from && other != to)
                waiting_.erase({ways_[other].size(), other});
        for (const auto& [other, way] : ways)
            ways_[other].erase(node);
        for (auto a = ways.begin(); a != ways.end(); ++a)
            for (auto b = std::next(a); b != ways.end(); ++b)
                join(a->first, b->first, forms_.all({a->second, nodes_[node], b->second}));
        for (const auto& [other, way] : ways)
            if (other != from && other != to)
                waiting_.emplace(ways_[other].size(), other);
    }

    MonotoneForms& forms_;
    std::vector<Form> nodes_;
    std::vector<std::map<std::uint32_t, Form>> ways_;         // of each node, to which others
    std::set<std::pair<std::size_t, std::uint32_t>> waiting_; // neighbours, node
};

} // namespace

std::vector<Form> need_forms(MonotoneForms& forms, const NeedTable& needs) {
    std::vector<Form> out;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const NeedView need = needs[static_cast<NeedIndex>(i)];
        std::vector<Form> parts;
        for (const ElementIndex element : need.elements)
            parts.push_back(forms.element(static_cast<std::uint32_t>(element)));
        for (const NeedIndex inner : need.needs)
            parts.push_back(out[at(inner)]);
        out.push_back(need.any ? forms.any(std::move(parts)) : forms.all(std::move(parts)));
    }
    return out;
}

Form reach_form(MonotoneForms& forms, const LinkNetwork& network, std::span<const Form> nodes,
                std::span<const Form> links, NetNode from, std::span<const ReachExit> exits) {
    Elimination network_left(forms, nodes);
    for (std::size_t i = 0; i < network.links.size(); ++i)
        network_left.join(static_cast<std::uint32_t>(network.links[i].a),
                          static_cast<std::uint32_t>(network.links[i].b), links[i]);
    const std::uint32_t goal = network_left.add_node();
    for (const ReachExit& exit : exits)
        network_left.join(static_cast<std::uint32_t>(exit.node), goal, forms.all({nodes[at(exit.node)], exit.stands}));
    return forms.all({nodes[at(from)], network_left.between(static_cast<std::uint32_t>(from), goal)});
}

std::vector<Form> found_from(MonotoneForms& forms, std::span<const OneWay> ways, std::vector<Form> found) {
    std::vector<std::map<std::uint32_t, Form>> onward(found.size()), back(found.size());
    const auto add = [&](std::uint32_t from, std::uint32_t to, Form stands) {
        if (from == to || stands == MonotoneForms::never())
            return;
        const auto [at, fresh] = onward[from].try_emplace(to, stands);
        if (!fresh)
            at->second = forms.any({at->second, stands});
        back[to][from] = at->second;
    };
    for (const OneWay& way : ways)
        add(way.from, way.to, way.stands);
    // Taken out one after another, each is written down by what comes after it; then found from the last to the first.
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        for (const auto& [from, way] : back[i]) {
            if (from <= i)
                continue; // taken out already
            found[from] = forms.any({found[from], forms.all({way, found[i]})});
            for (const auto& [to, on] : onward[i])
                if (to > i)
                    add(from, to, forms.all({way, on}));
        }
    }
    for (std::uint32_t i = static_cast<std::uint32_t>(found.size()); i-- > 0;)
        for (const auto& [to, on] : onward[i])
            if (to > i)
                found[i] = forms.any({found[i], forms.all({on, found[to]})});
    return found;
}

} // namespace riser
