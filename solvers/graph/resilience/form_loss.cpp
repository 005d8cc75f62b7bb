// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/form_loss.h"

#include "solvers/graph/resilience/tangle_shape.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace riser {

struct KnownTangles {
    std::unordered_map<TangleShape, TangleLoss> losses;
};

FormLosses::FormLosses(MonotoneForms& forms, std::vector<double> loss, const FormLossOptions& options)
    : forms_(forms), loss_(std::move(loss)), options_(options), tangles_(std::make_shared<KnownTangles>()) {
    values_.push_back({.lower = 1, .upper = 1}); // never holds
    values_.push_back({.lower = 0, .upper = 0});
    known_ = {{MonotoneForms::never().ref, 0}, {MonotoneForms::always().ref, 1}};
}

std::uint32_t FormLosses::add(Value value) {
    values_.push_back(std::move(value));
    return static_cast<std::uint32_t>(values_.size() - 1);
}

FormLoss FormLosses::of(Form form, const Run& run) { return gathered(value_of(form, run)); }

std::uint32_t FormLosses::value_of(Form form, const Run& run) {
    if (const auto at = known_.find(form.ref); at != known_.end())
        return at->second;
    std::uint32_t out = 0;
    if (forms_.kind(form) == FormKind::element) {
        const double loss = loss_[forms_.element_of(form)];
        out = add({.lower = loss, .upper = loss, .element = forms_.element_of(form)});
    } else {
        const Form clear = cleared(form);
        out = clear == form ? gate_value(form, run) : value_of(clear, run);
    }
    if (values_[out].outcome != Outcome::stopped)
        known_.emplace(form.ref, out);
    return out;
}

// Elements that stand beside other parts decide nothing within them: a and g is a and g where a is up; a or g is a or g
// where a is down.
Form FormLosses::cleared(Form form) {
    while (forms_.kind(form) == FormKind::all || forms_.kind(form) == FormKind::any) {
        const FormKind kind = forms_.kind(form);
        const std::span<const Form> now = forms_.parts(form);
        const std::vector<Form> parts(now.begin(), now.end());
        std::map<std::uint32_t, bool> beside;
        for (const Form part : parts)
            if (forms_.kind(part) == FormKind::element)
                beside.emplace(forms_.element_of(part), kind == FormKind::all);
        if (beside.empty() || beside.size() == parts.size())
            break;
        std::vector<Form> next;
        for (const Form part : parts)
            next.push_back(forms_.kind(part) == FormKind::element ? part : forms_.fixed(part, beside));
        const Form clear = kind == FormKind::all ? forms_.all(std::move(next)) : forms_.any(std::move(next));
        if (clear == form)
            break;
        form = clear;
    }
    return form;
}

// Its parts in groups that share no element with each other; ordered by their first part.
std::vector<std::vector<Form>> FormLosses::apart(Form form) {
    const std::span<const Form> parts = forms_.parts(form);
    std::vector<std::size_t> group(parts.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    const auto lead = [&](std::size_t i) {
        while (group[i] != i)
            i = group[i] = group[group[i]];
        return i;
    };
    // Where a form was met before, so was all that is below it.
    met_.resize(forms_.size(), 0);
    std::vector<Form> open;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        open.push_back(parts[i]);
        while (!open.empty()) {
            const Form inner = open.back();
            open.pop_back();
            std::uint64_t& met = met_[inner.ref];
            if (met > meetings_) {
                const std::size_t a = lead(met - meetings_ - 1), b = lead(i);
                group[std::max(a, b)] = std::min(a, b);
            } else {
                met = meetings_ + 1 + i;
                open.insert(open.end(), forms_.parts(inner).begin(), forms_.parts(inner).end());
            }
        }
    }
    meetings_ += parts.size();
    std::map<std::size_t, std::vector<Form>> groups;
    for (std::size_t i = 0; i < parts.size(); ++i)
        groups[lead(i)].push_back(parts[i]);
    std::vector<std::vector<Form>> out;
    for (auto& [at, members] : groups)
        out.push_back(std::move(members));
    return out;
}

std::uint32_t FormLosses::gate_value(Form form, const Run& run) {
    const FormKind kind = forms_.kind(form);
    const std::vector<std::vector<Form>> groups = apart(form);
    if (groups.size() == 1)
        return tangle_value(form, run);
    std::vector<std::uint32_t> values;
    for (const std::vector<Form>& group : groups)
        values.push_back(value_of(kind == FormKind::all ? forms_.all(group) : forms_.any(group), run));
    return combined(kind, values);
}

