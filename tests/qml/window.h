// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, opened as the program opens it, and hands for it: what a test clicks, drags and types goes through
// the window's own events; waiting is for conditions, as a machine may be slow. What QML warns of fails the test. Needs
// a screen (xvfb-run).
#pragma once

#include "designer/canvas/plan_canvas.h"
#include "designer/session/design_session.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>
#include <QTranslator>

#include <filesystem>
#include <functional>

namespace riser::test {

// What a screen reader says of it; empty: nothing.
QString accessible_name(QQuickItem& item);

class TestWindow {
  public:
    explicit TestWindow(const QString& language = QStringLiteral("en"));
    ~TestWindow();

    DesignSession& session() { return *session_; }
    Document& document() { return session_->document(); }
    const Design& design() { return session_->document().design(); }
    QQuickWindow& window() { return *window_; }
    PlanCanvas& canvas() { return *canvas_; }

    bool open(const std::filesystem::path& path);
    // Until the check is of today and the window has painted it.
    bool settle();
    bool wait_for(const std::function<bool()>& ready);

    // The first visible item, in the order of painting, for which `wanted` holds; null when there is none.
    QQuickItem* find(const std::function<bool(QQuickItem&)>& wanted, QQuickItem* below = nullptr);
    QQuickItem* with_text(const QString& text, QQuickItem* below = nullptr);
    QQuickItem* with_property(const char* name, const QVariant& value, QQuickItem* below = nullptr);
    QQuickItem* text_field(QQuickItem& below);
    // The visible control that a screen reader calls so; in the topmost dialog first.
    QQuickItem* named(const QString& name);
    // Waits until it is there, enabled and in its place, then clicks it. False: it never was.
    bool press(const QString& name);
    bool press(const std::function<QQuickItem*()>& wanted);
    bool sees(const QString& name) { return named(name) != nullptr; }
    // A file let fall on the window.
    void drop(const std::filesystem::path& file);

    void click(QQuickItem& item, Qt::KeyboardModifiers keys = {});
    void key(Qt::Key key, Qt::KeyboardModifiers keys = {});
    void type(const QString& text);
    // On the plan, in the floor's millimetres.
    QPoint on_screen(Point place);
    void click(Point place, Qt::KeyboardModifiers keys = {});
    void drag(Point from, Point to);

    QImage picture() { return window_->grabWindow(); }

  private:
    void speak();
    QQuickItem* named_below(QQuickItem& top, const QString& name);

    QTranslator chinese_;
    std::unique_ptr<QQmlApplicationEngine> engine_;
    DesignSession* session_ = nullptr;
    QQuickWindow* window_ = nullptr;
    PlanCanvas* canvas_ = nullptr;
};

} // namespace riser::test
