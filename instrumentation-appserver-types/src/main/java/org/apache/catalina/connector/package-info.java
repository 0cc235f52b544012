/** Signatures alone; what they belong to is in the container. */
package org.apache.catalina.connector;
