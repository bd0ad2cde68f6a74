/** What tells who somebody is, wherever it stands in a text of the org. */
const traces: readonly RegExp[] = [
  // E-mail addresses, also those without a domain of the Internet.
  /[^\s"'<>()[\],;:=]+@[^\s"'<>()[\],;:]+/gu,
  // ACME\jdoe, as Active Directory writes it.
  /[\p{L}\p{N}._-]+\\[\p{L}\p{N}._-]+/gu,
  // What stands in quotes or behind a sign after the word for a login.
  /(?<=\b(?:user|username|login|account|identifier)\s*[:=]\s*)[^\s,;]+/giu,
  /(?<=\b(?:user|username|login|account|identifier)\s+)(["'“‘`«])[^"'”’`»]+["'”’`»]/giu,
  // jane.doe; scopes of Okta's API are written with full stops as well.
  /(?<![\p{L}\p{N}._-])(?!okta\.)\p{L}[\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)+/giu,
  // Phone numbers.
  /(?<![\p{L}\p{N}])\+?\d[\d ()-]{6,}\d/gu,
];

/** A text of the org without the people in it: their addresses, logins and the names given. */
export function maskPeople(text: string, names: readonly string[]): string {
  const named = names.reduce((masked, name) => masked.replaceAll(name, '…'), text);
  return traces.reduce((masked, trace) => masked.replace(trace, '…'), named);
}
