/**
 * Which classes and methods are woven with which advice, per container, as data. No class of a
 * container may come in, only names.
 */
package io.gnomon.servlet.rules;
