-- An upload of a catalog takes no more bytes than a limit. It ends with a failure where its products could not be made
-- those that it names.
alter table catalog_uploads add column byte_count bigint not null default 0;
alter table catalog_uploads add column failure text;
