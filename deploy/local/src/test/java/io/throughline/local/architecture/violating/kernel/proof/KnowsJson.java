package io.throughline.local.architecture.violating.kernel.proof;

import tools.jackson.core.JsonParser;

public record KnowsJson(JsonParser parser) {}
