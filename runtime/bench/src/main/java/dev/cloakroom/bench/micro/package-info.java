/** What the host does for one message of a worker, by JMH: without a worker, so that only the host is measured. */
@NullMarked
package dev.cloakroom.bench.micro;

import org.jspecify.annotations.NullMarked;
