-- A rebuild is read beside the consumer group, by one replica at a time, from where the one before it was lost.
alter table read_model_rebuild add column completed_at timestamptz;
update read_model_rebuild set completed_at = requested_at;

create table read_model_position (
    consumer    text   not null references read_model_rebuild (consumer),
    generation  bigint not null,
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    end_offset  bigint not null,
    primary key (consumer, topic, partition)
);
