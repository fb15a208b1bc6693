#pragma once

#include <string_view>
#include <vector>

#include "register/register.h"

namespace framewright {

// What a contract serves, each thing once and in the order in which it is come to: the services that it buys and the
// recommendations and strategies that they are commissioned under, those strategies' priorities, standards and
// principles, the principles that the standards realise, and the outcomes of services and strategies. What the contract
// names itself stands before what is reached through others. Drafts are left out unless they are published.
struct GoldenThread {
  std::vector<ItemId> services, recommendations, strategies, priorities, standards, principles, outcomes;

  bool empty() const {
    return services.empty() && strategies.empty() && standards.empty() && principles.empty() && outcomes.empty();
  }
};

GoldenThread thread_of(const Register& contracts, ItemId contract);

// In reading order and each once.
std::vector<ItemId> each_once(std::vector<ItemId> items);

// The items of a type that name another by a link, in reading order and each once; those that readers see.
std::vector<ItemId> items_naming(const Register& contracts, std::string_view type, std::string_view link, ItemId named);

// The decisions on a contract: that which it names, and those that are about it.
std::vector<ItemId> decisions_on(const Register& contracts, ItemId contract);
// The boards that took them.
std::vector<ItemId> boards_of(const Register& contracts, const std::vector<ItemId>& decisions);

}  // namespace framewright
