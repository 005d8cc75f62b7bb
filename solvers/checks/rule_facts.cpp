// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rule_facts.h"

#include "solvers/checks/subjects.h"

#include <algorithm>
#include <unordered_map>

namespace riser {

namespace {

// Names and floors' order, each looked up once for all findings of a rule.
class Namer {
  public:
    explicit Namer(FactInput& input) : input_(input) {}
    const Text& name(AnyId row) {
        const auto [at, fresh] = names_.try_emplace(row);
        if (fresh)
            at->second = subject_name(input_, row);
        return at->second;
    }
    Spot spot(AnyId row) { return subject_spot(input_, row); }
    std::int32_t order(const std::optional<FloorId>& floor) {
        const Floor* row = input_.find(floor);
        return row ? row->order : INT32_MAX;
    }

  private:
    struct Hash {
        std::size_t operator()(AnyId id) const {
            return std::hash<std::uint64_t>{}(id.value * 97 + std::size_t(id.kind));
        }
    };
    FactInput& input_;
    std::unordered_map<AnyId, Text, Hash> names_;
};

// Whether an actual value would read as its own limit when rounded.
Rounding rounding_of(const Observation& o) {
    return present(o.limit) && o.limit != o.actual && display(o.limit) == display(o.actual) ? Rounding::exact
                                                                                            : Rounding::reading;
}

Text word(const Observation& o, std::string_view key, Namer& names) {
    if (key == "subject")
        return o.subjects.empty() ? Text{} : names.name(o.subjects.front());
    if (key == "subjects") {
        Text out;
        for (const AnyId& row : o.subjects) {
            const Text& name = names.name(row);
            out.zh += (out.zh.empty() ? "" : "、") + name.zh;
            out.en += (out.en.empty() ? "" : ", ") + name.en;
        }
        return out;
    }
    if (key == "limit")
        return same_text(display(o.limit, rounding_of(o)));
    if (key == "actual")
        return same_text(display(o.actual, rounding_of(o)));
    if (key == "margin")
        return same_text(difference(o.actual, o.limit));
    for (const Word& w : o.words)
        if (w.key == key) {
            if (const Text* text = std::get_if<Text>(&w.value))
                return *text;
            if (const AnyId* row = std::get_if<AnyId>(&w.value))
                return names.name(*row);
            return same_text(display(std::get<Amount>(w.value)));
        }
    return {};
}

std::string filled(std::string_view pattern, const Observation& o, Namer& names, Language language) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = std::min(pattern.find('{', at), pattern.size());
        out.append(pattern.substr(at, open - at));
        const std::size_t close = pattern.find('}', open);
        if (close == std::string_view::npos)
            break;
        out += word(o, pattern.substr(open + 1, close - open - 1), names).in(language);
        at = close + 1;
    }
    return out;
}

// The smaller of the two amounts as a share of the larger: 87 m of 90 m, 4.8 m2 needed of 5 m2.
BasisPoints share_of(const Observation& o) {
    const std::int64_t low = std::min(number_of(o.limit), number_of(o.actual));
    const std::int64_t high = std::max(number_of(o.limit), number_of(o.actual));
    return BasisPoints(high > 0 ? static_cast<std::int32_t>((low * 10'000 + high / 2) / high) : 10'000);
}

// "Floor distributor 3F-E1 (rear)": of one subject there may be several. Other words are of the sentence alone.
Text subject_with_part(const Observation& o, Namer& names) {
    Text out = names.name(o.subjects.front());
    for (const Word& word : o.words) {
        Text part;
        if (const Text* text = std::get_if<Text>(&word.value))
            part = *text;
        else if (const AnyId* row = std::get_if<AnyId>(&word.value))
            part = names.name(*row);
        if (part.empty())
            continue;
        if (word.key == "compartment") // "tray T1, compartment 2"
            out = {out.zh + part.zh, out.en + part.en};
        else if (word.key == "plane" || word.key == "edge")
            out = {out.zh + "（" + part.zh + "）", out.en + " (" + part.en + ")"};
    }
    return out;
}

} // namespace

RuleFindings RuleFindings::compute(FactInput& input, const RuleQuery& query) {
    RuleFindings out;
    query.rule->check(input, query.parameters, out.list);
    return out;
}

RuleSentences RuleSentences::compute(FactInput& input, const SentenceQuery& query) {
    Namer names(input);
    struct Sortable {
        std::int32_t order = 0;
        Finding finding;
    };
    std::vector<Sortable> sorted;
    for (const Observation& o : input.get<RuleFindings>(query.query).list.observations) {
        Sortable row;
        Finding& finding = row.finding;
        finding.rule = query.query.rule->id;
        finding.subjects = o.subjects;
        finding.limit = o.limit;
        finding.actual = o.actual;
        if (!o.subjects.empty()) {
            finding.subject = names.name(o.subjects.front());
            const Spot spot = names.spot(o.subjects.front());
            finding.floor = spot.floor;
            finding.place = spot.place;
        }
        finding.message = {filled(query.sentence.zh, o, names, Language::zh),
                           filled(query.sentence.en, o, names, Language::en)};
        row.order = names.order(finding.floor);
        sorted.push_back(std::move(row));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const Sortable& a, const Sortable& b) {
        return std::tie(a.order, a.finding.subject.zh, a.finding.subjects) <
               std::tie(b.order, b.finding.subject.zh, b.finding.subjects);
    });
    RuleSentences out;
    out.findings.reserve(sorted.size());
    for (Sortable& row : sorted)
        out.findings.push_back(std::move(row.finding));
    return out;
}

RuleNearMisses RuleNearMisses::compute(FactInput& input, const RuleQuery& query) {
    Namer names(input);
    RuleNearMisses out;
    for (const Observation& o : input.get<RuleFindings>(query).list.near_misses) {
        NearMiss row{.rule = std::string(query.rule->id),
                     .subjects = o.subjects,
                     .limit = o.limit,
                     .actual = o.actual,
                     .share = share_of(o),
                     .subject = {},
                     .floor = {},
                     .place = {}};
        if (!o.subjects.empty()) {
            row.subject = subject_with_part(o, names);
            const Spot spot = names.spot(o.subjects.front());
            row.floor = spot.floor;
            row.place = spot.place;
        }
        out.list.push_back(std::move(row));
    }
    std::stable_sort(out.list.begin(), out.list.end(), [&](const NearMiss& a, const NearMiss& b) {
        const auto key = [&](const NearMiss& m) { return std::pair(-m.share.value, names.order(m.floor)); };
        const auto one = key(a), other = key(b);
        return std::tie(one, a.subject.zh, a.subjects) < std::tie(other, b.subject.zh, b.subjects);
    });
    return out;
}

ReviewRows ReviewRows::compute(FactInput& input) {
    return {input.table<Waiver>(), input.table<RuleSetting>(), input.table<Edition>()};
}

} // namespace riser

std::size_t std::hash<riser::RuleQuery>::operator()(const riser::RuleQuery& query) const noexcept {
    std::size_t out = std::hash<const void*>{}(query.rule);
    for (const riser::RuleParameter& parameter : query.parameters.values())
        out = out * 31 + std::hash<std::string>{}(parameter.value);
    return out;
}

std::size_t std::hash<riser::SentenceQuery>::operator()(const riser::SentenceQuery& query) const noexcept {
    return std::hash<riser::RuleQuery>{}(query.query) * 31 + std::hash<std::string>{}(query.sentence.en);
}
