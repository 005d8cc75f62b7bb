// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/autosave.h"

#include "model/edits/change_set.h"

namespace riser {

namespace fs = std::filesystem;

void Autosave::start(const fs::path& file, const std::string& hash, Design saved) {
    journal_.reset();
    failure_.reset();
    file_ = file;
    hash_ = hash;
    keeping_ = true;
    base_ = held_ = std::move(saved);
    if (Result<void> opened = open_journal(); !opened)
        failure_ = std::move(opened).error();
}

void Autosave::start_unnamed(Design start) {
    journal_.reset();
    failure_.reset();
    file_.clear();
    hash_.reset();
    keeping_ = !unnamed_folder_.empty();
    base_ = held_ = std::move(start);
}

void Autosave::resume(const fs::path& file, const std::string& hash, Design saved, Design recovered) {
    const bool unnamed = hash.empty();
    failure_.reset();
    file_ = unnamed ? fs::path() : file;
    hash_ = unnamed ? std::optional<std::string>() : hash;
    keeping_ = true;
    base_ = held_ = std::move(saved);
    Result<Journal> resumed = Journal::resume(file);
    if (!resumed) {
        // A fresh one takes its place, with all that was recovered in it.
        journal_.reset();
        (void)keep(recovered, {"恢复未保存的修改", "Recover unsaved edits"});
        return;
    }
    journal_ = std::move(*resumed);
    held_ = std::move(recovered);
}

void Autosave::saved(const std::string& hash, Design design) {
    if (!journal()) {
        start(file_, hash, std::move(design)); // it could not be written until now
        return;
    }
    hash_ = hash;
    base_ = held_ = std::move(design);
}

void Autosave::drop() {
    if (journal_)
        (void)journal_->discard();
    journal_.reset();
    failure_.reset();
    held_ = base_;
}

void Autosave::stop() {
    drop();
    keeping_ = false;
    base_ = held_ = Design();
}

bool Autosave::keep(const Design& now, const Text& edit_name) {
    if (!keeping_)
        return true;
    if (!edit_name.en.empty())
        name_ = edit_name;
    Result<void> kept = bring_up_to(now);
    failure_ = kept ? std::nullopt : std::optional(kept.error());
    return !failure_;
}

Result<void> Autosave::bring_up_to(const Design& now) {
    if (!journal_)
        if (Result<void> opened = open_journal(); !opened)
            return opened;
    if (changes_between(held_, now).empty())
        return {};
    Result<void> added = journal_->append(held_, now, name_);
    if (!added && added.error().code == ErrorCode::not_found) {
        journal_.reset();
        if (Result<void> opened = open_journal(); !opened)
            return opened;
        added = journal_->append(held_, now, name_);
    }
    if (added)
        held_ = now;
    return added;
}

Result<void> Autosave::open_journal() {
    fs::path file = file_;
    std::error_code error;
    if (file.empty()) {
        fs::create_directories(unnamed_folder_, error);
        int n = 0;
        do
            file = unnamed_folder_ / ("unnamed-" + std::to_string(++n) + ".riser");
        while (fs::exists(journal_path(file), error));
    }
    Result<Journal> journal = Journal::start(file, hash_);
    if (!journal)
        return std::move(journal).error();
    // The first record of an unnamed design is the design as it was before the first edit.
    if (file_.empty())
        if (Result<void> added = journal->append(Design(), base_, {"新建", "New"}); !added) {
            (void)journal->discard();
            return added;
        }
    journal_ = std::move(*journal);
    held_ = base_;
    return {};
}

} // namespace riser
