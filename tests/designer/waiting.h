// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's loop for tests without a window, and waiting for work in the background.
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QThread>

#include <gtest/gtest.h>

namespace riser::test {

class WithLoop : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        static int count = 1;
        static char name[] = "test";
        static char* arguments[] = {name, nullptr};
        if (!QCoreApplication::instance())
            new QCoreApplication(count, arguments); // to the end of the program
    }

    // Lets the loop turn until `ready`, at most 60 s.
    template<class Ready> static bool wait_for(Ready ready) {
        const QDeadlineTimer deadline(60'000);
        while (!ready()) {
            if (deadline.hasExpired())
                return false;
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            QThread::msleep(1);
        }
        return true;
    }
};

} // namespace riser::test
