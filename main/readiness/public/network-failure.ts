import { type NetworkFault, networkFaultOf } from '../../network/network-fault';
import type { CauseId } from '../causes/cause-id';

const causesOf: Readonly<Record<NetworkFault, readonly CauseId[]>> = {
  'name-not-found': ['name-not-found', 'offline'],
  offline: ['offline', 'name-not-found'],
  proxy: ['proxy-refuses'],
  blocked: ['blocked-on-computer'],
  certificate: ['certificate-not-trusted'],
  'client-certificate': ['client-certificate-wanted'],
  timeout: ['no-answer-in-time', 'proxy-refuses'],
  redirected: ['not-an-okta-org'],
  'broken-answer': ['unusual-answer'],
  'no-connection': ['connection-refused', 'proxy-refuses', 'offline'],
};

/** Why fetch has no answer, most likely first. */
export function networkFailureCauses(error: unknown): readonly CauseId[] {
  return causesOf[networkFaultOf(error)];
}
