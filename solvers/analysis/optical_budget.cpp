// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/optical_budget.h"

#include "model/fields/field.h"
#include "solvers/base/decibels.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

constexpr std::int32_t duplex = 2;

// The poorest fibre of a way; nothing when single-mode and multimode are mixed.
std::optional<Category> fibre_of(const OpticalWay& way) {
    Category poorest = way.stretches.front().fibre;
    for (const OpticalStretch& stretch : way.stretches) {
        if (mode_of(stretch.fibre) != mode_of(poorest))
            return std::nullopt;
        poorest = std::min(poorest, stretch.fibre);
    }
    return poorest;
}

OpticalAnswer cannot_tell(std::string zh, std::string en) {
    return {.budget = {}, .unknown = {std::move(zh), std::move(en)}, .impossible = {}};
}
OpticalAnswer cannot_work(std::string zh, std::string en) {
    return {.budget = {}, .unknown = {}, .impossible = {std::move(zh), std::move(en)}};
}

// Adds up one way; `missing` says which number the tables lack.
class Sum {
  public:
    Sum(const LinkTables& tables, LossValues values, OpticalBudget& out)
        : tables_(tables), values_(values), out_(out) {}

    void fibre(Category fibre, Millimetres length) {
        const FibreAttenuation* row = tables_.attenuation(fibre, out_.application.wavelength);
        if (!row) {
            missing = label_of(fibre).en + ", " + std::to_string(out_.application.wavelength) + " nm";
            return;
        }
        const MilliDecibels each = row->a_kilometre.of(values_);
        add({.joint = {}, .fibre = fibre, .length = length, .count = 0, .each = each, .loss = loss_over(length, each)},
            row->trust);
    }
    void joints(JointKind kind, FibreMode mode, std::int32_t count) {
        if (count == 0)
            return;
        const JointLoss* row = tables_.joint(kind, mode);
        if (!row) {
            missing = label_of(kind).en + ", " + label_of(mode).en;
            return;
        }
        const MilliDecibels each = row->loss.of(values_);
        add({.joint = kind, .fibre = {}, .length = {}, .count = count, .each = each, .loss = each * count}, row->trust);
    }
    std::string missing;

  private:
    void add(OpticalTerm term, Trust trust) {
        if (term.loss.value == 0)
            return;
        out_.loss += term.loss;
        out_.to_be_checked |= to_be_checked(trust);
        out_.terms.push_back(term);
    }
    const LinkTables& tables_;
    LossValues values_;
    OpticalBudget& out_;
};

std::string rate_and_fibre(BitRate rate, Category fibre, Language language) {
    return display(rate) + " / " + label_of(fibre).in(language);
}

// What the transceivers say; nothing, with the reason, when they differ or do not suit the fibre.
OpticalAnswer by_transceivers(const OpticalLink& link, Category fibre, const LinkTables& tables,
                              const FibreApplication*& out) {
    const std::string& pmd = link.pmd_a.empty() ? link.pmd_b : link.pmd_a;
    if (!link.pmd_a.empty() && !link.pmd_b.empty() && link.pmd_a != link.pmd_b)
        return cannot_work("两端光模块不同：" + link.pmd_a + "、" + link.pmd_b,
                           "its transceivers differ: " + link.pmd_a + " and " + link.pmd_b);
    out = tables.application(pmd, fibre);
    if (!out)
        return cannot_work(pmd + " 不适用于 " + label_of(fibre).zh, pmd + " does not run over " + label_of(fibre).en);
    if (out->cores > link.cores)
        return cannot_work(
            pmd + " 需 " + std::to_string(out->cores) + " 芯，只接通 " + std::to_string(link.cores) + " 芯",
            pmd + " needs " + std::to_string(out->cores) + " cores, " + std::to_string(link.cores) + " are joined");
    return {};
}

void join(Text& out, const std::string& zh, const std::string& en) {
    out.zh += (out.zh.empty() ? "" : " + ") + zh;
    out.en += (out.en.empty() ? "" : " + ") + en;
}

std::string kilometres(Millimetres length) {
    std::string digits = std::to_string(length.value / 1'000);
    if (digits.size() < 4)
        digits.insert(0, 4 - digits.size(), '0');
    return digits.insert(digits.size() - 3, ".") + " km";
}

} // namespace

