// SPDX-License-Identifier: GPL-3.0-or-later
// Importing a floor plan by hand: the drawing is read in the background, its sheets and unit are shown, each wish
// (sheet, unit, floors, body) is tried on a snapshot of the design, and the result stands as a design beside the open
// one with its report until a person applies it as one step or drops it.
#pragma once

#include "designer/session/background.h"
#include "designer/session/document.h"
#include "solvers/geometry/import_plan.h"

#include <QUrl>
#include <QVariantList>

namespace riser {

class PlanImporter : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString fileName READ file_name NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(double share READ share NOTIFY changed)
    Q_PROPERTY(QString step READ step NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)    // why there is nothing to apply
    Q_PROPERTY(QVariantList sheets READ sheets NOTIFY changed) // {number, title, verdict, reasons, isPlan}
    Q_PROPERTY(QVariantList bodies READ bodies NOTIFY changed) // {code, name}
    Q_PROPERTY(QString unitName READ unit_name NOTIFY changed)
    Q_PROPERTY(QString unitReason READ unit_reason NOTIFY changed)
    Q_PROPERTY(bool unitCertain READ unit_certain NOTIFY changed)
    Q_PROPERTY(QStringList labels READ labels NOTIFY changed)  // of the floors it is for
    Q_PROPERTY(QVariantList report READ report NOTIFY changed) // {title, sentences}
    Q_PROPERTY(int doubts READ doubts NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(int sheet READ sheet WRITE set_sheet NOTIFY changed)  // its number; 0: not chosen yet
    Q_PROPERTY(QString unit READ unit WRITE set_unit NOTIFY changed) // "mm", …; empty: as declared or guessed
    Q_PROPERTY(QString floors READ floors WRITE set_floors NOTIFY changed)
    Q_PROPERTY(QString body READ body WRITE set_body NOTIFY changed)
  public:
    PlanImporter(Document& document, QObject* parent) : QObject(parent), document_(document) {}

    Q_INVOKABLE void read(const QUrl& file);
    Q_INVOKABLE void stop() { background_.stop(); }
    // One step of the history. False: see problem.
    Q_INVOKABLE bool apply();
    Q_INVOKABLE void drop();

    void set_language(Language language);
    QString file_name() const;
    bool busy() const { return background_.is_running(); }
    double share() const { return background_.share(); }
    QString step() const;
    QString problem() const;
    QVariantList sheets() const;
    QVariantList bodies() const;
    QString unit_name() const;
    QString unit_reason() const;
    bool unit_certain() const { return !drawing_ || drawing_->sketch.unit.certain; }
    QStringList labels() const;
    QVariantList report() const;
    int doubts() const;
    bool ready() const { return import_ != nullptr && !busy(); }
    int sheet() const { return wish_.sheet.value_or(0); }
    void set_sheet(int number);
    QString unit() const { return unit_; }
    void set_unit(const QString& unit);
    QString floors() const { return QString::fromStdString(wish_.floors); }
    void set_floors(const QString& floors);
    QString body() const { return QString::fromStdString(wish_.body); }
    void set_body(const QString& code);

    // What the plan would make of the design, and the first floor of it; nothing when there is no plan.
    const Design* preview() const { return import_ ? &import_->plan.change.after : nullptr; }
    FloorId preview_floor() const;

  signals:
    void changed();
    void previewChanged();
    void applied(const QString& floor);

  private:
    void read_again();
    void try_wish();

    Document& document_;
    Background background_;
    Language language_ = Language::zh;
    std::filesystem::path path_;
    QString unit_;
    PlanWish wish_;
    std::shared_ptr<const std::string> bytes_; // of the file, to be kept with the design
    std::shared_ptr<const PlanDrawing> drawing_;
    std::shared_ptr<const PlanImport> import_;
    std::optional<Error> failure_;
};

} // namespace riser
