import { realElectron } from './real-driver';
import { describeScenarios } from './scenarios';

describeScenarios(realElectron);
