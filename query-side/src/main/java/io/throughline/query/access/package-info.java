/**
 * Who may see what. Fields: {@code @allowed in the schema -> FieldRules -> Guarded}; rows: {@code
 * the reader's token -> Rows -> Visible -> the store's filter}. What no rule allows nobody sees.
 */
@NullMarked
package io.throughline.query.access;

import org.jspecify.annotations.NullMarked;
