// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/cover_local.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace riser::location {

namespace {

constexpr Index nowhere = std::numeric_limits<Index>::max();

// Removes columns that the others make spare, the dearest first.
void drop_spare(const CoverCore& core, std::vector<Index>& cover) {
    std::vector<Index> times(core.rows(), 0);
    for (const Index c : cover)
        for (const Index r : core.rows_of[c])
            ++times[r];
    std::stable_sort(cover.begin(), cover.end(), [&](Index a, Index b) { return core.cost[a] > core.cost[b]; });
    std::erase_if(cover, [&](Index c) {
        const auto rows = core.rows_of[c];
        if (!std::all_of(rows.begin(), rows.end(), [&](Index r) { return times[r] > 1; }))
            return false;
        for (const Index r : rows)
            --times[r];
        return true;
    });
    std::sort(cover.begin(), cover.end());
}

// What the greedy choice knows of each column: its reduced cost over the rows still bare, and how many those are.
class GreedyScores {
  public:
    GreedyScores(const CoverCore& core, const std::vector<double>& multipliers)
        : core_(core), multipliers_(multipliers), reduced_(core.columns()), bare_(core.columns()) {
        for (std::size_t c = 0; c < core.columns(); ++c) {
            reduced_[c] = static_cast<double>(core.cost[c]);
            bare_[c] = static_cast<double>(core.rows_of[c].size());
            for (const Index r : core.rows_of[c])
                reduced_[c] -= multipliers[r];
        }
    }
    Index best() const {
        Index best = nowhere;
        double least = std::numeric_limits<double>::max();
        for (Index c = 0; c < core_.columns(); ++c) {
            if (bare_[c] == 0)
                continue;
            const double score = reduced_[c] > 0 ? reduced_[c] / bare_[c] : reduced_[c] * bare_[c];
            if (score < least) {
                least = score;
                best = c;
            }
        }
        return best;
    }
    void cover(Index row) {
        for (const Index c : core_.columns_of[row]) {
            reduced_[c] += multipliers_[row];
            bare_[c] -= 1;
        }
    }

  private:
    const CoverCore& core_;
    const std::vector<double>& multipliers_;
    std::vector<double> reduced_;
    std::vector<double> bare_;
};

} // namespace

std::vector<Index> greedy_cover(const CoverCore& core, const std::vector<double>& multipliers) {
    GreedyScores scores(core, multipliers);
    std::vector<std::uint8_t> covered(core.rows(), 0);
    std::vector<Index> cover;
    std::size_t bare = core.rows();
    while (bare > 0) {
        const Index chosen = scores.best();
        cover.push_back(chosen);
        for (const Index r : core.rows_of[chosen])
            if (!covered[r]) {
                covered[r] = 1;
                --bare;
                scores.cover(r);
            }
    }
    drop_spare(core, cover);
    return cover;
}

CoverLocalSearch::CoverLocalSearch(const CoverCore& core, const std::vector<Index>& cover, std::uint64_t seed)
    : core_(core),
      engine_(seed),
      weight_(core.rows(), 1),
      score_(core.columns(), 0),
      moved_(core.columns(), 0),
      chosen_(core.columns(), 0),
      may_add_(core.columns(), 1),
      recent_(core.columns(), 0),
      place_(core.columns(), nowhere),
      times_(core.rows(), 0),
      bare_(core.rows()),
      bare_place_(core.rows()) {
    std::iota(bare_.begin(), bare_.end(), Index{0});
    std::iota(bare_place_.begin(), bare_place_.end(), Index{0});
    for (std::size_t c = 0; c < core.columns(); ++c)
        score_[c] = static_cast<std::int64_t>(core.rows_of[c].size());
    for (const Index c : cover)
        add(c);
    best_ = cover;
    best_cost_ = cost_;
}

