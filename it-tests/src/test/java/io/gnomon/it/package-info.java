/** What has to hold of the real jar in real JVMs. No stand-in for the agent may come in. */
package io.gnomon.it;
