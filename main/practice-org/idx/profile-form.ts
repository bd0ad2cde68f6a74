import { captchaField } from '../captcha/drawing';
import { passcodeField } from '../authenticators/password';
import type { Policy, ProfileAttribute } from '../policy/schema';
import { group, type Field, type Form } from '../model/form';

/** `enroll-profile`, from the policy's attributes. */
export function profileForm(policy: Policy): Form {
  const userProfile: Field = {
    name: 'userProfile',
    form: { value: policy.profileAttributes.map(attributeField) },
  };
  const credentials = group(
    'credentials',
    [{ ...passcodeField, label: 'Enter Password', required: true }],
    { relatesTo: '$.currentAuthenticator' },
  );
  return {
    name: 'enroll-profile',
    path: '/idp/idx/enroll/new',
    fields: [
      userProfile,
      ...(policy.passwordOn === 'profile' ? [credentials] : []),
      ...(policy.captcha === 'off' ? [] : [captchaField(policy.captcha)]),
    ],
  };
}

export function attributeField(attribute: ProfileAttribute): Field {
  const { name, label, description, type, required, minLength, maxLength, input, customLabel } =
    attribute;
  return {
    name,
    type,
    label,
    required,
    ...(description !== undefined && { desc: description }),
    ...(customLabel && { customLabel }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(input !== undefined && { options: [display(attribute)] }),
  };
}

/** Okta wraps how a field is to be drawn into one option labelled `display`. */
function display({ input, format, options }: ProfileAttribute) {
  return {
    label: 'display',
    value: {
      type: 'object',
      value: { inputType: input, ...(format && { format }), ...(options && { options }) },
    },
  };
}
