-- What was predicted and measured, summed up over the collaborations that the caller sees. Predictions of before they
-- told of what piece they are took a story for a post, and prove nothing of others.
create function calibration_totals()
    returns table (kpi text, platform text, tier text, size bigint, organisations bigint,
                   predicted double precision, measured double precision)
    language sql stable
    as $$
        select k.kpi, c.prediction ->> 'platform', c.prediction ->> 'tier', count(*),
               count(distinct r.organisation_id), sum(k.predicted * r.posts), cast(sum(k.measured) as double precision)
        from result_copy r join collaboration_copy c using (collaboration_id)
        cross join lateral (values
            ('IMPRESSIONS', cast(c.prediction ->> 'impressions' as double precision), r.impressions),
            ('REACH', cast(c.prediction ->> 'reach' as double precision), r.reach),
            ('ENGAGEMENTS', cast(c.prediction ->> 'engagements' as double precision), r.engagements))
            as k (kpi, predicted, measured)
        where jsonb_exists(c.prediction -> 'basis', 'piece')
            and k.measured is not null and k.predicted > 0 and r.posts > 0
        group by 1, 2, 3
    $$;

-- The same over the collaborations of everybody, within the transaction of whoever asks: nothing but sums leaves it. A
-- function cannot be declared to have a setting of its own unless its owner may set parameters.
create function calibration_totals_of_all()
    returns table (kpi text, platform text, tier text, size bigint, organisations bigint,
                   predicted double precision, measured double precision)
    language plpgsql
    as $$
    declare
        caller text := affinity_scope();
    begin
        perform set_config('affinity.scope', 'system', true);
        return query select * from calibration_totals();
        perform set_config('affinity.scope', caller, true);
    end
    $$;
