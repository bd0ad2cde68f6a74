/** How often a property is tried: `npm run test:long` has the time to try it twenty times as often. */
export function runs(quick: number): { numRuns: number } {
  return { numRuns: process.env['FRONTDESK_LONG'] ? quick * 20 : quick };
}