// Adding and removing keep score_ true: a chosen column's score is the weight that only it covers.
void CoverLocalSearch::add(Index column) {
    chosen_[column] = 1;
    place_[column] = static_cast<Index>(solution_.size());
    solution_.push_back(column);
    cost_ += core_.cost[column];
    moved_[column] = step_;
    for (const Index r : core_.rows_of[column]) {
        if (times_[r]++ == 0) {
            for (const Index c : core_.columns_of[r]) {
                may_add_[c] = 1;
                if (c != column)
                    score_[c] -= weight_[r];
            }
            bare_place_[bare_.back()] = bare_place_[r];
            bare_[bare_place_[r]] = bare_.back();
            bare_.pop_back();
        } else if (times_[r] == 2) {
            for (const Index c : core_.columns_of[r])
                if (chosen_[c] && c != column)
                    score_[c] -= weight_[r];
        }
    }
}

void CoverLocalSearch::remove(Index column) {
    chosen_[column] = 0;
    place_[solution_.back()] = place_[column];
    solution_[place_[column]] = solution_.back();
    solution_.pop_back();
    cost_ -= core_.cost[column];
    moved_[column] = step_;
    may_add_[column] = 0;
    for (const Index r : core_.rows_of[column]) {
        if (--times_[r] == 0) {
            for (const Index c : core_.columns_of[r])
                if (c != column) {
                    score_[c] += weight_[r];
                    may_add_[c] = 1;
                }
            bare_place_[r] = static_cast<Index>(bare_.size());
            bare_.push_back(r);
        } else if (times_[r] == 1) {
            for (const Index c : core_.columns_of[r])
                if (chosen_[c])
                    score_[c] += weight_[r];
        }
    }
}

double CoverLocalSearch::score_per_cost(Index column) const {
    return static_cast<double>(score_[column]) / static_cast<double>(std::max<std::int64_t>(core_.cost[column], 1));
}

// Whether a is the better one to add (or to keep): more score for its cost, else moved longer ago.
bool CoverLocalSearch::better(Index a, Index b) const {
    const double x = score_per_cost(a);
    const double y = score_per_cost(b);
    if (x != y)
        return x > y;
    return moved_[a] != moved_[b] ? moved_[a] < moved_[b] : a < b;
}

Index CoverLocalSearch::least_loss(bool spare_recent) const {
    Index out = nowhere;
    for (const Index c : solution_) {
        if (spare_recent && recent_[c])
            continue;
        if (out == nowhere || score_per_cost(c) < score_per_cost(out) ||
            (score_per_cost(c) == score_per_cost(out) &&
             (moved_[c] < moved_[out] || (moved_[c] == moved_[out] && c < out))))
            out = c;
    }
    return out;
}

void CoverLocalSearch::drop_all_spare() {
    for (Index c = least_loss(false); c != nowhere && score_[c] == 0; c = least_loss(false))
        remove(c);
}

void CoverLocalSearch::note_if_cover() {
    if (!bare_.empty())
        return;
    drop_all_spare();
    if (cost_ < best_cost_) {
        best_cost_ = cost_;
        best_ = solution_;
        std::sort(best_.begin(), best_.end());
    }
}

// Covers bare rows while that stays below the best cost; rows that stay bare weigh more afterwards.
void CoverLocalSearch::repair() {
    while (!bare_.empty()) {
        const Index row = bare_[engine_() % bare_.size()];
        Index chosen = nowhere;
        for (const Index c : core_.columns_of[row])
            if (may_add_[c] && (chosen == nowhere || better(c, chosen)))
                chosen = c;
        if (chosen == nowhere || cost_ + core_.cost[chosen] >= best_cost_)
            break;
        add(chosen);
        recent_[chosen] = 1;
        recent_list_.push_back(chosen);
    }
    for (const Index r : bare_) {
        ++weight_[r];
        for (const Index c : core_.columns_of[r])
            ++score_[c];
    }
}

void CoverLocalSearch::run(std::int64_t steps, std::int64_t enough, const std::stop_token& stop) {
    for (std::int64_t i = 0; i < steps && best_cost_ > enough && !stop.stop_requested(); ++i) {
        ++step_;
        note_if_cover();
        while (bare_.empty() && !solution_.empty())
            remove(least_loss(false));
        if (const Index c = least_loss(true); c != nowhere)
            remove(c);
        for (const Index c : recent_list_)
            recent_[c] = 0;
        recent_list_.clear();
        repair();
    }
    note_if_cover();
}

} // namespace riser::location
