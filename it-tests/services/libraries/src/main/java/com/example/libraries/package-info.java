/**
 * A service that brings its own, old versions of the libraries that the agent is made of. Nothing
 * of Gnomon may come in.
 */
package com.example.libraries;
