import type { Org } from '../model/org';

const downloads = {
  OSX: 'https://apps.apple.com/us/app/okta-verify/id490179405',
  WINDOWS: 'https://okta.okta.com/api/v1/artifacts/WINDOWS_OKTA_VERIFY/download?releaseChannel=GA',
} as const;

/** What a client shows of setting Okta Verify up on the device it runs on: this one. */
export function sameDevice({ policy }: Org, link: string) {
  const platform = process.platform === 'darwin' ? 'OSX' : 'WINDOWS';
  const isOnlyWay = policy.oktaVerifyChannels.every((channel) => channel === 'samedevice');
  return {
    orgUrl: new URL(link).host,
    downloadHref: downloads[platform],
    platform,
    setupOVUrl: link,
    securityLevel: isOnlyWay ? 'HIGH' : 'ANY',
  };
}

/** An account that Okta Verify has on another device already adds this one. */
export const deviceBootstrap = { platform: 'ios', enrolledDevices: 'Practice phone' };
