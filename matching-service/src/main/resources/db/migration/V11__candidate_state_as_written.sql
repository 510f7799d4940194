-- States are written and read whole and never searched: json gives its text back as it is, which jsonb has to be
-- turned into each time, for a thousand creators of a panel. The table is rewritten, and locked for that long: 4 s with
-- 300,000 creators on 2 processors.
alter table candidate alter column state type json using state::json;
