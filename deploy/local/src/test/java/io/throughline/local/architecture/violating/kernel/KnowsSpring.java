package io.throughline.local.architecture.violating.kernel;

import org.springframework.context.ApplicationContext;

public record KnowsSpring(ApplicationContext context) {}