OpticalAnswer loss_of(const OpticalWay& way, const FibreApplication& application, const CableLengths& lengths,
                      const LinkTables& tables, LossValues values) {
    OpticalBudget out;
    out.application = application;
    out.way = way;
    out.to_be_checked = to_be_checked(application.trust);
    std::map<Category, Millimetres> by_fibre;
    for (const OpticalStretch& stretch : way.stretches) {
        const CableLength* length = lengths.of(stretch.cable);
        if (!length)
            return cannot_tell("有缆线量不出长度", "a cable of it has no length");
        by_fibre[stretch.fibre] += length->total();
        out.length += length->total();
    }
    Sum sum(tables, values, out);
    for (const auto& [fibre, length] : by_fibre)
        sum.fibre(fibre, length);
    const FibreMode mode = mode_of(application.fibre);
    const bool array = application.cores > duplex; // array trunks come with their connectors
    sum.joints(array ? JointKind::array_connection : JointKind::connection, mode, way.mated);
    sum.joints(JointKind::splice, mode, way.splices);
    sum.joints(JointKind::pigtail, mode, array ? 0 : way.pigtails);
    sum.joints(JointKind::ageing, mode, 1);
    if (!sum.missing.empty())
        return cannot_tell("规则集的损耗表缺少 " + sum.missing, "the deck's loss tables lack " + sum.missing);
    return {.budget = std::move(out), .unknown = {}, .impossible = {}};
}

OpticalAnswer worst_loss(const OpticalLink& link, const FibreApplication& application, const CableLengths& lengths,
                         const LinkTables& tables, LossValues values) {
    OpticalAnswer worst;
    for (const OpticalWay& way : link.ways) {
        OpticalAnswer answer = loss_of(way, application, lengths, tables, values);
        if (!answer.budget)
            return answer;
        if (!worst.budget || answer.budget->loss > worst.budget->loss)
            worst = std::move(answer);
    }
    return worst;
}

std::vector<const FibreApplication*> applications_for(const LinkTables& tables, BitRate rate, Category fibre,
                                                      std::int32_t cores) {
    std::vector<const FibreApplication*> out;
    for (const FibreApplication& row : tables.applications)
        if (row.rate == rate && row.fibre == fibre && row.cores <= cores)
            out.push_back(&row);
    return out;
}

OpticalAnswer budget_of(const OpticalLink& link, const CableLengths& lengths, const LinkTables& tables,
                        LossValues values) {
    std::optional<Category> fibre;
    for (const OpticalWay& way : link.ways) {
        const std::optional<Category> one = fibre_of(way);
        if (!one || (fibre && mode_of(*fibre) != mode_of(*one)))
            return cannot_work("单模与多模混接", "single-mode and multimode fibre are joined");
        fibre = fibre ? std::min(*fibre, *one) : *one;
    }
    if (!fibre)
        return cannot_tell("没有走通的纤芯", "no core leads through");
    if (!link.pmd_a.empty() || !link.pmd_b.empty()) {
        const FibreApplication* application = nullptr;
        OpticalAnswer answer = by_transceivers(link, *fibre, tables, application);
        if (!application || !answer.impossible.empty())
            return answer;
        answer = worst_loss(link, *application, lengths, tables, values);
        if (answer.budget)
            answer.budget->source = PmdSource::transceiver;
        return answer;
    }
    if (link.rate.value == 0)
        return cannot_tell("端口未给出速率", "a port of it states no rate");
    OpticalAnswer first;
    for (const FibreApplication* application : applications_for(tables, link.rate, *fibre, link.cores)) {
        OpticalAnswer answer = worst_loss(link, *application, lengths, tables, values);
        if (!answer.budget || answer.budget->works())
            return answer;
        if (!first.budget)
            first = std::move(answer);
    }
    if (first.budget)
        return first;
    return cannot_tell("表中没有 " + rate_and_fibre(link.rate, *fibre, Language::zh) + " 的光接口",
                       "the deck knows no application for " + rate_and_fibre(link.rate, *fibre, Language::en));
}

Text explained(const OpticalBudget& budget) {
    Text out;
    for (const OpticalTerm& term : budget.terms) {
        const std::string equals = " = " + display(term.loss);
        if (!term.joint) {
            const std::string product = kilometres(term.length) + " × " + display_exact(term.each) + "/km" + equals;
            join(out, label_of(term.fibre).zh + " " + product, label_of(term.fibre).en + " " + product);
            continue;
        }
        const std::string product = " " + std::to_string(term.count) + " × " + display_exact(term.each) + equals;
        join(out, label_of(*term.joint).zh + product, label_of(*term.joint).en + product);
    }
    return out;
}

} // namespace riser
