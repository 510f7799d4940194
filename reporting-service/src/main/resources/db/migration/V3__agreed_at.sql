-- When a creator accepted: a post of before that and before the campaign is none of it. Null until it is told again.
alter table collaboration_copy add column agreed_at timestamptz;

-- A creator's posts are held to the first day of the campaign, so its copy is seen by who works on it.
drop policy tenant on campaign_copy;
create policy tenant on campaign_copy
    using (affinity_sees_organisation(organisation_id)
        or exists (select 1 from collaboration_copy mine where mine.campaign_id = campaign_copy.campaign_id and mine.state = 'ACCEPTED'))
    with check (affinity_sees_all());
