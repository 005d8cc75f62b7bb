// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of the window as it stands once the check has come: what documentation and tests show.
#pragma once

#include <QString>

class QQmlApplicationEngine;

namespace riser {

class DesignSession;

struct ShotWish {
    // VIEW[:FLOOR][:LENS][:@DIALOG[=FILE]], e.g. "plan:3F:fill", "tables", "plan:@import=plan.dxf"
    QString view;
    QString size; // "1440x900"
    QString file;
};

// The program's exit status: 0 done, 2 a wish that cannot be met.
int take_shot(QQmlApplicationEngine& engine, DesignSession& session, const ShotWish& wish);

} // namespace riser
