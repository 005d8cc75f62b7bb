// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/planner.h"

#include "designer/session/checker.h"
#include "designer/session/lists.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/planning/by_deck.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

// The names that perform_steps would run, in its order; all when none is named, none when one is unknown.
std::vector<std::string> in_order(const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const PlanningStep& step : planning_steps())
        if (names.empty() || std::find(names.begin(), names.end(), step.name) != names.end())
            out.emplace_back(step.name);
    const bool known = std::all_of(names.begin(), names.end(), [](const std::string& name) { return find_step(name); });
    return known ? out : names; // perform_steps says which
}

// Step by step. Null and no error when it is stopped.
Result<std::shared_ptr<Ghost>> made(const Facts& before, const std::vector<std::string>& names, DistributorChoice rooms,
                                    std::uint64_t seed, const Run& run) {
    IdSource ids(seed);
    PlanningOptions options = planning_options(deck_of(before.design()), before.design());
    options.spaces.choice = rooms;
    Edit edit(before.design(), {"规划", "Plan"}, ids);
    auto ghost = std::make_shared<Ghost>(Ghost{before, cost_of(before), {}});
    double done = 0;
    for (const std::string& name : names) {
        Run part = run;
        const PlanningStep* step = find_step(name);
        part.progress = [&](double share, const Text&) {
            if (step)
                run.report((done + share) / static_cast<double>(names.size()), step->title);
        };
        part.report(0, {});
        const Facts& known = ghost->stages.empty() ? ghost->before : ghost->stages.back().facts;
        Result<std::vector<StepReport>> reports = perform_steps(edit, std::span(&name, 1), options, part);
        if (run.stopped())
            return std::shared_ptr<Ghost>();
        if (!reports)
            return std::move(reports).error();
        Facts facts = known.advance(edit.design());
        facts.get<JackLinks>(); // what the plan of a floor reads
        std::vector<FloorCounts> floors = counts_by_floor(before, facts), own = counts_by_floor(known, facts);
        Cost cost = cost_of(facts);
        ChangeSet changes = changes_between(before.design(), facts.design());
        ghost->stages.push_back({std::move(reports->front()), std::move(facts), std::move(changes), std::move(floors),
                                 std::move(own), std::move(cost)});
        done += 1;
    }
    return ghost;
}

} // namespace

std::vector<FloorCounts> counts_by_floor(const Facts& facts_before, const Facts& facts_after) {
    const Design &before = facts_before.design(), &after = facts_after.design();
    std::map<std::uint64_t, FloorCounts> counts;
    // A cable is counted where its jack is, else where its other end is.
    const auto place_of_cable = [](const Facts& facts, CableId id) {
        AnyId place(Kind::cables, id.value);
        for (const CableEnding& ending : facts.get<CableEnds>().of(id))
            if (place.kind == Kind::cables || ending.on.kind == Kind::jacks)
                place = ending.on;
        return place;
    };
    const ChangeSet changes = changes_between(before, after);
    const auto count = [&](const Facts& facts, Kind kind, const std::vector<std::uint64_t>& ids,
                           std::size_t FloorCounts::*what) {
        for (const std::uint64_t id : ids) {
            const AnyId place = kind == Kind::cables ? place_of_cable(facts, CableId{id}) : AnyId(kind, id);
            ++(counts[floor_of(facts.design(), place).value_or(FloorId()).value].*what);
        }
    };
    for (std::size_t i = 0; i < kind_count; ++i) {
        const auto kind = static_cast<Kind>(i);
        count(facts_after, kind, changes.of(kind).added, &FloorCounts::added);
        count(facts_after, kind, changes.of(kind).changed, &FloorCounts::changed);
        count(facts_before, kind, changes.of(kind).removed, &FloorCounts::removed);
    }
    std::vector<std::pair<Millimetres, FloorCounts>> floors;
    std::optional<FloorCounts> nowhere;
    for (auto& [id, of] : counts) {
        of.floor = FloorId{id};
        const Floor* floor = after.find(of.floor) ? after.find(of.floor) : before.find(of.floor);
        if (floor)
            floors.emplace_back(floor->elevation, of);
        else
            nowhere = of;
    }
    std::stable_sort(floors.begin(), floors.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<FloorCounts> out;
    for (const auto& entry : floors)
        out.push_back(entry.second);
    if (nowhere)
        out.push_back(*nowhere);
    return out;
}

Planner::Planner(Document& document, QObject* parent) : QObject(parent), document_(document) {
    connect(&background_, &Background::changed, this, &Planner::changed);
    connect(&document_, &Document::replaced, this, [this] {
        background_.drop();
        drop();
    });
}

void Planner::start(std::vector<std::string> steps) {
    steps_ = std::move(steps);
    ghost_.reset();
    failure_.reset();
    version_ = document_.version();
    struct Done {
        std::shared_ptr<const Ghost> ghost;
        std::optional<Error> failure;
    };
    auto outcome = std::make_shared<Done>();
    background_.start(
        {"规划", "Plan"},
        [outcome, before = document_.facts(), names = in_order(steps_), rooms = rooms_,
         seed = document_.ids().next_value()](const Run& run) {
            before.get<JackLinks>();
            Result<std::shared_ptr<Ghost>> ghost = made(before, names, rooms, seed, run);
            if (ghost)
                outcome->ghost = std::move(*ghost);
            else
                outcome->failure = std::move(ghost).error();
        },
        [this, outcome](bool stopped) {
            failure_ = std::move(outcome->failure);
            if (!stopped)
                ghost_ = std::move(outcome->ghost);
            emit changed();
        });
    emit changed();
}

std::vector<StepReport> Planner::reports() const {
    std::vector<StepReport> out;
    if (ghost_)
        for (const Ghost::Stage& stage : ghost_->stages)
            out.push_back(stage.report);
    return out;
}

Result<void> Planner::apply(std::optional<std::size_t> first) {
    if (!ghost_)
        return {};
    const std::size_t count = std::clamp<std::size_t>(first.value_or(ghost_->stages.size()), 1, ghost_->stages.size());
    std::vector<Kind> read;
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        read.push_back(static_cast<Kind>(kind));
    const Ghost::Stage& last = ghost_->stages[count - 1];
    const PlannedChange change{ghost_->before.design(), last.facts.design(), std::move(read)};
    const Document::Foreseen foreseen{ghost_->before, last.facts, last.changes};
    std::string zh, en;
    for (std::size_t i = 0; i < count; ++i) {
        const Text& title = ghost_->stages[i].report.title;
        zh += (zh.empty() ? "" : "、") + title.zh;
        en += (en.empty() ? "" : ", ") + title.en;
    }
    const Result<void> done = document_.perform(
        {"规划：" + zh, "Plan: " + en}, [&](Edit& edit) { return riser::apply(edit, change); }, &foreseen);
    if (done)
        drop();
    return done;
}

void Planner::set_rooms(DistributorChoice rooms) {
    if (rooms == rooms_)
        return;
    rooms_ = rooms;
    emit changed();
}

void Planner::drop() {
    ghost_.reset();
    failure_.reset();
    emit changed();
}

} // namespace riser
