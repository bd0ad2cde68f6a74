import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { Failure } from '../../preload/contract/define';
import type { AccountView } from '../../preload/contract/account';
import { useBridge } from '../bridge';

/** Who is signed in at this computer, as main knows it from the keychain and the org. */
export const useAccountStore = defineStore('account', () => {
  const bridge = useBridge();
  const view = shallowRef<AccountView | null>(null);
  const failure = shallowRef<Failure<string> | null>(null);
  const isSigningOut = ref(false);
  /** From the moment somebody asks to sign out until somebody is signed in again. */
  const hasLeft = ref(false);

  bridge.on('account.changed', accept);

  function accept(next: AccountView) {
    view.value = next;
    if (next.state === 'signed-in' && !isSigningOut.value) hasLeft.value = false;
  }

  /** Returns why the account could not be read, or null. */
  async function load(): Promise<Failure<string> | null> {
    const before = view.value;
    const result = await bridge.account.read({});
    if (!result.ok) return result.error;
    // What was pushed meanwhile is newer than this answer.
    if (view.value === before) accept(result.value);
    return null;
  }

  /** Returns whether the person is signed out; otherwise `failure` says why not. */
  async function signOut(): Promise<boolean> {
    if (isSigningOut.value) return false;
    isSigningOut.value = true;
    hasLeft.value = true;
    const result = await bridge.account.signOut({});
    isSigningOut.value = false;
    hasLeft.value = result.ok;
    if (result.ok) accept(result.value);
    failure.value = result.ok ? null : result.error;
    return result.ok;
  }

  return { view, failure, isSigningOut, hasLeft, load, signOut };
});
