import { record } from '../../http/exchange';
import type { Org } from '../../model/org';
import type { ConsentScope } from '../../policy/pages';
import { messages } from '../../model/messages';
import type { Field, Form } from '../../model/form';
import type { Place } from '../../model/drawing';
import type { Transaction } from '../../model/transactions';
import { badRequest, type Visit } from '../../model/visit';
import { passed, type Gate, type GateResult } from '../../model/gate';

const path = '/idp/idx/consent';
const accepts = 'application/ion+json; okta-version=1.0.0';

/** Okta's words for its own scopes; `openid` has none, and stays when everything else is declined. */
const knownScopes: readonly ConsentScope[] = [
  { name: 'profile', label: 'View your profile information.', isFixed: true },
  {
    name: 'email',
    label: 'View your email address.',
    description: 'This allows the app to view your email address.',
    isFixed: false,
  },
  {
    name: 'phone',
    label: 'View your phone number.',
    description: 'This allows the app to view your phone number.',
    isFixed: false,
  },
  { name: 'address', label: 'View your address.', isFixed: false },
];

function askedScopes(org: Org, { request }: Transaction): readonly ConsentScope[] {
  const requested = knownScopes.filter(({ name }) => request.scopes.includes(name));
  return [...requested, ...org.policy.consentScopes];
}

export const consent: Gate = {
  name: 'consent',
  stands: 'after-methods',
  isWanted: (policy) => policy.consent !== 'off',
  draw: (place) => ({
    forms: [place.org.policy.consent === 'granular' ? granularForm(place) : wholeForm(place)],
  }),
  answers: { [path]: answer },
};

function wholeForm({ org, transaction }: Place): Form {
  const scopes = askedScopes(org, transaction).map(({ name, label, description }) => ({
    name,
    label,
    value: name,
    ...(description !== undefined && { desc: description }),
  }));
  const options = [
    { label: 'Allow Access', value: true },
    { label: "Don't Allow", value: false },
  ];
  return {
    name: 'consent',
    path,
    accepts,
    more: { scopes },
    fields: [{ name: 'consent', type: 'boolean', required: true, options }],
  };
}

function granularForm({ org, transaction }: Place): Form {
  const scopes = askedScopes(org, transaction).map(
    ({ name, label, description, isFixed }): Field => ({
      name,
      label,
      ...(description !== undefined && { desc: description }),
      ...scopeField,
      mutable: !isFixed,
    }),
  );
  const openid: Field = { name: 'openid', ...scopeField, mutable: false };
  return {
    name: 'granular-consent',
    path,
    accepts,
    fields: [
      { name: 'consent', type: 'boolean', visible: false, required: true },
      { name: 'optedScopes', form: { value: [openid, ...scopes] } },
    ],
  };
}

const scopeField = { type: 'boolean', required: true, value: true, visible: true } as const;

function answer(visit: Visit): GateResult {
  const given = visit.body['consent'];
  if (given === false) return { kind: 'ended', status: 403, messages: [messages.accessDenied] };
  const isUnderstood =
    given === true && (visit.org.policy.consent !== 'granular' || takeScopes(visit));
  return isUnderstood ? passed : { kind: 'refused', refusal: badRequest };
}

/** Scope names are flat keys, dots and all; each that may be declined has to be there. */
function takeScopes({ org, transaction, body }: Visit): boolean {
  const opted = record(body['optedScopes']);
  const open = askedScopes(org, transaction).filter(({ isFixed }) => !isFixed);
  const asked = new Set([...knownScopes, ...org.policy.consentScopes].map(({ name }) => name));
  const isKnown = Object.keys(opted).every((name) => name === 'openid' || asked.has(name));
  if (!isKnown || !open.every(({ name }) => typeof opted[name] === 'boolean')) return false;
  for (const { name } of open) if (opted[name] === false) transaction.declinedScopes.add(name);
  return true;
}
