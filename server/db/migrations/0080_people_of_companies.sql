-- Companies count the contacts that lists show: archived and blocked ones no longer.
-- read by 0.1.0 as before: companies.user_count
with hidden as (
  select l.workspace_id, l.company_id, count(*) as people
  from contact_companies l
  join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id and not c.listed
  group by 1, 2),
changed as (
  update companies set user_count = user_count - hidden.people
  from hidden
  where companies.workspace_id = hidden.workspace_id and companies.id = hidden.company_id
    and companies.deleted_at is null
  returning companies.workspace_id, companies.user_count)
insert into count_deltas (workspace_id, name, delta)
select workspace_id, 'companies', -count(*) from changed where user_count = 0 group by 1;
