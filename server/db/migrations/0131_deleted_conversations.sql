-- The list of deleted conversations is read in the order in which they were deleted.
create index threads_deleted on threads (workspace_id, deleted_at, id)
  where deleted_at is not null and kind = 'conversation';
