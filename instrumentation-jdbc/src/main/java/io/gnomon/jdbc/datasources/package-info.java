/**
 * What objects of the application's that we can't name tell of themselves by public methods: a data
 * source where its connections go. Only for what is done once per connection or on threads of ours.
 */
package io.gnomon.jdbc.datasources;
