/**
 * Security descriptors as text (Microsoft's SDDL, "Security Descriptor Definition Language"), which
 * names accounts by their identifiers, the same in every language of Windows.
 */
export interface AccessList {
  readonly owner: string;
  /** Who may do what; entries that refuse something take no trust away and are left out. */
  readonly allowed: readonly { readonly account: string; readonly rights: number }[];
}

/** The system, the administrators of this computer, and the installer of Windows itself. */
const administrators: ReadonlySet<string> = new Set([
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);

/** "Owner rights": it stands for the owner, who is looked at by itself. */
const ownerRights = 'S-1-3-4';

const aliases: Readonly<Record<string, string>> = {
  SY: 'S-1-5-18',
  BA: 'S-1-5-32-544',
  OW: ownerRights,
};

/** File rights by their letters; the letters of directory objects stand for the same bits. */
const rightsOf: Readonly<Record<string, number>> = {
  GA: 0x1f01ff,
  GR: 0x120089,
  GW: 0x120116,
  GX: 0x1200a0,
  FA: 0x1f01ff,
  FR: 0x120089,
  FW: 0x120116,
  FX: 0x1200a0,
  KA: 0xf003f,
  KR: 0x20019,
  KW: 0x20006,
  KX: 0x20019,
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
  SD: 0x10000,
  RC: 0x20000,
  WD: 0x40000,
  WO: 0x80000,
};

const deleteChild = 0x40;
const deleteIt = 0x10000;
const writeList = 0x40000;
const writeOwner = 0x80000;
/** Data, more data, both kinds of attributes. */
const writeContent = 0x2 | 0x4 | 0x10 | 0x100;
/** The bits that stand for whole sets of rights, as a list may hold them: all, write, "maximum". */
const wholeSets = 0x10000000 | 0x40000000 | 0x02000000;

const takeOver = deleteIt | writeList | writeOwner;

/** The rights that make a file, or what a folder holds, somebody else's to exchange. */
const dangerous = {
  file: takeOver | writeContent | wholeSets,
  // Windows lets every user add to folders below `ProgramData`. What is added has another owner.
  folder: takeOver | deleteChild | 0x10000000 | 0x02000000,
} as const;

/** Why others than an administrator could have written it; null where none could. */
export function distrustAccess(sddl: string, kind: keyof typeof dangerous): string | null {
  const list = parseAccessList(sddl);
  if (!list) return 'its access list cannot be read';
  if (!administrators.has(list.owner)) return `owned by ${list.owner}`;
  const other = list.allowed.find(
    ({ account, rights }) =>
      !administrators.has(account) && account !== ownerRights && (rights & dangerous[kind]) !== 0,
  );
  return other === undefined ? null : `writable by ${other.account}`;
}

/** Null for what is no descriptor, holds no list (everybody may do everything), or is not understood. */
export function parseAccessList(sddl: string): AccessList | null {
  const found =
    /^O:([A-Z0-9-]+?)(?:G:[A-Z0-9-]+?)?D:([A-Z_]*)((?:\([^()]*(?:\([^()]*\)[^()]*)*\))*)(?:S:.*)?$/.exec(
      sddl.trim(),
    );
  const [, owner, flags, entries] = found ?? [];
  if (owner === undefined || flags === undefined || entries === undefined) return null;
  if (flags.includes('NO_ACCESS_CONTROL')) return null;
  const allowed: { account: string; rights: number }[] = [];
  for (const [, entry = ''] of entries.matchAll(/\(((?:[^()]|\([^()]*\))*)\)/g)) {
    const [type = '', inheritance = '', rights = '', , , account = ''] = entry.split(';');
    if (type === 'D' || type === 'OD' || type === 'XD') continue;
    // For what is made in the folder later, not for the folder.
    if (pairs(inheritance)?.includes('IO')) continue;
    const mask = readRights(rights);
    if (mask === null || account === '') return null;
    allowed.push({ account: aliases[account] ?? account, rights: mask });
  }
  return { owner: aliases[owner] ?? owner, allowed };
}

function readRights(text: string): number | null {
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return Number(text);
  if (/^\d{1,10}$/.test(text)) return Number(text);
  const letters = pairs(text);
  if (!letters) return null;
  let mask = 0;
  for (const letter of letters) {
    const right = rightsOf[letter];
    if (right === undefined) return null;
    mask |= right;
  }
  return mask;
}

function pairs(text: string): string[] | null {
  return text.length % 2 === 0 ? (text.match(/../g) ?? []) : null;
}
