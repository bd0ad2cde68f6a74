import type { StepView } from '../../preload/contract/registration/step';
import { screen, type StepScreen, type StepScreens, lazyScreen } from './step-screen';
import EmailCodeStep from './steps/methods/EmailCodeStep.vue';
import EmailDataStep from './steps/methods/EmailDataStep.vue';
import { gateScreens } from './steps/gates/screens';
import GenericStep from './steps/GenericStep.vue';
import MethodPickerStep from './steps/picker/MethodPickerStep.vue';
import { methodScreens, screenByNature } from './steps/methods/screens';
import PasswordStep from './steps/methods/PasswordStep.vue';
import PhoneCodeStep from './steps/methods/PhoneCodeStep.vue';
import ProfileStep from './steps/profile/ProfileStep.vue';

const emailCode = screen(EmailCodeStep, 'registration.steps.emailCode', {
  focus: 'first-field',
  claims: ['resend'],
});
const phoneCode = screen(PhoneCodeStep, 'registration.steps.phoneCode', {
  focus: 'first-field',
  claims: ['resend', 'show:authenticator-enrollment-data'],
});

const screens: StepScreens = {
  'enroll-profile': screen(ProfileStep, 'registration.steps.profile', { focus: 'first-field' }),
  'select-authenticator-enroll': screen(MethodPickerStep, 'registration.steps.picker'),
  'enroll-authenticator/okta_password': screen(PasswordStep, 'registration.steps.password'),
  'authenticator-enrollment-data/okta_email': screen(EmailDataStep, 'registration.steps.emailData'),
  'enroll-authenticator/okta_email': emailCode,
  'challenge-authenticator/okta_email': emailCode,
  'authenticator-enrollment-data/phone_number': lazyScreen(
    () => import('./steps/methods/PhoneStep.vue'),
    'registration.steps.phone',
  ),
  'enroll-authenticator/phone_number': phoneCode,
  'challenge-authenticator/phone_number': phoneCode,
  ...methodScreens,
  ...gateScreens,
};

const anyForm = screen(GenericStep, 'registration.steps.generic');
const anyPicker = screen(GenericStep, 'registration.steps.picker');
const anyMethod = screen(GenericStep, 'registration.steps.method');

/** The screen of a step; a step nobody foresaw gets the generic form. */
export function stepScreen(view: StepView): StepScreen {
  const { step, authenticator } = view;
  if (step === 'select-authenticator-enroll' && !isListOfMethods(view)) return anyPicker;
  const key = authenticator === null ? step : `${step}/${authenticator.key}`;
  const nature = screenByNature(view) ?? key;
  return (
    lookUp(key) ?? lookUp(nature) ?? lookUp(step) ?? (authenticator === null ? anyForm : anyMethod)
  );
}

/** One question, each answer of which is a method: that and no more is what buttons can ask. */
function isListOfMethods({ fields }: StepView): boolean {
  return fields.length === 0 || (fields.length === 1 && fields[0]?.control === 'choice');
}

function lookUp(key: string): StepScreen | undefined {
  return Object.hasOwn(screens, key) ? screens[key] : undefined;
}
