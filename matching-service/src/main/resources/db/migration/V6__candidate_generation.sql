-- A generation is told from those of other databases, too: a replica may still hold the creators of one on its disk.
update candidate_generation set generation = (random() * 4611686018427387904)::bigint + 1;
comment on table candidate_generation is
    'One row: another number each time the copy of the creators is thrown away, and in each database';
