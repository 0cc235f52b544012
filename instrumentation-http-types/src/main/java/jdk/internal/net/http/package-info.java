/** Signatures alone; what they belong to is in the JDK. */
package jdk.internal.net.http;
