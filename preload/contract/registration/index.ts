import * as v from 'valibot';
import { nothing } from '../common';
import { call } from '../define';
import { openErrors, OpenRequest, SubmitRequest, submitErrors } from './request';
import { serial } from './bounds';
import { StepView } from './step';
import { EndedView } from './ending';

/** Nobody signs up. */
const IdleView = v.strictObject({ phase: v.literal('idle'), serial });

export const RegistrationState = v.variant('phase', [IdleView, StepView, EndedView]);
export type RegistrationState = v.InferOutput<typeof RegistrationState>;

export const registrationCalls = {
  read: call({ request: nothing, response: RegistrationState }),
  start: call({ request: nothing, response: RegistrationState, errors: ['no-org', 'busy'] }),
  submit: call({ request: SubmitRequest, response: RegistrationState, errors: submitErrors }),
  /** Opens a page that the current view names, in the system's browser. */
  open: call({ request: OpenRequest, response: RegistrationState, errors: openErrors }),
  /** Gives up: aborts what is on its way, tells the org, forgets the person. */
  cancel: call({ request: nothing, response: RegistrationState }),
} as const;

export const registrationEvents = {
  'registration.changed': RegistrationState,
} as const;
