// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/availability.h"

#include "solvers/failure/reach_forms.h"

#include <algorithm>

namespace riser {

namespace {

// What groups share is remembered for the next, until there is too much of it.
constexpr std::size_t most_forms = 1U << 20;

// By which targets are judged: a check is to be quick.
constexpr FormLossOptions rough{.most_nodes = 1U << 10, .most_states = 1U << 7, .gap = 0.1};
constexpr FormLossOptions near{.most_nodes = 1U << 10, .most_states = 1U << 11, .gap = 1e-3};

class Reckoning {
  public:
    Reckoning(const FailureModel& model, const ReachNetwork& network, std::span<const ElementLoss> losses,
              const FormLossOptions& options, const Run& run)
        : model_(model),
          network_(network),
          given_(losses),
          run_(run),
          reach_(forms_, model, network),
          losses_(forms_, shares(losses), options),
          rough_(forms_, shares(losses), rough) {}

    bool is_full() const { return forms_.size() > most_forms; }
    // Of all services; where what is allowed of each target is given, of those that have it.
    void add_group(std::uint32_t index, std::span<const std::optional<double>> allowed,
                   std::vector<ServiceAvailability>& out) {
        const ReachNetwork::Group& group = network_.groups[index];
        std::optional<std::uint32_t> worst;
        for (std::uint32_t target = 0; target < network_.targets.size(); ++target) {
            if (network_.targets[target].of != ReachTarget::Of::service || !group.asked.has(target) ||
                (!allowed.empty() && !allowed[target]))
                continue;
            if (!worst)
                worst = down_most(group.jacks);
            const FailingJack& jack = model_.jacks[*worst];
            const Form form = forms_.all({reach_.need(jack.need), reach_.of(group, target)});
            ServiceAvailability one{.group = index,
                                    .service = network_.targets[target].service,
                                    .worst = jack.id,
                                    .loss = allowed.empty() ? losses_.of(form, run_) : judged(form, *allowed[target])};
            rank(one);
            out.push_back(std::move(one));
        }
    }

  private:
    static std::vector<double> shares(std::span<const ElementLoss> losses) {
        std::vector<double> out;
        for (const ElementLoss& loss : losses)
            out.push_back(loss.share);
        return out;
    }
    FormLoss judged(Form form, double allowed) {
        FormLoss out = rough_.of(form, run_);
        return out.upper <= allowed ? out : losses_.of(form, run_);
    }
    // By itself; of equals the first.
    std::uint32_t down_most(const std::vector<std::uint32_t>& jacks) {
        std::uint32_t out = jacks.front();
        double most = -1;
        for (const std::uint32_t jack : jacks)
            if (const double loss = losses_.of(reach_.need(model_.jacks[jack].need), run_).upper; loss > most) {
                most = loss;
                out = jack;
            }
        return out;
    }
    void rank(ServiceAvailability& one) const {
        double sum = 0;
        one.by_doubt.assign(static_cast<std::size_t>(doubt(Trust::practice)) + 1, 0);
        for (const LossSlope& slope : one.loss.slopes) {
            const ElementLoss& given = given_[slope.element];
            const double share = slope.slope * given.share;
            if (share <= 0)
                continue;
            sum += share;
            one.by_doubt[static_cast<std::size_t>(doubt(given.trust))] += share;
            one.costs.push_back({static_cast<ElementIndex>(slope.element), share});
        }
        for (double& share : one.by_doubt)
            share = sum > 0 ? share / sum : 0;
        std::stable_sort(one.costs.begin(), one.costs.end(),
                         [](const ElementCost& a, const ElementCost& b) { return a.share > b.share; });
        if (one.costs.size() > most_costs)
            one.costs.resize(most_costs);
        one.loss.slopes.clear();
    }

    const FailureModel& model_;
    const ReachNetwork& network_;
    std::span<const ElementLoss> given_;
    const Run& run_;
    MonotoneForms forms_;
    ReachForms reach_;
    FormLosses losses_, rough_;
};

} // namespace

Availability availability(const FailureModel& model, const ReachNetwork& network, std::span<const ElementLoss> losses,
                          const FormLossOptions& options, const Run& run) {
    const Text step{"计算可用性", "Reckoning availability"};
    Availability out;
    std::optional<Reckoning> reckoning;
    for (std::uint32_t group = 0; group < network.groups.size(); ++group) {
        if (run.stopped()) {
            out.outcome = Outcome::stopped;
            return out;
        }
        if (group % 16 == 0)
            run.report(static_cast<double>(group) / static_cast<double>(network.groups.size()), step);
        if (!reckoning || reckoning->is_full())
            reckoning.emplace(model, network, losses, options, run);
        reckoning->add_group(group, {}, out.services);
    }
    for (const ServiceAvailability& one : out.services)
        if (one.loss.outcome != Outcome::complete)
            out.outcome = one.loss.outcome;
    return out;
}

Availability Availability::compute(FactInput& input, const AvailabilityInputs& inputs) {
    return availability(input.get<HeldFailures>().model, input.get<HeldReach>().network,
                        input.get<ElementLosses>(inputs).elements, inputs.loss);
}

std::optional<double> allowed_loss(const Service& service) {
    return service.availability_ppm > 0 ? std::optional((1'000'000 - service.availability_ppm) / 1e6) : std::nullopt;
}

TargetAvailability TargetAvailability::compute(FactInput& input, const AvailabilityInputs& inputs) {
    const FailureModel& model = input.get<HeldFailures>().model;
    const ReachNetwork& network = input.get<HeldReach>().network;
    const std::vector<ElementLoss>& losses = input.get<ElementLosses>(inputs).elements;
    std::vector<std::optional<double>> allowed;
    for (const ReachTarget& target : network.targets) {
        const Service* service = target.of == ReachTarget::Of::service ? input.find(target.service) : nullptr;
        allowed.push_back(service ? allowed_loss(*service) : std::nullopt);
    }
    TargetAvailability out;
    if (std::ranges::none_of(allowed, [](const auto& one) { return one.has_value(); }))
        return out;
    const Run run;
    std::optional<Reckoning> reckoning;
    for (std::uint32_t group = 0; group < network.groups.size(); ++group) {
        if (!reckoning || reckoning->is_full())
            reckoning.emplace(model, network, losses, near, run);
        reckoning->add_group(group, allowed, out.services);
    }
    return out;
}

} // namespace riser
