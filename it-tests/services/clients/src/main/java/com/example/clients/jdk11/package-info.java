/** What only a JDK from 11 on has. */
package com.example.clients.jdk11;
