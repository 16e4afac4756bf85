-- Attributes of conversations have options that are renamed and archived one by one, so an option is
-- an object, {id, label, archived}, of every model alike. What they know besides is theirs alone.

alter table data_attributes add column option_list jsonb;
update data_attributes set option_list = (
  select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'label', label, 'archived', false) order by place)
  from unnest(options) with ordinality as given (label, place)
) where options is not null;
alter table data_attributes drop column options;
alter table data_attributes rename column option_list to options;

alter table data_attributes
  add column required boolean not null default false,
  add column multiline boolean not null default false,
  -- Who of the team sees it; nobody named is everybody.
  add column visible_to_team_ids bigint[] not null default '{}',
  -- Of a relationship: to one or to many, and to objects of which type.
  add column reference_cardinality text check (reference_cardinality in ('one', 'many')),
  add column reference_object_type text;

-- There is no way back for an archived attribute of conversations, so it gives up its name.
alter table data_attributes drop constraint data_attributes_workspace_id_model_name_key;
create unique index data_attributes_by_name on data_attributes (workspace_id, model, name)
  where model <> 'conversation' or not archived;

alter table data_attributes drop constraint data_attributes_data_type_check;
update data_attributes set data_type = 'list' where model = 'conversation' and options is not null;
update data_attributes set data_type = 'datetime' where model = 'conversation' and data_type = 'date';
alter table data_attributes add constraint data_attributes_data_type_check check (
  data_type in ('string', 'integer', 'float', 'boolean', 'date', 'datetime', 'list', 'relationship', 'files')
);
