/**
 * The laboratory as real clients meet it: curl, dig, kdig, Chromium, a shell. Tests only; nothing
 * here speaks with the rooms but through sockets, files and exit codes.
 */
@NullMarked
package nadzor.clients;

import org.jspecify.annotations.NullMarked;
