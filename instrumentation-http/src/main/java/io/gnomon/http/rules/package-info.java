/** Which classes and methods of each client are woven; data alone. */
package io.gnomon.http.rules;
