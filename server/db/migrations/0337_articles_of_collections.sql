-- The articles of a collection in their order: its page reads the first of them alone.
create index article_collections_in_order on article_collections (workspace_id, collection_id, article_id);
drop index article_collections_of_collection;
