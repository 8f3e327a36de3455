/** The environment of a job, and what of it no process that we start needs to know. */

/** Variables that lead git to another repository than the one that is meant. */
const leads =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|QUARANTINE_PATH)$/;

/** All of the environment; takes the secrets of these names, and what would mislead git, out of this process's own. */
export function takeEnvironment(...secrets: readonly string[]): Readonly<Record<string, string | undefined>> {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (secrets.includes(name) || leads.test(name)) delete process.env[name];
  return env;
}
