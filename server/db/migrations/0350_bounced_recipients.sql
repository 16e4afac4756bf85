-- read by 0.1.0 as before: mail_recipients, contacts
-- bounced: the mail server refused the address for good. failed: it refused the mail, or put it off until it was given
-- up. skipped: the contact takes no e-mails, or the address has bounced.
alter table mail_recipients drop constraint mail_recipients_state_check,
  add constraint mail_recipients_state_check check (state in ('queued', 'sent', 'failed', 'bounced', 'skipped'));

-- Answers that were kept tell which it was, by the rule of mail/bounces.ts. A plain code was one to RCPT TO only where the
-- contact was marked.
update mail_recipients r set state = 'bounced'
where state = 'failed' and (
  answer ~ '^5\d\d[ -][#([<]?5\.(1\.(1|2|3|6|10)|2\.1)(?![\d.])'
  or (answer ~ '^55[013][ -]' and answer !~ '^\d{3}[ -][#([<]?\d\.\d{1,3}\.\d{1,3}(?![\d.])' and exists (
    select from contacts c
    where c.workspace_id = r.workspace_id and c.id = r.contact_id and c.has_hard_bounced
      and lower(c.email) = lower(r.address))));

-- Until now every refusal of a recipient marked the contact.
update contacts c set has_hard_bounced = false
where has_hard_bounced and not exists (
  select from mail_recipients r
  where r.workspace_id = c.workspace_id and r.contact_id = c.id and r.state = 'bounced'
    and lower(r.address) = lower(c.email));
