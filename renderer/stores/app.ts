import { defineStore } from 'pinia';
import { computed, nextTick, ref, shallowRef, watch } from 'vue';
import type { Failure } from '../../preload/contract/define';
import type { AppState, LinkId, OrgKind } from '../../preload/contract/app';
import { capabilitiesOf } from '../../preload/contract/desk';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import { hasPage, type PageName, pageTable } from '../../preload/contract/pages';
import type { PolicyPreset } from '../../preload/contract/settings';
import { useBridge } from '../bridge';

/** How the practice org is to be set up. */
export interface PracticeChoice {
  readonly policy: PolicyPreset;
  /** Wrong on purpose, or null. */
  readonly misconfiguration: Misconfiguration | null;
}

/** Asked before a page is left; false keeps it. */
export type LeaveGuard = () => Promise<boolean>;

/** What main says about the app as a whole, and which page of it is shown. */
export const useAppStore = defineStore('app', () => {
  const bridge = useBridge();
  const state = shallowRef<AppState | null>(null);
  const page = ref<PageName>('home');
  /** Until main has said whose desk this is, it is one person's own. */
  const mode = computed(() => state.value?.mode ?? 'personal');
  const capabilities = computed(() => capabilitiesOf(mode.value));
  /** The org that the person set out to connect to before they came to the settings. */
  const intendedOrg = ref<OrgKind | null>(null);
  const isKeychainNoticeDismissed = ref(false);
  /** Why sign-ins are not kept, while that is news to the person. */
  const keychainProblem = computed(() => {
    const status = state.value?.keychain;
    if (isKeychainNoticeDismissed.value || !capabilities.value.keepsAccount) return null;
    return status === 'locked' || status === 'unavailable' ? status : null;
  });
  const hasShownPage = ref(false);
  /** Why the last link outside was not opened, until it is dismissed. */
  const linkFailure = shallowRef<Failure<string> | null>(null);
  /** An error that nobody foresaw, until it is dismissed; without a reference where main is out of reach. */
  const trouble = shallowRef<{ readonly reference: string | null } | null>(null);
  /** Read out once, politely. */
  const announcement = ref('');
  let leaveGuard: LeaveGuard | null = null;

  bridge.on('app.changed', (changed) => {
    state.value = changed;
  });
  bridge.on('app.troubled', (told) => {
    trouble.value = told;
  });
  bridge.on('app.navigated', (target) => void show(target.page));

  // Nobody stays on a page that their desk no longer has.
  watch(mode, (now) => {
    if (!hasPage(now, page.value)) page.value = 'home';
  });

  /** Returns why the state could not be read, or null. */
  async function load(): Promise<Failure<string> | null> {
    const before = state.value;
    const result = await bridge.app.read({});
    if (!result.ok) return result.error;
    // What was pushed meanwhile is newer than this answer.
    if (state.value === before) state.value = result.value;
    return null;
  }

  /** Chooses where sign-ups go. Returns why that was not possible, or null. */
  async function selectOrg(
    org: OrgKind,
    practice: PracticeChoice | null = null,
  ): Promise<Failure<string> | null> {
    const result = await bridge.settings.selectOrg({ org, ...practice });
    if (!result.ok) return result.error;
    state.value = result.value;
    return null;
  }

  /** Shows a page that this desk has, unless the present one keeps the person for unsaved changes. */
  async function show(next: PageName): Promise<boolean> {
    if (next === page.value) return true;
    if (!hasPage(mode.value, next)) return false;
    const guard = pageTable[page.value].hasLeaveGuard ? leaveGuard : null;
    if (guard !== null && !(await guard())) return false;
    page.value = next;
    if (next !== 'settings') intendedOrg.value = null;
    return true;
  }

  async function connect(): Promise<void> {
    intendedOrg.value = 'okta';
    await show('settings');
  }

  function guardLeaving(guard: LeaveGuard | null): void {
    leaveGuard = guard;
  }

  async function openLink(link: LinkId): Promise<void> {
    const result = await bridge.app.openLink({ link });
    linkFailure.value = result.ok ? null : result.error;
  }

  /** Tells main of an error that nothing in this page caught. */
  async function noteUnforeseen(detail: string): Promise<void> {
    const result = await bridge.app.noteUnforeseen({ detail });
    trouble.value = { reference: result.ok ? result.value.reference : null };
  }

  /** Emptied first, so that the same words are read out a second time. */
  async function announce(text: string): Promise<void> {
    announcement.value = '';
    await nextTick();
    announcement.value = text;
  }

  return {
    state,
    mode,
    capabilities,
    page,
    intendedOrg,
    isKeychainNoticeDismissed,
    keychainProblem,
    hasShownPage,
    linkFailure,
    trouble,
    announcement,
    load,
    selectOrg,
    show,
    connect,
    guardLeaving,
    openLink,
    noteUnforeseen,
    announce,
  };
});
