-- Stored tokens that the requests of a version carry, in the order given. Tokens are never deleted.
alter table data_connector_versions add column token_ids bigint[] not null default '{}';
-- The only domain that a token is sent to.
alter table auth_tokens add column domain text;
