-- Attachments that could not be fetched lately are counted for operators.
create index attachment_fetches_failed on attachment_fetches (settled_at) where state = 'failed';
create index attachment_fetches_pending on attachment_fetches (created_at) where state = 'pending';
