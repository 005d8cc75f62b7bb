// SPDX-License-Identifier: GPL-3.0-or-later
// A gtest main with an application of Qt around it; without a screen unless the environment names one.
#include <QGuiApplication>

#include <clocale>
#include <gtest/gtest.h>

int main(int count, char** arguments) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    ::testing::InitGoogleTest(&count, arguments);
    QGuiApplication app(count, arguments);
    std::setlocale(LC_NUMERIC, "C");
    return RUN_ALL_TESTS();
}
