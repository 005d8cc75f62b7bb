// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/cost.h"

#include "exporters/tables/columns.h"

namespace riser {

namespace {

constexpr std::int64_t thousand = 1000;

} // namespace

std::int64_t billed_quantity(const BillLine& line) {
    return line.in_metres ? (line.net + 5) / 10 * 10 : line.net; // quantities are never negative
}

Money amount_of(const BillLine& line) {
    const std::int64_t price = line.item ? line.item->price.value : 0;
    return Money((billed_quantity(line) * price + thousand / 2) / thousand);
}

Cost cost_of(const Facts& facts) {
    Cost out;
    for (const auto& [key, line] : bill_lines(facts).lines) {
        const Money amount = amount_of(line);
        if (!line.item || line.item->price.value <= 0)
            ++out.unpriced;
        if (amount.value != 0)
            out.sections[key.section] = Money(out.sections[key.section].value + amount.value);
        out.net = Money(out.net.value + amount.value);
    }
    return out;
}

Money cost_between(const Cost& before, const Cost& after) { return Money(after.net.value - before.net.value); }

std::string money_text(Money amount, const Project& project, MoneySign sign) {
    std::string digits = decimal_text(amount.value, CellType::money, 2);
    const std::size_t first = digits.front() == '-' ? 1 : 0;
    for (std::size_t at = digits.find('.'); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    const std::string plus = sign == MoneySign::always && amount.value > 0 ? "+" : "";
    return plus + digits + (project.currency.empty() ? "" : " " + project.currency);
}

Text cost_sentence(const Cost& before, const Cost& after, const Project& project) {
    const std::string step = money_text(cost_between(before, after), project, MoneySign::always);
    const std::string all = money_text(after.net, project);
    const std::string open = std::to_string(after.unpriced);
    const Text unpriced =
        after.unpriced == 0 ? Text()
                            : Text{"，另有 " + open + " 项未定价",
                                   ", " + open + (after.unpriced == 1 ? " line has no price" : " lines have no price")};
    return {"造价 " + step + "，累计 " + all + "（未税" + unpriced.zh + "）",
            "cost " + step + ", " + all + " in all (without tax" + unpriced.en + ")"};
}

} // namespace riser
