package com.ibm.websphere.servlet.request;

/** A request as the web container is given it. */
public interface IRequest {}
