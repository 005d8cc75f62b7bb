// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/checker.h"

#include "solvers/checks/catalogue.h"

#include <chrono>

namespace riser {

Deck deck_of(const Design& design) {
    if (const Deck* named = built_in_deck(design.project().deck))
        return *named;
    return *built_in_deck(built_in_deck_names().front());
}

Checker::Checker(Document& document, QObject* parent) : QObject(parent), document_(document) {
    connect(&document_, &Document::changed, this, &Checker::begin);
}

namespace {

std::vector<const Rule*> quick_rules() {
    std::vector<const Rule*> out;
    for (const Rule* rule : rule_catalogue())
        if (!rule->slow)
            out.push_back(rule);
    return out;
}

} // namespace

// A check that runs is let finish: an edit every few milliseconds must not keep the report from ever coming. Slow rules
// are asked after the others, when no edit came meanwhile, and are stopped by one; what they last said stands till
// then.
void Checker::begin() {
    emit changed(); // no longer current
    slow_.stop();
    if (quick_.is_running()) {
        again_ = true;
        return;
    }
    again_ = false;
    deck_ = deck_of(document_.design());
    seconds_ = 0;
    static const std::vector<const Rule*> rules = quick_rules();
    run(quick_, rules, [this, version = document_.version()](CheckReport report, bool) {
        report_ = updated(std::move(report_), std::move(report));
        quick_version_ = version;
        emit changed();
        if (again_)
            begin();
        else
            ask_all();
    });
}

void Checker::ask_all() {
    if (slow_.is_running() || quick_.is_running() || is_current())
        return; // whichever ends asks again
    const std::uint64_t version = document_.version();
    run(slow_, rule_catalogue(), [this, version](CheckReport report, bool stopped) {
        if (stopped || version != document_.version()) {
            ask_all();
            return;
        }
        report_ = std::move(report);
        version_ = version;
        emit changed();
    });
}

void Checker::run(Background& background, std::span<const Rule* const> rules,
                  std::function<void(CheckReport, bool stopped)> take) {
    struct Done {
        CheckReport report;
        double seconds = 0;
    };
    auto outcome = std::make_shared<Done>();
    background.start(
        {"检查", "Check"},
        [outcome, facts = document_.facts(), deck = deck_, rules](const Run& run) {
            const auto from = std::chrono::steady_clock::now();
            outcome->report = run_checks(facts, deck, rules, run);
            outcome->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
        },
        [this, outcome, take = std::move(take)](bool stopped) {
            seconds_ += outcome->seconds;
            take(std::move(outcome->report), stopped);
        });
}

} // namespace riser
