import type { Message } from '../model/messages';

const key = 'idx.error.code.access_denied.device_assurance.remediation.';

/** One of the things to do about a device; the link leads to how it is done. */
function todo(
  name: string,
  message: string,
  { params, help }: { params?: readonly string[]; help?: string } = {},
): Message {
  return {
    message,
    i18n: { key: `${key}${name}`, ...(params && { params }) },
    class: 'ERROR',
    ...(help !== undefined && { links: [{ url: `https://help.example.com/${help}` }] }),
  };
}

/** Two ways to make a device good enough, as Okta lists them. */
export const deviceOptions: readonly Message[] = [
  todo('option_index', 'Option 1:', { params: ['1'] }),
  todo('macos.upgrade_os_version', 'Update to macOS 15.1', { params: ['15.1'], help: 'update' }),
  todo('option_index', 'Option 2:', { params: ['2'] }),
  todo('macos.device_disk_encrypted', 'Turn on FileVault', { help: 'filevault' }),
  todo('macos.use_lock_screen', 'Set a passcode for the lock screen', { help: 'lock' }),
  todo(
    'additional_help_default',
    'For more information, follow the instructions on the help page or contact your administrator for help',
    { help: 'devices' },
  ),
];

export const deviceDenied: readonly Message[] = [
  todo('title', "Your device doesn't meet the security requirements"),
  todo(
    'explanation_multiple_rules',
    'To sign in, pick an option and make the updates. Then, access the app again.',
  ),
  ...deviceOptions,
];

/** `09/05/2024, 12:00 AM UTC`. */
const dueDate = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

export function deviceDueBy(date: Date): Message {
  return {
    message: `Your device doesn't meet the security requirements. Fix the issue by ${dueDate.format(date)} to prevent lockout.`,
    i18n: {
      key: 'idx.device_assurance.grace_period.warning.title.due_by_date',
      params: [date.toISOString()],
    },
    class: 'WARNING',
  };
}
