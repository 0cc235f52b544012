package com.example.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Something that is sold. */
@Entity
public class Product {

  @Id private long id;

  private String name;

  /** For Hibernate. */
  protected Product() {}

  /**
   * What it is called.
   *
   * @return the name
   */
  public String getName() {
    return name;
  }
}
