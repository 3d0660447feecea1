-- Which orders on their way have a product: kept by the processor "fulfilment".
create table open_order_products (
  product_id text not null,
  order_id   text not null,
  primary key (product_id, order_id)
);
create index open_order_products_order on open_order_products (order_id);
