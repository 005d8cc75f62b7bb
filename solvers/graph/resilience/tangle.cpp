// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/tangle.h"

#include <algorithm>

namespace riser {

namespace {

// When a walk through all parts first and last meets a form, and when it leaves it. Forms met before are not entered
// again.
struct Visits {
    std::uint32_t first = 0;
    std::uint32_t left = 0;
    std::uint32_t last = 0;
    std::uint32_t least = 0; // of all below it: first met, last met
    std::uint32_t most = 0;
};

class Walk {
  public:
    Walk(const MonotoneForms& forms, Form form) : forms_(forms) {
        go(form);
        for (const Form part : forms.below({&form, 1})) {
            Visits& here = visits_.at(part.ref);
            here.least = UINT32_MAX;
            here.most = 0;
            for (const Form inner : forms.parts(part)) {
                const Visits& below = visits_.at(inner.ref);
                here.least = std::min({here.least, below.first, below.least});
                here.most = std::max({here.most, below.last, below.most});
            }
        }
    }
    // Whether all that is below it is met within it only.
    bool is_module(Form form) const {
        const Visits& here = visits_.at(form.ref);
        return forms_.parts(form).empty() || (here.least > here.first && here.most < here.left);
    }

  private:
    void go(Form form) {
        std::vector<std::pair<Form, bool>> stack{{form, false}};
        std::uint32_t now = 0;
        while (!stack.empty()) {
            const auto [here, done] = stack.back();
            stack.pop_back();
            ++now;
            if (done) {
                visits_[here.ref].left = now;
                continue;
            }
            const auto [at, fresh] = visits_.try_emplace(here.ref, Visits{.first = now});
            at->second.last = now;
            if (!fresh)
                continue;
            stack.emplace_back(here, true);
            for (const Form part : forms_.parts(here))
                stack.emplace_back(part, false);
        }
    }

    const MonotoneForms& forms_;
    std::unordered_map<std::uint32_t, Visits> visits_;
};

} // namespace

Tangle tangle_of(const MonotoneForms& forms, Form form) {
    const Walk walk(forms, form);
    Tangle out;
    std::unordered_map<std::uint32_t, std::uint32_t> gates, variables;
    // Gates from below, none of them within a module.
    std::vector<std::pair<Form, bool>> stack{{form, false}};
    while (!stack.empty()) {
        const auto [here, done] = stack.back();
        stack.pop_back();
        if (!done) {
            if (gates.contains(here.ref) || variables.contains(here.ref))
                continue;
            if (here != form && walk.is_module(here)) {
                variables.emplace(here.ref, static_cast<std::uint32_t>(out.variables.size()));
                out.variables.push_back(here);
                continue;
            }
            stack.emplace_back(here, true);
            for (const Form part : forms.parts(here))
                stack.emplace_back(part, false);
            continue;
        }
        if (gates.contains(here.ref))
            continue;
        TangleGate gate{.any = forms.kind(here) == FormKind::any};
        for (const Form part : forms.parts(here))
            if (const auto at = variables.find(part.ref); at != variables.end())
                gate.variables.push_back(at->second);
            else
                gate.gates.push_back(gates.at(part.ref));
        std::sort(gate.variables.begin(), gate.variables.end());
        std::sort(gate.gates.begin(), gate.gates.end());
        gates.emplace(here.ref, static_cast<std::uint32_t>(out.gates.size()));
        out.gates.push_back(std::move(gate));
    }
    return out;
}

std::vector<TangleGroup> groups_in(const Tangle& tangle) {
    std::vector<std::vector<std::uint32_t>> occurs(tangle.variables.size());
    for (std::uint32_t gate = 0; gate < tangle.gates.size(); ++gate)
        for (const std::uint32_t variable : tangle.gates[gate].variables)
            occurs[variable].push_back(gate);
    std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> same;
    for (std::uint32_t variable = 0; variable < occurs.size(); ++variable)
        if (!occurs[variable].empty())
            same[occurs[variable]].push_back(variable);
    std::vector<TangleGroup> out;
    for (auto& [gates, variables] : same) {
        const bool any = tangle.gates[gates.front()].any;
        if (variables.size() > 1 &&
            std::ranges::all_of(gates, [&](std::uint32_t gate) { return tangle.gates[gate].any == any; }))
            out.push_back({any ? FormKind::any : FormKind::all, std::move(variables)});
    }
    return out;
}

void merge(Tangle& tangle, std::span<const TangleGroup> groups) {
    std::vector<std::uint8_t> gone(tangle.variables.size(), 0), leads(tangle.variables.size(), 0);
    for (const TangleGroup& group : groups) {
        for (const std::uint32_t variable : group.variables)
            gone[variable] = 1;
        gone[group.variables.front()] = 0;
        leads[group.variables.front()] = 1;
    }
    for (TangleGate& gate : tangle.gates)
        std::erase_if(gate.variables, [&](std::uint32_t variable) { return gone[variable] != 0; });
    // A gate that has become its one variable is that variable wherever it occurs.
    const auto is_lead = [&](std::uint32_t gate) {
        const TangleGate& made = tangle.gates[gate];
        return made.gates.empty() && made.variables.size() == 1 && leads[made.variables.front()] != 0;
    };
    for (TangleGate& gate : tangle.gates)
        std::erase_if(gate.gates, [&](std::uint32_t inner) {
            if (!is_lead(inner))
                return false;
            const std::uint32_t lead = tangle.gates[inner].variables.front();
            if (!std::ranges::binary_search(gate.variables, lead))
                gate.variables.insert(std::ranges::lower_bound(gate.variables, lead), lead);
            return true;
        });
    for (std::uint32_t gate = 0; gate + 1 < tangle.gates.size(); ++gate)
        if (is_lead(gate))
            tangle.gates[gate].variables.clear();
}

} // namespace riser
