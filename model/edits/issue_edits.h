// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing sheets. From the day of issue the labels on a sheet are frozen: planning only adds, and what is given up is
// retired for good. An issue is taken back only on record, by a revision; a sheet is issued anew the same way.
#pragma once

#include "model/edits/edit.h"
#include "model/edits/issued_rows.h"

#include <vector>

namespace riser {

struct SheetWish {
    std::string number; // "ELV-03"
    SheetContent content = SheetContent::floor_plan;
    std::vector<FloorId> floors = {}; // what it shows; none: the whole building
};
// On A1, a floor plan at the largest of 1:100, 1:150 and 1:200 that its floors fit at. bad_input: no number; conflict:
// a sheet of that number stands; not_found: no such floor.
Result<SheetId> add_sheet(Edit& edit, const SheetWish& wish);

struct IssueRequest {
    std::vector<SheetId> sheets;
    std::optional<Date> day;
    std::string revision; // its number, "A": needed to issue a sheet again and to withdraw one
    std::string author;
    Text description;
};

struct Issue {
    std::size_t sheets = 0;
    std::size_t labels = 0; // that stand on them
    std::optional<RevisionId> revision;
};

// not_found: no such sheet; bad_input: no sheet, no day, a revision whose number stands already; refused: issued
// already and no revision given; conflict: rows on the sheets share a label or bear a retired one, naming up to three.
// O(labelled rows).
Result<Issue> issue_sheets(Edit& edit, const IssueRequest& request);

// Takes the issue back; the revision says so, and what was retired stays retired. Errors as above; bad_input without a
// revision; refused: the sheet is not issued.
Result<Issue> withdraw_issue(Edit& edit, const IssueRequest& request);

// What no other verb may do to an issued sheet, its viewports, and templates of what it prints: nothing, or why not.
std::optional<Error> issue_refusal(const Design& design, AnyId row, std::string_view field);

// Labels that rows on issued sheets of `before` bore and no row of their kind bears in `after` are retired in `after`,
// and those retired since without a day get it. Returns how many were retired. O(changed rows; all rows of a kind of
// which one gave its label up).
std::size_t retire_given_up(const Design& before, Design& after, std::optional<Date> day);

// Of an id that depends on kind and label alone, so that two branches retire it as one.
RetiredLabel retired_label(const Design& design, Kind kind, std::string label, std::optional<Date> day);

} // namespace riser
