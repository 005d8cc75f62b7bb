// SPDX-License-Identifier: GPL-3.0-or-later
// What the bill lists, before it is a table: quantities by line. A line is what is the same to a buyer: kind of thing,
// type, features, package 标段, supplier. Rows that exist already, are only reserved, or are not ours to supply are
// counted apart.
#pragma once

#include "model/design.h"
#include "solvers/base/facts.h"

#include <map>

namespace riser {

enum class BillSection { cables, outlets, pathways, cabinets, equipment, power, tests, removal };
Text name_of(BillSection section);

struct BillKey {
    BillSection section = BillSection::cables;
    std::string measures; // "rack", "faceplate:wall": what a bill item without a type says it measures
    AnyId type;           // value 0: none
    std::string features_zh;
    std::string features_en;
    std::string package; // 标段
    Supplier supplier = Supplier::contractor;
    auto operator<=>(const BillKey&) const = default;
};

struct BillLine {
    Text name;
    Text features;
    Text unit;
    const BillItem* item = nullptr;
    std::int64_t net = 0;          // thousandths of the unit
    std::vector<Millimetres> cuts; // of cables: the lengths that must be whole
    std::int64_t package = 1;      // units a box, drum or reel
    Text package_unit;             // empty: bought singly
    bool in_metres = false;
    AnyId subject;
};

struct BillLines {
    std::map<BillKey, BillLine> lines;          // ordered, so that equal designs give equal bills
    std::map<Scope, std::int64_t> other_scopes; // rows left to others
    std::int64_t existing = 0;
    std::int64_t unmeasured = 0; // cables without a length
    bool by_package = false;     // some row names a 标段
};
BillLines bill_lines(const Facts& facts);

// How many boxes of `package` the cuts need when no cable may have a joint: best fit, longest first. A cut longer than
// a box takes as many boxes as it fills. O(n log n).
std::int64_t boxes_without_joints(std::vector<Millimetres> cuts, Millimetres package);

} // namespace riser
