import { goThrough } from '../idx/advance';
import { passed } from '../model/gate';
import { identityVerification, identityVerificationPath } from '../idx/gates/identity-verification';
import { comeBack, comeBackRefused } from './come-back';
import type { VisitedPage } from './visited';

/** `/idp/identity-verification?stateTokenExternalId=`: stands in for a vendor who looks at passports. */
export const identityVerificationPage: VisitedPage = {
  path: identityVerificationPath,
  handleName: 'stateTokenExternalId',
  draw({ org }) {
    const vendor = org.policy.identityVerification?.vendor ?? 'an identity verification vendor';
    return {
      key: 'practice.identity-verification',
      title: `Verify your identity with ${vendor}`,
      paragraphs: [
        `This practice page stands in for ${vendor}. No document is asked for, and nothing leaves your computer.`,
      ],
      fields: [],
      buttons: { continue: 'I am who I say I am', refuse: 'Cancel' },
    };
  },
  answer(visit, _, sent) {
    const { step } = visit.transaction;
    if (sent.get('answer') !== 'continue') return comeBackRefused(visit.transaction);
    if (step.at === 'gate' && step.gate === identityVerification) {
      goThrough(visit, step.gate, passed);
    }
    return comeBack(visit.transaction);
  },
};
