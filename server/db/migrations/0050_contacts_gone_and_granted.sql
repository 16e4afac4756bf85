-- Contacts that are no longer active, in the order of their ids. Only what changes a state or a role touches it.
create index contacts_not_active on contacts (workspace_id, id) where state <> 'active' and role <> 'visitor';

-- The companies whose tickets a contact may read, besides those that it belongs to.
create table contact_granted_companies (
  workspace_id integer not null,
  contact_id text collate "C" not null,
  company_id text collate "C" not null,
  created_at timestamptz not null,
  primary key (workspace_id, contact_id, company_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, company_id) references companies (workspace_id, id) on delete cascade
);
create index contact_granted_companies_by_company on contact_granted_companies (workspace_id, company_id);
