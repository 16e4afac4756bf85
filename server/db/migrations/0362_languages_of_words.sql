-- Languages of the texts that have the word, so that a word in place of a misspelt one is not looked for in the others; null
-- for all. The pruning of the next night tells those of words that are known already.
alter table content_words add column languages text[] collate "C";
