import { captchaLifetimeMilliseconds } from '../model/captcha';

export const captchaTokenPath = '/practice/captcha/token';

/**
 * Stands in for hCaptcha's and reCAPTCHA's scripts, with the part of their contract that an invisible captcha
 * needs: that of hCaptcha's page "Invisible Captcha" and its "JavaScript API", with which reCAPTCHA's agrees. Both
 * libraries' own components for React pass `null` for options that they do not have, and go on calling with the ID
 * of what they have removed. Where theirs shows a puzzle, this one has a button.
 */
export const captchaScript = `(() => {
  'use strict';
  const script = document.currentScript;
  const address = new URL(script ? script.src : location.href);
  const widgets = new Map();
  let made = 0;

  function render(container, options) {
    const place = typeof container === 'string' ? document.getElementById(container) : container;
    const id = 'practice-captcha-' + made++;
    widgets.set(id, { id, place, options: options || {}, token: '', tries: 0, giveUp: null });
    return id;
  }

  function find(id) {
    const isFirst = id === undefined || id === null;
    const widget = isFirst ? widgets.values().next().value : widgets.get(id);
    if (!widget) throw new Error('there is no such captcha');
    return widget;
  }

  function call(callback, ...given) {
    const found = typeof callback === 'string' ? window[callback] : callback;
    if (typeof found === 'function') found(...given);
  }

  async function earn(widget) {
    const response = await fetch(new URL('${captchaTokenPath}', address.origin), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ siteKey: widget.options.sitekey }),
    });
    if (!response.ok) throw new Error('invalid-data');
    return (await response.json()).token;
  }

  /** Nobody waits for what was asked before. */
  function clear(widget) {
    widget.tries += 1;
    widget.token = '';
    widget.giveUp = null;
    widget.place.replaceChildren();
  }

  function expire(widget, token) {
    if (widget.token !== token) return;
    widget.token = '';
    call(widget.options['expired-callback']);
  }

  function ask(widget) {
    return new Promise((resolve, reject) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'I am a person';
      button.addEventListener('click', () => {
        button.disabled = true;
        earn(widget).then(resolve, () => reject('network-error'));
      });
      widget.giveUp = () => reject('challenge-closed');
      widget.place.replaceChildren(button);
      call(widget.options['open-callback']);
      button.focus();
    });
  }

  function execute(id, options) {
    const widget = find(id);
    clear(widget);
    const { tries } = widget;
    const isCurrent = () => widgets.has(widget.id) && widget.tries === tries;
    const solved = ask(widget).then(
      (token) => {
        if (!isCurrent()) throw 'challenge-closed';
        clear(widget);
        widget.token = token;
        setTimeout(() => expire(widget, token), ${captchaLifetimeMilliseconds});
        call(widget.options.callback, token);
        return { response: token, key: getRespKey(widget.id) };
      },
      (reason) => {
        if (isCurrent()) {
          clear(widget);
          call(widget.options[reason === 'challenge-closed' ? 'close-callback' : 'error-callback'], reason);
        }
        throw reason;
      },
    );
    if (options && options.async) return solved;
    solved.catch(() => {});
  }

  function close(id) {
    const { giveUp } = find(id);
    if (giveUp) giveUp();
  }

  function remove(id) {
    const widget = find(id);
    clear(widget);
    widgets.delete(widget.id);
  }

  function getRespKey(id) {
    const widget = find(id);
    return widget.token === '' ? '' : widget.id;
  }

  const api = {
    render,
    execute,
    close,
    remove,
    getRespKey,
    reset: (id) => clear(find(id)),
    getResponse: (id) => find(id).token,
    setData() {},
    ready: (callback) => callback(),
  };
  window.hcaptcha = api;
  window.grecaptcha = api;
  // Both libraries load more first: whoever waits for this script is told that it is there before it is ready.
  const ready = () => call(address.searchParams.get('onload'));
  if (script && script.addEventListener) script.addEventListener('load', ready);
  else ready();
})();
`;
