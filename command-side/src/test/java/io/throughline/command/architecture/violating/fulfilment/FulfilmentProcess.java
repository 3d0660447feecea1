package io.throughline.command.architecture.violating.fulfilment;

import org.springframework.stereotype.Component;

@Component
public final class FulfilmentProcess {}
