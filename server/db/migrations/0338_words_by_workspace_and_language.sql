-- Workspace and language are one entry of the inverted indexes: as two, each search of a word walked the list of all texts
-- of the workspace beside the list of all texts in the language.
create index content_index_words_in_language on content_index
  using gin ((workspace_id::text || ' ' || language), words);
create index content_index_title_words_in_language on content_index
  using gin ((workspace_id::text || ' ' || language), title_words);
drop index content_index_words;
drop index content_index_title_words;
