package io.throughline.kernel.privacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This text may tell something about a person: it is sealed wherever it is stored or published.
 * Stands on components that are text, or maps whose values are. Free text always counts as
 * personal, for nobody knows what people write into it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {}
