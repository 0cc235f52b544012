package com.example.persistence;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Products by Spring Data. */
public interface ProductRepository extends JpaRepository<Product, Long> {

  /**
   * A product by its name, which no index and no session knows.
   *
   * @param name what it is called
   * @return the product
   */
  Optional<Product> findByName(String name);
}
