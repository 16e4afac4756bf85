/** What each group of operations is about, in the order in which the reference shows them. */
export const groups: Record<string, string> = {
  Admins: 'The people who answer: who they are, and whether they are away.',
  Teams: 'Admins who share an inbox.',
  Contacts: 'The people that you talk to: users, whom you know, and leads, whom you do not know yet.',
  Visitors: 'People who look at your site and have not said who they are.',
  Companies: 'The companies that contacts belong to.',
  'Data attributes': 'What can be told of contacts, companies and conversations, your own attributes included.',
  'Data Events': 'What contacts did, as your own software tells it, and how often.',
  Tags: 'Labels for contacts, companies and conversations.',
  Notes: 'What admins write down about contacts and companies, for each other.',
  Segments: 'Groups of contacts or companies that a filter describes.',
  'Subscription Types': 'What contacts can choose to hear about, and what they chose.',
  Conversations: 'Messages between contacts and admins, and all that happens to them.',
  'Conversations Attributes': 'What can be told of conversations, each attribute with its type or its list of options.',
  'Ticket States': 'The states that a ticket goes through, and what contacts are told of them.',
  'Help Center': 'Where contacts read articles.',
  News: 'Where contacts read what is new.',
}
