/**
 * A service that knows nothing of any agent: one source of servlets for every container, and what
 * they need of a database. Nothing of Gnomon may come in.
 */
package com.example.app;
