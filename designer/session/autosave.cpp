// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/autosave.h"

#include "model/edits/change_set.h"

#include <utility>

namespace riser {

namespace fs = std::filesystem;

void Autosave::keep_unnamed_in(const fs::path& folder) {
    take_over();
    unnamed_folder_ = kept_.folder = folder;
}

void Autosave::start(const fs::path& file, const std::string& hash, Design saved) {
    take_over();
    failure_.reset();
    kept_.journal.reset();
    kept_.file = file;
    kept_.hash = hash;
    keeping_ = true;
    kept_.base = kept_.held = std::move(saved);
    if (Result<void> opened = kept_.open_journal(); !opened)
        failure_ = std::move(opened).error();
}

void Autosave::start_unnamed(Design start) {
    take_over();
    failure_.reset();
    kept_.journal.reset();
    kept_.file.clear();
    kept_.hash.reset();
    keeping_ = !unnamed_folder_.empty();
    kept_.base = kept_.held = std::move(start);
}

void Autosave::resume(const fs::path& file, const std::string& hash, Design saved, Design recovered) {
    take_over();
    const bool unnamed = hash.empty();
    failure_.reset();
    kept_.file = unnamed ? fs::path() : file;
    kept_.hash = unnamed ? std::optional<std::string>() : hash;
    keeping_ = true;
    kept_.base = kept_.held = std::move(saved);
    Result<Journal> resumed = Journal::resume(file);
    if (!resumed) {
        // A fresh one takes its place, with all that was recovered in it.
        kept_.journal.reset();
        (void)keep(recovered, {"恢复未保存的修改", "Recover unsaved edits"});
        return;
    }
    kept_.journal = std::move(*resumed);
    kept_.held = std::move(recovered);
}

void Autosave::saved(const std::string& hash, Design design) {
    if (!journal()) {
        start(fs::path(kept_.file), hash, std::move(design)); // it could not be written until now
        return;
    }
    kept_.hash = hash;
    kept_.base = kept_.held = std::move(design);
}

void Autosave::drop() {
    take_over();
    if (kept_.journal)
        (void)kept_.journal->discard();
    kept_.journal.reset();
    failure_.reset();
    kept_.held = kept_.base;
}

void Autosave::stop() {
    drop();
    keeping_ = false;
    kept_.base = kept_.held = Design();
}

Journal* Autosave::journal() {
    settle();
    return kept_.journal && !failure_ ? &*kept_.journal : nullptr;
}

bool Autosave::keep(const Design& now, const Text& edit_name) {
    if (!keeping_)
        return true;
    if (!edit_name.en.empty())
        name_ = edit_name;
    if (is_writing()) {
        meanwhile_ = now;
        return !failure_;
    }
    if (kept_.rows_to_write(now) > many_rows) {
        write_aside(now);
        return !failure_;
    }
    Result<void> kept = kept_.bring_up_to(now, name_);
    failure_ = kept ? std::nullopt : std::optional(kept.error());
    return !failure_;
}

void Autosave::write_aside(const Design& now) {
    const auto write = [told = told_, name = name_](Kept kept, Design design) {
        Result<void> outcome = kept.bring_up_to(design, name);
        if (told)
            told();
        return Written{std::move(kept), std::move(outcome)};
    };
    writing_ = std::async(std::launch::async, write, std::move(kept_), now);
    kept_ = {};
}

void Autosave::take_over() {
    meanwhile_.reset();
    if (!is_writing())
        return;
    Written written = writing_.get();
    kept_ = std::move(written.kept);
    failure_ = written.outcome ? std::nullopt : std::optional(written.outcome.error());
}

void Autosave::go_on() {
    const std::optional<Design> next = std::exchange(meanwhile_, std::nullopt);
    take_over();
    if (next)
        (void)keep(*next);
}

void Autosave::settle() {
    while (is_writing())
        go_on();
}

std::size_t Autosave::Kept::rows_to_write(const Design& now) const {
    std::size_t rows = changes_between(held, now).size();
    if (!journal && file.empty()) // it begins with the whole design
        for (std::size_t kind = 0; kind < kind_count; ++kind)
            rows += base.rows(static_cast<Kind>(kind)).size();
    return rows;
}

Result<void> Autosave::Kept::bring_up_to(const Design& now, const Text& name) {
    if (!journal)
        if (Result<void> opened = open_journal(); !opened)
            return opened;
    if (changes_between(held, now).empty())
        return {};
    Result<void> added = journal->append(held, now, name);
    if (!added && added.error().code == ErrorCode::not_found) {
        journal.reset();
        if (Result<void> opened = open_journal(); !opened)
            return opened;
        added = journal->append(held, now, name);
    }
    if (added)
        held = now;
    return added;
}

Result<void> Autosave::Kept::open_journal() {
    fs::path place = file;
    std::error_code error;
    if (place.empty()) {
        fs::create_directories(folder, error);
        int n = 0;
        do
            place = folder / ("unnamed-" + std::to_string(++n) + ".riser");
        while (fs::exists(journal_path(place), error));
    }
    Result<Journal> opened = Journal::start(place, hash);
    if (!opened)
        return std::move(opened).error();
    // The first record of an unnamed design is the design as it was before the first edit.
    if (file.empty())
        if (Result<void> added = opened->append(Design(), base, {"新建", "New"}); !added) {
            (void)opened->discard();
            return added;
        }
    journal = std::move(*opened);
    held = base;
    return {};
}

} // namespace riser
