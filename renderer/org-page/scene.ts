import { languageRow } from '../../preload/languages';
import type { TextKey, Voice } from './voice';

export interface Action {
  readonly text: TextKey;
  readonly isPrimary?: boolean;
  readonly run: () => void;
}

/** What the page shows at one moment. */
export interface Scene {
  readonly name: 'working' | 'ready' | 'stopped' | 'sent' | 'gone';
  readonly title: TextKey;
  readonly text?: TextKey;
  readonly notice?: string;
  readonly actions: readonly Action[];
}

export interface Stage {
  voice: Voice;
  /** Where a captcha draws itself; it stays while scenes change. */
  readonly captcha: HTMLElement;
  show(scene: Scene): void;
}

/** Sets the page up. Each scene's heading gets the focus, so that it is read out. */
export function createStage(page: HTMLElement, voice: Voice): Stage {
  const host = element('p', 'small muted');
  const hostName = element('bdi', 'ltr');
  hostName.textContent = location.host;
  host.append(hostName);
  const title = element('h1');
  title.tabIndex = -1;
  const text = element('p', 'muted');
  const captcha = element('div', 'captcha');
  const actions = element('div', 'actions');
  const notice = element('p', 'small muted');
  page.replaceChildren(host, title, text, captcha, actions, notice);

  return {
    voice,
    captcha,
    show(scene) {
      const { voice } = this;
      document.documentElement.lang = voice.language;
      document.documentElement.dir = languageRow(voice.language).direction;
      document.title = `${voice.say(scene.title)} - Frontdesk`;
      page.dataset['scene'] = scene.name;
      page.ariaBusy = String(scene.name === 'working');
      title.textContent = voice.say(scene.title);
      text.textContent = scene.text ? voice.say(scene.text) : '';
      text.hidden = !scene.text;
      notice.textContent = scene.notice ?? '';
      notice.hidden = !scene.notice;
      actions.replaceChildren(...scene.actions.map((action) => button(action, voice)));
      title.focus();
    },
  };
}

function button({ text, isPrimary = false, run }: Action, voice: Voice): HTMLButtonElement {
  const drawn = element('button', isPrimary ? 'primary' : '');
  drawn.type = 'button';
  drawn.textContent = voice.say(text);
  drawn.addEventListener('click', run);
  return drawn;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
