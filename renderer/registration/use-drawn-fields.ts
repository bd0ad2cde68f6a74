import { useMutationObserver } from '@vueuse/core';
import { type Ref, shallowRef } from 'vue';

const controls = '[name]:not([hidden]):not([type="hidden"])';

/**
 * The names of the controls inside `root`, from the first `look` on: what a step draws is up to its
 * screen, and only the page can tell.
 */
export function useDrawnFields(root: Readonly<Ref<HTMLElement | null>>) {
  const drawn = shallowRef<ReadonlySet<string> | null>(null);

  function look() {
    const found = [...(root.value?.querySelectorAll(controls) ?? [])];
    const names = new Set(found.map((control) => control.getAttribute('name') ?? ''));
    if (drawn.value === null || !isSame(names, drawn.value)) drawn.value = names;
  }

  useMutationObserver(
    root,
    () => {
      if (drawn.value !== null) look();
    },
    { childList: true, subtree: true },
  );
  return { drawn, look };
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}
