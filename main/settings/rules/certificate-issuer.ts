const attributes = ['CN', 'O', 'OU', 'C', 'ST', 'L'] as const;
export type IssuerAttribute = (typeof attributes)[number];

/** Who issued a certificate: values per attribute, as RFC 5280 section 7.1 has them compared. */
export type IssuerNames = Readonly<Partial<Record<IssuerAttribute, readonly string[]>>>;

/** The issuer of the certificate that a desk shows to its org. */
export interface CertificateIssuer {
  readonly names: IssuerNames;
  /** Whether these names are all the issuer has, or its common name alone was given. */
  readonly isWhole: boolean;
}

/** RFC 4514 section 3, less what it escapes as hexadecimal bytes of a whole value. */
const attribute = /^\s*([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)\s*=\s*((?:\\.|[^\\,+;"])+)(?:[,+]|$)/u;

/**
 * An issuer as an administrator writes it: a distinguished name in the form of RFC 4514
 * (`CN=Acme Device CA,O=Acme`), or its common name alone. Null for anything else, and for a
 * distinguished name with no attribute by which Electron can tell one issuer from another.
 */
export function parseCertificateIssuer(typed: string): CertificateIssuer | null {
  const text = typed.trim();
  if (text === '' || text.length > 1000 || /\p{C}/u.test(text)) return null;
  if (!text.includes('=')) return { names: { CN: [comparable(text)] }, isWhole: false };

  const names: Partial<Record<IssuerAttribute, string[]>> = {};
  for (let rest = text; rest !== '';) {
    const found = attribute.exec(rest);
    if (!found) return null;
    const [whole, name = '', value = ''] = found;
    rest = rest.slice(whole.length);
    if (rest === '' && /[,+]$/.test(whole)) return null;
    const known = attributes.find((known) => known === name.toUpperCase());
    // Of domain components and the like Electron says nothing.
    if (known) (names[known] ??= []).push(comparable(unescape(value)));
  }
  return names.CN || names.O ? { names, isWhole: true } : null;
}

/** Case and doubled spaces make no other name (RFC 5280 section 7.1). */
export function comparable(value: string): string {
  return value.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function unescape(value: string): string {
  const bytes = value.replace(/(?:\\[0-9a-fA-F]{2})+/g, (escaped) =>
    Buffer.from(escaped.replaceAll('\\', ''), 'hex').toString('utf8'),
  );
  return bytes.replace(/\\(.)/gu, '$1');
}
