-- What a completed order may still need its customer for: a return, an invoice that is due again. Kept by the processor
-- "erasure".
create table open_matters (
  matter      text primary key, -- the return's number, or the shipment's whose invoice it is
  customer_id text not null,
  obstacle    text not null
);
create index open_matters_customer on open_matters (customer_id);
