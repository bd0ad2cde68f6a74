import * as v from 'valibot';
import { serial } from './bounds';
import { StepView } from './step';
import { EndedView } from './ending';

/** Nobody signs up. */
const IdleView = v.strictObject({ phase: v.literal('idle'), serial });

export const RegistrationState = v.variant('phase', [IdleView, StepView, EndedView]);
export type RegistrationState = v.InferOutput<typeof RegistrationState>;
