"""Forms that other programs read: calendars, feeds, tables, catalogues."""
