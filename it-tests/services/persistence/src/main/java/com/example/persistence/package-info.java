/**
 * A shop that knows nothing of any agent and reads its orders in many ways, good ones and bad ones:
 * by plain JDBC, by Hibernate, by Spring Data. Nothing of Gnomon may come in.
 */
package com.example.persistence;
