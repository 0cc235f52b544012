/** An application that calls others, each class by one client. */
package shop;
