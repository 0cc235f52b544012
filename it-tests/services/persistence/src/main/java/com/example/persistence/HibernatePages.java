package com.example.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Orders by Hibernate. */
final class HibernatePages {

  private final SessionFactory sessions;

  HibernatePages(SessionFactory sessions) {
    this.sessions = sessions;
  }

  Map<String, Page> all() {
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put("/hibernate/lazy", () -> sessions.inTransaction(HibernatePages::lazy));
    pages.put("/hibernate/proxy", () -> sessions.inTransaction(HibernatePages::proxies));
    pages.put("/hibernate/fetch", () -> sessions.inTransaction(HibernatePages::fetch));
    pages.put("/hibernate/batch-size", () -> sessions.inTransaction(HibernatePages::batchSize));
    return pages;
  }

  private static List<Order> orders(Session session) {
    return session.createQuery("from Order order by id", Order.class).getResultList();
  }

  private static void lazy(Session session) {
    long items = 0;
    for (Order order : orders(session)) {
      items += order.items().size();
    }
    check(items);
  }

  private static void proxies(Session session) {
    long items = 0;
    for (Item item : session.createQuery("from Item", Item.class).getResultList()) {
      items += item.getProduct().getName().isEmpty() ? 0 : 1;
    }
    check(items);
  }

  private static void fetch(Session session) {
    long items = 0;
    for (Order order :
        session.createQuery("from Order o join fetch o.items", Order.class).getResultList()) {
      items += order.items().size();
    }
    check(items);
  }

  private static void batchSize(Session session) {
    long items = 0;
    for (Order order : orders(session)) {
      items += order.itemsOfMany().size();
    }
    check(items);
  }

  private static void check(long items) {
    if (items != 3L * Schema.ORDERS) {
      throw new IllegalStateException(items + " items");
    }
  }
}
