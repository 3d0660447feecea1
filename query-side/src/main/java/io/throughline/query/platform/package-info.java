/** What every question shares: who may ask, pages of answers, and how a refusal is worded. */
@NullMarked
package io.throughline.query.platform;

import org.jspecify.annotations.NullMarked;
