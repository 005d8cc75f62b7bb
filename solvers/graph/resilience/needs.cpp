// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/needs.h"

#include "model/base/result.h"

#include <algorithm>

namespace riser {

namespace {

template<class List> void sort_unique(List& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::size_t hash_of(bool any, const NeedParts& parts) {
    std::size_t h = any ? 14695981039346656037U : 1099511628211U;
    const auto mix = [&](std::size_t value) { h = (h ^ value) * 1099511628211U + (h >> 29); };
    for (const ElementIndex element : parts.elements)
        mix(2 * at(element));
    for (const NeedIndex need : parts.needs)
        mix(2 * at(need) + 1);
    return h;
}

} // namespace

NeedView NeedTable::operator[](NeedIndex need) const {
    return {any_[at(need)] != 0, element_lists_[at(need)], need_lists_[at(need)]};
}

std::span<const NeedIndex> NeedTable::naming(ElementIndex element) const { return naming_elements_[at(element)]; }
std::span<const NeedIndex> NeedTable::naming(NeedIndex need) const { return naming_needs_[at(need)]; }

bool NeedTable::operator==(const NeedTable& other) const {
    return elements_ == other.elements_ && any_ == other.any_ && element_lists_ == other.element_lists_ &&
           need_lists_ == other.need_lists_;
}

NeedIndex NeedBuilder::add(bool any, NeedParts parts) {
    sort_unique(parts.elements);
    sort_unique(parts.needs);
    if (parts.elements.empty() && parts.needs.size() == 1)
        return parts.needs.front();
    if (parts.elements.size() == 1 && parts.needs.empty())
        any = false; // all of it, any of it: one and the same
    const std::size_t hash = hash_of(any, parts);
    for (auto [it, end] = known_.equal_range(hash); it != end; ++it)
        if (const Made& made = made_[at(it->second)];
            made.any == any && made.parts.elements == parts.elements && made.parts.needs == parts.needs)
            return it->second;
    const auto index = static_cast<NeedIndex>(made_.size());
    made_.push_back({any, std::move(parts)});
    known_.emplace(hash, index);
    return index;
}

// least of the first n: the n-th and one less of those before it, or as many of those before it.
NeedIndex NeedBuilder::at_least(std::size_t least, std::span<const NeedIndex> needs) {
    if (least == 0)
        return all(NeedParts{});
    if (least > needs.size())
        return any(NeedParts{});
    std::vector<NeedIndex> so_many(least + 1); // of those seen so far
    so_many[0] = all(NeedParts{});
    for (std::size_t n = 0; n < needs.size(); ++n)
        for (std::size_t k = std::min(least, n + 1); k > 0; --k) {
            const NeedIndex with = k == 1 ? needs[n] : all(std::vector{needs[n], so_many[k - 1]});
            so_many[k] = k == n + 1 ? with : any(std::vector{so_many[k], with});
        }
    return so_many[least];
}

NeedTable NeedBuilder::table(std::size_t elements, std::span<const std::uint32_t> place) const {
    NeedTable out;
    out.elements_ = elements;
    std::vector<std::uint32_t> named_elements(elements + 1, 0), named_needs(made_.size() + 1, 0);
    for (const Made& made : made_) {
        out.any_.push_back(made.any);
        const auto begin = static_cast<std::ptrdiff_t>(out.element_lists_.items.size());
        for (const ElementIndex element : made.parts.elements) {
            out.element_lists_.items.push_back(static_cast<ElementIndex>(place[at(element)]));
            ++named_elements[place[at(element)] + 1];
        }
        std::sort(out.element_lists_.items.begin() + begin, out.element_lists_.items.end());
        for (const NeedIndex need : made.parts.needs) {
            out.need_lists_.items.push_back(need);
            ++named_needs[at(need) + 1];
        }
        out.element_lists_.first.push_back(static_cast<std::uint32_t>(out.element_lists_.items.size()));
        out.need_lists_.first.push_back(static_cast<std::uint32_t>(out.need_lists_.items.size()));
    }
    const auto turn = [&](auto& lists, std::vector<std::uint32_t>& counts, NeedTable::Lists<NeedIndex>& naming) {
        for (std::size_t i = 1; i < counts.size(); ++i)
            counts[i] += counts[i - 1];
        naming.first = counts;
        naming.items.resize(lists.items.size());
        for (std::size_t need = 0; need < made_.size(); ++need)
            for (const auto part : lists[need])
                naming.items[counts[at(part)]++] = static_cast<NeedIndex>(need);
    };
    turn(out.element_lists_, named_elements, out.naming_elements_);
    turn(out.need_lists_, named_needs, out.naming_needs_);
    return out;
}

NeedLoss::NeedLoss(const NeedTable& table)
    : table_(table), left_(table.size()), fallen_(table.size(), 0), is_lost_(table.elements(), 0) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        const NeedView need = table[static_cast<NeedIndex>(i)];
        left_[i] = static_cast<std::uint32_t>(need.elements.size() + need.needs.size());
        bool falls = need.any && left_[i] == 0;
        for (const NeedIndex part : need.needs) // earlier, so known
            if (fallen_[at(part)] != 0)
                falls |= !need.any || --left_[i] == 0;
        if (falls)
            fallen_[i] = 2;
    }
}

void NeedLoss::fall(NeedIndex need) {
    if (fallen_[at(need)] != 0)
        return;
    if (table_[need].any) {
        counted_.push_back(need);
        if (--left_[at(need)] != 0)
            return;
    }
    fallen_[at(need)] = 1;
    order_.push_back(need);
}

void NeedLoss::wind_back(std::size_t lost, std::size_t order, std::size_t counted) {
    for (; order_.size() > order; order_.pop_back())
        fallen_[at(order_.back())] = 0;
    for (; counted_.size() > counted; counted_.pop_back())
        ++left_[at(counted_.back())];
    for (; lost_.size() > lost; lost_.pop_back())
        is_lost_[at(lost_.back())] = 0;
}

void NeedLoss::lose(std::span<const ElementIndex> lost) {
    std::size_t next = order_.size();
    for (const ElementIndex element : lost)
        if (is_lost_[at(element)] == 0) {
            is_lost_[at(element)] = 1;
            lost_.push_back(element);
            for (const NeedIndex need : table_.naming(element))
                fall(need);
        }
    for (; next < order_.size(); ++next)
        for (const NeedIndex need : table_.naming(order_[next]))
            fall(need);
}

std::span<const NeedIndex> NeedLoss::of(std::span<const ElementIndex> lost) {
    wind_back(0, 0, 0);
    lose(lost);
    first_lost_ = lost_.size();
    first_order_ = order_.size();
    first_counted_ = counted_.size();
    return order_;
}

std::span<const NeedIndex> NeedLoss::more(std::span<const ElementIndex> lost) {
    wind_back(first_lost_, first_order_, first_counted_);
    lose(lost);
    return std::span(order_).subspan(first_order_);
}

} // namespace riser
