/** The same as gitlab.cjs. */
import './gitlab.cjs';
