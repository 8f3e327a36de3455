/** The command line as one program that a plain clone can run: nothing to install, nothing to build. */
import { start } from 'bnguard/start';

void start();
