/** A value of the API as text; what is not there is a dash. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(show).join(', ');
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
