// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/checker.h"

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

// A check that runs is let finish: an edit every few milliseconds must not keep the report from ever coming.
void Checker::begin() {
    emit changed(); // no longer current
    if (background_.is_running()) {
        again_ = true;
        return;
    }
    again_ = false;
    deck_ = deck_of(document_.design());
    struct Done {
        CheckReport report;
        double seconds = 0;
    };
    auto outcome = std::make_shared<Done>();
    const std::uint64_t version = document_.version();
    background_.start(
        {"检查", "Check"},
        [outcome, facts = document_.facts(), deck = deck_](const Run& run) {
            const auto from = std::chrono::steady_clock::now();
            outcome->report = run_checks(facts, deck, run);
            outcome->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
        },
        [this, outcome, version](bool) {
            report_ = std::move(outcome->report);
            seconds_ = outcome->seconds;
            version_ = version;
            emit changed();
            if (again_)
                begin();
        });
}

} // namespace riser
