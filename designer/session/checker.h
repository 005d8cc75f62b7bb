// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a check report of the document up to date, off the window's thread: after each change the rules that read what
// changed run again on the snapshot. While it runs the last report stands and says that it is of before.
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
    double seconds() const { return seconds_; } // that the last check took

  signals:
    void changed();

  private:
    void begin();

    Document& document_;
    Deck deck_;
    Background background_;
    CheckReport report_;
    std::uint64_t version_ = 0;
    double seconds_ = 0;
    bool again_ = false;
};

// The deck that the project names, else the first built-in one.
Deck deck_of(const Design& design);

} // namespace riser
