/** Signatures alone; what they belong to is in the JDK. */
package java.net.http;
