import { testScenarios } from '../shared/scenario.scenarios';
import { volumeAlarmScenarios } from './volume-alarm.scenarios';

testScenarios('VolumeAlarm', volumeAlarmScenarios);
