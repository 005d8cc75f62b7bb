// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/app/shot.h"

#include "designer/session/design_session.h"
#include "designer/session/words.h"

#include <QDeadlineTimer>
#include <QDebug>
#include <QGuiApplication>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QThread>

namespace riser {

namespace {

// Lets the window work until `ready`, at most so many milliseconds.
template<class Ready> bool wait_for(Ready ready, int milliseconds) {
    const QDeadlineTimer deadline(milliseconds);
    while (!ready()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(2);
    }
    return true;
}

int refuse(const QString& why) {
    qWarning().noquote() << why;
    return 2;
}

// A page of the matrices, or a cell of who reaches whom: "2,1", counted from 0.
bool show_in_matrix(QObject& matrix, DesignSession& session, const QString& part) {
    const QStringList pages{QStringLiteral("reach"), QStringLiteral("zones")};
    if (pages.contains(part))
        return matrix.setProperty("page", part);
    auto* reach = qobject_cast<ReachView*>(session.reach());
    const QStringList place = part.split(QLatin1Char(','));
    if (!reach || place.size() != 2 || !wait_for([&] { return reach->current(); }, 60'000))
        return false;
    reach->look(place[0].toInt(), place[1].toInt());
    wait_for([&] { return !reach->explaining(); }, 60'000);
    return reach->row() >= 0;
}

} // namespace

int take_shot(QQmlApplicationEngine& engine, DesignSession& session, const ShotWish& wish) {
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    const QStringList size = wish.size.split(QLatin1Char('x'));
    if (!window || size.size() != 2 || size[0].toInt() < 100 || size[1].toInt() < 100)
        return refuse(QStringLiteral("--size wants WxH, such as 1440x900"));
    if (wish.file.isEmpty())
        return refuse(QStringLiteral("--shot needs -o FILE.png"));
    const QStringList parts = wish.view.split(QLatin1Char(':'));
    window->setWidth(size[0].toInt());
    window->setHeight(size[1].toInt());
    if (!window->property("views").toStringList().contains(parts.value(0)))
        return refuse(QStringLiteral("no view is called %1").arg(parts.value(0)));
    window->setProperty("view", parts.value(0));
    auto* canvas = window->property("canvas").value<QObject*>();
    auto* life = window->property("life").value<QObject*>();
    for (const QString& part : parts.mid(1)) {
        bool known = false;
        if (part.startsWith(QLatin1Char('@')) && life) { // a dialog, with a file when it is about one
            known = QMetaObject::invokeMethod(life, "ask", Q_ARG(QVariant, part.section(QLatin1Char('='), 0, 0).mid(1)),
                                              Q_ARG(QVariant, part.section(QLatin1Char('='), 1)));
            wait_for([&] { return !session.importer()->busy() && !session.underlays()->busy() && !session.planning(); },
                     60'000);
        }
        if (auto* table = qobject_cast<TableModel*>(session.table());
            parts.value(0) == QLatin1String("tables") && !known) {
            table->set_grid(part);
            known = table->grid_key() == part;
        }
        if (auto* matrix = window->property("matrix").value<QObject*>();
            matrix && parts.value(0) == QLatin1String("matrix") && !known)
            known = show_in_matrix(*matrix, session, part);
        for (const Floor& floor : session.document().design().floors)
            if (words(floor.label) == part) {
                session.set_floor(words(AnyId(floor.id)));
                known = true;
            }
        if (!known && canvas)
            known = canvas->setProperty("lens", part) && canvas->property("lens") == part;
        if (!known)
            return refuse(QStringLiteral("no floor, lens, table, page or dialog is called %1").arg(part));
    }
    if (canvas)
        QMetaObject::invokeMethod(canvas, "fit");
    auto* reach = qobject_cast<ReachView*>(session.reach());
    wait_for(
        [&] {
            return session.check_current() && !session.underlays()->busy() &&
                   (parts.value(0) != QLatin1String("matrix") || !reach->busy());
        },
        60'000);
    wait_for([] { return false; }, 400); // frames that follow the last change
    const QImage image = window->grabWindow();
    if (image.isNull() || !image.save(wish.file))
        return refuse(QStringLiteral("cannot write %1").arg(wish.file));
    return 0;
}

} // namespace riser
