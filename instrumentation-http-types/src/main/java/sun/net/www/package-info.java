/** Signatures alone; what they belong to is in the JDK. */
package sun.net.www;
