/** The situation of each captured payload whose group is served, by the payload's id. */
import type { Situation } from '../stage.ts'
import { answers } from './answers.ts'
import { articles } from './articles.ts'
import { companies } from './companies.ts'
import { contacts } from './contacts.ts'
import { conversations } from './conversations.ts'
import { errors } from './errors.ts'
import { exports } from './exports.ts'
import { fin } from './fin.ts'
import { others } from './others.ts'
import { tickets } from './tickets.ts'

export const situations: Record<string, Situation> = {
  ...answers,
  ...articles,
  ...companies,
  ...contacts,
  ...conversations,
  ...errors,
  ...exports,
  ...fin,
  ...others,
  ...tickets,
}
