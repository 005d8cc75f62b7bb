// SPDX-License-Identifier: GPL-3.0-or-later
// What a design costs by its bill, and what a plan adds to that: net quantity x unit price of each line, without tax,
// in minor units of the project's currency. Lines without a price cost nothing and are counted.
#pragma once

#include "exporters/tables/bill_lines.h"

namespace riser {

struct Cost {
    Money net;
    std::map<BillSection, Money> sections; // of what is not nothing
    std::int64_t unpriced = 0;             // lines
};
Cost cost_of(const Facts& facts);
Money cost_between(const Cost& before, const Cost& after);

// Net quantity as billed, in thousandths of the unit: metres to the centimetre, pieces whole.
std::int64_t billed_quantity(const BillLine& line);
// Rounded half up to a minor unit; 0 without a price.
Money amount_of(const BillLine& line);

// "cost +123,456.00 CNY, 1,234,567.00 CNY in all (without tax)".
Text cost_sentence(const Cost& before, const Cost& after, const Project& project);

// of_debts: a minus before what is below nothing; always: a plus before what is above it, too.
enum class MoneySign { of_debts, always };
// "1,234.50 CNY".
std::string money_text(Money amount, const Project& project, MoneySign sign = MoneySign::of_debts);

} // namespace riser
