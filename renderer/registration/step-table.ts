import { type Component, defineAsyncComponent } from 'vue';
import type { StepView } from '../../preload/schemas/registration';
import EmailCodeStep from './steps/EmailCodeStep.vue';
import EmailDataStep from './steps/EmailDataStep.vue';
import GenericStep from './steps/GenericStep.vue';
import MethodPickerStep from './steps/MethodPickerStep.vue';
import PasswordStep from './steps/PasswordStep.vue';
import PhoneCodeStep from './steps/PhoneCodeStep.vue';
import ProfileStep from './steps/ProfileStep.vue';

export interface StepScreen {
  readonly component: Component;
  /** Where the focus goes when the step appears. */
  readonly focus: 'heading' | 'first-field';
  /** Actions the screen shows itself, by id. */
  readonly claims: readonly string[];
}

/** A screen for a remediation, or for a remediation of one authenticator: `remediation/key`. */
const screens: Readonly<Record<string, StepScreen>> = {
  'enroll-profile': screen(ProfileStep, 'first-field'),
  'select-authenticator-enroll': screen(MethodPickerStep),
  'enroll-authenticator/okta_password': screen(PasswordStep),
  'authenticator-enrollment-data/okta_email': screen(EmailDataStep),
  'enroll-authenticator/okta_email': screen(EmailCodeStep, 'first-field', ['resend']),
  'authenticator-enrollment-data/phone_number': screen(
    defineAsyncComponent(() => import('./steps/PhoneStep.vue')),
  ),
  'enroll-authenticator/phone_number': screen(PhoneCodeStep, 'first-field', [
    'resend',
    'show:authenticator-enrollment-data',
  ]),
};

const generic = screen(GenericStep);

/** The screen of a step; a step nobody foresaw gets the generic form. */
export function stepScreen({ step, authenticator }: StepView): StepScreen {
  const key = authenticator === null ? step : `${step}/${authenticator.key}`;
  return (Object.hasOwn(screens, key) ? screens[key] : undefined) ?? generic;
}

function screen(
  component: Component,
  focus: StepScreen['focus'] = 'heading',
  claims: readonly string[] = [],
): StepScreen {
  return { component, focus, claims };
}
