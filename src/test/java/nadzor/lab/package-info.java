@NullMarked
package nadzor.lab;

import org.jspecify.annotations.NullMarked;
