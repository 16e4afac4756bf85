-- read by 0.1.0 as before: content_index
-- Titles stay in their rows. Beside the words of a body they were moved out of nearly all of them, and a search that ranked
-- a hundred titles read five more pages for each.
alter table content_index
  alter column title set storage main,
  alter column folded_title set storage main,
  alter column title_words set storage main;
update content_index
  set title = title || '', folded_title = folded_title || '', title_words = title_words || ''::tsvector;
