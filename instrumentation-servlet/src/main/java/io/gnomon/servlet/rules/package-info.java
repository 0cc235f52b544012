/**
 * Which classes and methods are woven with which advice, per container and framework, as data. No
 * class of these may come in, only names.
 */
package io.gnomon.servlet.rules;
