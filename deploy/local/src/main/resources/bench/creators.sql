-- Made-up creators, the parameters being the first and the last number, for measuring only: the same number always
-- gives the same creator. Sizes of audiences are spread as in life, most of them small; topics and words unevenly.
with seed as (
    select n,
           ('0197' || substr(md5('creator ' || n), 1, 4) || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
           abs(hashint8(n)) % 100000 / 100000.0 as a,
           abs(hashint8(n * 31 + 7)) % 100000 / 100000.0 as b,
           abs(hashint8(n * 17 + 3)) % 100000 / 100000.0 as c,
           abs(hashint8(n * 13 + 5)) % 100000 / 100000.0 as d,
           abs(hashint8(n * 37 + 11)) % 100000 / 100000.0 as e,
           abs(hashint8(n * 41 + 13)) % 100000 / 100000.0 as f,
           abs(hashint8(n * 43 + 17)) % 100000 / 100000.0 as g,
           abs(hashint8(n * 47 + 19)) % 100000 / 100000.0 as h
    from generate_series(?::bigint, ?::bigint) n
), person as (
    select *,
           (array['Léa','Emma','Chloé','Zoé','Manon','Inès','Camille','Lucas','Hugo','Théo','Noé','Élodie','Anaïs',
                  'Maxime','Jules','Sofia','Maria','João','Müller','Björn','Ana','Carlos','Giulia','Marco','Aya',
                  'Yuki','Priya','Arjun','Fatima','Omar','Olivia','Jack','Amelia','Harry','Søren','Łukasz'])
               [1 + (a * 36)::int % 36] as first_name,
           (array['FR','FR','FR','FR','US','US','GB','DE','ES','IT','BR','IN','JP','BE','CH','CA','PT','NL','SN','MA'])
               [1 + (b * 20)::int % 20] as country,
           (array['food','beauty','fashion','travel','gaming','fitness','music','home','parenting','photo','books',
                  'cinema','diy','animals','cars','tech','finance','gardening','knitting','chess','falconry'])
               as topics
    from seed
), written as (
    insert into creator (id, version, display_name, status, country, languages, birth_year, topics,
                         completed_collaborations, self_described, created_at, updated_at, bio)
    select id, 1,
           first_name || ' ' || initcap(substr(md5('name' || n % 40000), 1, 6)),
           case when h < 0.01 then 'WITHDRAWN' else 'ACTIVE' end,
           case when g < 0.1 then null else country end,
           case when country in ('FR','BE','SN') then array['fr'] when country in ('US','GB') then array['en-' || country]
                when country = 'CH' then array['fr','de'] else array['en'] end,
           case when h < 0.4 then null else 1960 + (g * 50)::int end,
           array[topics[1 + (c * c * 21)::int % 21], topics[1 + (d * d * d * 21)::int % 21]],
           case when f < 0.9 then 0 else (h * 12)::int end,
           b < 0.3, now() - interval '400 days' + n * interval '30 seconds',
           now() - (e * interval '400 days') - n * interval '1 microsecond',
           case when f < 0.5 then null else
               topics[1 + (g * 21)::int % 21] || ' & ' || topics[1 + (h * 21)::int % 21] || ', '
               || (array['recettes de saison','honest reviews','tous les jours','just for fun','made with love',
                         'à Lyon','à Paris','in London','crème brûlée','vegan','slow life','collabs en DM'])
                  [1 + (e * 12)::int % 12] || ' ' || substr(md5('bio' || n % 90000), 1, 7) end
    from person
), accounts as (
    insert into account (id, creator_id, position, platform, handle, handle_key, followers, engagement_rate,
                         average_views, observed_at, source)
    select md5('account ' || n || ' ' || position)::uuid, id, position,
           (array['INSTAGRAM','TIKTOK','YOUTUBE'])[1 + (n + position) % 3],
           handle, handle, followers,
           case when followers is null or h < 0.05 then null
                else round((0.005 + 0.12 * f / (1 + log(1 + followers)))::numeric, 10) end,
           followers / 3, now() - (a * interval '300 days'), 'ESTIMATED'
    from person
    cross join generate_series(0, case when c > 0.85 then 1 else 0 end) position
    cross join lateral (select case when g > 0.98 then null
                                    else (200 * exp(e * e * 9) * (1 + position))::bigint end as followers,
                               lower(affinity_fold(first_name)) || '.' || to_hex(n) as handle) figures
)
insert into availability (creator_id, position, engagement_type, fee_amount, fee_currency)
select id, position, (array['PAID','GIFTED','VOLUNTEER'])[1 + position],
       case when position = 0 then round((20 + 800 * h)::numeric, 2) end, case when position = 0 then 'EUR' end
from person cross join generate_series(0, (g * 3)::int - 1) position
where f < 0.6
