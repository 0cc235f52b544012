/** Signatures alone; what they belong to is in the container. */
package com.ibm.wsspi.webcontainer.servlet;
