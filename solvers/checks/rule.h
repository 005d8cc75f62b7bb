// SPDX-License-Identifier: GPL-3.0-or-later
// A rule is an id and a pure function over facts. Everything that is data (basis, edition, force, trust, title,
// sentence, numbers, on or off) stands in a deck. The function says what it looked at and what it found, in values; the
// words come from the deck. To add one, see decks/README.md.
#pragma once

#include "model/base/geometry.h"
#include "model/review.h"
#include "solvers/base/facts.h"
#include "solvers/base/link_tables.h"
#include "solvers/checks/amount.h"

#include <memory>
#include <variant>

namespace riser {

enum class RuleGroup { cabling, pathways, rooms, points, fire, security, logical, monitoring, labels, design };

// What a parameter of a rule is, so that a deck is refused at the number that is wrong. Bounds are in the stored unit.
enum class Dimension { length, area, share, temperature, count };
struct ParameterSpec {
    std::string_view name;
    Dimension dimension = Dimension::length;
    std::int64_t low = 0;
    std::int64_t high = INT32_MAX;
};

// The parameters of a rule as they hold for a project. Each is present and well formed: readers have seen to it.
class Parameters {
  public:
    Parameters() = default;
    explicit Parameters(std::vector<RuleParameter> values, std::shared_ptr<const LinkTables> links = nullptr)
        : values_(std::move(values)), links_(std::move(links)) {}
    Millimetres length(std::string_view name) const;
    SquareMillimetres area(std::string_view name) const;
    BasisPoints share(std::string_view name) const;
    DeciCelsius temperature(std::string_view name) const;
    std::int64_t count(std::string_view name) const;
    // The deck's tables; for rules that declare which they read.
    const LinkTables& links() const;
    const std::vector<RuleParameter>& values() const { return values_; }
    bool operator==(const Parameters& other) const;

  private:
    const std::string& text(std::string_view name) const;
    std::vector<RuleParameter> values_;
    std::shared_ptr<const LinkTables> links_;
};
// False when the text is no amount of that dimension, or out of bounds.
bool fits(const ParameterSpec& spec, std::string_view text);

// A further placeholder of a sentence: {cords} -> 12.0 m, {other} -> a row's name.
struct Word {
    std::string_view key;
    std::variant<Text, Amount, AnyId> value;
    bool operator==(const Word&) const = default;
};

// One thing that is wrong, before it has words. The first subject is the one named and zoomed to.
struct Observation {
    std::vector<AnyId> subjects;
    Amount limit;
    Amount actual;
    std::vector<Word> words;
    bool operator==(const Observation&) const = default;
};

// A passing amount whose distance to its limit is at most this share of the limit is a near miss.
inline constexpr BasisPoints near_share = percent(5);

// Whether an amount within its limit is so near to it, from either side; both of one unit.
bool is_near(const Amount& limit, const Amount& actual);

// What a rule says. A rule that looked at nothing and says nothing was not applicable: silence is never a pass.
struct FindingList {
    std::vector<Observation> observations;
    std::vector<Observation> near_misses; // amounts within their limit, but barely
    std::size_t examined = 0;             // rows looked at
    Text needs;                           // what must be stated first; empty: nothing
    Text not_applicable;                  // why there is nothing to look at
    void add(Observation observation) { observations.push_back(std::move(observation)); }
    // Judge `actual` by `limit`, both of one unit: a finding beyond it, a near miss just within it, else nothing.
    void at_most(Observation observation);
    void at_least(Observation observation);
    bool operator==(const FindingList&) const = default;
};

// Locked: no deck and no command waives it, switches it off, or makes it less than an error. Every SEC-* rule is.
enum class Lock { open, locked };

struct Rule {
    std::string_view id;
    RuleGroup group = RuleGroup::design;
    Lock lock = Lock::open;
    bool slow = false; // takes a second and more of a large building: whoever waits for a report asks the others first
    std::array<ParameterSpec, 20> parameters{}; // the unused have no name
    std::array<std::string_view, 3> tables{};   // of the deck, that it reads
    std::array<std::string_view, 5> words{};    // placeholders beside subject, subjects, limit, actual, margin
    void (*check)(FactInput& facts, const Parameters& deck, FindingList& findings) = nullptr;

    bool locked() const { return lock == Lock::locked || id.starts_with("SEC-"); }
    bool reads_tables() const { return !tables.front().empty(); }
    const ParameterSpec* parameter(std::string_view name) const;
    bool knows_word(std::string_view word) const;
};

std::span<const struct Choice> choices(RuleGroup);

} // namespace riser
