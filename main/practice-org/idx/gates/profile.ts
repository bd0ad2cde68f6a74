import type { Account } from '../../model/accounts';
import type { ProfileAttribute } from '../../policy/schema';
import { attributeField } from '../profile-form';
import { checkProfile } from '../profile-check';
import { skipForm } from '../picker-form';
import type { Field, Form } from '../../model/form';
import { badRequest, type Visit } from '../../model/visit';
import { passed, type Gate, type GateResult } from '../../model/gate';

type Attributes = readonly ProfileAttribute[];

/** Progressive profiling: more is asked of a person who is in already. */
export const progressiveProfile: Gate = {
  name: 'progressive-profile',
  stands: 'after-methods',
  isWanted: ({ progressiveProfile: wanted }, account) => isMissing(wanted?.attributes, account),
  draw({ org }) {
    const { attributes = [], title, buttonLabel } = org.policy.progressiveProfile ?? {};
    const value = {
      ...(title !== undefined && { label: title }),
      ...(buttonLabel !== undefined && { buttonLabel }),
    };
    const isNamed = title !== undefined || buttonLabel !== undefined;
    return {
      forms: [
        {
          name: 'enroll-profile',
          path: '/idp/idx/enroll/update',
          fields: [{ name: 'userProfile', form: { value: attributes.map(attributeField) } }],
        },
      ],
      ...(isNamed && { rest: { uiDisplay: { type: 'object', value } } }),
    };
  },
  answers: {
    '/idp/idx/enroll/update': (visit) =>
      keep(visit, visit.org.policy.progressiveProfile?.attributes),
  },
};

/** Okta's older page: its fields come in groups of the same name, one each. */
export const profileUpdate: Gate = {
  name: 'profile-update',
  stands: 'after-methods',
  isWanted: ({ profileUpdate: wanted }, account) => isMissing(wanted?.attributes, account),
  draw({ org }) {
    const attributes = org.policy.profileUpdate?.attributes ?? [];
    const form: Form = {
      name: 'profile-update',
      path: '/idp/idx/enroll/new',
      fields: attributes.map((attribute): Field => ({
        name: 'userProfile',
        form: { value: [attributeField(attribute)] },
      })),
    };
    return { forms: canBeSkipped(attributes) ? [form, skipForm] : [form] };
  },
  answers: {
    '/idp/idx/enroll/new': (visit) => keep(visit, visit.org.policy.profileUpdate?.attributes),
    [skipForm.path]: ({ org }) =>
      canBeSkipped(org.policy.profileUpdate?.attributes ?? [])
        ? passed
        : { kind: 'refused', refusal: badRequest },
  },
};

function canBeSkipped(attributes: Attributes): boolean {
  return attributes.every(({ required }) => !required);
}

/** Somebody who comes back through an identity provider may have been asked before. */
function isMissing(attributes: Attributes | undefined, { profile }: Account): boolean {
  return attributes?.some(({ name }) => profile[name] === undefined) ?? false;
}

function keep({ transaction, body }: Visit, attributes: Attributes = []): GateResult {
  const { profile, problems } = checkProfile(attributes, body['userProfile']);
  if (Object.keys(problems).length > 0) {
    return { kind: 'refused', refusal: { status: 400, fields: problems } };
  }
  Object.assign(transaction.account?.profile ?? {}, profile);
  return passed;
}
