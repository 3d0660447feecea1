package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventToViewTest {

  @Test
  void theSlowestSliceCounts() {
    var metrics =
        """
        # TYPE throughline_event_to_view_seconds summary
        throughline_event_to_view_seconds{slice="orderlist",quantile="0.5"} 0.0123
        throughline_event_to_view_seconds{slice="orderlist",quantile="0.99"} 0.25
        throughline_event_to_view_seconds{slice="exceptions",quantile="0.5"} 0.02
        throughline_event_to_view_seconds{slice="exceptions",quantile="0.99"} 0.1
        throughline_event_to_view_seconds_count{slice="exceptions"} 12
        """;
    assertThat(EventToView.parse(metrics)).isEqualTo(new Percentiles(20, 250));
  }
}
