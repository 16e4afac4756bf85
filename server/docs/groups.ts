/** Descriptions of the groups of operations, in the order of the reference. */
export const groups: Record<string, string> = {
  Admins: 'The people who answer, and their away modes.',
  Teams: 'Admins who share an inbox.',
  Roles: 'The roles that admins can have.',
  Contacts: 'The people that you talk to: users, whom you know, and leads, whom you do not know yet.',
  Visitors: 'People who look at your site and have not said who they are.',
  Companies: 'The companies that contacts belong to.',
  'Data attributes': 'The attributes of contacts, companies and conversations, your own included.',
  'Data Events': 'Events that your own software tells of contacts, and how often each happened.',
  Tags: 'Labels for contacts, companies and conversations.',
  Notes: 'Notes of admins about contacts and companies, for each other.',
  Segments: 'Groups of contacts or companies that a filter describes.',
  'Subscription Types': 'The subjects that contacts can choose to hear about, and their choices.',
  Conversations: 'Messages between contacts and admins, and all that happens to them.',
  'Conversations Attributes': 'The attributes of conversations, each with its type or its list of options.',
  Calls: 'Phone calls with their recordings and transcripts, and calls that other systems register.',
  Switch: 'Moving a caller from the phone to the Messenger.',
  'Ticket States': 'The states that a ticket goes through, and what contacts are told of them.',
  'Help Center': 'Where contacts read articles.',
  News: 'Where contacts read what is new.',
}

/** The same of the settings API. */
export const settingsGroups: Record<string, string> = {
  Workspace: 'Its name, its time zone, and the version that it answers in.',
  Admins: 'The admins of the workspace, their seats in the inbox, and admins who left.',
  Teams: 'Admins who work together, and how work is shared out.',
  Tokens: 'Access tokens: the admins they act for, and whether they may change settings.',
  Segments: 'Groups of people or of companies, each defined by a filter.',
  'Subscription types': 'The subjects that people can choose to hear about.',
  Newsfeeds: 'Where news is shown.',
  'Help centers': 'Sites on which articles are published.',
  'Ticket states': 'The states that a ticket can be in.',
  Calls: 'Calls that you record by hand, or that a script of yours does.',
  'Custom object types': 'Types of objects that the workspace keeps besides people, companies and conversations.',
  Webhooks: 'Addresses that are told of events, and the attempts to tell them.',
}
