-- The words of a title, and their beginnings of up to five letters as `pay*`: a few typed letters are one entry of the
-- inverted index. As a prefix they collected the texts of every word that begins so, in all languages, once for each
-- language.
create function content_title_entries(words tsvector) returns tsvector
  language sql immutable strict parallel safe
  return words || array_to_tsvector(array(
    select distinct left(word, letters) || '*' from unnest(tsvector_to_array(words)) word, generate_series(1, 5) letters
    where letters <= length(word)));
create index content_index_title_entries_in_language on content_index
  using gin ((workspace_id::text || ' ' || language), content_title_entries(title_words));
drop index content_index_title_words_in_language;
