/** Descriptions of the groups of operations, in the order of the reference. */
export const groups: Record<string, string> = {
  Admins: 'The people who answer: who they are, and whether they are away.',
  Teams: 'Admins who share an inbox.',
  Roles: 'What admins are there for.',
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
  Calls: 'Phone calls with their recordings and transcripts, and calls that other systems register.',
  Switch: 'Moving a caller from the phone to the Messenger.',
  'Ticket States': 'The states that a ticket goes through, and what contacts are told of them.',
  'Help Center': 'Where contacts read articles.',
  News: 'Where contacts read what is new.',
}

/** The same of the settings API. */
export const settingsGroups: Record<string, string> = {
  Workspace: 'Its name, its time zone, and the version that it answers in.',
  Admins: 'Who works in the workspace, who has a seat in the inbox, and who left.',
  Teams: 'Who works together, and how work is shared out.',
  Tokens: 'Which access tokens there are, for whom they act, and which may change settings.',
  Segments: 'Groups of people or of companies, each defined by a filter.',
  'Subscription types': 'What people can choose to hear about.',
  Newsfeeds: 'Where news is shown.',
  'Help centers': 'Sites on which articles are published.',
  'Ticket states': 'What can be said of how far a ticket is.',
  Calls: 'Calls that you record by hand, or that a script of yours does.',
  'Custom object types': 'What the workspace keeps besides people, companies and conversations.',
  Webhooks: 'Who is told of what happens, and how the telling went.',
}
