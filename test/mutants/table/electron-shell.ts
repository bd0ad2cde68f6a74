import type { MutatedFile } from './mutant.ts';

const folder = 'test/unit/shell/electron';

/** Electron's window, its sessions, and who may talk to main. */
export const electronShell: readonly MutatedFile[] = [
  {
    file: 'main/shell/electron/window.ts',
    tests: [`${folder}/window.test.ts`],
    mutants: [
      {
        text: 'sandbox: true',
        instead: 'sandbox: false',
        without: "the page's process may do anything",
      },
      {
        text: 'contextIsolation: true',
        instead: 'contextIsolation: false',
        without: 'the page changes what the bridge does',
      },
      {
        text: 'nodeIntegration: false',
        instead: 'nodeIntegration: true',
        without: 'the page has Node',
      },
      {
        text: 'nodeIntegrationInSubFrames: false',
        instead: 'nodeIntegrationInSubFrames: true',
        without: 'a frame has Node',
      },
      {
        text: 'nodeIntegrationInWorker: false',
        instead: 'nodeIntegrationInWorker: true',
        without: 'a worker has Node',
      },
      { text: 'webSecurity: true', instead: 'webSecurity: false', without: 'origins mean nothing' },
      {
        text: 'allowRunningInsecureContent: false',
        instead: 'allowRunningInsecureContent: true',
        without: 'a script over plain http runs',
      },
      {
        text: 'webviewTag: false',
        instead: 'webviewTag: true',
        without: 'a page holds another with rules of its own',
      },
      {
        text: 'experimentalFeatures: false',
        instead: 'experimentalFeatures: true',
        without: 'what is half-finished in Chromium is on',
      },
      {
        text: 'navigateOnDragDrop: false',
        instead: 'navigateOnDragDrop: true',
        without: "a dropped file takes the place of the app's page",
      },
      {
        text: 'spellcheck: false',
        instead: 'spellcheck: true',
        without: 'names go to a dictionary',
      },
      {
        text: 'safeDialogs: true',
        instead: 'safeDialogs: false',
        without: 'a page alerts without end',
      },
      {
        text: 'devTools: !isPackaged',
        instead: 'devTools: true',
        without: 'a visitor looks into the last form',
      },
    ],
  },
  {
    file: 'main/shell/electron/guards.ts',
    tests: [`${folder}/guards.test.ts`],
    mutants: [
      {
        text: "  'will-navigate',\n  'will-frame",
        instead: "  'will-frame",
        without: 'the page goes elsewhere',
      },
      { text: "  'will-frame-navigate',\n", instead: '', without: 'a frame goes elsewhere' },
      { text: "  'will-redirect',\n", instead: '', without: 'a redirect leads elsewhere' },
      { text: "  'will-attach-webview',\n", instead: '', without: 'a webview is attached' },
      {
        text: 'event.isMainFrame === false ?',
        instead: 'event.url ?',
        without: 'the page itself goes where only a frame may',
      },
      {
        text: 'if (url && frames.isAdmitted(contents, url)) return;',
        instead: 'if (url) return;',
        without: 'a frame goes anywhere',
      },
      {
        text: "return { action: 'deny' };",
        instead: "return { action: 'allow' } as never;",
        without: 'a page opens windows',
      },
      {
        text: '?? false,',
        instead: '?? true,',
        without: 'a window that asked for no frames has them all',
      },
    ],
  },
  {
    file: 'main/shell/electron/permissions.ts',
    tests: [`${folder}/permissions.test.ts`],
    mutants: [
      {
        text: 'decide(isCopying(permission, details.requestingUrl, details.isMainFrame))',
        instead: 'decide(true)',
        without: 'the page gets camera and location',
      },
      {
        text: 'isCopying(permission, origin, details.isMainFrame),',
        instead: 'true,',
        without: 'questions that nobody hears are answered with yes',
      },
      {
        text: "permission === 'clipboard-sanitized-write' && ",
        instead: '',
        without: 'whoever may copy may do anything',
      },
      {
        text: ' && mayCopy(originOf(address))',
        instead: '',
        without: 'pages of the org write to the clipboard',
      },
      {
        text: ' && isMainFrame && ',
        instead: ' && ',
        without: 'frames write to the clipboard',
      },
      {
        text: 'setDevicePermissionHandler(() => false)',
        instead: 'setDevicePermissionHandler(() => true)',
        without: 'the page has USB and serial devices',
      },
      {
        text: '  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));\n',
        instead: '',
        without: 'the screen is asked for',
      },
      {
        text: 'confirmed: false }',
        instead: 'confirmed: true }',
        without: 'Bluetooth devices are paired',
      },
      {
        text: "  app.on('session-created', (session) =>\n    denyPermissions(session, (origin) => origin === appOrigin),\n  );\n",
        instead: '',
        without: 'sessions that come later refuse nothing',
      },
    ],
  },
  {
    file: 'main/shell/electron/doorway.ts',
    tests: [`${folder}/doorway.test.ts`],
    mutants: [
      {
        text: "if (!trusted.has(sender)) return 'unknown-sender';",
        instead: '',
        without: 'any window calls main',
      },
      {
        text: "if (frame.parent !== null) return 'sub-frame';",
        instead: '',
        without: 'a frame calls main',
      },
      {
        text: "frame.origin === appOrigin ? 'trusted' : 'wrong-origin'",
        instead: "'trusted'",
        without: 'a page of another origin calls main',
      },
      {
        text: 'frame === null || frame.isDestroyed() || frame.detached',
        instead: 'frame === null',
        without: 'a frame that is gone counts as what it was',
      },
      {
        text: "if (audience === 'person' && how.audience !== 'person') continue;",
        instead: '',
        without: "a second window receives a person's sign-up",
      },
      {
        text: "how?.audience === 'person' ? 'trusted' : 'bystander'",
        instead: "'trusted'",
        without: "a second window asks for a person's sign-up",
      },
      {
        text: 'return () => trusted.delete(page);',
        instead: 'return () => {};',
        without: 'a closed window stays trusted',
      },
      {
        text: 'return () => ipcMain.removeHandler(channel);',
        instead: 'return () => {};',
        without: 'a call is answered after its end',
      },
    ],
  },
  {
    file: 'main/shell/electron/app-protocol.ts',
    tests: [`${folder}/app-protocol.test.ts`],
    mutants: [
      {
        text: "if (request.method !== 'GET') return refusal(405);",
        instead: '',
        without: 'a post is answered',
      },
      {
        text: 'url?.host === host ? files.get(url.pathname) : undefined',
        instead: "files.get(url?.pathname ?? '')",
        without: 'another host of the scheme serves the page',
      },
      {
        text: '...securityHeaders({ connect: "\'none\'", nonce }),\n',
        instead: '',
        without: 'the page has no policy',
      },
      {
        text: 'securityHeaders({ connect: "\'none\'", nonce })',
        instead: 'securityHeaders({ connect: "\'self\'", nonce })',
        without: 'the page asks a server',
      },
      {
        text: 'headers: securityHeaders({ connect: "\'none\'" }) }',
        instead: 'headers: {} }',
        without: 'a refusal has no policy',
      },
      {
        text: "randomBytes(16).toString('base64url')",
        instead: "'nonce'",
        without: 'the nonce can be guessed',
      },
      {
        text: 'standard: true,',
        instead: 'standard: false,',
        without: 'the page has no origin to compare',
      },
      {
        text: 'secure: true,',
        instead: 'secure: false,',
        without: 'passwords are typed on an insecure page',
      },
    ],
  },
  {
    file: 'main/shell/electron/deep-link.ts',
    tests: [`${folder}/deep-link.test.ts`],
    mutants: [
      { text: 'address.length > maxLength || ', instead: '', without: 'a link has any length' },
      {
        text: '!address.startsWith(callback)',
        instead: '!address.startsWith(deepLinkScheme)',
        without: 'any address of the scheme passes',
      },
      {
        text: "rest === '' || /^\\?[\\x21\\x22\\x24-\\x7e]*$/.test(rest)",
        instead: 'true',
        without: 'spaces, fragments and control characters pass',
      },
      {
        text: 'if (link !== null) deliver(link);',
        instead: 'deliver(link ?? url);',
        without: 'macOS hands over any link',
      },
      {
        text: "? ['--'] :",
        instead: '? [] :',
        without: 'a link adds a switch to a packaged app',
      },
      {
        text: "[resolve(entry), '--']",
        instead: '[resolve(entry)]',
        without: 'a link adds a switch',
      },
      {
        text: "if (!run.isPackaged && run.platform !== 'win32') return false;",
        instead: '',
        without: 'a checkout believes that it owns the scheme',
      },
      {
        text: 'isTaken && app.isDefaultProtocolClient(',
        instead: 'isTaken || app.isDefaultProtocolClient(',
        without: 'a call that does nothing is believed',
      },
    ],
  },
  {
    file: 'main/shell/electron/personal-network.ts',
    tests: [`${folder}/personal-network.test.ts`],
    mutants: [
      {
        text: "      closing.abort(new TypeError('This network is closed'));\n",
        instead: '',
        without: 'a person who left goes on asking',
      },
      {
        text: '({ release }) => release(),',
        instead: '() => {},',
        without: 'what a person left behind stays',
      },
      {
        text: 'await orAborted(fetched, signal)',
        instead: 'await fetched',
        without: 'a request waits for a session without end',
      },
    ],
  },
  {
    file: 'main/shell/electron/session-pool.ts',
    tests: [`${folder}/personal-network.test.ts`],
    mutants: [
      { text: 'cache: false', instead: 'cache: true', without: 'answers stay in a cache' },
      {
        text: "if (session.isPersistent()) throw new Error('A session of a person would be written to disk');",
        instead: '',
        without: "a person's session lands on disk",
      },
      {
        text: '    prepare(session, partition);\n',
        instead: '',
        without: 'the session refuses nothing',
      },
      {
        text: 'giveBack(isEmpty ? slot : make());',
        instead: 'giveBack(slot);',
        without: 'the next person gets a session that is not empty',
      },
      {
        text: 'cookies.length === 0 && ',
        instead: '',
        without: 'a cookie that stays is not seen',
      },
      { text: ' && cached === 0', instead: '', without: 'a cache that stays is not seen' },
      {
        text: 'if (inUse >= size) {',
        instead: 'if (false) {',
        without: 'sessions are made without end',
      },
      {
        text: '    await session.closeAllConnections();\n',
        instead: '',
        without: "the next person's requests use the last one's connection",
      },
      { text: '      session.clearData(),\n', instead: '', without: 'stored data stays' },
      { text: '      session.clearStorageData(),\n', instead: '', without: 'cookies stay' },
      { text: '      session.clearCache(),\n', instead: '', without: 'answers stay' },
      {
        text: '      session.clearAuthCache(),\n',
        instead: '',
        without: 'a password of a proxy stays',
      },
      {
        text: '      session.clearHostResolverCache(),\n',
        instead: '',
        without: 'names that were looked up stay',
      },
    ],
  },
  {
    file: 'main/shell/electron/net-fetch.ts',
    tests: [`${folder}/net-fetch.test.ts`, `${folder}/personal-network.test.ts`],
    mutants: [
      {
        text: 'if (!/^https?:$/.test(new URL(asked.url).protocol)) {',
        instead: 'if (false) {',
        without: 'an org has a file of this computer read',
      },
      {
        text: "asked.redirect === 'manual' ? 'manual' : 'error'",
        instead: "asked.redirect === 'manual' ? 'manual' : ('follow' as 'error')",
        without: 'a redirect takes a person’s data elsewhere',
      },
      {
        text: '    resolve(new Response(null, { status, headers }));\n    // Before the listener returns: Electron would report a redirect that was not followed as an error.\n    request.abort();\n',
        instead: '',
        without: 'a one-time link is told as unreachable',
      },
      {
        text: 'if (isProxy) fail(new ProxyAsksForPassword(`${host}:${port}`));',
        instead: '',
        without: 'nobody learns which proxy asks',
      },
      {
        text: "  signal.addEventListener('abort', giveUp, { once: true });\n",
        instead: '',
        without: 'a request outlives the person who gave up',
      },
    ],
  },
  {
    file: 'main/shell/electron/client-certificates.ts',
    tests: [`${folder}/client-certificates.test.ts`, `${folder}/shell.test.ts`],
    mutants: [
      {
        text: '    event.preventDefault();\n',
        instead: '',
        without: 'a certificate tells who owns the computer',
      },
      {
        text: 'const isOrg = shown !== null && host !== null && host === hostOf(shown.orgUrl);',
        instead: 'const isOrg = shown !== null;',
        without: 'every server that asks learns whose the computer is',
      },
      {
        text: 'host !== null && host === hostOf',
        instead: 'host === hostOf',
        without: 'whoever asks without a name is taken for an org without TLS',
      },
      {
        text: 'certificates.filter((one) => isOf(one, shown.issuer))',
        instead: '[...certificates]',
        without: 'a certificate of another issuer is shown',
      },
      {
        text: '      .filter(isValidNow)\n',
        instead: '',
        without: 'a certificate that has expired is shown',
      },
      {
        text: "    ? ['CN', 'O', 'OU', 'C', 'ST', 'L']\n",
        instead: "    ? ['CN']\n",
        without: 'two issuers of one common name are taken for each other',
      },
    ],
  },
  {
    file: 'main/shell/electron/show-window.ts',
    tests: [`${folder}/show-window.test.ts`],
    mutants: [
      {
        text: "      if (!options.isPageAlive()) void explain('no-page');\n",
        instead: '',
        without: 'a page that is broken is an empty window',
      },
      {
        text: "  window.on('closed', () => clearTimeout(timer));\n",
        instead: '',
        without: 'a closed window is asked about',
      },
    ],
  },
  {
    file: 'main/shell/electron/org-window-session.ts',
    tests: [`${folder}/org-window.test.ts`],
    mutants: [
      {
        text: '  denyPermissions(session);\n',
        instead: '',
        without: 'the session refuses nothing',
      },
      {
        text: "session.on('will-download', (event) => event.preventDefault());",
        instead: '',
        without: 'a page saves files',
      },
      {
        text: "respond({ cancel: verdictOf(url) === 'refused' });",
        instead: 'respond({ cancel: false });',
        without: 'the page asks any host',
      },
      {
        text: '          return refusal();\n',
        instead: '          return forward(request, fetchOutside);\n',
        without: 'the org itself is asked',
      },
      {
        text: "(url && rules()?.judge(url)) ?? 'refused'",
        instead: "(url && rules()?.judge(url)) ?? 'network'",
        without: 'what comes late goes to the org with the ticket',
      },
      {
        text: '          rules.delete(session);\n',
        instead: '',
        without: 'a window that is gone goes on being answered',
      },
      {
        text: '          return release();\n',
        instead: '          return Promise.resolve();\n',
        without: 'what the window left behind stays',
      },
      {
        text: "if (!headers.has('referer')) headers.set('Referer', referrer.href);",
        instead: '',
        without: 'a captcha does not know whose page it is on',
      },
      {
        text: "if (!isRead && !headers.has('origin')) headers.set('Origin', referrer.origin);",
        instead: '',
        without: 'a captcha refuses what has no origin',
      },
    ],
  },
  {
    file: 'main/shell/electron/org-window-site.ts',
    tests: [`${folder}/org-window.test.ts`],
    mutants: [
      {
        text: "if (searchParams.get('ticket') !== ticket) return reply(403);",
        instead: '',
        without: 'a frame of a captcha ends the task',
      },
      {
        text: 'if (!outcome) return reply(400);',
        instead: '',
        without: 'anything counts as an outcome',
      },
      {
        text: 'headers: { ...headers, ',
        instead: 'headers: { ',
        without: 'the page has no policy',
      },
    ],
  },
  {
    file: 'main/shell/electron/org-window.ts',
    tests: [`${folder}/org-window.test.ts`],
    mutants: [
      {
        text: "url.protocol === 'https:' || isLoopback(url)",
        instead: 'true',
        without: 'a passkey is made over plain http',
      },
      {
        text: 'if (signal.aborted) {',
        instead: 'if (false) {',
        without: 'a window opens for somebody who left',
      },
      {
        text: "randomBytes(32).toString('base64url')",
        instead: "'ticket'",
        without: 'the ticket can be guessed',
      },
      {
        text: 'url.origin === orgUrl.origin && url.pathname',
        instead: 'url.pathname',
        without: "another host's address is taken for ours",
      },
      {
        text: "isAdmitted(url, sources) ? 'network' : 'refused'",
        instead: "'network'",
        without: 'the page loads from any host',
      },
      {
        text: '...lockedPreferences(app.isPackaged), ',
        instead: '',
        without: 'the window is held to nothing',
      },
      {
        text: 'const timeUp = setTimeout(giveUp, patience);',
        instead: 'const timeUp = undefined;',
        without: 'a forgotten window stays',
      },
      { text: '  window.destroy();\n', instead: '', without: 'the window stays after its task' },
      {
        text: '  window.destroy();\n  await network.close();\n',
        instead: '  window.destroy();\n',
        without: 'what the window left behind stays',
      },
    ],
  },
  {
    file: 'main/shell/electron/open-external.ts',
    tests: [`${folder}/open-external.test.ts`],
    mutants: [
      {
        text: 'if (!isOpenable(url)) return false;',
        instead: '',
        without: 'any address is opened',
      },
      {
        text: "if (!isForBrowser && app.getApplicationNameForProtocol(url.href) === '') return false;",
        instead: '',
        without: 'a link that opens nothing is told as opened',
      },
    ],
  },
  {
    file: 'main/shell/electron/crash.ts',
    tests: [`${folder}/crash.test.ts`],
    mutants: [
      {
        text: 'recent.length >= limitPerMinute',
        instead: 'false',
        without: 'a page that keeps dying is loaded without end',
      },
      {
        text: '    forgetPerson()\n',
        instead: '    Promise.resolve()\n',
        without: 'the next page shows the last person',
      },
      {
        text: '        if (contents.isDestroyed()) return;\n',
        instead: '',
        without: 'a window that is gone is loaded',
      },
    ],
  },
  {
    file: 'main/shell/electron/quit.ts',
    tests: [`${folder}/quit.test.ts`],
    mutants: [
      {
        text: 'Promise.race([stop(), timeUp])',
        instead: 'stop()',
        without: 'an org that does not answer keeps the app open',
      },
      {
        text: '    event.preventDefault();\n',
        instead: '',
        without: 'the process ends before the person is forgotten',
      },
    ],
  },
  {
    file: 'main/shell/electron/shell.ts',
    tests: [`${folder}/shell.test.ts`],
    mutants: [
      {
        text: '  app.enableSandbox();\n',
        instead: '',
        without: 'helper processes have no sandbox',
      },
      {
        text: '  guardNavigation(app, run.log, frames);\n',
        instead: '',
        without: 'pages go anywhere',
      },
      {
        text: '  denyPermissionsEverywhere(app);\n',
        instead: '',
        without: 'permissions are granted',
      },
      {
        text: '  chooseClientCertificates(app, () => wantedCertificate(), run.log);\n',
        instead: '',
        without: 'the first certificate of the computer is sent',
      },
      {
        text: '  if (!isFirst) {\n    app.quit();\n    return;\n  }\n',
        instead: '',
        without: 'two instances write one folder',
      },
    ],
  },
  {
    file: 'main/shell/electron/open-app.ts',
    tests: [`${folder}/shell.test.ts`],
    mutants: [
      {
        text: "        if (link === 'own') focusWindow();\n",
        instead: '        focusWindow();\n',
        without: 'any site brings the window to the front',
      },
      {
        text: 'await Promise.all([frontdesk.stop(), wayBack?.close()]);',
        instead: 'await frontdesk.stop();',
        without: 'a port stays open after the app',
      },
      {
        text: '  // Before its first request.\n  onCreated(frontdesk);\n  await frontdesk.start();',
        instead: '  await frontdesk.start();\n  onCreated(frontdesk);',
        without: 'the first requests to the org lack the certificate that it asks for',
      },
      {
        text: '  stopBeforeQuit(app, async () => {\n    await Promise.all([frontdesk.stop(), wayBack?.close()]);\n  });\n',
        instead: '',
        without: 'main is not told that the app ends',
      },
      {
        text: "if (platform === 'darwin') void frontdesk.forgetPerson();",
        instead: "if (platform === 'darwin') return;",
        without: 'on macOS the person stays after their window',
      },
    ],
  },
  {
    file: 'main/shell/electron/main-window.ts',
    tests: [`${folder}/shell.test.ts`],
    mutants: [
      {
        text: "  window.on('closed', distrust);\n",
        instead: '',
        without: 'a closed window stays trusted',
      },
      {
        text: 'forgetPerson: () => options.forgetPerson(),',
        instead: 'forgetPerson: async () => {},',
        without: 'a crashed page leaves its person behind',
      },
    ],
  },
  {
    file: 'main/shell/electron/single-instance.ts',
    tests: [`${folder}/shell.test.ts`],
    mutants: [
      {
        text: 'if (!app.requestSingleInstanceLock()) return false;',
        instead: '',
        without: 'two instances write one folder',
      },
    ],
  },
];
