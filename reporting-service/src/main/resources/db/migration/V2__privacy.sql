-- Readings stay append-only for everybody but the service itself, which takes the person out of those of a creator
-- whose data is erased; the figures stay as they are.
create policy service_anonymises on metric_reading for update
    using (affinity_scope() = 'system')
    with check (affinity_scope() = 'system');
create index metric_reading_creator on metric_reading (creator_id);
create index collaboration_copy_creator on collaboration_copy (creator_id);
