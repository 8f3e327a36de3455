/** The reports that the Action writes in each run, in one module: each that is loaded by itself costs a millisecond. */
export { command, githubReport } from './github.ts';
export { jsonReport } from './json.ts';
export { code, markdownReport } from './markdown.ts';
export { sarifReport } from './sarif.ts';
