import type { StepScreens } from '../../step-screen';

export const methodScreens: StepScreens = {};
