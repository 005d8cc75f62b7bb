// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps every edit of the open design in its journal. It knows what the journal holds, so that after a write that
// failed (a full disk, a folder that went away) the next one brings all that is missing, and tells why as long as
// something is missing.
#pragma once

#include "model/file/journal.h"

namespace riser {

class Autosave {
  public:
    // Designs without a file keep their journal in this folder.
    void keep_unnamed_in(const std::filesystem::path& folder) { unnamed_folder_ = folder; }
    const std::filesystem::path& unnamed_folder() const { return unnamed_folder_; }

    // For a design that its file holds whole, with the hash of that file's bytes.
    void start(const std::filesystem::path& file, const std::string& hash, Design saved);
    // For a design without a file; its journal begins with the first edit.
    void start_unnamed(Design start);
    // Goes on with a journal that held edits; saved: what its file holds.
    void resume(const std::filesystem::path& file, const std::string& hash, Design saved, Design recovered);
    // Of the file just saved at that place.
    void saved(const std::string& hash, Design design);
    // What the journal holds goes, on purpose; an edit after that begins a new one with all that the file lacks.
    void drop();
    // Nothing is kept any longer.
    void stop();

    // After each edit, named, and again (unnamed) to bring up what is missing. Whether all is kept now.
    bool keep(const Design& now, const Text& edit_name = {});

    // Why the journal lacks edits; nothing while it holds them all.
    const std::optional<Error>& failure() const { return failure_; }
    // For saving; none while it cannot be written.
    Journal* journal() { return journal_ && !failure_ ? &*journal_ : nullptr; }

  private:
    Result<void> bring_up_to(const Design& now);
    Result<void> open_journal();

    std::filesystem::path unnamed_folder_;
    std::filesystem::path file_; // empty: it has none yet, or nothing is kept
    std::optional<std::string> hash_;
    bool keeping_ = false;
    std::optional<Journal> journal_;
    Design base_; // what the journal builds on: the file, or for an unnamed design its first record
    Design held_; // what the journal leads to
    Text name_;   // of the last edit
    std::optional<Error> failure_;
};

} // namespace riser
