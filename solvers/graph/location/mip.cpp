// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/mip.h"

#include <glpk.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace riser::location {

namespace {

constexpr int pivots_at_a_time = 200; // between looks at the stop token

// GLPK keeps what it allocates in an environment a thread; freeing it returns all.
struct Freed {
    void operator()(glp_prob* problem) const {
        glp_delete_prob(problem);
        glp_free_env();
    }
};
using Problem = std::unique_ptr<glp_prob, Freed>;

struct Watch {
    const std::stop_token* stop = nullptr;
    std::int64_t branches_left = 0;
    const std::vector<double>* start = nullptr; // from 1
    bool started = false;
    double bound = std::numeric_limits<double>::lowest();
};

Problem built(const MipProgramme& programme) {
    glp_term_out(GLP_OFF);
    Problem out(glp_create_prob());
    glp_set_obj_dir(out.get(), GLP_MIN);
    glp_add_cols(out.get(), static_cast<int>(programme.columns.size()));
    for (std::size_t c = 0; c < programme.columns.size(); ++c) {
        const int column = static_cast<int>(c) + 1;
        glp_set_col_bnds(out.get(), column, GLP_DB, 0, 1);
        glp_set_obj_coef(out.get(), column, programme.columns[c].cost);
        glp_set_col_kind(out.get(), column, programme.columns[c].whole ? GLP_BV : GLP_CV);
    }
    if (!programme.rows.empty())
        glp_add_rows(out.get(), static_cast<int>(programme.rows.size()));
    for (std::size_t r = 0; r < programme.rows.size(); ++r) {
        const MipRow& row = programme.rows[r];
        std::vector<int> index{0};
        std::vector<double> factor{0};
        for (const auto& [column, value] : row.terms) {
            index.push_back(column + 1);
            factor.push_back(value);
        }
        const int number = static_cast<int>(r) + 1;
        glp_set_mat_row(out.get(), number, static_cast<int>(row.terms.size()), index.data(), factor.data());
        glp_set_row_bnds(out.get(), number, row.low == row.high ? GLP_FX : GLP_DB, row.low, row.high);
    }
    return out;
}

// The relaxation, looking at the stop token between pivots; whether it was finished.
bool relaxed(glp_prob* problem, const std::stop_token& stop) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = GLP_DUALP;
    parameters.it_lim = pivots_at_a_time;
    glp_adv_basis(problem, 0);
    while (!stop.stop_requested()) {
        const int code = glp_simplex(problem, &parameters);
        if (code == 0)
            return true;
        if (code != GLP_EITLIM)
            return false;
    }
    return false;
}

void watch(glp_tree* tree, void* info) {
    auto& what = *static_cast<Watch*>(info);
    if (glp_ios_reason(tree) == GLP_IHEUR && !what.started && !what.start->empty()) {
        what.started = true;
        glp_ios_heur_sol(tree, what.start->data());
    }
    if (glp_ios_reason(tree) == GLP_ISELECT) {
        if (const int best = glp_ios_best_node(tree); best != 0)
            what.bound = glp_ios_node_bound(tree, best);
        if (--what.branches_left < 0)
            glp_ios_terminate(tree);
    }
    if (what.stop->stop_requested())
        glp_ios_terminate(tree);
}

} // namespace

MipAnswer minimise(const MipProgramme& programme, const std::vector<double>& start, std::int64_t most_branches,
                   const std::stop_token& stop) {
    MipAnswer out;
    if (programme.columns.empty())
        return out;
    const Problem problem = built(programme);
    if (!relaxed(problem.get(), stop))
        return out;
    if (glp_get_status(problem.get()) != GLP_OPT) {
        out.outcome = glp_get_status(problem.get()) == GLP_NOFEAS ? MipOutcome::infeasible : MipOutcome::unfinished;
        return out;
    }
    out.bound = glp_get_obj_val(problem.get());
    std::vector<double> from_one{0};
    from_one.insert(from_one.end(), start.begin(), start.end());
    if (start.empty())
        from_one.clear();
    Watch state{.stop = &stop, .branches_left = most_branches, .start = &from_one, .started = false};
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.cb_func = watch;
    parameters.cb_info = &state;
    parameters.tol_obj = 1e-9;
    parameters.gmi_cuts = GLP_ON;
    parameters.cov_cuts = GLP_ON;
    parameters.mir_cuts = GLP_ON;
    const int code = glp_intopt(problem.get(), &parameters);
    const int status = glp_mip_status(problem.get());
    out.bound = std::max(out.bound, state.bound);
    if (status == GLP_OPT || status == GLP_FEAS) {
        for (std::size_t c = 0; c < programme.columns.size(); ++c)
            out.values.push_back(glp_mip_col_val(problem.get(), static_cast<int>(c) + 1));
    }
    if (code == 0 && status == GLP_OPT) {
        out.outcome = MipOutcome::optimal;
        out.bound = glp_mip_obj_val(problem.get());
    } else if (code == 0 && status == GLP_NOFEAS) {
        out.outcome = MipOutcome::infeasible;
    }
    return out;
}

} // namespace riser::location
