/** Contacts: the users and leads of a workspace. */
import { createContact } from './create.ts'
import { getContact } from './get.ts'

export const contacts = [createContact, getContact]
