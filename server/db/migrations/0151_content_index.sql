-- One index over all content that is searched: articles, and later snippets, internal articles and external pages.
-- A text that waits to be published has a row of its own, so that the state decides who finds it.
create table content_index (
  workspace_id integer not null references workspaces (id),
  kind text collate "C" not null,
  item_id bigint not null,
  locale text collate "C" not null,
  state text collate "C" not null check (state in ('draft', 'published')),
  -- The audiences that may read it; null for everybody.
  audience_ids bigint[],
  folder_id bigint,
  -- The configuration of PostgreSQL's text search that `words` was made with.
  language text collate "C" not null,
  title text not null,
  body text not null,
  -- Title and body without accents, in small letters, for parts of words and misspelt ones.
  folded_title text not null,
  folded_body text not null,
  words tsvector not null,
  updated_at timestamptz not null,
  primary key (workspace_id, kind, item_id, locale, state)
);
create index content_index_words on content_index using gin (workspace_id, words);
create index content_index_parts on content_index using gin (workspace_id, folded_title gin_trgm_ops, folded_body gin_trgm_ops);
