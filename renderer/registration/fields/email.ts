import { cleanIdentifier } from '../../../preload/typed/identifier';

/**
 * Whether text looks like an address mail could reach: something, one `@`, a domain with a dot and
 * no empty label, once what nobody sees is out of it. Unicode is welcome on both sides (RFC 6531); what exists only the server knows.
 */
export function looksLikeEmail(text: string): boolean {
  const address = cleanIdentifier(text);
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 254 || /[\s<>()[\],;:"\\]/u.test(address)) return false;
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (local.includes('@') || local.startsWith('.') || local.endsWith('.')) return false;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => /^[^-]([^]*[^-])?$/u.test(label));
}
