package com.example.persistence;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Orders by Spring Data. */
public interface OrderRepository extends JpaRepository<Order, Long> {

  /**
   * All orders with their items, by one query.
   *
   * @return the orders
   */
  @Query("select distinct o from Order o join fetch o.items")
  List<Order> withItems();
}
