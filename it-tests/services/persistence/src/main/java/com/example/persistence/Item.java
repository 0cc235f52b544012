package com.example.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A line of an order. */
@Entity
public class Item {

  @Id private long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "order_id")
  private Order order;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "product_id")
  private Product product;

  /** For Hibernate. */
  protected Item() {}

  /**
   * Whose line it is.
   *
   * @return a proxy until it is asked for more than its id
   */
  public Order getOrder() {
    return order;
  }

  /**
   * What was ordered.
   *
   * @return a proxy until it is asked for its name
   */
  public Product getProduct() {
    return product;
  }
}
