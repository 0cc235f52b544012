package com.example.persistence;

import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Hibernate, by itself. */
final class Sessions {

  private Sessions() {}

  static SessionFactory open(DataSource pool) {
    Configuration configuration =
        new Configuration()
            .addAnnotatedClass(Order.class)
            .addAnnotatedClass(Item.class)
            .addAnnotatedClass(Product.class);
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
    return configuration.buildSessionFactory();
  }
}
