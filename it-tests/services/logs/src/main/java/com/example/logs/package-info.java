/** A service that logs inside and outside of requests, by the library it is told. */
package com.example.logs;
