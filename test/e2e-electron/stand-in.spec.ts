import { standIn } from './stand-in/driver';
import { describeScenarios } from './scenarios';

describeScenarios(standIn);
