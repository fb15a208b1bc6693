#pragma once

#include <memory>

#include "model/site_plan.h"
#include "register/register_lists.h"

namespace framewright {

// What the register adds to the pages of items: to a contract `contract`, all that its page tells in words; to what
// contracts belong to `contracts`, the first of them with their total; to a supplier `grants` too.
class ItemPages final : public PageSupplement {
public:
  explicit ItemPages(std::shared_ptr<const RegisterLists> lists) : lists_(std::move(lists)) {}
  void describe(ItemId item, Table& context, Arena& arena) const override;
  bool presents(ItemId item, LinkId link, bool back) const override;

private:
  std::shared_ptr<const RegisterLists> lists_;
};

// The whole list of each item with more contracts than its page shows.
void plan_item_lists(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

}  // namespace framewright
