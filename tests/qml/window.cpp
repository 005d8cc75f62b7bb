// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/window.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QQmlComponent>
#include <QQmlError>
#include <QQmlExtensionPlugin>
#include <QQuickStyle>
#include <gtest/gtest.h>
#include <utility>

Q_IMPORT_QML_PLUGIN(RiserPlugin)

namespace riser::test {

constexpr int patience = 60'000;

namespace {

QtMessageHandler say_as_before = nullptr;

// A view that lost count of its model says so by a message only.
void listen(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (message.contains(QLatin1String("DelegateModel")))
        ADD_FAILURE() << message.toStdString();
    say_as_before(type, context, message);
}

} // namespace

QString accessible_name(QQuickItem& item) {
    QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(&item);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

TestWindow::TestWindow(const QString& language) {
    say_as_before = qInstallMessageHandler(listen);
    if (QQuickStyle::name() != QLatin1String("Basic"))
        QQuickStyle::setStyle(QStringLiteral("Basic"));
    QAccessible::setActive(true); // as with a screen reader: else Qt's own controls have no names
    EXPECT_TRUE(chinese_.load(QStringLiteral(":/i18n/riser_zh.qm")));
    engine_ = std::make_unique<QQmlApplicationEngine>();
    QObject::connect(engine_.get(), &QQmlEngine::warnings, engine_.get(), [](const QList<QQmlError>& warnings) {
        for (const QQmlError& warning : warnings)
            ADD_FAILURE() << warning.toString().toStdString();
    });
    engine_->addImportPath(QStringLiteral(":/qt/qml"));
    QQmlComponent import(engine_.get());
    import.setData("import QtQml\nimport Riser\nQtObject {}", QUrl());
    const std::unique_ptr<QObject> imported(import.create());
    session_ = engine_->singletonInstance<DesignSession*>(qmlTypeId("Riser", 1, 0, "DesignSession"));
    QObject::connect(session_, &DesignSession::languageChanged, engine_.get(), [this] { speak(); });
    session_->set_language(language);
    speak();
    engine_->load(QUrl(QStringLiteral("qrc:/qt/qml/Riser/Main.qml")));
    window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().value(0));
    EXPECT_NE(window_, nullptr);
    canvas_ = qobject_cast<PlanCanvas*>(window_->property("canvas").value<QObject*>());
    EXPECT_NE(canvas_, nullptr);
    window_->requestActivate();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window_));
}

TestWindow::~TestWindow() {
    QCoreApplication::removeTranslator(&chinese_);
    qInstallMessageHandler(say_as_before);
}

void TestWindow::speak() {
    if (session_->tongue() == Language::zh)
        QCoreApplication::installTranslator(&chinese_);
    else
        QCoreApplication::removeTranslator(&chinese_);
    engine_->retranslate();
}

bool TestWindow::wait_for(const std::function<bool()>& ready) { return QTest::qWaitFor(ready, patience); }

bool TestWindow::open(const std::filesystem::path& path) {
    return session_->open(QUrl::fromLocalFile(QString::fromStdString(path.string()))) && settle();
}

bool TestWindow::settle() {
    const bool checked = wait_for([&] { return session_->check_current(); });
    QTest::qWait(50);
    return checked;
}

QQuickItem* TestWindow::find(const std::function<bool(QQuickItem&)>& wanted, QQuickItem* below) {
    QQuickItem* const top = below ? below : window_->contentItem();
    for (QQuickItem* item : top->childItems()) {
        if (!item->isVisible())
            continue;
        if (wanted(*item))
            return item;
        if (QQuickItem* found = find(wanted, item))
            return found;
    }
    return nullptr;
}

QQuickItem* TestWindow::with_text(const QString& text, QQuickItem* below) { return with_property("text", text, below); }

QQuickItem* TestWindow::with_property(const char* name, const QVariant& value, QQuickItem* below) {
    return find([&](QQuickItem& item) { return item.property(name) == value; }, below);
}

QQuickItem* TestWindow::text_field(QQuickItem& below) {
    return find([](QQuickItem& item) { return item.inherits("QQuickTextField"); }, &below);
}

// What lies on top is painted last.
QQuickItem* TestWindow::named_below(QQuickItem& top, const QString& name) {
    const QList<QQuickItem*> children = top.childItems();
    for (auto item = children.rbegin(); item != children.rend(); ++item) {
        if (!(*item)->isVisible())
            continue;
        if (QQuickItem* found = named_below(**item, name))
            return found;
        if (accessible_name(**item) == name)
            return *item;
    }
    return nullptr;
}

QQuickItem* TestWindow::named(const QString& name) { return named_below(*window_->contentItem(), name); }

bool TestWindow::press(const QString& name) {
    return press([&] { return named(name); });
}

bool TestWindow::press(const std::function<QQuickItem*()>& wanted) {
    QPointF last;
    // A picture lays everything out; in the same place twice, it no longer moves.
    const bool found = wait_for([&] {
        QQuickItem* const item = wanted();
        if (!item || !item->isEnabled())
            return false;
        (void)picture();
        const QPointF place = item->mapToScene({item->width() / 2, item->height() / 2});
        return std::exchange(last, place) == place;
    });
    if (found)
        click(*wanted());
    return found;
}

void TestWindow::drop(const std::filesystem::path& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(file.string()))});
    const QPoint at(window_->width() / 2, window_->height() / 2);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window_, &enter);
    QDropEvent fall(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window_, &fall);
    EXPECT_TRUE(fall.isAccepted());
}

void TestWindow::click(QQuickItem& item, Qt::KeyboardModifiers keys) {
    const QPointF middle = item.mapToScene({item.width() / 2, item.height() / 2});
    QTest::mouseMove(window_, middle.toPoint());
    QTest::mouseClick(window_, Qt::LeftButton, keys, middle.toPoint());
    QTest::qWait(20);
}

void TestWindow::key(Qt::Key key, Qt::KeyboardModifiers keys) {
    QTest::keyClick(window_, key, keys);
    QTest::qWait(20);
}

void TestWindow::type(const QString& text) {
    for (const QChar c : text)
        QTest::keyClick(window_, c.toLatin1());
}

QPoint TestWindow::on_screen(Point place) {
    const CanvasView& view = *canvas_;
    return canvas_->mapToScene(view.to_screen(place)).toPoint();
}

void TestWindow::click(Point place, Qt::KeyboardModifiers keys) {
    QTest::mouseMove(window_, on_screen(place));
    QTest::mouseClick(window_, Qt::LeftButton, keys, on_screen(place));
    QTest::qWait(20);
}

void TestWindow::drag(Point from, Point to) {
    const QPoint a = on_screen(from), b = on_screen(to);
    QTest::mouseMove(window_, a);
    QTest::mousePress(window_, Qt::LeftButton, {}, a);
    for (int i = 1; i <= 8; ++i)
        QTest::mouseMove(window_, a + (b - a) * i / 8);
    QTest::mouseRelease(window_, Qt::LeftButton, {}, b);
    QTest::qWait(20);
}

} // namespace riser::test
