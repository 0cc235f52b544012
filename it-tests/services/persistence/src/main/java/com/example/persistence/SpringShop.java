package com.example.persistence;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Spring, as small as it goes. */
@Configuration
@EnableJpaRepositories
@EnableTransactionManagement
@Import(SpringPages.class)
public class SpringShop {

  /** For Spring. */
  public SpringShop() {}

  static AnnotationConfigApplicationContext open(SessionFactory sessions) {
    AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    spring.registerBean("entityManagerFactory", EntityManagerFactory.class, () -> sessions);
    spring.register(SpringShop.class);
    spring.refresh();
    return spring;
  }

  /**
   * Transactions.
   *
   * @param factory of entity managers
   * @return their manager
   */
  @Bean
  public PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
    return new JpaTransactionManager(factory);
  }
}
