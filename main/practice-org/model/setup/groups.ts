/** The groups of a practice org. */
export const groups = {
  /** Okta's own: whoever has an account is in it. */
  everyone: { type: 'BUILT_IN', name: 'Everyone', description: 'All users in your organization' },
  /** Whoever signs up is put into it. */
  members: { type: 'OKTA_GROUP', name: 'Members', description: 'People who signed up' },
  staff: { type: 'OKTA_GROUP', name: 'Staff', description: 'People who work here' },
} as const;

export type GroupName = keyof typeof groups;
export const groupNames = Object.keys(groups) as GroupName[];
