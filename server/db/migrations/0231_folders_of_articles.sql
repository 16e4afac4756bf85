-- Articles stand in folders of the knowledge hub, beside their collections.
alter table articles add column folder_id bigint;
alter table articles add foreign key (workspace_id, folder_id) references folders (workspace_id, id);
create index articles_by_folder on articles (workspace_id, folder_id);
