import type { OrgPages } from '../../main/platform';

/** A shell that can show no page of the org's own address. */
export const noOrgPages: OrgPages = {
  canShow: () => false,
  perform: async () => ({ kind: 'unavailable' }),
};
