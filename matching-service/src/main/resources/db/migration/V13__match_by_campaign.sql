-- The brief of a published campaign, to match it again when somebody asks; null when closed, or not told yet.
alter table campaign_copy add column brief jsonb;

-- Whether other services were told of a match: of the one at publication, not of those that were asked for later.
select set_config('affinity.scope', 'system', true);
alter table match_run add column announced boolean;
update match_run set announced = campaign_id is not null;
alter table match_run alter column announced set not null;
alter table match_run drop constraint match_run_campaign_id_campaign_version_key;
create unique index match_run_announced on match_run (campaign_id, campaign_version) where announced;
create index match_run_campaign on match_run (campaign_id, match_id desc) where campaign_id is not null;
