-- The relay tries each topic once while the broker takes nothing.
create index outbox_topic on outbox (aggregatetype, position);
create index dead_letter_open on dead_letter (id) where resolved_at is null;
