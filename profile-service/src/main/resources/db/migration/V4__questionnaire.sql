-- What creators answer, on what basis their data is held, who must still be told of it, and what protects minors.
select set_config('affinity.scope', 'system', true);

-- Answers that matching may know, by question; dates that the age gate needs (no date of birth is kept).
alter table creator add column matching_answers text not null default '{}' check (matching_answers is json object);
alter table creator add column guardian_consent_on date;
alter table creator add column authorised_from date;
alter table creator add column authorised_until date;
alter table creator add column attested_age integer;
alter table creator add column attested_on date;

-- One answer per creator and question; a withdrawn answer is deleted.
create table questionnaire_answer (
    creator_id            uuid        not null references creator (id) on delete cascade,
    question_id           text        not null,
    questionnaire_id      text        not null,
    questionnaire_version integer     not null,
    value                 text        not null check (value is json),
    shown_to_brands       boolean     not null,
    source                text        not null,
    answered_at           timestamptz not null,
    primary key (creator_id, question_id)
);
create index questionnaire_answer_version on questionnaire_answer (questionnaire_id, questionnaire_version, creator_id);

alter table questionnaire_answer enable row level security;
alter table questionnaire_answer force row level security;
create policy questionnaire_answer_read on questionnaire_answer for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system')
        or (affinity_scope() = 'organisation' and shown_to_brands));
create policy questionnaire_answer_insert on questionnaire_answer for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy questionnaire_answer_update on questionnaire_answer for update
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy questionnaire_answer_delete on questionnaire_answer for delete
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

-- On what basis data of a creator is held, by source, and which channels may be used (channel set). Withdrawn entries
-- stay: they are the proof.
create table consent (
    id              uuid primary key,
    creator_id      uuid        not null references creator (id) on delete cascade,
    origin          text        not null,
    source_name     text        not null,
    channel         text,
    lawful_basis    text        not null,
    purposes        varchar[]   not null,
    organisation_id uuid,
    proof_reference text,
    given_at        timestamptz not null,
    withdrawn_at    timestamptz,
    recorded_at     timestamptz not null
);
create index consent_creator on consent (creator_id, origin, source_name);
create unique index consent_in_force_once on consent (creator_id, origin, source_name, coalesce(channel, ''))
    where withdrawn_at is null;

alter table consent enable row level security;
alter table consent force row level security;
create policy consent_read on consent for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy consent_insert on consent for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy consent_update on consent for update
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

-- Creators who must be told that their data is held, because somebody else gave it (GDPR art. 14).
create table notice_task (
    creator_id      uuid primary key references creator (id) on delete cascade,
    organisation_id uuid,
    origin          text        not null,
    source_name     text        not null,
    state           text        not null,
    received_at     timestamptz not null,
    due_on          date        not null,
    channel         text,
    sent_on         date,
    closed_at       timestamptz
);
create index notice_task_due on notice_task (due_on, creator_id);
create index notice_task_open on notice_task (due_on, creator_id) where state = 'OPEN';
create index notice_task_source on notice_task (source_name) where state = 'OPEN';

alter table notice_task enable row level security;
alter table notice_task force row level security;
create policy notice_task_read on notice_task for select
    using (affinity_is_creator(creator_id) or affinity_sees_organisation(organisation_id));
create policy notice_task_insert on notice_task for insert
    with check (affinity_scope() in ('operator', 'system'));
create policy notice_task_update on notice_task for update
    using (affinity_is_creator(creator_id) or affinity_sees_organisation(organisation_id))
    with check (affinity_is_creator(creator_id) or affinity_sees_organisation(organisation_id));

-- Who answers for a minor, and the papers; the dates that matter stand in creator.
create table guardianship (
    creator_id              uuid primary key references creator (id) on delete cascade,
    guardian_name           text,
    guardian_email          text,
    guardian_phone          text,
    consent_reference       text,
    authorisation_reference text,
    authority               text,
    attestation_reference   text
);

alter table guardianship enable row level security;
alter table guardianship force row level security;
create policy guardianship_all on guardianship
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

-- What a list is uploaded under.
alter table creator_import add column lawful_basis text;
alter table creator_import add column source_name text;

-- Creators who were there before.
insert into consent (id, creator_id, origin, source_name, lawful_basis, purposes, given_at, recorded_at)
select gen_random_uuid(), id,
       case when self_described then 'CREATOR' else 'IMPORT_LIST' end,
       case when self_described then 'sign-up' else 'list of unknown name' end,
       case when self_described then 'CONTRACT' else 'LEGITIMATE_INTERESTS' end,
       array ['MATCHING', 'CONTACT'], created_at, now()
from creator;
insert into notice_task (creator_id, origin, source_name, state, received_at, due_on)
select id, 'IMPORT_LIST', 'list of unknown name', 'OPEN', created_at, ((created_at at time zone 'UTC') + interval '1 month')::date
from creator
where not self_described;

select set_config('affinity.scope', '', true);
