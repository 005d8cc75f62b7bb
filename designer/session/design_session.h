// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows and does, as QML sees it: the open document, its lists, its check, the planner, the language
// and theme. QML shows, this decides; every verb here is one that a person could name.
#pragma once

#include "designer/session/catalogue_model.h"
#include "designer/session/checker.h"
#include "designer/session/document.h"
#include "designer/session/findings_model.h"
#include "designer/session/floor_editor.h"
#include "designer/session/floors_model.h"
#include "designer/session/ghost_view.h"
#include "designer/session/inspector_model.h"
#include "designer/session/lists.h"
#include "designer/session/package_exporter.h"
#include "designer/session/plan_importer.h"
#include "designer/session/planner.h"
#include "designer/session/preferences.h"
#include "designer/session/reach_view.h"
#include "designer/session/reason_view.h"
#include "designer/session/rule_selector.h"
#include "designer/session/selection.h"
#include "designer/session/sheets.h"
#include "designer/session/table_model.h"
#include "designer/session/underlays.h"
#include "designer/session/words.h"
#include "designer/session/zone_matrix.h"

#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace riser {

class DesignSession : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString title READ title NOTIFY stateChanged)
    Q_PROPERTY(QString fileName READ file_name NOTIFY stateChanged)
    Q_PROPERTY(bool isOpen READ is_open NOTIFY stateChanged)
    Q_PROPERTY(bool saved READ saved NOTIFY stateChanged)
    Q_PROPERTY(bool readOnly READ read_only NOTIFY stateChanged)
    Q_PROPERTY(QString language READ language WRITE set_language NOTIFY languageChanged)
    Q_PROPERTY(bool dark READ dark WRITE set_dark NOTIFY themeChanged)
    Q_PROPERTY(QString floor READ floor WRITE set_floor NOTIFY floorChanged)
    Q_PROPERTY(QString floorLabel READ floor_label NOTIFY floorChanged)
    Q_PROPERTY(QAbstractItemModel* floors READ floors CONSTANT)
    Q_PROPERTY(QAbstractItemModel* layers READ layers CONSTANT)
    Q_PROPERTY(QAbstractItemModel* findings READ findings CONSTANT)
    Q_PROPERTY(QAbstractItemModel* inspector READ inspector CONSTANT)
    Q_PROPERTY(QAbstractItemModel* history READ history CONSTANT)
    Q_PROPERTY(QAbstractItemModel* search READ search CONSTANT)
    Q_PROPERTY(QAbstractItemModel* table READ table CONSTANT)
    Q_PROPERTY(QAbstractItemModel* reach READ reach CONSTANT) // who reaches whom
    Q_PROPERTY(QAbstractItemModel* zones READ zones CONSTANT) // bodies by zones
    Q_PROPERTY(QObject* floorEditor READ floor_editor CONSTANT)
    Q_PROPERTY(QObject* sheets READ sheets CONSTANT)
    Q_PROPERTY(QAbstractItemModel* catalogue READ catalogue CONSTANT)
    Q_PROPERTY(QObject* importer READ importer CONSTANT)
    Q_PROPERTY(QObject* exporter READ exporter CONSTANT)
    Q_PROPERTY(QObject* underlays READ underlays CONSTANT)
    Q_PROPERTY(QObject* preferences READ preferences CONSTANT)
    Q_PROPERTY(bool atRisk READ at_risk NOTIFY stateChanged)           // closing it loses edits
    Q_PROPERTY(QStringList notices READ notices NOTIFY noticesChanged) // of opening, until dismissed
    Q_PROPERTY(bool recovered READ recovered NOTIFY noticesChanged)
    // Why edits are in memory only; empty while the autosave works or nothing is at risk.
    Q_PROPERTY(QString autosaveFailure READ autosave_failure NOTIFY autosaveChanged)
    Q_PROPERTY(bool hasExample READ has_example CONSTANT)
    Q_PROPERTY(int errors READ errors NOTIFY checkChanged)
    Q_PROPERTY(int warnings READ warnings NOTIFY checkChanged)
    Q_PROPERTY(int informations READ informations NOTIFY checkChanged)
    Q_PROPERTY(int waived READ waived NOTIFY checkChanged)
    Q_PROPERTY(int unchecked READ unchecked NOTIFY checkChanged)
    Q_PROPERTY(int passed READ passed NOTIFY checkChanged)
    Q_PROPERTY(int idle READ idle NOTIFY checkChanged)             // rules that have nothing to look at
    Q_PROPERTY(bool hasPoints READ has_points NOTIFY checkChanged) // before them nearly every rule is idle
    Q_PROPERTY(QUrl suggestedFile READ suggested_file NOTIFY stateChanged)
    Q_PROPERTY(bool checkCurrent READ check_current NOTIFY checkChanged)
    Q_PROPERTY(double checkSeconds READ check_seconds NOTIFY checkChanged)
    Q_PROPERTY(QString undoName READ undo_name NOTIFY stateChanged)
    Q_PROPERTY(QString redoName READ redo_name NOTIFY stateChanged)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged)
    Q_PROPERTY(bool messageIsError READ message_is_error NOTIFY messageChanged)
    Q_PROPERTY(bool planning READ planning NOTIFY planChanged)
    Q_PROPERTY(double planShare READ plan_share NOTIFY planChanged)
    Q_PROPERTY(bool hasGhost READ has_ghost NOTIFY planChanged)
    Q_PROPERTY(bool ghostStale READ ghost_stale NOTIFY planChanged)
    Q_PROPERTY(bool fewestRooms READ fewest_rooms WRITE set_fewest_rooms NOTIFY planChanged) // telecom rooms, of a plan
    Q_PROPERTY(QObject* reason READ reason CONSTANT) // of the finding that is looked at
    Q_PROPERTY(QObject* rules READ rules CONSTANT)   // selecting by rule
    Q_PROPERTY(QObject* ghost READ ghost CONSTANT)   // what is looked at of the plan
    Q_PROPERTY(QVariantList bodies READ bodies NOTIFY designChanged)
    Q_PROPERTY(int selectedCount READ selected_count NOTIFY selectionChanged)
    Q_PROPERTY(QString selected READ selected NOTIFY selectionChanged) // the first; empty: none
  public:
    explicit DesignSession(QObject* parent = nullptr);

    Document& document() { return document_; }
    Selection& selection() { return selection_; }
    Checker& checker() { return checker_; }
    Planner& planner() { return planner_; }
    LayersModel& layer_list() { return layers_; }
    FloorId floor_id() const { return floor_; }
    Language tongue() const { return language_; }

    QString title() const;
    QString file_name() const;
    bool is_open() const { return open_; }
    bool saved() const { return document_.is_saved(); }
    bool read_only() const { return document_.is_read_only(); }
    QString language() const { return language_ == Language::zh ? QStringLiteral("zh") : QStringLiteral("en"); }
    void set_language(const QString& language);
    bool dark() const { return dark_; }
    void set_dark(bool dark);
    QString floor() const;
    void set_floor(const QString& floor);
    QString floor_label() const;
    QAbstractItemModel* floors() { return &floors_; }
    QAbstractItemModel* layers() { return &layers_; }
    QAbstractItemModel* findings() { return &findings_; }
    QAbstractItemModel* inspector() { return &inspector_; }
    QAbstractItemModel* history() { return &history_; }
    QAbstractItemModel* search() { return &search_; }
    QAbstractItemModel* table() { return &table_; }
    QAbstractItemModel* reach() { return &reach_; }
    QAbstractItemModel* zones() { return &zones_; }
    FloorEditor* floor_editor() { return &floor_editor_; }
    Sheets* sheets() { return &sheets_; }
    QAbstractItemModel* catalogue() { return &catalogue_; }
    PlanImporter* importer() { return &importer_; }
    PackageExporter* exporter() { return &exporter_; }
    Underlays* underlays() { return &underlays_; }
    Preferences* preferences() { return &preferences_; }
    bool at_risk() const { return open_ && document_.is_at_risk(); }
    QStringList notices() const;
    bool recovered() const { return document_.was_recovered(); }
    QString autosave_failure() const;
    bool has_example() const;
    int errors() const { return static_cast<int>(checker_.report().count(Severity::error)); }
    int warnings() const { return static_cast<int>(checker_.report().count(Severity::warning)); }
    int informations() const { return static_cast<int>(checker_.report().count(Severity::information)); }
    int waived() const { return static_cast<int>(checker_.report().waived()); }
    int unchecked() const { return static_cast<int>(checker_.report().not_checked()); }
    int passed() const { return with_outcome(RuleOutcome::passed); }
    int idle() const { return with_outcome(RuleOutcome::not_applicable); }
    bool has_points() const { return document_.design().outlets.size() > 0; }
    // Where it lies, else the project's name in the folder of documents.
    QUrl suggested_file() const;
    bool check_current() const { return checker_.is_current(); }
    double check_seconds() const { return checker_.seconds(); }
    QString undo_name() const;
    QString redo_name() const;
    QString message() const { return message_; }
    bool message_is_error() const { return message_is_error_; }
    bool planning() const { return planner_.background().is_running(); }
    double plan_share() const { return planner_.background().share(); }
    bool has_ghost() const { return planner_.has_ghost(); }
    bool ghost_stale() const { return planner_.is_stale(); }
    bool fewest_rooms() const { return planner_.rooms() == DistributorChoice::fewest; }
    void set_fewest_rooms(bool fewest) {
        planner_.set_rooms(fewest ? DistributorChoice::fewest : DistributorChoice::all_named);
    }
    ReasonView* reason() { return &reason_; }
    RuleSelector* rules() { return &rules_; }
    GhostView* ghost() { return &ghost_; }
    QVariantList bodies() const;
    QString selected() const { return selection_.empty() ? QString() : words(selection_.ids().front()); }
    int selected_count() const { return static_cast<int>(selection_.ids().size()); }

    Q_INVOKABLE bool open(const QUrl& file);
    Q_INVOKABLE bool save();
    Q_INVOKABLE bool saveAs(const QUrl& file);
    Q_INVOKABLE void newEmpty();
    Q_INVOKABLE bool newFromBrief(const QUrl& brief);
    // A copy without a file: the example itself stays as it is.
    Q_INVOKABLE bool openExample();
    // Keeps designs without a file in this folder against a crash; opens one that a crash left there.
    bool recover_unnamed_in(const QString& folder);
    // Lets edits that are in no file go, on purpose.
    Q_INVOKABLE void discardChanges() { document_.drop_journal(); }
    Q_INVOKABLE void dismissNotices();
    Q_INVOKABLE void undo() { document_.undo(); }
    Q_INVOKABLE void redo() { document_.redo(); }
    Q_INVOKABLE void deleteSelected();
    Q_INVOKABLE void plan(const QStringList& steps);
    Q_INVOKABLE void stopPlan() { planner_.stop(); }
    Q_INVOKABLE bool applyPlan(); // up to the step that is looked at
    Q_INVOKABLE void dropPlan() { planner_.drop(); }
    // Turns to the row's floor and asks the canvas to show it; selects it unless it is only planned.
    Q_INVOKABLE void show(const QString& id);
    Q_INVOKABLE void showFinding(int row);
    // By the name that the list gave the finding when it was asked for: a check may have moved its row since.
    Q_INVOKABLE bool waive(const QString& finding, const QString& reason, const QString& author);
    Q_INVOKABLE void say(const QString& message, bool error = false);

    void tell(const Error& error);

  signals:
    void stateChanged();
    void languageChanged();
    void themeChanged();
    void floorChanged();
    void checkChanged();
    void messageChanged();
    void planChanged();
    void noticesChanged();
    void autosaveChanged();
    void designChanged();
    void selectionChanged();
    void reveal(const QString& id); // the canvas turns to it

  private:
    bool told(const Result<void>& result);
    int with_outcome(RuleOutcome outcome) const;
    void after_opening();
    void follow_theme();
    void tell_selected();

    Document document_;
    Selection selection_;
    Checker checker_;
    Planner planner_;
    GhostView ghost_;
    RuleSelector rules_;
    ReasonView reason_;
    ReachView reach_;
    ZoneMatrix zones_;
    Preferences preferences_;
    PlanImporter importer_;
    PackageExporter exporter_;
    Underlays underlays_;
    FloorsModel floors_;
    FloorEditor floor_editor_;
    Sheets sheets_;
    LayersModel layers_;
    FindingsModel findings_;
    InspectorModel inspector_;
    HistoryModel history_;
    SearchModel search_;
    TableModel table_;
    CatalogueModel catalogue_;
    Language language_ = Language::zh;
    bool dark_ = false;
    bool open_ = false;
    bool noticed_ = true;
    FloorId floor_;
    QString message_;
    bool message_is_error_ = false;
};

} // namespace riser
