// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rule.h"

#include "model/fields/field.h"

#include <algorithm>
#include <charconv>

namespace riser {

namespace {

template<class T> T parsed(std::string_view text) {
    T out;
    ensure(parse_quantity(text, out), "a rule's parameter is well formed");
    return out;
}

bool parse_count(std::string_view text, std::int64_t& out) {
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    return code == std::errc() && end == text.data() + text.size();
}

template<class T> bool within(const ParameterSpec& spec, std::string_view text) {
    T out;
    return parse_quantity(text, out) && out.value >= spec.low && out.value <= spec.high;
}

} // namespace

const std::string& Parameters::text(std::string_view name) const {
    const auto found =
        std::find_if(values_.begin(), values_.end(), [&](const RuleParameter& p) { return p.name == name; });
    ensure(found != values_.end(), "a rule asks only for parameters that it declares");
    return found->value;
}

Millimetres Parameters::length(std::string_view name) const { return parsed<Millimetres>(text(name)); }
SquareMillimetres Parameters::area(std::string_view name) const { return parsed<SquareMillimetres>(text(name)); }
BasisPoints Parameters::share(std::string_view name) const { return parsed<BasisPoints>(text(name)); }
DeciCelsius Parameters::temperature(std::string_view name) const { return parsed<DeciCelsius>(text(name)); }
const LinkTables& Parameters::links() const {
    ensure(links_ != nullptr, "a rule reads tables only when it declares them");
    return *links_;
}
bool Parameters::operator==(const Parameters& other) const {
    return values_ == other.values_ && (links_ == other.links_ || (links_ && other.links_ && *links_ == *other.links_));
}
std::int64_t Parameters::count(std::string_view name) const {
    std::int64_t out = 0;
    ensure(parse_count(text(name), out), "a rule's parameter is well formed");
    return out;
}

bool fits(const ParameterSpec& spec, std::string_view text) {
    switch (spec.dimension) {
    case Dimension::length:
        return within<Millimetres>(spec, text);
    case Dimension::area:
        return within<SquareMillimetres>(spec, text);
    case Dimension::share:
        return within<BasisPoints>(spec, text);
    case Dimension::temperature:
        return within<DeciCelsius>(spec, text);
    case Dimension::count: {
        std::int64_t out = 0;
        return parse_count(text, out) && out >= spec.low && out <= spec.high;
    }
    }
    return false;
}

bool is_near(const Amount& limit, const Amount& actual) {
    const std::int64_t room = number_of(limit) - number_of(actual);
    return std::abs(room) * 10'000 <= number_of(limit) * near_share.value;
}

namespace {

// `room`: how far within its limit the amount is; negative beyond it.
void judge(FindingList& list, Observation observation, std::int64_t room) {
    ensure(observation.limit.index() == observation.actual.index(), "an amount and its limit have one unit");
    if (room < 0)
        list.observations.push_back(std::move(observation));
    else if (is_near(observation.limit, observation.actual))
        list.near_misses.push_back(std::move(observation));
}

} // namespace

void FindingList::at_most(Observation observation) {
    const std::int64_t room = number_of(observation.limit) - number_of(observation.actual);
    judge(*this, std::move(observation), room);
}

void FindingList::at_least(Observation observation) {
    const std::int64_t room = number_of(observation.actual) - number_of(observation.limit);
    judge(*this, std::move(observation), room);
}

const ParameterSpec* Rule::parameter(std::string_view name) const {
    for (const ParameterSpec& spec : parameters)
        if (!name.empty() && spec.name == name)
            return &spec;
    return nullptr;
}

bool Rule::knows_word(std::string_view word) const {
    constexpr std::string_view always[] = {"subject", "subjects", "limit", "actual", "margin"};
    return std::find(std::begin(always), std::end(always), word) != std::end(always) ||
           (!word.empty() && std::find(words.begin(), words.end(), word) != words.end());
}

std::span<const Choice> choices(RuleGroup) {
    static constexpr Choice list[] = {{"cabling", {"缆线", "Cabling"}},     {"pathways", {"桥架管路", "Pathways"}},
                                      {"rooms", {"机房", "Rooms"}},         {"points", {"点位", "Points"}},
                                      {"fire", {"消防", "Fire"}},           {"security", {"保密安全", "Security"}},
                                      {"logical", {"逻辑网络", "Logical"}}, {"monitoring", {"监测", "Monitoring"}},
                                      {"labels", {"编号", "Labels"}},       {"design", {"设计完整性", "Design"}}};
    return list;
}

} // namespace riser
