package io.throughline.query.architecture.violating.orderlist;

import io.throughline.query.projection.ViewStore;
import org.springframework.stereotype.Controller;

@Controller
public class ShowsEverybody {
  ViewStore<String> all;
}
