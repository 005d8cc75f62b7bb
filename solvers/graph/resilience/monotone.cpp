// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/monotone.h"

#include <algorithm>
#include <unordered_set>

namespace riser {

namespace {

std::uint64_t hash_of(FormKind kind, std::span<const Form> parts) {
    std::uint64_t out = static_cast<std::uint64_t>(kind);
    for (const Form part : parts)
        out = (out ^ part.ref) * 0x9E3779B97F4A7C15U + (out >> 29);
    return out;
}

} // namespace

MonotoneForms::MonotoneForms() : nodes_{{FormKind::never, 0, 0}, {FormKind::always, 0, 0}} {}

Form MonotoneForms::element(std::uint32_t number) {
    const auto [at, fresh] = elements_.try_emplace(number, Form{static_cast<std::uint32_t>(nodes_.size())});
    if (fresh)
        nodes_.push_back({FormKind::element, number, 0});
    return at->second;
}

std::span<const Form> MonotoneForms::parts(Form form) const {
    const Node& node = nodes_[form.ref];
    if (node.kind != FormKind::all && node.kind != FormKind::any)
        return {};
    return std::span(parts_).subspan(node.first, node.count);
}

Form MonotoneForms::all(std::vector<Form> parts) { return joined(FormKind::all, std::move(parts)); }
Form MonotoneForms::any(std::vector<Form> parts) { return joined(FormKind::any, std::move(parts)); }

Form MonotoneForms::joined(FormKind wanted, std::vector<Form> given) {
    const Form decides = wanted == FormKind::all ? never() : always();
    const Form says_nothing = wanted == FormKind::all ? always() : never();
    std::vector<Form> flat;
    for (const Form part : given) {
        if (part == decides)
            return decides;
        if (kind(part) == wanted) {
            const std::span<const Form> inner = parts(part);
            flat.insert(flat.end(), inner.begin(), inner.end());
        } else if (part != says_nothing) {
            flat.push_back(part);
        }
    }
    std::sort(flat.begin(), flat.end());
    flat.erase(std::unique(flat.begin(), flat.end()), flat.end());
    // What says no more than another part does goes: a and (a or b) is a.
    const std::vector<Form> before = flat;
    std::erase_if(flat, [&](Form part) {
        return std::ranges::any_of(parts(part),
                                   [&](Form inner) { return std::binary_search(before.begin(), before.end(), inner); });
    });
    if (flat.empty())
        return says_nothing;
    if (flat.size() == 1)
        return flat.front();
    const std::uint64_t hash = hash_of(wanted, flat);
    const auto [begin, end] = joined_.equal_range(hash);
    for (auto it = begin; it != end; ++it)
        if (kind(it->second) == wanted && std::ranges::equal(parts(it->second), flat))
            return it->second;
    const Form out{static_cast<std::uint32_t>(nodes_.size())};
    nodes_.push_back({wanted, static_cast<std::uint32_t>(parts_.size()), static_cast<std::uint32_t>(flat.size())});
    parts_.insert(parts_.end(), flat.begin(), flat.end());
    joined_.emplace(hash, out);
    return out;
}

std::vector<Form> MonotoneForms::below(std::span<const Form> forms) const {
    std::vector<Form> out;
    std::unordered_set<std::uint32_t> seen;
    std::vector<std::pair<Form, bool>> stack;
    for (auto form = forms.rbegin(); form != forms.rend(); ++form)
        stack.emplace_back(*form, false);
    while (!stack.empty()) {
        const auto [form, done] = stack.back();
        stack.pop_back();
        if (done) {
            out.push_back(form);
            continue;
        }
        if (!seen.insert(form.ref).second)
            continue;
        stack.emplace_back(form, true);
        const std::span<const Form> inner = parts(form);
        for (auto part = inner.rbegin(); part != inner.rend(); ++part)
            stack.emplace_back(*part, false);
    }
    return out;
}

Form MonotoneForms::fixed(Form form, const std::map<std::uint32_t, bool>& known) {
    std::unordered_map<std::uint32_t, Form> now;
    for (const Form part : below({&form, 1})) {
        Form as = part;
        if (kind(part) == FormKind::element) {
            if (const auto at = known.find(element_of(part)); at != known.end())
                as = at->second ? always() : never();
        } else if (const std::span<const Form> inner = parts(part); !inner.empty()) {
            std::vector<Form> next;
            bool changed = false;
            for (const Form one : inner) {
                next.push_back(now.at(one.ref));
                changed = changed || next.back() != one;
            }
            if (changed)
                as = joined(kind(part), std::move(next));
        }
        now[part.ref] = as;
    }
    return now.at(form.ref);
}

bool MonotoneForms::holds(Form form, const std::vector<bool>& up) const {
    std::unordered_map<std::uint32_t, bool> as;
    for (const Form part : below({&form, 1})) {
        const auto stands = [&](Form one) { return as.at(one.ref); };
        switch (kind(part)) {
        case FormKind::never:
        case FormKind::always:
            as[part.ref] = kind(part) == FormKind::always;
            break;
        case FormKind::element:
            as[part.ref] = up[element_of(part)];
            break;
        case FormKind::all:
            as[part.ref] = std::ranges::all_of(parts(part), stands);
            break;
        case FormKind::any:
            as[part.ref] = std::ranges::any_of(parts(part), stands);
            break;
        }
    }
    return as.at(form.ref);
}

} // namespace riser
