import type { StepScreens } from '../../step-screen';

export const gateScreens: StepScreens = {};
