-- States are written and read whole and never searched: json gives its text back as it is, which jsonb has to be
-- turned into each time, for a thousand creators of a panel.
alter table candidate alter column state type json using state::json;
