/**
 * The office over HTTP: an API, streams of events, metrics, the dashboard's files. No logic of its
 * own.
 */
@NullMarked
package nadzor.web;

import org.jspecify.annotations.NullMarked;
