// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/background.h"

#include <QMetaObject>

#include <utility>

namespace riser {

Background::~Background() {
    ++turn_;
    thread_.request_stop(); // and joined by its destructor
}

void Background::start(const Text& title, std::function<void(const Run&)> work,
                       std::function<void(bool stopped)> done) {
    const std::uint64_t turn = ++turn_;
    running_ = true;
    share_ = 0;
    title_ = title;
    step_ = {};
    if (thread_.joinable()) {
        thread_.request_stop();
        thread_.join(); // solvers look at the stop every few milliseconds
    }
    thread_ = std::jthread([this, turn, work = std::move(work), done = std::move(done)](std::stop_token token) {
        Run run;
        run.stop = token;
        run.progress = [this, turn](double share, const Text& step) {
            QMetaObject::invokeMethod(
                this,
                [this, turn, share, step] {
                    if (turn != turn_)
                        return;
                    share_ = share;
                    step_ = step;
                    emit changed();
                },
                Qt::QueuedConnection);
        };
        work(run);
        const bool stopped = token.stop_requested();
        QMetaObject::invokeMethod(
            this,
            [this, turn, stopped, done] {
                if (turn != turn_)
                    return;
                running_ = false;
                done(stopped);
                emit changed();
            },
            Qt::QueuedConnection);
    });
    emit changed();
}

void Background::stop() { thread_.request_stop(); }

void Background::drop() {
    ++turn_;
    thread_.request_stop();
    if (!std::exchange(running_, false))
        return;
    emit changed();
}

} // namespace riser
