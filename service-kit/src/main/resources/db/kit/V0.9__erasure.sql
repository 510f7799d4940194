-- Whose data was erased: the id alone, so that nothing that comes later brings the person back.
create table erased_subject (
    subject_id uuid primary key,
    erasure_id uuid        not null,
    erased_at  timestamptz not null
);
create index erased_subject_erasure on erased_subject (erasure_id);

-- No row-level security: the id tells nothing of the person, and every writer has to ask.
create function affinity_is_erased(subject uuid) returns boolean
    language sql stable parallel safe
    return exists (select 1 from erased_subject e where e.subject_id = subject);
