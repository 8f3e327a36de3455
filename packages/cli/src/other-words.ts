/** What people write who know other tools, or guess, and what it is called here. */

const options: Readonly<Record<string, string>> = {
  '-q': '--quiet',
  '-v': '--verbose',
  '-f': '--format',
  '-r': '--range',
  '-o': '--output',
  '-c': '--config',
  '-b': '--baseline',
  '-j': '--jobs',
  '--threads': '--jobs',
  '--cached': '--staged',
  '--all': '--history',
  '--git-history': '--history',
  '--log-opts': '--range',
  '--since': '--range --since=DATE',
  '--report-format': '--format',
  '--report-path': '--output',
  '--report': '--output',
  '--severity': '--min-severity',
  '--confidence': '--min-confidence',
  '--exit-code': '--fail-on',
  '--no-color': '--color never',
  '--no-colors': '--color never',
};
const commands = /^(?:lint|check|detect|protect|audit|analy[sz]e|run|dir|git|filesystem|search|verify|test)$/;
const excludes = /^--(?:exclude|ignore|skip|allow)(?:-|$)/;

/**
 * A sentence that says what an unknown option is called here, or nothing.
 * @param known whether the command has an option
 * @param formats what `--format` takes
 */
export function optionHint(word: string, known: (option: string) => boolean, formats: readonly string[]): string {
  const name = word.replace(/=.*$/s, '');
  if (name === '--fix') return ' What can be mended: bnguard fix.';
  if (name === '--redact') return ' No report shows values, so there is nothing to switch on.';
  if (excludes.test(name) && known('--config'))
    return ' What is to be passed over stands in bnguard.config.yaml, under ignore: paths and a reason.';
  const format = formats.find((one) => name === `--${one}`);
  const here = format === undefined ? options[name] : `--format ${format}`;
  return here !== undefined && known(here.split(' ')[0]!) ? ` Here that is ${here}.` : '';
}

/** The same for an unknown command. */
export const commandHint = (word: string): string => (commands.test(word) ? ' Here that is bnguard scan.' : '');
