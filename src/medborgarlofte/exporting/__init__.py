"""Machine-readable exports: calendars, feeds, tables, catalogues."""
