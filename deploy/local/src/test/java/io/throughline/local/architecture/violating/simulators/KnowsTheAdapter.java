package io.throughline.local.architecture.violating.simulators;

import io.throughline.command.erp.Erp;

public record KnowsTheAdapter(Erp erp) {}
