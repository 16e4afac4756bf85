-- What is known of somebody before they say who they are.
alter table contacts
  add column session_count integer not null default 0,
  -- What a visitor without a name is called.
  add column pseudonym text,
  add column do_not_track boolean;
