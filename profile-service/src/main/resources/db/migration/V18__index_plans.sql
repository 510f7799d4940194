-- With the ids at hand a plan for them looks cheaper than one for any, so PostgreSQL made one at each call; to make it
-- costs as much as to run it.
alter function affinity_search_creators(uuid[]) set plan_cache_mode = force_generic_plan;
alter function affinity_index_creators(uuid[]) set plan_cache_mode = force_generic_plan;
