// SPDX-License-Identifier: GPL-3.0-or-later
// Long work off the window's thread: one job at a time on a thread of its own, with progress and a stop; its result
// comes back on the window's thread. A job reads snapshots only, so it needs no lock. Qt knows nothing of its type.
#pragma once

#include "solvers/base/run.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace riser {

class Background : public QObject {
    Q_OBJECT
  public:
    explicit Background(QObject* parent = nullptr) : QObject(parent) {}
    ~Background() override;

    // work(run) on another thread; then done(stopped) here, unless the Background has gone meanwhile. A job that still
    // runs is stopped and its done() never called.
    void start(const Text& title, std::function<void(const Run&)> work, std::function<void(bool stopped)> done);
    void stop();
    // Stops it, and its done() is never called: nobody wants its result any longer.
    void drop();

    bool is_running() const { return running_; }
    double share() const { return share_; }
    const Text& title() const { return title_; }
    const Text& step() const { return step_; }

  signals:
    void changed(); // running, share, step

  private:
    std::jthread thread_;
    std::uint64_t turn_ = 0;
    bool running_ = false;
    double share_ = 0;
    Text title_;
    Text step_;
};

} // namespace riser
