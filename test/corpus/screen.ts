import type { Page } from '@playwright/test';
import { patience } from './patience';

/** Something to fill in, to choose or to press, by its `name`. */
export interface Control {
  readonly name: string;
  readonly kind: 'text' | 'list' | 'radio' | 'tick' | 'button';
  readonly value: string;
  /** Of a list. */
  readonly values: readonly string[];
  readonly label: string;
  readonly isReachable: boolean;
  readonly isInvalid: boolean;
  readonly description: string;
}

export interface Pressable {
  /** The org's name of what it does, where it does something of the org's. */
  readonly action: string | null;
  readonly label: string;
  readonly isReachable: boolean;
  readonly isSubmit: boolean;
  /** A choice of a form rather than something to do. */
  readonly isChoice: boolean;
  /** Shows or hides something of the page itself. */
  readonly isToggle: boolean;
}

export interface Screen {
  readonly steps: readonly { readonly step: string; readonly authenticator: string }[];
  readonly title: string;
  readonly blocks: readonly string[];
  readonly alerts: readonly string[];
  readonly statuses: readonly string[];
  readonly controls: readonly Control[];
  readonly pressables: readonly Pressable[];
  readonly pictures: number;
}

/** What can be pressed; links to places on the page itself are none of it. */
export const pressableSelector = '[data-step] button, [data-step] a[href]:not([href^="#"])';

/** The page once it has come to rest: screens are loaded when their step comes. */
export async function settled(
  page: Page,
  isThere: (screen: Screen) => boolean = () => true,
  milliseconds = patience,
): Promise<Screen> {
  const deadline = Date.now() + milliseconds;
  let before = await look(page);
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const now = await look(page);
    if (isThere(now) && JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
  return before;
}

/** What a person finds on the page as it stands. */
export function look(page: Page): Promise<Screen> {
  return page.evaluate((selector) => {
    const plain = (text: string | null) =>
      (text ?? '')
        .replace(/[\u2066-\u2069]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    const byIds = (ids: string | null) =>
      (ids ?? '')
        .split(/\s+/)
        .map((id) => plain(id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
        .filter((text) => text !== '')
        .join(' ');
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');

    const textsOf = (selector: string) =>
      [...document.querySelectorAll(selector)].map(({ textContent }) => plain(textContent));

    function labelOf(element: Element): string {
      const named = byIds(element.getAttribute('aria-labelledby'));
      if (named !== '') return named;
      const own = plain(element.getAttribute('aria-label'));
      if (own !== '') return own;
      if ('labels' in element && element.labels instanceof NodeList) {
        const labels = [...element.labels].map((label) => plain(label.textContent));
        if (labels.join('') !== '') return labels.join(' ');
      }
      return plain(element.textContent) || plain(element.getAttribute('title'));
    }

    function isReachable(element: HTMLElement): boolean {
      const surface = element.closest('label') ?? element;
      const { width, height } = surface.getBoundingClientRect();
      return isShown(element) && width > 0 && height > 0 && !element.matches(':disabled');
    }

    function kindOf(element: HTMLElement): Control['kind'] {
      if (element instanceof HTMLSelectElement) return 'list';
      if (element instanceof HTMLButtonElement) return 'button';
      const type = element.getAttribute('type');
      if (type === 'radio') return 'radio';
      return type === 'checkbox' ? 'tick' : 'text';
    }

    /** Of the control itself, and of the question it is an answer to. */
    function carriersOf(element: HTMLElement): Element[] {
      const group = element.closest('fieldset, [role="group"], [role="radiogroup"]');
      return group ? [element, group] : [element];
    }

    const controls = [...document.querySelectorAll<HTMLElement>('[data-step] [name]')]
      .filter((element) => element.matches('input, select, textarea, button') && !element.hidden)
      .map((element): Control => {
        const kind = kindOf(element);
        const options = element instanceof HTMLSelectElement ? [...element.options] : [];
        const carriers = kind === 'text' || kind === 'list' ? [element] : carriersOf(element);
        return {
          name: element.getAttribute('name') ?? '',
          kind,
          value: 'value' in element ? String(element.value) : '',
          values: options.map(({ value }) => value),
          label: labelOf(element),
          isReachable: isReachable(element),
          isInvalid: carriers.some((one) => one.getAttribute('aria-invalid') === 'true'),
          description: carriers.map((one) => byIds(one.getAttribute('aria-describedby'))).join(' '),
        };
      });

    const pressables = [...document.querySelectorAll<HTMLElement>(selector)].map(
      (element): Pressable => {
        const isButton = element instanceof HTMLButtonElement;
        return {
          action: element.dataset['action'] ?? null,
          label: labelOf(element),
          isReachable: isReachable(element),
          isSubmit: isButton && element.type === 'submit',
          isChoice: element.hasAttribute('name'),
          isToggle: ['aria-expanded', 'aria-pressed', 'aria-controls', 'aria-haspopup'].some(
            (one) => element.hasAttribute(one),
          ),
        };
      },
    );

    const blocks = new Set<Element>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      let block = plain(node.textContent) === '' ? null : node.parentElement;
      if (!block || !block.closest('[data-step]') || !isShown(block)) continue;
      while (block.parentElement && getComputedStyle(block).display.startsWith('inline')) {
        block = block.parentElement;
      }
      blocks.add(block);
    }

    return {
      steps: [...document.querySelectorAll<HTMLElement>('[data-step]')].map(({ dataset }) => ({
        step: dataset['step'] ?? '',
        authenticator: dataset['authenticator'] ?? '',
      })),
      title: plain(document.querySelector('h1')?.textContent ?? ''),
      blocks: [...blocks].map((block) => plain(block.textContent)),
      alerts: textsOf('[role="alert"]'),
      statuses: textsOf('[role="status"]'),
      controls,
      pressables,
      pictures: [...document.querySelectorAll('[data-step] main :is(img, svg[role="img"])')].filter(
        isShown,
      ).length,
    };
  }, pressableSelector);
}
