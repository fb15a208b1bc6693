#include "register/register_pages.h"

#include "register/changes_feed.h"
#include "register/data_page.h"
#include "register/facet_pages.h"
#include "register/filter_data.h"
#include "register/grant_pages.h"
#include "register/item_pages.h"
#include "register/supplier_pages.h"
#include "register/thread_pages.h"
#include "register/time_pages.h"
#include "register/whole_list.h"

namespace framewright {

void plan_register_pages(const Register& contracts, const ModelValues& values, SitePlan& plan) {
  const auto lists = std::make_shared<const RegisterLists>(contracts, values);
  plan_thread_pages(lists, plan);
  const auto type = contracts.model->schema->find("contract");
  if (contracts.empty() || !contracts.model->schema->types[*type].pages) return;
  plan_whole_list(lists, plan);
  plan_facet_pages(lists, plan);
  plan_time_pages(lists, plan);
  plan_supplier_pages(lists, plan);
  plan_grant_pages(lists, plan);
  plan_item_lists(lists, plan);
  plan_data_page(lists, plan);
  plan_changes_feed(lists, plan);
  plan_filter_data(lists, plan);
  plan.supplements.push_back(std::make_unique<ItemPages>(lists));
}

}  // namespace framewright
