/** The SQL of notes: the rows, and the list on the contact or company that repeats them, newest first. */
import type { Db } from '../../db/pool.ts'
import { fragment } from '../../db/pool.ts'
import type { NotesRow } from '../../db/types/notes.ts'
import { notFound } from '../../http/errors.ts'
import { isHexId, numberId } from '../../ids.ts'
import type { AdminRow } from '../admins/admin.ts'
import { listAuthors } from '../admins/queries.ts'
import { PRESENT } from '../contacts/queries.ts'

/** A note goes with whom it is about. @throws 404 not_found */
export async function getNote(db: Db, workspaceId: number, id: string): Promise<NotesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<NotesRow[]>`
          select n.* from notes n
          left join contacts p on p.workspace_id = n.workspace_id and p.id = n.contact_id
          left join companies c on c.workspace_id = n.workspace_id and c.id = n.company_id
          where n.workspace_id = ${workspaceId} and n.id = ${number}
            and (p.state in ('active', 'blocked') or (c.id is not null and c.deleted_at is null))`
  if (!row) throw notFound('resource')
  return row
}

export interface Page {
  perPage: number
  offset: number
}

/** Newest first. */
export const listContactNotes = (db: Db, workspaceId: number, contactId: string, page: Page): Promise<NotesRow[]> =>
  db<NotesRow[]>`
    select * from notes where workspace_id = ${workspaceId} and contact_id = ${contactId} ${slice(page)}`

export const listCompanyNotes = (
  db: Db,
  workspaceId: number,
  companyId: string,
  page: Page,
  order: 'asc' | 'desc',
): Promise<NotesRow[]> =>
  db<NotesRow[]>`
    select * from notes where workspace_id = ${workspaceId} and company_id = ${companyId} ${slice(page, order)}`

const slice = ({ perPage, offset }: Page, order: 'asc' | 'desc' = 'desc') =>
  order === 'desc'
    ? fragment`order by created_at desc, id desc limit ${perPage} offset ${offset}`
    : fragment`order by created_at, id limit ${perPage} offset ${offset}`

/** The company's id and how many notes it has. @throws 404 company_not_found */
export async function getNotedCompany(
  db: Db,
  workspaceId: number,
  id: string,
): Promise<{ id: string; note_count: number }> {
  const [row] = isHexId(id)
    ? await db<{ id: string; note_count: number }[]>`
        select id, cardinality(note_ids) as note_count from companies
        where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null`
    : []
  if (!row) throw notFound('company')
  return row
}

/** By id, those who wrote these notes. */
export async function findAuthors(
  db: Db,
  workspaceId: number,
  notes: Pick<NotesRow, 'admin_id'>[],
): Promise<Map<number, AdminRow>> {
  const ids = [...new Set(notes.flatMap(({ admin_id }) => admin_id ?? []))]
  const rows = ids.length === 0 ? [] : await listAuthors(db, workspaceId, ids)
  return new Map(rows.map((row) => [row.id, row]))
}

export interface NewNote {
  body: string
  adminId: number
  now: Date
}

/** @throws 404 where there is no such contact */
export async function insertContactNote(
  db: Db,
  workspaceId: number,
  contactId: string,
  { body, adminId, now }: NewNote,
): Promise<NotesRow> {
  const [row] = await db<NotesRow[]>`
    with note as (
      insert into notes (workspace_id, contact_id, admin_id, body, created_at)
      select workspace_id, id, ${adminId}::bigint, ${body}, ${now}::timestamptz from contacts
      where workspace_id = ${workspaceId} and id = ${contactId}
        and ${PRESENT}
      for no key update
      returning *),
    noted as (
      update contacts set note_ids = note.id || note_ids
      from note where contacts.workspace_id = ${workspaceId} and contacts.id = note.contact_id)
    select * from note`
  if (!row) throw notFound('contact')
  return row
}

/** @throws 404 where there is no such company */
export async function insertCompanyNote(
  db: Db,
  workspaceId: number,
  companyId: string,
  { body, adminId, now }: NewNote,
): Promise<NotesRow> {
  const [row] = await db<NotesRow[]>`
    with note as (
      insert into notes (workspace_id, company_id, admin_id, body, created_at)
      select workspace_id, id, ${adminId}::bigint, ${body}, ${now}::timestamptz from companies
      where workspace_id = ${workspaceId} and id = ${companyId} and deleted_at is null
      for no key update
      returning *),
    noted as (
      update companies set note_ids = note.id || note_ids
      from note where companies.workspace_id = ${workspaceId} and companies.id = note.company_id)
    select * from note`
  if (!row) throw notFound('company')
  return row
}

/** A note goes from the list of its contact or company, too. @throws 404 where there is none */
export async function deleteNote(db: Db, workspaceId: number, id: number): Promise<void> {
  const [row] = await db`
    with gone as (delete from notes where workspace_id = ${workspaceId} and id = ${id} returning *),
    contact as (
      update contacts set note_ids = array_remove(note_ids, gone.id)
      from gone where contacts.workspace_id = ${workspaceId} and contacts.id = gone.contact_id),
    company as (
      update companies set note_ids = array_remove(note_ids, gone.id)
      from gone where companies.workspace_id = ${workspaceId} and companies.id = gone.company_id)
    select id from gone`
  if (!row) throw notFound('resource')
}
