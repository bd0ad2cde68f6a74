/** Okta's English labels of the fields of methods, and the app's own words for them. */
interface MethodLabel {
  readonly text: string;
  readonly defaults: readonly string[];
}

const labels: Readonly<Record<string, readonly MethodLabel[]>> = {
  'authenticator.methodType': [label('registration.phone.method', ['methodType'])],
  'authenticator.phoneNumber': [
    label('registration.phone.number', ['Phone number', 'phoneNumber']),
  ],
  'authenticator.channel': [label('methods.labels.channel', ['channel'])],
  'credentials.clientData': [label('methods.labels.userName', ['User name', 'Username'])],
  'credentials.credentialId': [
    label('methods.labels.credentialId', ['Credential ID', 'Enter credential ID']),
  ],
  'credentials.passcode': [
    label('methods.labels.firstCode', ['Security Code 1']),
    label('methods.labels.yubiKey', ['Insert then tap your YubiKey']),
    label('methods.labels.pin', ['PIN', 'Enter PIN']),
  ],
  'credentials.nextPasscode': [label('methods.labels.secondCode', ['Security Code 2'])],
  'credentials.questionKey': [label('methods.labels.question', ['Choose a security question'])],
  'credentials.question': [label('methods.labels.ownQuestion', ['Create a security question'])],
  'credentials.answer': [label('methods.labels.answer', ['Answer'])],
  email: [label('registration.labels.email', ['Email'])],
  phoneNumber: [label('registration.phone.number', ['Phone number', 'phoneNumber'])],
};

/** The text key for a field of a method, or undefined where the org has its own words. */
export function methodLabel(name: string, given: string): string | undefined {
  const known = Object.hasOwn(labels, name) ? labels[name] : undefined;
  const wording = given.trim().toLowerCase();
  return known?.find(({ defaults }) => defaults.some((one) => one.toLowerCase() === wording))?.text;
}

function label(text: string, defaults: readonly string[]): MethodLabel {
  return { text, defaults };
}