// Of independent values: `all` is lost when one is, `any` when each is.
std::uint32_t FormLosses::combined(FormKind kind, const std::vector<std::uint32_t>& values) {
    const std::size_t count = values.size();
    // Of those before and after each, what its slope is multiplied with.
    std::vector<double> before(count + 1, 1), after(count + 1, 1);
    const auto factor = [&](std::size_t i) {
        return kind == FormKind::all ? 1 - values_[values[i]].upper : values_[values[i]].upper;
    };
    for (std::size_t i = 0; i < count; ++i)
        before[i + 1] = before[i] * factor(i);
    for (std::size_t i = count; i-- > 0;)
        after[i] = after[i + 1] * factor(i);
    Value out{.lower = kind == FormKind::all ? 0.0 : 1.0, .upper = kind == FormKind::all ? 0.0 : 1.0};
    for (std::size_t i = 0; i < count; ++i) {
        const Value& part = values_[values[i]];
        out.lower = kind == FormKind::all ? out.lower + (1 - out.lower) * part.lower : out.lower * part.lower;
        out.upper = kind == FormKind::all ? out.upper + (1 - out.upper) * part.upper : out.upper * part.upper;
        out.made_of.emplace_back(values[i], before[i] * after[i + 1]);
        if (part.outcome == Outcome::stopped)
            out.outcome = Outcome::stopped;
    }
    return add(std::move(out));
}

std::uint32_t FormLosses::tangle_value(Form form, const Run& run) {
    Tangle tangle = tangle_of(forms_, form);
    std::vector<std::uint32_t> values; // of the tangle's variables
    for (const Form part : tangle.variables)
        values.push_back(value_of(part, run));
    for (std::vector<TangleGroup> groups = groups_in(tangle); !groups.empty(); groups = groups_in(tangle)) {
        for (const TangleGroup& group : groups) {
            std::vector<std::uint32_t> members;
            for (const std::uint32_t variable : group.variables)
                members.push_back(values[variable]);
            values[group.variables.front()] = combined(group.kind, members);
        }
        merge(tangle, groups);
    }
    Value out;
    std::vector<double> lower, upper;
    for (const std::uint32_t value : values) {
        lower.push_back(values_[value].lower);
        upper.push_back(values_[value].upper);
        if (values_[value].outcome == Outcome::stopped)
            out.outcome = Outcome::stopped;
    }
    const ShapedTangle like = shaped(tangle, lower, upper);
    const TangleLoss loss = loss_of(like, run);
    out.lower = loss.lower;
    out.upper = loss.upper;
    if (out.outcome == Outcome::complete)
        out.outcome = loss.outcome;
    for (std::size_t i = 0; i < like.variables.size(); ++i)
        if (loss.slopes[i] != 0)
            out.made_of.emplace_back(values[like.variables[i]], loss.slopes[i]);
    return add(std::move(out));
}

// Tangles of one shape are reckoned once.
TangleLoss FormLosses::loss_of(const ShapedTangle& tangle, const Run& run) {
    if (const auto at = tangles_->losses.find(tangle.shape); at != tangles_->losses.end())
        return at->second;
    TangleLoss out = tangle_loss(tangle.tangle, tangle.shape.lower, tangle.shape.upper, options_, run);
    if (out.outcome != Outcome::stopped)
        tangles_->losses.emplace(tangle.shape, out);
    return out;
}

// Back from a value to the elements (the chain rule, in reverse): values were made after those that they are made of.
FormLoss FormLosses::gathered(std::uint32_t value) const {
    FormLoss out{.lower = values_[value].lower, .upper = values_[value].upper};
    std::map<std::uint32_t, double, std::greater<>> slopes{{value, 1.0}};
    std::map<std::uint32_t, double> elements;
    while (!slopes.empty()) {
        const auto [at, slope] = *slopes.begin();
        slopes.erase(slopes.begin());
        const Value& here = values_[at];
        if (here.outcome == Outcome::stopped)
            out.outcome = Outcome::stopped;
        else if (here.outcome == Outcome::limit_reached && out.outcome == Outcome::complete)
            out.outcome = Outcome::limit_reached;
        if (here.element)
            elements[*here.element] += slope;
        for (const auto& [part, by] : here.made_of)
            slopes[part] += slope * by;
    }
    for (const auto& [element, slope] : elements)
        out.slopes.push_back({element, slope});
    return out;
}

} // namespace riser
