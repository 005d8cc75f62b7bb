// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/formula.h"

#include <cmath>
#include <stdexcept>

namespace riser {

namespace {

class Evaluator {
  public:
    Evaluator(const std::string& text, const TableDocument& table, const TableRow& row)
        : text_(text), table_(table), row_(row) {}
    double all() {
        const double value = sum();
        if (at_ != text_.size())
            throw std::runtime_error("left over: " + text_.substr(at_));
        return value;
    }

  private:
    bool take(char c) { return at_ < text_.size() && text_[at_] == c ? ++at_, true : false; }
    void need(char c) {
        if (!take(c))
            throw std::runtime_error(std::string("missing ") + c + " in " + text_);
    }
    double sum() {
        double value = product();
        while (true) {
            if (take('+'))
                value += product();
            else if (take('-'))
                value -= product();
            else
                return value;
        }
    }
    double product() {
        double value = atom();
        while (true) {
            if (take('*'))
                value *= atom();
            else if (take('/'))
                value /= atom();
            else
                return value;
        }
    }
    double cell(std::size_t column) const {
        return static_cast<double>(number_of(row_.cells[column])) /
               static_cast<double>(scale_of(table_.columns[column].type));
    }
    std::size_t reference() {
        const std::size_t close = text_.find('}', at_);
        const std::size_t column = table_.column(text_.substr(at_ + 1, close - at_ - 1));
        at_ = close + 1;
        if (column == table_.columns.size())
            throw std::runtime_error("unknown column in " + text_);
        return column;
    }
    double atom() {
        double value = 0;
        if (take('(')) {
            value = sum();
            need(')');
        } else if (text_[at_] == '{') {
            value = cell(reference());
        } else if (std::isalpha(static_cast<unsigned char>(text_[at_]))) {
            value = function();
        } else {
            std::size_t used = 0;
            value = std::stod(text_.substr(at_), &used);
            at_ += used;
        }
        return take('%') ? value / 100 : value;
    }
    double function() {
        std::string name;
        while (std::isalpha(static_cast<unsigned char>(text_[at_])))
            name += text_[at_++];
        need('(');
        if (name == "SUM") {
            const std::size_t first = reference();
            need(':');
            const std::size_t last = reference();
            need(')');
            double value = 0;
            for (std::size_t c = first; c <= last; ++c)
                value += cell(c);
            return value;
        }
        if (name == "IF") {
            const double left = sum();
            need('=');
            const bool equal = left == sum();
            need(',');
            const double then = sum();
            need(',');
            const double otherwise = sum();
            need(')');
            return equal ? then : otherwise;
        }
        const double first = sum();
        need(',');
        const double second = sum();
        need(')');
        if (name == "MAX")
            return std::max(first, second);
        const double power = std::pow(10, second);
        if (name == "ROUND")
            return std::round(first * power + (first < 0 ? -1e-9 : 1e-9)) / power;
        if (name == "ROUNDUP")
            return std::ceil(first * power) / power;
        throw std::runtime_error("unknown function " + name);
    }

    const std::string& text_;
    const TableDocument& table_;
    const TableRow& row_;
    std::size_t at_ = 0;
};

} // namespace

double evaluate(const std::string& pattern, const TableDocument& table, const TableRow& row) {
    return Evaluator(pattern, table, row).all();
}

} // namespace riser
