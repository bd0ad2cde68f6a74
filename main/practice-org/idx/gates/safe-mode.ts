import { skipForm } from '../picker-form';
import { messages } from '../../model/messages';
import type { Form } from '../../model/form';
import { passed, type Gate } from '../../model/gate';

const path = '/idp/idx/poll';

/** An org under load puts everybody off, and tells clients to wait longer the second time. */
export const serverBusy: Gate = {
  name: 'server-busy',
  stands: 'before-methods',
  isWanted: ({ safeMode }) => safeMode === 'poll',
  draw({ transaction }) {
    const poll: Form = { name: 'poll', path, refresh: transaction.polls === 0 ? 2000 : 3000 };
    return { forms: [poll] };
  },
  answers: {
    [path]({ org, transaction }) {
      transaction.polls += 1;
      return transaction.polls >= org.policy.safeModePolls ? passed : { kind: 'waiting' };
    },
  },
};

/** Methods that are not needed can wait for better times. */
export const optionalMethodsUnavailable: Gate = {
  name: 'optional-methods-unavailable',
  stands: 'instead-of-optional-methods',
  isWanted: ({ safeMode }) => safeMode === 'optional',
  draw: () => ({ forms: [skipForm], messages: [messages.enrollmentUnavailable] }),
  answers: {
    [skipForm.path]({ transaction }) {
      transaction.hasSkipped = true;
      return passed;
    },
  },
};
