/** A service that calls others, by every HTTP client. */
package com.example.clients;
