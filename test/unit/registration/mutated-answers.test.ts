import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { toRequestBody } from '../../../main/registration/idx/request-body';
import { toTerminalAnswer } from '../../../main/registration/view/ending';
import { toStepView } from '../../../main/registration/view/step-view';
import { EndedView } from '../../../preload/contract/registration/ending';
import { StepView } from '../../../preload/contract/registration/step';
import { mutatedAnswers, readAnswer } from '../../support/mutated-answers';
import { runs } from '../../support/runs';

const orgUrl = 'https://acme.okta.com';
const context = {
  serial: 1,
  focus: null,
  person: { login: null, firstName: null, lastName: null },
  resendAvailableAt: null,
  clockOffset: 0,
  now: 0,
  orgUrl,
  capabilities: { canShowCaptcha: true, passkeys: 'any' as const },
  openedAction: null,
};

const problemsOf = (schema: v.GenericSchema, value: unknown) =>
  v.safeParse(schema, value).issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);

it('any answer becomes a view or an ending that the contract lets through', () => {
  fc.assert(
    fc.property(mutatedAnswers, (answer) => {
      const response = readAnswer(answer);
      const step = toStepView(response, context);
      if (step) {
        expect(problemsOf(StepView, step.view)).toBeUndefined();
        const values = Object.fromEntries(step.view.fields.map(({ name }) => [name, 'x']));
        toRequestBody(step.shown, values, {
          stateHandle: 'handle',
          authenticatorKey: step.authenticatorKey,
          code: { state: undefined, orgUrl },
        });
        for (const { id, kind } of step.view.actions) {
          if (kind !== 'open') continue;
          expect(step.links.find(id)?.href.href).toMatch(
            /^https:|^com-okta-authenticator:|^oktaverify:/,
          );
        }
        return;
      }
      const { reason, messages, detail, links } = toTerminalAnswer(response, orgUrl);
      const ended = {
        phase: 'ended',
        serial: 1,
        outcome: {
          kind: 'terminal',
          reason,
          isAccountCreated: false,
          reference: null,
          retryAfter: null,
          misconfigurations: [],
        },
        messages,
        detail,
        links,
      };
      expect(problemsOf(EndedView, ended)).toBeUndefined();
    }),
    runs(2_000),
  );
});
