/**
 * Fields that say who somebody is, by the last part of their name: Okta's `login`, `identifier` and
 * its addresses, and an org's own attribute that is named after e-mail, as `workEmail`.
 */
export function holdsIdentifier(fieldName: string): boolean {
  const leaf = fieldName.split('.').at(-1) ?? '';
  return /^(login|identifier|user_?name)$/i.test(leaf) || /e[-_]?mail(_?addr(ess)?)?$/i.test(leaf);
}

/** Line breaks and tabs separate words; taken out, they would make one identifier of two. */
const invisible = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * An identifier without what nobody sees and a copied text brings along: format and control
 * characters (Unicode's Cf and Cc), other characters that are drawn as nothing, and any space
 * around it. Nobody could type such a name again to sign in with it.
 */
export function cleanIdentifier(text: string): string {
  return text.replaceAll(invisible, '').trim();
}
