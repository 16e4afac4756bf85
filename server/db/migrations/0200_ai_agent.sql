-- The part that the AI agent takes in a thread: where it came in, its last answer, the outcome, the contact's rating of
-- it and the content that it answered from. Null where it takes none.
alter table threads add column ai_agent jsonb;

-- Words of the AI agent, and answers among them. Other words of the bot are neither.
alter table thread_parts
  add column from_ai_agent boolean not null default false,
  add column is_ai_answer boolean not null default false;
