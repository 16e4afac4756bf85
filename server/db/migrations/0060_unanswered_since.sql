-- The first message of a contact that no teammate has answered. It outlives a close, which ends the
-- waiting: a thread that is opened again waits from here.
alter table threads add column unanswered_since timestamptz;
update threads set unanswered_since = coalesce(waiting_since, last_contact_reply_at)
  where last_contact_reply_at is not null
    and (last_admin_reply_at is null or last_admin_reply_at < last_contact_reply_at);
