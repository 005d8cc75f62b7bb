// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/flow_master.h"

#include <glpk.h>

#include <algorithm>

namespace riser {

namespace {
constexpr int lambda_column = 1, pivots_at_a_time = 500;
}

// GLPK keeps what it allocates in an environment a thread; freeing it would take other programmes of the thread along.
struct FlowMaster::Programme {
    glp_prob* it = glp_create_prob();
    Programme() = default;
    Programme(const Programme&) = delete;
    Programme& operator=(const Programme&) = delete;
    ~Programme() { glp_delete_prob(it); }
};

// Rows: first each source's trees carry lambda together, then no link carries more than its capacity.
FlowMaster::FlowMaster(std::span<const double> capacity, std::size_t sources)
    : programme_(std::make_unique<Programme>()), capacity_(capacity.begin(), capacity.end()), trees_(sources) {
    glp_term_out(GLP_OFF);
    glp_prob* const it = programme_->it;
    glp_set_obj_dir(it, GLP_MAX);
    glp_add_rows(it, static_cast<int>(sources + capacity.size()));
    std::vector<int> rows{0};
    std::vector<double> factors{0};
    for (std::size_t s = 0; s < sources; ++s) {
        const int row = static_cast<int>(s) + 1;
        glp_set_row_bnds(it, row, GLP_FX, 0, 0);
        rows.push_back(row);
        factors.push_back(-1);
    }
    for (std::size_t e = 0; e < capacity.size(); ++e)
        glp_set_row_bnds(it, static_cast<int>(sources + e) + 1, GLP_UP, 0, capacity[e]);
    glp_add_cols(it, 1);
    glp_set_obj_coef(it, lambda_column, 1);
    glp_set_col_bnds(it, lambda_column, GLP_LO, 0, 0);
    glp_set_mat_col(it, lambda_column, static_cast<int>(sources), rows.data(), factors.data());
    glp_std_basis(it);
}

FlowMaster::~FlowMaster() = default;

bool FlowMaster::knows(std::size_t source, const FlowTree& tree) const {
    return std::ranges::find(trees_[source], tree) != trees_[source].end();
}

void FlowMaster::add(std::size_t source, FlowTree tree) {
    glp_prob* const it = programme_->it;
    std::vector<int> rows{0, static_cast<int>(source) + 1};
    std::vector<double> factors{0, 1};
    for (const auto& [link, load] : tree.loads) {
        rows.push_back(static_cast<int>(trees_.size() + link) + 1);
        factors.push_back(load);
    }
    const int column = glp_add_cols(it, 1);
    glp_set_col_bnds(it, column, GLP_LO, 0, 0);
    glp_set_mat_col(it, column, static_cast<int>(rows.size()) - 1, rows.data(), factors.data());
    column_.emplace_back(source, trees_[source].size());
    trees_[source].push_back(std::move(tree));
}

bool FlowMaster::solve(const Run& run) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = GLP_PRIMAL;
    parameters.it_lim = pivots_at_a_time;
    while (!run.stopped()) {
        const int code = glp_simplex(programme_->it, &parameters);
        if (code == 0 && glp_get_status(programme_->it) == GLP_OPT) {
            read_shares();
            return true;
        }
        if (code != GLP_EITLIM)
            return false;
    }
    return false;
}

// The simplex answers but for rounding: what the shares carry is counted anew.
void FlowMaster::read_shares() {
    glp_prob* const it = programme_->it;
    std::vector<double> load(capacity_.size(), 0), carried(trees_.size(), 0);
    for (std::size_t i = 0; i < column_.size(); ++i) {
        const double share = std::max(0.0, glp_get_col_prim(it, static_cast<int>(i) + 2));
        const auto [source, which] = column_[i];
        carried[source] += share;
        for (const auto& [link, amount] : trees_[source][which].loads)
            load[link] += share * amount;
    }
    double fullest = 1;
    for (std::size_t e = 0; e < load.size(); ++e)
        fullest = std::max(fullest, load[e] / capacity_[e]);
    const double lambda = *std::ranges::min_element(carried) / fullest;
    if (lambda > lambda_) {
        lambda_ = lambda;
        load_ = std::move(load);
        for (double& on : load_)
            on /= fullest;
    }
    prices_.assign(capacity_.size(), 0);
    for (std::size_t e = 0; e < capacity_.size(); ++e)
        prices_[e] = std::max(0.0, glp_get_row_dual(it, static_cast<int>(trees_.size() + e) + 1));
}

} // namespace riser
