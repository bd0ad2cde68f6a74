/** What an org sends back. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * The org's own endpoints lie at its host, whichever the answer was recorded at. Addresses of
 * others, an app store or a help page, stay as they are.
 */
export function atHost(text: string, origin: string): string {
  const ownPath = String.raw`(?=/(?:idp|sso|oauth2|app|email|api|login|signin|enduser)\b)`;
  const anyHost = new RegExp(String.raw`https?://[^/"\s]+${ownPath}`, 'g');
  return text.replace(anyHost, origin);
}

const stateHandle = 'the-state-handle';
const hidden = { name: 'stateHandle', value: stateHandle, visible: false, mutable: false };

/** What the org's profile form asks for, where the sign-up leads on to it. */
export const profileForm: Answer = answer(200, {
  remediation: {
    type: 'array',
    value: [
      {
        name: 'enroll-profile',
        href: 'https://org.example/idp/idx/enroll/new',
        method: 'POST',
        value: [
          {
            name: 'userProfile',
            form: {
              value: [
                { name: 'firstName', label: 'First name', required: true },
                { name: 'email', label: 'Email', required: true },
              ],
            },
          },
          hidden,
        ],
      },
    ],
  },
});

/** Nobody's words, so that they can only come from here. */
export const lastWords = 'Zanzibar closes the gate behind every caravan.';

/** The end of a sign-up: what was sent has arrived. */
export const landing: Answer = ending(200, lastWords, 'INFO');

/** The org's way of not showing its profile form. */
export const refusal: Answer = ending(403, lastWords, 'ERROR');

function ending(status: number, message: string, level: string): Answer {
  const said = { message, i18n: { key: 'fake.last.words' }, class: level };
  return answer(status, { messages: { type: 'array', value: [said] } });
}

function answer(status: number, body: object): Answer {
  return { status, text: JSON.stringify({ version: '1.0.0', stateHandle, ...body }) };
}
