package io.throughline.local.architecture.violating.kernel.pack;

import tools.jackson.databind.json.JsonMapper;

public record BindsObjects(JsonMapper mapper) {}
