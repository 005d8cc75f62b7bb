// SPDX-License-Identifier: GPL-3.0-or-later
// Facts: what is derived from a design, computed when first asked for, once, from any thread, and never stored. A fact
// is a type F with operator== and `static F compute(FactInput&)`; with `using Argument` (equality, std::hash) it is a
// family, one fact an argument. FactInput is the only door to the design, so what a fact reads is recorded, not
// declared. advance(next) keeps what did not read anything that changed; a fact computed again to an equal value stops
// the wave. A fact may also define `static std::optional<F> update(const F& previous, const ChangeSet&, FactInput&)`
// (nothing: as it was), which sees the changes of just the tables that the previous value read. Facts depending in a
// circle stop the program.
#pragma once

#include "solvers/base/fact_cells.h"

#include <concepts>
#include <optional>

namespace riser {

// How facts are reached by a computation; valid during it. Any thread of the computation may use it.
class FactInput {
  public:
    FactInput(const FactInput&) = delete;
    FactInput& operator=(const FactInput&) = delete;

    template<class Row> const Table<Row>& table() { return read(kind_of<Row>).template table<Row>(); }
    template<class Row> const Row* find(Id<Row> id) { return read(kind_of<Row>).find(id); }
    template<class Row> const Row* find(const std::optional<Id<Row>>& id) { return id ? find(*id) : nullptr; }
    bool contains(AnyId id) { return read(id.kind).contains(id); }
    const Project& project() { return read(Kind::projects).project(); }
    const Brief& brief() { return read(Kind::briefs).brief(); }
    // Rows of a kind known at run time only, described by record_of its kind.
    const void* find_row(AnyId id);
    void for_each_row(Kind kind, const std::function<void(const void* row)>& visit);
    std::size_t row_count(Kind kind);
    // A design of these tables and nothing else, for functions that take one.
    template<class... Rows> Design only() {
        Design out;
        ((out.table<Rows>() = table<Rows>()), ...);
        return out;
    }

    template<class F> const F& get();
    template<class F> const F& get(const typename F::Argument& argument);

    // In update only: a table, and a fact, as the previous value read them. They must have been read by it.
    template<class Row> const Table<Row>& before() const { return read_before(kind_of<Row>).template table<Row>(); }
    template<class F> const F& before_fact() const;

  private:
    friend class detail::FactCells;
    FactInput(detail::FactCells& cells, detail::FactCell& cell, const detail::KnownFact* known)
        : cells_(cells), cell_(cell), known_(known) {}
    const Design& read(Kind kind);
    const Design& read_before(Kind kind) const;
    const void* get(const detail::FactKey& key);
    const void* before_fact(const detail::FactKey& key) const;

    detail::FactCells& cells_;
    detail::FactCell& cell_;
    const detail::KnownFact* known_; // in update, what the previous value was made from
    detail::AtomicKinds tables_;
    std::mutex mutex_;
    std::vector<detail::FactRead> facts_;
};

// All facts of one snapshot. A handle: copies share. What get() returns lives as long as a copy of these Facts.
class Facts {
  public:
    explicit Facts(Design design) : cells_(std::make_shared<detail::FactCells>(std::move(design))) {}
    // The facts of another design, taking over what is known of this one.
    Facts advance(Design next) const { return Facts(cells_->advance(std::move(next))); }

    const Design& design() const { return cells_->design(); }
    template<class F> const F& get() const;
    template<class F> const F& get(const typename F::Argument& argument) const;

    // What asking has cost so far: facts computed from scratch, updated, and taken over as they were.
    FactEffort effort() const { return cells_->effort(); }

  private:
    explicit Facts(std::shared_ptr<detail::FactCells> cells) : cells_(std::move(cells)) {}
    std::shared_ptr<detail::FactCells> cells_;
};

namespace detail {

template<class F>
concept FactWithArgument = requires {
    typename F::Argument;
};
template<class F>
concept FactWithUpdate = requires(const F& f, const ChangeSet& changes, FactInput& input) {
    { F::update(f, changes, input) } -> std::same_as<std::optional<F>>;
};
template<class F>
concept FamilyWithUpdate = FactWithArgument<F> &&
    requires(const F& f, const ChangeSet& changes, FactInput& input, const typename F::Argument& argument) {
    { F::update(f, changes, input, argument) } -> std::same_as<std::optional<F>>;
};

template<class F> FactValue computed(FactInput& input, const void* argument) {
    if constexpr (FactWithArgument<F>)
        return std::make_shared<const F>(F::compute(input, *static_cast<const typename F::Argument*>(argument)));
    else
        return std::make_shared<const F>(F::compute(input));
}

template<class F>
FactValue updated(const void* previous, const ChangeSet& changes, FactInput& input, const void* argument) {
    const F& old = *static_cast<const F*>(previous);
    std::optional<F> next;
    if constexpr (FamilyWithUpdate<F>)
        next = F::update(old, changes, input, *static_cast<const typename F::Argument*>(argument));
    else
        next = F::update(old, changes, input);
    return next ? std::make_shared<const F>(std::move(*next)) : nullptr;
}

template<class F> constexpr FactType make_fact_type() {
    FactType type;
    type.compute = &computed<F>;
    type.equal = [](const void* a, const void* b) { return *static_cast<const F*>(a) == *static_cast<const F*>(b); };
    if constexpr (FactWithUpdate<F> || FamilyWithUpdate<F>)
        type.update = &updated<F>;
    if constexpr (FactWithArgument<F>) {
        using Argument = typename F::Argument;
        type.hash = [](const void* a) { return std::hash<Argument>{}(*static_cast<const Argument*>(a)); };
        type.same_argument = [](const void* a, const void* b) {
            return *static_cast<const Argument*>(a) == *static_cast<const Argument*>(b);
        };
    }
    return type;
}
template<class F> inline constexpr FactType fact_type = make_fact_type<F>();

} // namespace detail

template<class F> const F& FactInput::get() {
    return *static_cast<const F*>(get(detail::FactKey{&detail::fact_type<F>, nullptr}));
}
template<class F> const F& FactInput::get(const typename F::Argument& argument) {
    return *static_cast<const F*>(
        get(detail::FactKey{&detail::fact_type<F>, std::make_shared<const typename F::Argument>(argument)}));
}
template<class F> const F& FactInput::before_fact() const {
    return *static_cast<const F*>(before_fact(detail::FactKey{&detail::fact_type<F>, nullptr}));
}
template<class F> const F& Facts::get() const {
    return *static_cast<const F*>(cells_->get(detail::FactKey{&detail::fact_type<F>, nullptr}, nullptr));
}
template<class F> const F& Facts::get(const typename F::Argument& argument) const {
    return *static_cast<const F*>(cells_->get(
        detail::FactKey{&detail::fact_type<F>, std::make_shared<const typename F::Argument>(argument)}, nullptr));
}

} // namespace riser
