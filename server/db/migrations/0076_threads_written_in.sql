-- A merge finds what a lead wrote, began and rated also where the lead was taken out of the conversation since.
create index thread_parts_by_contact on thread_parts (workspace_id, author_contact_id) where author_contact_id is not null;
create index threads_by_rater on threads (workspace_id, rating_contact_id) where rating_contact_id is not null;
