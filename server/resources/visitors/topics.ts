import { SignedUpUser } from './signed-up-user.ts'

/** Webhook topics of visitors and the model of each. */
export const visitorTopics = { 'visitor.signed_up': SignedUpUser }
