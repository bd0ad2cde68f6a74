import type { LinkId } from '../../preload/contract/app';
import { fail, ok, type Result } from '../../preload/contract/define';
import type { MainHandlers } from '../../preload/contract';
import type { SaveOutcome, SettingsDraft, SettingsView } from '../../preload/contract/settings';
import type { Connection } from '../network/connection';
import type { SettingsChanges } from './changes';
import type { OrgInUse } from './org-in-use';
import type { Person } from './person';
import type { DeskState } from './state';

/** Pages outside the app that may be opened; the renderer knows only their names. */
const pages: Readonly<Record<LinkId, string>> = {
  'okta-setup-guide': 'https://developer.okta.com/docs/guides/oie-embedded-common-org-setup/',
  'keychain-help': 'https://wiki.archlinux.org/title/GNOME/Keyring',
};

export interface HandlerPorts {
  readonly settings: {
    read(): SettingsView;
    save(draft: SettingsDraft): Promise<Result<SaveOutcome, 'not-saved'>>;
    connection(): Connection | null;
  };
  readonly org: OrgInUse;
  readonly person: Person;
  readonly state: DeskState;
  readonly changes: Pick<SettingsChanges, 'inForce' | 'follow' | 'begin'>;
  readonly account: {
    leave(): Promise<void>;
    orgChanged(): Promise<void>;
    readonly handlers: MainHandlers['account'];
  };
  readonly readiness: { readonly handlers: MainHandlers['readiness'] };
  readonly registration: { readonly handlers: MainHandlers['registration'] };
  readonly platform: { openExternal(url: URL): Promise<boolean> };
  readonly unforeseen: {
    noteDetail(detail: string, kind: 'page'): string;
    own(promise: Promise<unknown>): void;
  };
}

/**
 * All calls: those about the desk, what it is set up as and who sits at it, and those of the concerns
 * that know nothing of it.
 */
export function createHandlers(ports: HandlerPorts): MainHandlers {
  const { settings, org, person, state, account, registration, changes, unforeseen } = ports;

  return {
    app: {
      read: async () => ok(state.read()),
      openLink: async ({ link }) =>
        (await ports.platform.openExternal(new URL(pages[link]))) ? ok({}) : fail('not-opened'),
      noteUnforeseen: async ({ detail }) =>
        ok({ reference: unforeseen.noteDetail(detail, 'page') }),
    },
    settings: {
      read: async () => ok(settings.read()),
      async save(draft) {
        const before = changes.inForce();
        const result = await settings.save(draft);
        if (result.ok && result.value.saved) await changes.follow(before);
        return result;
      },
      async selectOrg(choice) {
        const isPractice = choice.org === 'practice';
        if (!isPractice && !settings.connection()) return fail('org-not-configured');
        await person.leave();
        if (isPractice && org.kind === 'okta') await account.leave();
        org.choose(choice);
        if (!(await org.start())) return fail('practice-org-failed');
        // While the practice org is there to hear of it.
        await account.orgChanged();
        await org.tidy();
        state.publish();
        return ok(state.read());
      },
    },
    registration: {
      ...registration.handlers,
      async start(request) {
        const result = await changes.begin(() => registration.handlers.start(request));
        // The next person at this desk must not find the one before, whatever becomes of them.
        if (result.ok && result.value.phase === 'step') unforeseen.own(account.leave());
        return result;
      },
    },
    readiness: ports.readiness.handlers,
    account: account.handlers,
  };
}
