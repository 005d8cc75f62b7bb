// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a check report of the document up to date, off the window's thread: after each change the rules that read what
// changed run again on the snapshot, those that take long after all others. While it runs the last report stands and
// says that it is of before; so it does while only the slow rules' answers are.
#pragma once

#include "designer/session/background.h"
#include "designer/session/document.h"
#include "solvers/checks/run_checks.h"

namespace riser {

class Checker : public QObject {
    Q_OBJECT
  public:
    Checker(Document& document, QObject* parent = nullptr);

    const CheckReport& report() const { return report_; }
    const Deck& deck() const { return deck_; }
    bool is_current() const { return version_ == document_.version(); }
    // But for slow rules, whose answers may still be of before.
    bool is_nearly_current() const { return quick_version_ == document_.version(); }
    double seconds() const { return seconds_; } // that the last check took

  signals:
    void changed();

  private:
    void begin();
    void ask_all();
    void run(Background& background, std::span<const Rule* const> rules,
             std::function<void(CheckReport, bool stopped)> take);

    Document& document_;
    Deck deck_;
    Background quick_;
    Background slow_; // all rules, those that were asked already among them: they cost nothing again
    CheckReport report_;
    std::uint64_t version_ = 0;
    std::uint64_t quick_version_ = 0;
    double seconds_ = 0;
    bool again_ = false;
};

// The deck that the project names, else the first built-in one.
Deck deck_of(const Design& design);

} // namespace riser
