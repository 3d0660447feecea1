package io.throughline.local.architecture.violating.query;

import io.throughline.command.CommandSideApplication;

public record AsksTheCommandSide(CommandSideApplication application) {}
