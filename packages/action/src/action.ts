/** Starts the Action in this process: the file that action.yml names. */
import { ownProcess, processIo } from 'bnguard/for-action';
import { runAction } from './github/action.ts';
import { takeEnvironment } from './own-environment.ts';

void ownProcess(() => runAction(processIo(takeEnvironment('INPUT_TOKEN'))));
