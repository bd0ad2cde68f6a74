import type { Check } from './probe';

/** The page names the step the answer is about, once, and the method it is about. */
export const checkStep: Check = ({ reading, screen }) => {
  const found: string[] = [];
  const [first, ...more] = screen.steps;
  if (more.length > 0) found.push(`${screen.steps.length} elements carry data-step`);
  if (first?.step !== reading.step) {
    found.push(`data-step is "${first?.step ?? 'nowhere'}" instead of "${reading.step}"`);
  }
  if (reading.authenticator !== '' && first?.authenticator !== reading.authenticator) {
    const shown = first?.authenticator ?? '';
    found.push(`data-authenticator is "${shown}" instead of "${reading.authenticator}"`);
  }
  if (screen.title === '') found.push('the page has no heading');
  return found;
};
