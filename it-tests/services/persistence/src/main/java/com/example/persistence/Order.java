package com.example.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

/** An order; its items are read when they are asked for, one order at a time or many at once. */
@Entity
@Table(name = "orders")
public class Order {

  private static final int AT_ONCE = 50;

  @Id private long id;

  @OneToMany(mappedBy = "order")
  private List<Item> items = new ArrayList<>();

  @OneToMany(mappedBy = "order")
  @BatchSize(size = AT_ONCE)
  private List<Item> itemsOfMany = new ArrayList<>();

  /** For Hibernate. */
  protected Order() {}

  /**
   * Its number.
   *
   * @return the id
   */
  public long id() {
    return id;
  }

  /**
   * What was ordered, read by itself.
   *
   * @return the items
   */
  public List<Item> items() {
    return items;
  }

  /**
   * What was ordered, read along with that of other orders.
   *
   * @return the items
   */
  public List<Item> itemsOfMany() {
    return itemsOfMany;
  }
}
