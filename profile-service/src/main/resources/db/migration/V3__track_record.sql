-- Collaborations that ended with a measured result; each counts once, however often its result is sent or corrected.
-- No foreign key: the result may be known before the creator is.
create table completed_collaboration (
    collaboration_id uuid primary key,
    creator_id       uuid        not null,
    result_id        uuid        not null unique,
    recorded_at      timestamptz not null
);
create index completed_collaboration_creator on completed_collaboration (creator_id);

alter table completed_collaboration enable row level security;
alter table completed_collaboration force row level security;
create policy completed_collaboration_all on completed_collaboration
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));
