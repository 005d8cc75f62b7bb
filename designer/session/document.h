// SPDX-License-Identifier: GPL-3.0-or-later
// The design that is open: its history, its facts, its file and its autosave journal. Every change goes through
// perform(); whoever shows something listens to changed() and asks what differs. Lives on the window's thread; designs
// and facts that it hands out may be read by any.
#pragma once

#include "designer/session/autosave.h"
#include "model/edits/history.h"
#include "model/file/assets.h"
#include "model/file/save.h"
#include "solvers/base/facts.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>

namespace riser {

Date date_of_today(); // where the person sits

class Document : public QObject {
    Q_OBJECT
  public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    const Design& design() const { return history_.current(); }
    const Facts& facts() const { return facts_; }
    const History& history() const { return history_; }
    IdSource& ids() { return ids_; }
    // Counts up with every change, so that work on a snapshot knows whether it is of today.
    std::uint64_t version() const { return version_; }

    const std::filesystem::path& path() const { return path_; }
    bool is_read_only() const { return read_only_; }
    bool is_saved() const { return history_.is_saved(); }
    // Whether closing it now loses something: edits that are in no file.
    bool is_at_risk() const { return !is_saved() && (!path_.empty() || history_.position() > 0); }
    // Whether open() found edits that an earlier session had not saved.
    bool was_recovered() const { return recovered_; }
    const std::vector<Text>& notes() const { return notes_; } // of opening: migrated, newer, recovered

    // The file; with the journal's edits when the last session ended without saving them.
    Result<void> open(const std::filesystem::path& path);
    // A design that has no file yet.
    // `lender`: a design beside which the copies of its underlays lie.
    void adopt(Design design, const Text& note = {}, const std::filesystem::path& lender = {});
    // Designs without a file keep their journal in this folder, so that a crash does not take them. Before the first
    // edit.
    void keep_unnamed_in(const std::filesystem::path& folder) { autosave_.keep_unnamed_in(folder); }
    // One that a crash left there, when there is one and no other Riser has it open.
    bool recover_unnamed();
    // Absent: where it was opened from. conflict: somebody else wrote the file meanwhile.
    Result<void> save(std::optional<std::filesystem::path> path = {});
    // Copies of underlays: what the design names is stored beside its file when it is saved. `bytes` have that hash.
    // They go beside the file, or to the unnamed designs, at once, so that a crash does not take them; to memory else.
    void keep_asset(const std::string& hash, std::shared_ptr<const std::string> bytes);
    // Where copies are now; a value for any thread.
    AssetSource assets() const;

    // Lets the journal go: its changes are dropped on purpose.
    void drop_journal();
    // Whether the last edits are on their way to the journal: those of many rows take some tenths of a second.
    bool is_keeping() const { return autosave_.is_writing(); }
    // Why edits are only in memory; tried again with every edit and every few seconds. Nothing while all is well.
    const std::optional<Error>& autosave_failure() const { return autosave_.failure(); }

    // One step of the history, or nothing and why not.
    // `foreseen`: what was worked out beforehand of what the verb makes of the design; looked at only when it does.
    using Verb = std::function<Result<void>(Edit&)>;
    struct Foreseen {
        Facts before;
        Facts after;
        ChangeSet changes;
    };
    Result<void> perform(const Text& name, const Verb& verb, const Foreseen* foreseen = nullptr);
    bool undo();
    bool redo();
    void go_to(std::size_t step);

    // What the last changed() changed.
    const ChangeSet& changes() const { return changes_; }

  signals:
    void changed();          // the design
    void replaced();         // another design altogether; comes before changed()
    void state_changed();    // path, saved, read-only, the step of the history
    void autosave_changed(); // it fails, or works again

  private:
    void start_over(Design design);
    bool moved(bool did, const Design& before, const Text& name, const Foreseen* foreseen = nullptr);
    Facts facts_of_now(const Foreseen* foreseen) const;
    ChangeSet changes_of_now(const Design& before, const Foreseen* foreseen) const;
    void begin_anew();
    void keep(const Text& edit_name);
    void kept(bool failed_before);
    void take_over(Design saved, Recovered found, std::size_t edits);

    History history_;
    Facts facts_;
    std::optional<Foreseen> at_hand_; // the last large edit
    IdSource ids_;
    std::filesystem::path path_;
    std::optional<FileStamp> stamp_;
    Autosave autosave_;
    std::map<std::string, std::shared_ptr<const std::string>> held_; // copies on no disk yet, by hash
    std::filesystem::path lender_;                                   // of a design without a file; empty: none
    QTimer again_;                                                   // while the autosave fails
    bool read_only_ = false;
    bool recovered_ = false;
    std::vector<Text> notes_;
    ChangeSet changes_;
    std::uint64_t version_ = 0;
};

} // namespace riser
