export const captchaTokenPath = '/practice/captcha/token';

/**
 * Stands in for hCaptcha's and reCAPTCHA's scripts, with the part of their contract that an
 * invisible captcha needs. Where theirs shows a puzzle, this one has a button.
 */
export const captchaScript = `(() => {
  'use strict';
  const script = document.currentScript;
  const address = new URL(script ? script.src : location.href);
  const widgets = new Map();

  function render(container, options) {
    const place = typeof container === 'string' ? document.getElementById(container) : container;
    const id = 'practice-captcha-' + widgets.size;
    widgets.set(id, { place, options, token: '' });
    return id;
  }

  function find(id) {
    const widget = id === undefined ? widgets.values().next().value : widgets.get(id);
    if (!widget) throw new Error('there is no such captcha');
    return widget;
  }

  function call(callback, ...given) {
    const found = typeof callback === 'string' ? window[callback] : callback;
    if (typeof found === 'function') found(...given);
  }

  async function solve(widget) {
    const response = await fetch(new URL('${captchaTokenPath}', address.origin), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ siteKey: widget.options.sitekey }),
    });
    if (!response.ok) throw new Error('invalid-data');
    widget.token = (await response.json()).token;
    return widget.token;
  }

  function clear(widget) {
    widget.token = '';
    widget.place.replaceChildren();
  }

  function execute(id, { async: wantsPromise = false } = {}) {
    const widget = find(id);
    const solved = new Promise((resolve, reject) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'I am a person';
      button.addEventListener('click', () => {
        button.disabled = true;
        solve(widget).then(resolve, reject);
      });
      widget.place.replaceChildren(button);
      call(widget.options['open-callback']);
      button.focus();
    }).then(
      (token) => {
        widget.place.replaceChildren();
        call(widget.options.callback, token);
        return { response: token, key: id };
      },
      (error) => {
        clear(widget);
        call(widget.options['error-callback'], 'network-error');
        throw error;
      },
    );
    if (wantsPromise) return solved;
    solved.catch(() => {});
  }

  const api = {
    render,
    execute,
    reset: (id) => clear(find(id)),
    remove: (id) => clear(find(id)),
    getResponse: (id) => find(id).token,
    ready: (callback) => callback(),
  };
  window.hcaptcha = api;
  window.grecaptcha = api;
  call(address.searchParams.get('onload'));
})();
`;
