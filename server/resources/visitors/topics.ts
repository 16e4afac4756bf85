import { Contact } from '../contacts/contact.ts'

/** Webhook topics of visitors and the model of each. */
export const visitorTopics = { 'visitor.signed_up': Contact }
