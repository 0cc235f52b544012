/**
 * The same small shop in each web framework, each in a context of its own of one Tomcat. Nothing of
 * the agent may come in.
 */
package com.example.frameworks;
