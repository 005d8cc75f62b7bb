// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/facts.h"

#include "model/fields/table_access.h"

#include <algorithm>

namespace riser {

namespace {

// Cells that nobody has asked for during so many snapshots are forgotten, so that they hold no old design.
constexpr int forget_after = 64;
// Past this share of the rows, computing afresh is cheaper than following the changes.
constexpr std::size_t update_share = 4;

bool shares(Kind kind, const Design& a, const Design& b) { return a.rows(kind).shares_all_with(b.rows(kind)); }

struct Changes {
    ChangeSet set;
    bool few = true; // of the rows there are
};

Changes changes_of(const detail::Kinds& kinds, const Design& before, const Design& after) {
    Changes out;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < kind_count; ++i)
        if (const Kind kind = static_cast<Kind>(i); kinds.has(kind)) {
            rows += after.rows(kind).size();
            out.set.of(kind) = changes_between(before, after, kind);
        }
    out.few = out.set.size() * update_share <= rows;
    return out;
}

} // namespace

const Design& FactInput::read(Kind kind) {
    tables_.add(kind);
    return cells_.design();
}

const Design& FactInput::read_before(Kind kind) const {
    ensure(known_ && known_->tables.has(kind), "an update looks back only at tables that the previous value read");
    return *known_->as_of;
}

const void* FactInput::find_row(AnyId id) { return table_access(id.kind).find(read(id.kind), id.value); }

void FactInput::for_each_row(Kind kind, const std::function<void(const void* row)>& visit) {
    table_access(kind).for_each(read(kind), visit);
}

std::size_t FactInput::row_count(Kind kind) { return table_access(kind).size(read(kind)); }

const void* FactInput::get(const detail::FactKey& key) {
    detail::FactValue value = cells_.share(key, &cell_);
    const void* out = value.get();
    const std::lock_guard lock(mutex_);
    if (std::none_of(facts_.begin(), facts_.end(), [&](const detail::FactRead& read) { return read.key == key; }))
        facts_.push_back({key, std::move(value)});
    return out;
}

const void* FactInput::before_fact(const detail::FactKey& key) const {
    const detail::FactRead* found = nullptr;
    if (known_)
        for (const detail::FactRead& read : known_->facts)
            if (read.key == key)
                found = &read;
    ensure(found, "an update looks back only at facts that the previous value read");
    return found->value.get();
}

namespace detail {

FactEffort FactCells::effort() const {
    const std::lock_guard lock(mutex_);
    return effort_;
}

std::shared_ptr<FactCells> FactCells::advance(Design next) const {
    auto out = std::make_shared<FactCells>(std::move(next));
    const std::lock_guard lock(mutex_);
    for (const auto& [key, cell] : cells_) {
        // While a cell is being computed, what it knew before belongs to the thread that computes.
        if (cell->state == CellState::computing || !cell->known.value)
            continue;
        const int idle = cell->state == CellState::ready ? 1 : cell->known.idle + 1;
        if (idle > forget_after)
            continue;
        auto copy = std::make_unique<FactCell>();
        copy->key = key;
        copy->known = cell->known;
        copy->known.idle = idle;
        out->cells_.emplace(key, std::move(copy));
    }
    return out;
}

const void* FactCells::get(const FactKey& key, FactCell* asker) { return share(key, asker).get(); }

FactValue FactCells::share(const FactKey& key, FactCell* asker) {
    std::unique_lock lock(mutex_);
    std::unique_ptr<FactCell>& slot = cells_[key];
    if (!slot) {
        slot = std::make_unique<FactCell>();
        slot->key = key;
    }
    FactCell& cell = *slot; // cells never move nor die before all of them do
    if (cell.state == CellState::ready)
        return cell.known.value;
    if (asker) {
        // Whoever closes a circle finds it: each computing cell lists what it asks for until it has it.
        ensure(!reaches(cell, *asker), "a fact depends on itself");
        asker->asks.push_back(&cell);
    }
    while (cell.state != CellState::ready) {
        if (cell.state == CellState::computing) {
            settled_.wait(lock);
            continue;
        }
        cell.state = CellState::computing;
        lock.unlock();
        try {
            settle(cell);
        } catch (...) {
            // An exception of the standard library in a computation: whoever waits tries for itself.
            lock.lock();
            cell.state = CellState::unknown;
            cell.asks.clear();
            if (asker)
                std::erase(asker->asks, &cell);
            settled_.notify_all();
            throw;
        }
        lock.lock();
        cell.state = CellState::ready;
        cell.asks.clear();
        settled_.notify_all();
    }
    if (asker)
        asker->asks.erase(std::find(asker->asks.begin(), asker->asks.end(), &cell));
    return cell.known.value;
}

bool FactCells::reaches(const FactCell& from, const FactCell& to) {
    return &from == &to ||
           std::any_of(from.asks.begin(), from.asks.end(), [&](const FactCell* next) { return reaches(*next, to); });
}

// Brings a cell that this thread computes to the present snapshot. The map's lock is not held.
void FactCells::settle(FactCell& cell) {
    if (cell.known.value && holds(cell.known, cell)) {
        cell.known.as_of = design_;
        const std::lock_guard lock(mutex_);
        ++effort_.reused;
        return;
    }
    make(cell);
}

// Whether nothing that the value was made from has changed. Facts are asked in the order in which they were read and no
// further than the first that differs: behind it, the computation might not have come to ask.
bool FactCells::holds(const KnownFact& known, FactCell& cell) {
    for (std::size_t k = 0; k < kind_count; ++k) {
        const Kind kind = static_cast<Kind>(k);
        if (known.tables.has(kind) && !shares(kind, *known.as_of, *design_))
            return false;
    }
    return std::all_of(known.facts.begin(), known.facts.end(),
                       [&](const FactRead& read) { return share(read.key, &cell) == read.value; });
}

void FactCells::make(FactCell& cell) {
    const FactType& type = *cell.key.type;
    const void* argument = cell.key.argument.get();
    KnownFact known = std::move(cell.known);
    const bool had = known.value != nullptr;
    Changes changes;
    if (had && type.update)
        changes = changes_of(known.tables, *known.as_of, *design_);
    const bool updates = had && type.update && changes.few;

    FactInput input(*this, cell, updates ? &known : nullptr);
    FactValue value;
    if (updates) {
        value = type.update(known.value.get(), changes.set, input, argument);
        if (!value)
            value = known.value;
        // What the previous value had read, this one rests on as well.
        for (std::size_t w = 0; w < kind_words; ++w)
            input.tables_.words[w] |= known.tables.words[w];
        for (const FactRead& read : known.facts)
            input.get(read.key);
    } else {
        value = type.compute(input, argument);
    }
    const bool equal = had && (value == known.value || type.equal(value.get(), known.value.get()));
    cell.known.value = equal ? known.value : value;
    for (std::size_t w = 0; w < kind_words; ++w)
        cell.known.tables.words[w] = input.tables_.words[w];
    cell.known.facts = std::move(input.facts_);
    cell.known.as_of = design_;
    const std::lock_guard lock(mutex_);
    ++(updates ? effort_.updated : effort_.computed);
    effort_.stopped += equal;
}

} // namespace detail
} // namespace riser
