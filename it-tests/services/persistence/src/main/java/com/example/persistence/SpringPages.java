package com.example.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.annotation.Transactional;

/** Orders by Spring Data; its methods are called through a proxy, as those of any service. */
public class SpringPages {

  @Autowired private OrderRepository orders;
  @Autowired private ProductRepository products;
  @Autowired @Lazy private SpringPages self;

  /** For Spring. */
  public SpringPages() {}

  /**
   * All pages.
   *
   * @return by path
   */
  public Map<String, Page> all() {
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put("/spring/lazy", () -> self.lazy());
    pages.put("/spring/finder", () -> self.finder());
    pages.put("/spring/fetch", () -> self.fetch());
    return pages;
  }

  /** The items of each order by themselves. */
  @Transactional
  public void lazy() {
    long items = 0;
    for (Order order : orders.findAll()) {
      items += order.items().stream().filter(item -> item != null).count();
    }
    check(items);
  }

  /** A finder in a loop, each call in a transaction of its own. */
  public void finder() {
    long found = 0;
    for (Order order : orders.findAll()) {
      found += products.findByName("p" + order.id()).isPresent() ? 3 : 0;
    }
    check(found);
  }

  /** All by one query. */
  @Transactional
  public void fetch() {
    long items = 0;
    for (Order order : orders.withItems()) {
      items += order.items().size();
    }
    check(items);
  }

  private static void check(long items) {
    if (items != 3L * Schema.ORDERS) {
      throw new IllegalStateException(items + " items");
    }
  }
}
