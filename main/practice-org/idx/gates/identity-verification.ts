import type { Gate } from '../../model/gate';

/** Where a person shows who they are; the page there takes them back into the sign-up. */
export const identityVerificationPath = '/idp/identity-verification';

export const identityVerification: Gate = {
  name: 'identity-verification',
  stands: 'before-methods',
  isWanted: (policy) => policy.identityVerification !== undefined,
  draw({ org }) {
    const wanted = org.policy.identityVerification;
    if (!wanted) return {};
    const { id, vendor, termsOfUse, privacyPolicy } = wanted;
    const hasMetadata = termsOfUse !== undefined || privacyPolicy !== undefined;
    const idvMetadata = {
      vendorDisplayName: vendor,
      ...(termsOfUse !== undefined && { termsOfUse }),
      ...(privacyPolicy !== undefined && { privacyPolicy }),
    };
    return {
      forms: [
        {
          name: 'redirect-idverify',
          path: identityVerificationPath,
          link: {
            handleName: 'stateTokenExternalId',
            type: 'ID_PROOFING',
            idp: { id, name: vendor },
          },
          ...(hasMetadata && { more: { idvMetadata } }),
        },
      ],
      rest: { intent: 'CREDENTIAL_ENROLLMENT' },
    };
  },
  answers: {},
};
