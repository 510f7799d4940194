-- Local copy of the creators, and the order in which it changed.

create table candidate (
    creator_id    uuid primary key,
    version       bigint not null,
    state         jsonb  not null,
    change_number bigint not null unique
);

create sequence candidate_change_number;

-- One row: raised when the copy is thrown away, so that every replica forgets what it holds in memory.
create table candidate_generation (
    generation bigint not null
);
insert into candidate_generation values (1);

comment on table candidate is
    'Full state of each creator, fed by profile.creator events; the index in memory is built from it';
comment on column candidate.change_number is
    'Grows with each change; writers take turns until they commit, so a reader that has seen n has seen all below n';
