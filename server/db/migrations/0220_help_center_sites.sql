-- The look of a help center's site.
alter table help_centers
  add column logo_url text,
  -- In place of it on a dark page.
  add column logo_dark_url text,
  -- #rrggbb
  add column accent_color text,
  add column accent_color_dark text,
  add column theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  -- The words over the search, by language.
  add column header_texts jsonb not null default '{}';

create index help_centers_identifier on help_centers (identifier);

-- The answer of each reader to the question whether an article helped. Readers are told apart by a cookie.
create table article_reactions (
  workspace_id integer not null references workspaces (id),
  article_id bigint not null,
  reader_id uuid not null,
  reaction text collate "C" not null check (reaction in ('happy', 'sad')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, article_id, reader_id),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade
);
