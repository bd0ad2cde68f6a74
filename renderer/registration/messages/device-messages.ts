import type { MessageView } from '../../../preload/contract/registration/message';

/** One line of Okta's list of what a device lacks. */
export interface DeviceMessage {
  /** Text key under `messages.device`. */
  readonly text: string;
  readonly part: 'title' | 'explanation' | 'option' | 'step' | 'help';
  readonly params: Readonly<Record<string, string>>;
}

const prefix = 'idx.error.code.access_denied.device_assurance.remediation.';
const graceTitle = 'idx.device_assurance.grace_period.warning.title.due_by_date';
/** Keys that the org makes up for its administrator's own words. */
const custom = 'device.assurance.custom.remediation.';

const frame: Readonly<Record<string, readonly [DeviceMessage['part'], string]>> = {
  title: ['title', 'title'],
  explanation_one_rule: ['explanation', 'one'],
  explanation_multiple_rules: ['explanation', 'many'],
  additional_help_default: ['help', 'help'],
  additional_help_custom: ['help', 'helpCustom'],
};

const steps: Readonly<Record<string, string>> = {
  'android.device_disk_encrypted': 'encrypt',
  'android.use_lock_screen': 'screenLock',
  'android.use_biometric_lock_screen': 'screenLockBiometrics',
  'android.zero.trust.android_device_policy_app_required': 'policyApp',
  'android.zero.trust.android_device_policy_app_required_manual_install': 'policyAppManual',
  'android.zero.trust.play_protect_required': 'playProtect',
  'android.zero.trust.play_protect_scan_threshold': 'playProtectWarnings',
  'android.zero.trust.version_update_available': 'systemUpdate',
  'android.zero.trust.disable_usb_debugging': 'usbDebugging',
  'android.zero.trust.lock_screen_complexity': 'strongerLock',
  'android.zero.trust.disable_network_proxy': 'noProxy',
  'android.zero.trust.unsecured_wifi_network': 'safeWifi',
  'ios.use_lock_screen': 'passcode',
  'ios.use_biometric_lock_screen': 'passcodeBiometrics',
  'macos.use_lock_screen': 'passcode',
  'macos.device_disk_encrypted': 'fileVault',
  'windows.device_disk_encrypted': 'bitLocker',
  'windows.use_biometric_lock_screen': 'windowsHello',
  'chrome.disk_encrypted': 'encrypt',
  'chrome.os_firewall': 'firewall',
  'chrome.screen_lock_secured': 'autoLock',
  'chrome.chromeos.key_trust_level.verified_mode': 'verifiedMode',
  'chrome.chromeos.key_trust_level.developer_mode': 'developerMode',
  'device.must.be.managed': 'managed',
};

/** Names of makers, the same in every language. */
const systems: Readonly<Record<string, string>> = {
  android: 'Android',
  ios: 'iOS',
  macos: 'macOS',
  windows: 'Windows',
  chrome: 'Chrome',
  'chrome.chromeos': 'ChromeOS',
};

const updates: Readonly<Record<string, string>> = {
  '': 'update',
  '.at_least': 'updateAtLeast',
  '.exactly': 'updateExactly',
  '.one_of_the_following': 'updateOneOf',
  '.exactly_one_of_the_following': 'updateOneOf',
};

/** Belongs to the list, also where only the org's words will do. */
export function isAboutDevice({ key }: MessageView): boolean {
  return key !== null && (key.startsWith(prefix) || key === graceTitle || key.startsWith(custom));
}

/** The app's words for a line of the list, or null where only the org's will do. */
export function deviceMessage({ key, params }: MessageView): DeviceMessage | null {
  const [first] = params;
  if (key === graceTitle) {
    const isDate = first !== undefined && Number.isFinite(Date.parse(first));
    return isDate ? { part: 'title', text: 'due', params: { date: first } } : null;
  }
  if (!key?.startsWith(prefix)) return null;
  const name = key.slice(prefix.length);
  if (name === 'option_index') return numbered(first);
  if (Object.hasOwn(frame, name) && frame[name]) {
    const [part, text] = frame[name];
    return { part, text, params: {} };
  }
  if (Object.hasOwn(steps, name) && steps[name]) {
    return { part: 'step', text: steps[name], params: {} };
  }
  return updateMessage(name, first);
}

function numbered(number: string | undefined): DeviceMessage | null {
  return number === undefined ? null : { part: 'option', text: 'option', params: { number } };
}

/** `macos.upgrade_os_version.at_least`, `chrome.upgrade_browser_version`. */
function updateMessage(name: string, version: string | undefined): DeviceMessage | null {
  const [, platform = '', how = ''] = /^(.+)\.upgrade_(?:os|browser)_version(.*)$/.exec(name) ?? [];
  const system = Object.hasOwn(systems, platform) ? systems[platform] : undefined;
  const text = Object.hasOwn(updates, how) ? updates[how] : undefined;
  return system && text && version !== undefined
    ? { part: 'step', text, params: { system, version } }
    : null;
}
