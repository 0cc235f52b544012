/** Signatures alone; what they belong to is in the container. */
package com.ibm.ws.http.channel.internal.inbound;
