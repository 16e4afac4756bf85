-- read by 0.1.0 as before: threads
-- The brand that a conversation belongs to; null for the default one. Its mails come from the address of that brand.
alter table threads add column brand_id bigint;
alter table threads add foreign key (workspace_id, brand_id) references brands (workspace_id, id) on delete set null (brand_id);
create index threads_by_brand on threads (workspace_id, brand_id) where brand_id is not null;
