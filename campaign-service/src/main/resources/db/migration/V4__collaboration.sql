-- One creator working on one campaign. Two parties see a row: the organisation and the creator.
-- The terms are those of the brief at the invitation; a brief is final once it is published.

create table collaboration (
    id                 uuid primary key,
    version            bigint not null,
    campaign_id        uuid not null references campaign (id),
    organisation_id    uuid not null,
    creator_id         uuid not null,
    account_id         uuid not null,
    platform           text not null,
    handle             text not null,
    state              text not null check (state in ('INVITED', 'ACCEPTED', 'DECLINED')),
    brand              text not null,
    campaign_name      text not null,
    starts_on          date not null,
    ends_on            date not null,
    campaign_closed_at timestamptz,
    fee_amount         numeric not null,
    fee_currency       text not null,
    message            text not null,
    invited_at         timestamptz not null,
    responded_at       timestamptz,
    refusal_reason     text,
    unique (campaign_id, creator_id),
    check ((state = 'INVITED') = (responded_at is null))
);

create index collaboration_by_organisation on collaboration (organisation_id, id desc);
create index collaboration_by_creator on collaboration (creator_id, id desc);

alter table collaboration enable row level security;
alter table collaboration force row level security;
create policy parties_read on collaboration for select
    using (affinity_sees_organisation(organisation_id) or affinity_is_creator(creator_id));
create policy parties_change on collaboration for update
    using (affinity_sees_organisation(organisation_id) or affinity_is_creator(creator_id))
    with check (affinity_sees_organisation(organisation_id) or affinity_is_creator(creator_id));
create policy organisation_invites on collaboration for insert
    with check (affinity_sees_organisation(organisation_id));
