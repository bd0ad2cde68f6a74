import { solveCaptcha } from './captcha';
import { createPasskey } from './passkey';
import { createStage } from './scene';
import { type Outcome, readTask, sayLeft, sendOutcome } from './task';
import { loadVoice } from './voice';

/** Reads the task, does it with the person, as often as they want to try, and says what came of it. */
export async function runOrgPage(page: HTMLElement): Promise<void> {
  const stage = createStage(page, await loadVoice(navigator.languages));
  const asked = await readTask();
  if (!asked)
    return stage.show({ name: 'gone', title: 'goneTitle', text: 'goneText', actions: [] });
  const { task } = asked;
  stage.voice = await loadVoice([asked.language, ...navigator.languages]);
  let attempt = new AbortController();
  let isOver = false;
  addEventListener('pagehide', () => {
    if (!isOver) sayLeft();
  });

  const cancel = { text: 'cancel', run: () => void end({ kind: 'dismissed' }) } as const;
  const begin = () => void (task.kind === 'captcha' ? work() : offer());
  begin();

  /** A passkey waits for a click, without which browsers refuse to ask for one. */
  function offer(): void {
    stage.show({
      name: 'ready',
      title: 'passkeyTitle',
      text: 'passkeyText',
      actions: [{ text: 'create', isPrimary: true, run: () => void work() }, cancel],
    });
  }

  async function work(): Promise<void> {
    attempt.abort();
    attempt = new AbortController();
    const { signal } = attempt;
    stage.show(
      task.kind === 'captcha'
        ? {
            name: 'working',
            title: 'captchaTitle',
            text: 'captchaText',
            notice: captchaNotice(),
            // Not every provider tells that its challenge was closed.
            actions: [{ text: 'captchaAgain', run: begin }, cancel],
          }
        : { name: 'working', title: 'passkeyWaiting', actions: [cancel] },
    );
    const outcome = await (task.kind === 'captcha'
      ? solveCaptcha(task, stage.captcha, signal)
      : createPasskey(task, signal));
    if (signal.aborted) return;
    if (outcome.kind === 'dismissed' || outcome.kind === 'failed') stop(outcome.kind);
    else await end(outcome);
  }

  function stop(kind: 'dismissed' | 'failed'): void {
    const close = { text: 'close', run: () => void end({ kind }) } as const;
    const again = { text: 'tryAgain', isPrimary: true, run: () => void work() } as const;
    const actions = [again, close];
    stage.captcha.replaceChildren();
    if (kind === 'dismissed') {
      const title = task.kind === 'captcha' ? 'captchaStopped' : 'passkeyStopped';
      stage.show({ name: 'stopped', title, text: 'stoppedText', actions });
    } else if (task.kind === 'captcha') {
      const text = 'captchaFailedText';
      stage.show({ name: 'stopped', title: 'captchaFailed', text, actions });
    } else {
      const text = 'passkeyFailedText';
      stage.show({ name: 'stopped', title: 'passkeyFailed', text, actions });
    }
  }

  async function end(outcome: Outcome): Promise<void> {
    isOver = true;
    attempt.abort();
    stage.captcha.replaceChildren();
    stage.show(
      (await sendOutcome(outcome))
        ? { name: 'sent', title: 'sentTitle', text: 'sentText', actions: [] }
        : { name: 'gone', title: 'goneTitle', text: 'goneText', actions: [] },
    );
  }

  function captchaNotice(): string {
    const isOfHcaptcha = task.kind === 'captcha' && task.provider === 'hcaptcha';
    const provider = isOfHcaptcha ? 'hCaptcha' : 'Google reCAPTCHA';
    return stage.voice.say('captchaNotice').replace('{provider}', provider);
  }
}
