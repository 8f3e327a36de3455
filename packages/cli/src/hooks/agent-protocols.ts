/**
 * What coding agents write to their hooks, and the answers that stop them. One shape of question for all; each agent's
 * own shape of answer (their documentation of hooks, read November 2026). Knows nothing of credentials.
 */

/** A JSON object, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

export interface AgentEvent {
  /** As the agent names it; `''` where it does not. */
  readonly name: string;
  readonly tool: string;
  /** What a person wrote, what a tool is given, what it gave back. */
  readonly parts: readonly Fields[];
  /** Files that go along. */
  readonly attached: readonly Fields[];
  /** The folder that the agent works in, as it says. */
  readonly cwd: string | undefined;
  /** What to write to standard output. */
  readonly allow: string;
  readonly deny: (reason: string) => string;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** Some agents hand a tool's arguments over as JSON in a string. */
function fieldsOf(value: unknown): Fields {
  if (isFields(value)) return value;
  if (typeof value !== 'string') return value === undefined || value === null ? {} : { value };
  try {
    const parsed: unknown = JSON.parse(value);
    return isFields(parsed) ? parsed : { value };
  } catch {
    return { value };
  }
}

/** Undefined for what is no JSON object. */
export function readEvent(json: string): AgentEvent | undefined {
  let event: unknown;
  try {
    event = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (!isFields(event)) return undefined;
  const name = text(event['hook_event_name'] ?? event['hookEventName']);
  const tool = text(event['tool_name'] ?? event['toolName']);
  const { prompt, content, command, file_path, attachments, output, edits, llm_request } = event;
  const input = fieldsOf(event['tool_input'] ?? event['toolArgs']);
  const result = event['tool_response'] ?? event['tool_output'] ?? event['toolResult'] ?? event['result_json'];
  const own = { prompt, content, command, file_path, output, edits, llm_request };
  const files = Array.isArray(attachments) ? attachments.filter(isFields) : [];
  const roots: readonly unknown[] = Array.isArray(event['workspace_roots']) ? event['workspace_roots'] : [];
  return {
    ...{ name, tool, parts: [own, input, fieldsOf(result)], attached: files },
    cwd: text(event['cwd']) || text(roots[0]) || undefined,
    ...answersOf(name, event),
  };
}

function answersOf(name: string, event: Fields): Pick<AgentEvent, 'allow' | 'deny'> {
  // Cursor: names in camelCase. "allow" would spare the person a question, so nothing is said.
  if (/^beforeSubmitPrompt$/.test(name)) {
    return {
      allow: line({ continue: true }),
      deny: (reason) => line({ continue: false, user_message: reason }),
    };
  }
  if (/^[a-z]/.test(name)) {
    return {
      allow: line({}),
      deny: (reason) => line({ permission: 'deny', user_message: reason, agent_message: reason }),
    };
  }
  // Gemini CLI.
  if (/^(?:Before|After)[A-Z]/.test(name)) {
    return { allow: line({}), deny: (reason) => line({ decision: 'deny', reason }) };
  }
  // Copilot CLI: no name of the event.
  if (name === '' && ('toolName' in event || 'toolArgs' in event)) {
    return { allow: '', deny: (reason) => line({ permissionDecision: 'deny', permissionDecisionReason: reason }) };
  }
  // Claude Code, and those that took its protocol over (Codex, VS Code).
  if (name === 'PreToolUse') {
    const decided = { permissionDecision: 'deny' } as const;
    return {
      allow: '',
      deny: (reason) =>
        line({ hookSpecificOutput: { hookEventName: name, ...decided, permissionDecisionReason: reason } }),
    };
  }
  return { allow: '', deny: (reason) => line({ decision: 'block', reason }) };
}
