import type { App } from 'vue';

/** Of one page; an error in a loop would fill the log. */
const mostReports = 20;

/**
 * Hears of every error that nothing in the page caught, of Vue's or of the page's own code.
 *
 * @param tell gets the error's kind and the function it came from, never its words
 */
export function hearUnforeseen(
  vue: Pick<App, 'config'>,
  page: Pick<Window, 'addEventListener'>,
  tell: (detail: string) => void,
): void {
  let reports = 0;
  const note = (error: unknown) => {
    reports += 1;
    if (reports <= mostReports) tell(placeOf(error));
  };
  vue.config.errorHandler = (error) => note(error);
  page.addEventListener('unhandledrejection', (event) => note(event.reason));
  page.addEventListener('error', ({ error }) => {
    // Browsers also report a late layout this way, without an error.
    if (error instanceof Error) note(error);
  });
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const where = /at (?:async )?([\w.<>]+) /.exec(error.stack ?? '')?.[1] ?? 'unknown';
  return `${error.name} in ${where}`.replace(/[^\w.<> ]/g, '').slice(0, 200);
}
