/**
 * The application's pages inside Spring Boot, and a few controllers. One source for all versions of
 * it, with the package names of {@code jakarta.servlet} where they take that.
 */
package com.example.boot;
