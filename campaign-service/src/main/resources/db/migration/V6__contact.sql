-- Whether a creator may be written to at all, by the consents that their profile tells; nobody had said no before.
alter table creator add column may_be_contacted boolean not null default true;
