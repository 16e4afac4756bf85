-- Lists and counts of the help center's site read texts for everybody, of which this index tells all that they ask for.
create index content_index_for_everybody on content_index (workspace_id, kind, locale, item_id, state)
  where audience_ids is null;
