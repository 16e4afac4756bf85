-- Requests to a help center's own domain find it by the domain. A server keeps all of them in memory, and is told when
-- one of them changes.
create index help_centers_by_domain on help_centers (custom_domain) where custom_domain is not null;

create function tell_own_domains() returns trigger language plpgsql as $$
begin
  notify parley_access;
  return null;
end $$;

create trigger help_centers_domains_made after insert on help_centers
  for each row when (new.custom_domain is not null) execute function tell_own_domains();
create trigger help_centers_domains_changed after update on help_centers
  for each row when (
    (old.custom_domain, old.website_turned_on) is distinct from (new.custom_domain, new.website_turned_on))
  execute function tell_own_domains();
create trigger help_centers_domains_gone after delete on help_centers
  for each row when (old.custom_domain is not null) execute function tell_own_domains();
