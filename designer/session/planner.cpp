// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/planner.h"

namespace riser {

void Planner::start(std::vector<std::string> steps) {
    steps_ = std::move(steps);
    ghost_.reset();
    failure_.reset();
    reports_.clear();
    version_ = document_.version();
    struct Done {
        std::unique_ptr<Ghost> ghost;
        std::vector<StepReport> reports;
        std::optional<Error> failure;
    };
    auto outcome = std::make_shared<Done>();
    connect(&background_, &Background::changed, this, &Planner::changed, Qt::UniqueConnection);
    background_.start(
        {"规划", "Plan"},
        [outcome, before = document_.design(), steps = steps_, seed = document_.ids().next_value()](const Run& run) {
            IdSource ids(seed);
            Edit edit(before, {"规划", "Plan"}, ids);
            Result<std::vector<StepReport>> reports = perform_steps(edit, steps, {}, run);
            if (!reports) {
                outcome->failure = std::move(reports).error();
                return;
            }
            outcome->reports = std::move(*reports);
            outcome->ghost = std::make_unique<Ghost>(Ghost{before, std::move(edit).commit()});
        },
        [this, outcome](bool stopped) {
            failure_ = std::move(outcome->failure);
            reports_ = std::move(outcome->reports);
            if (!stopped)
                ghost_ = std::move(outcome->ghost);
            emit changed();
        });
    emit changed();
}

Result<void> Planner::apply() {
    if (!ghost_)
        return {};
    std::vector<Kind> read;
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        read.push_back(static_cast<Kind>(kind));
    const PlannedChange change{ghost_->before, ghost_->after, std::move(read)};
    std::string zh, en;
    for (const StepReport& report : reports_) {
        zh += (zh.empty() ? "" : "、") + report.title.zh;
        en += (en.empty() ? "" : ", ") + report.title.en;
    }
    const Result<void> done =
        document_.perform({"规划：" + zh, "Plan: " + en}, [&](Edit& edit) { return riser::apply(edit, change); });
    if (done)
        drop();
    return done;
}

void Planner::drop() {
    ghost_.reset();
    reports_.clear();
    failure_.reset();
    emit changed();
}

} // namespace riser
