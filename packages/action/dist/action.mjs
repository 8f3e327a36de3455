/** The same as action.cjs. */
import './action.cjs';
