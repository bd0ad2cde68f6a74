import { skipForm } from '../picker-form';
import { deviceDueBy, deviceOptions } from '../device-messages';
import { passed, type Gate } from '../../model/gate';

const week = 7 * 24 * 60 * 60 * 1000;

/** A device that does not do yet what it will have to: the person is warned, and may go on. */
export const deviceAssurance: Gate = {
  name: 'device-assurance',
  stands: 'after-methods',
  isWanted: (policy) => policy.deviceAssurance === 'grace-period',
  draw: ({ org }) => ({
    forms: [{ name: 'device-assurance-grace-period', path: skipForm.path }],
    messages: [deviceDueBy(new Date(org.now() + week)), ...deviceOptions],
  }),
  answers: { [skipForm.path]: () => passed },
};
