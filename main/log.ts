import { printable } from './printable';

/**
 * The fields a log line may carry. What is not named here is dropped, so a value that nobody
 * thought of cannot leak; none of them may hold an address with its query, a token, a handle,
 * a person's data or a form value.
 */
const allowedFields = [
  'channel',
  'code',
  'detail',
  'event',
  'host',
  'key',
  'kind',
  'milliseconds',
  'outcome',
  'path',
  'port',
  'reason',
  'reference',
  'remediation',
  'requestId',
  'shell',
  'status',
  'version',
] as const;

export type LogFields = Partial<
  Record<(typeof allowedFields)[number], string | number | boolean | null>
>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One JSON object a line: an event name and a flat record. */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      const kept = allowedFields.flatMap((name) => {
        const value = fields[name];
        return value === undefined ? [] : [[name, clamp(value)] as const];
      });
      const record = { time: now().toISOString(), level, event, ...Object.fromEntries(kept) };
      write(`${printable(JSON.stringify(record))}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function clamp(value: string | number | boolean | null) {
  return typeof value === 'string' ? value.slice(0, 300) : value;
}
