-- Whether a panel was asked for: size and cost of one that was not mean nothing, and are not told. Of matches of before it
-- is not known in this table; they count as asked for one.
alter table match_run add column with_panel boolean not null default true;
